// A journey: the real program in a real pseudo-terminal, driven as a person drives it and watched on the screen. Every
// wait ends as soon as its fact is there, and reading happens within the waits alone, so a test has no threads and no
// sleeps. A wait that fails shows the whole screen.

import SystemPackage

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A program in a terminal of its own.
///
///     let journey = try TerminalJourney(daiban, ["board"], columns: 100, rows: 30, environment: ["HOME": home])
///     try journey.waitUntil("待办")
///     try journey.press(.down)
///     try journey.waitUntil("the second row is chosen") { $0.cell(column: 0, row: 2).style.isReversed }
///     try journey.type("q")
///     #expect(try journey.waitForExit() == .exited(0))
///     #expect(try journey.terminalAttributes.isCooked)
///
/// Journeys know nothing of each other and may run in parallel. A wait blocks its thread; nothing in the test's process
/// is needed to end it. When the last reference goes, the program is killed.
public final class TerminalJourney {
    /// The screen as of the last wait. It is a value: keep a copy to compare with a later one.
    public internal(set) var screen: TerminalModel
    /// How many bytes the program has written so far, as of the last wait.
    public private(set) var bytesReceived = 0
    /// Whether every byte that the program writes is kept in ``bytes``; to be set before the first wait.
    public var keepsBytes = false
    public private(set) var bytes: [UInt8] = []
    /// How long a wait waits before it fails.
    public var patience: Duration
    /// Whether the terminal answers what the program asks of it. What it did not answer is answered when this is set again.
    public var answers = true

    let process: SpawnedProcess
    /// Nil after `hangUp()`.
    private var line: PseudoTerminalLine?
    let isUnderShell: Bool
    /// Whether a read has said that nobody has the far end open any more.
    private var hasEnded = false
    /// What is to be typed but has not been taken by the line yet.
    private var outgoing: [UInt8] = []
    /// The process groups that have had the terminal, to be killed in the end (a shell's jobs have groups of their own).
    private var groups: Set<pid_t> = []

    /// Starts a program as the leader of a session whose controlling terminal is a new pty of this size.
    ///
    /// - Parameters:
    ///   - executable: a path, or a name to be found in the test's own `PATH`.
    ///   - environment: added to ``Child/plainEnvironment`` and `TERM=xterm-256color`; there is nothing else in it.
    ///   - workingDirectory: where it runs; the test's own directory if nil.
    ///   - patience: how long each wait waits.
    public convenience init(
        _ executable: String, _ arguments: [String] = [], columns: Int = 100, rows: Int = 30,
        environment: [String: String] = [:], workingDirectory: String? = nil, patience: Duration = .seconds(20)
    ) throws(ProcessError) {
        try self.init(
            Launch(
                executable: executable, arguments: arguments, environment: environment,
                workingDirectory: workingDirectory, actions: [], beginsSession: true),
            columns: columns, rows: rows, patience: patience, isUnderShell: false)
    }

    init(
        _ launch: Launch, columns: Int, rows: Int, patience: Duration, isUnderShell: Bool
    ) throws(ProcessError) {
        let line = try PseudoTerminalLine(columns: columns, rows: rows)
        var launch = launch
        launch.actions = line.actions
        launch.environment = Child.plainEnvironment.merging(["TERM": "xterm-256color"]) { $1 }
            .merging(launch.environment) { $1 }
        process = try SpawnedProcess(launch)
        line.releaseFarEnd()
        self.line = line
        self.isUnderShell = isUnderShell
        self.patience = patience
        screen = TerminalModel(columns: columns, rows: rows)
    }

    deinit {
        // A group's number may have gone to a stranger since; one of this session is ours.
        for group in groups where group != process.processID && getsid(group) == process.processID {
            kill(-group, SIGKILL)
        }
        process.send(signal: SIGKILL)
        line = nil  // before the process is reaped: macOS lets a process end only when its output has been read
    }

    /// The number of the process that was started: the program, or the shell it runs under.
    public var processID: Int32 { process.processID }

    /// The settings of the line at this moment, also after the program has ended (Linux).
    public var terminalAttributes: LineAttributes {
        get throws(ProcessError) { try openLine(to: "read its settings").attributes() }
    }

    /// The process group that has the terminal: under a shell, the job in the foreground, or the shell itself.
    public var foregroundGroup: Int32? { line?.foregroundGroup }

    /// Sends a signal to the program; under a shell, to the job in the foreground.
    public func signal(_ number: Int32) {
        if isUnderShell, let group = line?.foregroundGroup {
            kill(-group, number)
        } else {
            process.send(signal: number)
        }
    }

    /// Changes the size of the window, and of the model. The kernel sends SIGWINCH.
    public func resize(columns: Int, rows: Int) throws(ProcessError) {
        let line = try openLine(to: "resize it")
        receive()
        screen.resize(columns: columns, rows: rows)
        try line.resize(columns: columns, rows: rows)
    }

    /// Closes the near end, as when a terminal window or a connection dies: the program gets SIGHUP, its reads end, and
    /// its writes fail. Only ``waitForExit()`` makes sense after it.
    public func hangUp() {
        receive()
        line = nil
        outgoing = []
    }

    func openLine(to operation: String) throws(ProcessError) -> PseudoTerminalLine {
        guard let line else { throw .lineIsClosed(operation: operation) }
        return line
    }

    /// Reads what is there, shows it on the screen, and writes what is waiting to be typed.
    func receive() {
        guard let line else { return }
        if isUnderShell, let group = line.foregroundGroup { groups.insert(group) }
        // A program that never stops writing must not keep the test from looking at the screen.
        var budget = 1_048_576
        while budget > 0, !hasEnded {
            switch readOnce(line.descriptor) {
            case .bytes(let bytes):
                bytesReceived += bytes.count
                if keepsBytes { self.bytes += bytes }
                budget -= bytes.count
                screen.feed(bytes)
                if answers { outgoing += screen.takeReplies() }
            case .nothing: budget = 0
            case .closed: hasEnded = true
            }
        }
        if !outgoing.isEmpty {
            guard let taken = line.write(outgoing) else { return outgoing = [] }
            outgoing.removeFirst(taken)
        }
    }

    /// Types bytes as they are, reading meanwhile, so that neither end can block the other.
    public func sendRaw(_ bytes: some Sequence<UInt8>) throws(ProcessError) {
        _ = try openLine(to: "type")
        outgoing += bytes
        try wait(for: "the program to take what is typed", onPartialFrames: true) { self.outgoing.isEmpty }
    }

    /// The one loop of all waits: read, look, wait for more.
    ///
    /// - Parameter onPartialFrames: whether the fact may be looked for while a synchronised frame is half written.
    func wait(
        for wanted: String, onPartialFrames: Bool = false, _ isThere: () -> Bool
    ) throws(ProcessError) {
        let deadline = Deadline(in: patience)
        while true {
            // Asked before reading: what was written before the end is then there to be read.
            let status = process.currentStatus()
            receive()
            let isOver = status != nil || hasEnded || line == nil
            if isOver || onPartialFrames || !screen.isMidFrame, isThere() { return }
            if isOver {
                throw .ended(waitingFor: wanted, try statusSoon(), seen: screen.picture)
            }
            if deadline.hasPassed {
                throw .timedOut(waitingFor: wanted, patience: patience, seen: screen.picture)
            }
            _ = try waitForNews(milliseconds: deadline.milliseconds())
        }
    }

    /// Waits for the program to end; what it wrote last is then on the screen.
    public func waitForExit() throws(ProcessError) -> ExitStatus {
        let deadline = Deadline(in: patience)
        while true {
            let status = process.currentStatus()
            receive()
            if let status { return status }
            if deadline.hasPassed {
                throw .timedOut(waitingFor: "the program to end", patience: patience, seen: screen.picture)
            }
            _ = try waitForNews(milliseconds: deadline.milliseconds())
        }
    }

    /// Reads until nothing has come for a time (which poll(2) sees, without sleeping), or the program has ended.
    ///
    /// An idle screen sends nothing: `#expect(try journey.drain(quietFor: .seconds(2)) == 0)` after a first drain.
    ///
    /// - Returns: how many bytes came.
    @discardableResult
    public func drain(quietFor quiet: Duration) throws(ProcessError) -> Int {
        let before = bytesReceived
        let deadline = Deadline(in: patience)
        receive()
        var silence = Deadline(in: quiet)
        while !silence.hasPassed, process.currentStatus() == nil, !hasEnded, line != nil {
            if deadline.hasPassed {
                throw .timedOut(waitingFor: "\(quiet) of silence", patience: patience, seen: screen.picture)
            }
            let known = bytesReceived
            _ = try waitForNews(milliseconds: silence.milliseconds())
            receive()
            if bytesReceived > known { silence = Deadline(in: quiet) }
        }
        receive()
        return bytesReceived - before
    }

    /// How a program that has let go of its terminal ended, if it does so within a second.
    private func statusSoon() throws(ProcessError) -> ExitStatus? {
        _ = try Readiness.wait(for: [(process.endNotice, Readiness.readable)], milliseconds: 1000)
        return process.currentStatus()
    }

    private func waitForNews(milliseconds: Int32) throws(ProcessError) -> [Int16] {
        var interests = [(descriptor: process.endNotice, events: Readiness.readable)]
        if let line, !hasEnded {
            let events = outgoing.isEmpty ? Readiness.readable : Readiness.readable | Readiness.writable
            interests.append((line.descriptor, events))
        }
        return try Readiness.wait(for: interests, milliseconds: milliseconds)
    }
}
