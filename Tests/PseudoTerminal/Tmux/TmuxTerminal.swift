// tmux as a terminal that none of us wrote: bytes go into a pane, and what the pane shows is asked for. Two FIFOs lead into
// and out of it. After each portion the terminal is asked where its cursor is (DSR 6); the answer proves that all before it
// has been worked off, so nothing waits by the clock.

import SystemPackage

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A detached tmux with one pane and nothing else, on a socket of its own.
///
///     let terminal = try TmuxTerminal(columns: 80, rows: 24)
///     try terminal.feed(Array("\u{1B}[2;3H代办".utf8))
///     try terminal.screen().find("办")  // (column: 4, row: 1)
public final class TmuxTerminal {
    private let folder: String
    private let input: Int32
    private let output: Int32
    private var columns: Int
    private var rows: Int
    private let patience: Duration

    /// Whether there is a tmux to be started.
    public static let isInstalled = (try? Child.run("tmux", ["-V"]).status) == .exited(0)

    /// Options are tmux's defaults (no file of the person is read) but for what takes room on the screen.
    private static let configuration = """
        set -g status off
        set -g history-limit 0
        set -g default-shell /bin/sh
        set -g default-terminal tmux-256color
        set -g allow-rename off

        """

    public init(columns: Int, rows: Int, patience: Duration = .seconds(20)) throws(ProcessError) {
        (self.columns, self.rows, self.patience) = (columns, rows, patience)
        folder = try Self.makeFolder()
        input = Self.makeFIFO(folder + "/in")
        output = Self.makeFIFO(folder + "/out")
        // Should this process die, "in" ends, and with it the pane and tmux.
        let started = try run([
            "new-session", "-d", "-x", String(columns), "-y", String(rows), "-c", folder,
            "stty raw -echo; cat < /dev/tty > out & exec cat in",
        ])
        guard started.status == .exited(0), input >= 0, output >= 0 else {
            throw .cannotStart(program: "tmux: " + started.errors, step: "new-session", Errno.ioError)
        }
    }

    deinit {
        _ = try? run(["kill-server"])
        close(input)
        close(output)
        for name in ["in", "out", "tmux.conf", "socket"] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    /// Writes to the terminal, and returns when it has worked off everything.
    public func feed(_ bytes: [UInt8]) throws(ProcessError) {
        var rest = (bytes + Array("\u{1B}[6n".utf8))[...]
        var answer: [UInt8] = []
        let deadline = Deadline(in: patience)
        while !rest.isEmpty || answer.last != UInt8(ascii: "R") {
            var interests = [(output, Readiness.readable)]
            if !rest.isEmpty { interests.append((input, Readiness.writable)) }
            _ = try Readiness.wait(for: interests, milliseconds: deadline.milliseconds())
            if !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
                rest = rest.dropFirst(max(0, count))
            }
            if case .bytes(let more) = readOnce(output) { answer += more }
            if deadline.hasPassed {
                throw .timedOut(
                    waitingFor: "tmux to answer", patience: patience, seen: String(decoding: answer, as: UTF8.self))
            }
        }
    }

    public func resize(columns: Int, rows: Int) throws(ProcessError) {
        _ = try run(["resize-window", "-x", String(columns), "-y", String(rows)])
        (self.columns, self.rows) = (columns, rows)
    }

    /// What the pane shows: cells with their styles, and the cursor. The scrolling region is given if it is not the whole
    /// screen; of the modes only the cursor's (25) and autowrap (7).
    ///
    /// The blank end of a row that was erased and not written since has the style "hidden": before version 3.4 tmux says
    /// nothing of its background.
    public func screen() throws(ProcessError) -> TerminalModel {
        let state = "#{cursor_x} #{cursor_y} #{cursor_flag} #{wrap_flag} #{scroll_region_upper} #{scroll_region_lower}"
        let outcome = try run(["capture-pane", "-p", "-e", "-N", ";", "display-message", "-p", state])
        var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        let numbers = lines.dropLast().last.map { $0.split(separator: " ").compactMap { Int($0) } } ?? []
        guard outcome.status == .exited(0), lines.count > 2, numbers.count == 6 else {
            throw .cannotStart(program: "tmux: " + outcome.errors, step: "capture-pane", Errno.ioError)
        }
        lines.removeLast(2)
        var model = TerminalModel(columns: columns, rows: rows)
        model.feed("\u{1B}[?7l".utf8)
        let blanks = String(repeating: " ", count: columns)
        for row in 1...rows { model.feed("\u{1B}[\(row)H\u{1B}[8m\(blanks)\u{1B}[m".utf8) }
        // Styles go on from one line to the next.
        for (row, line) in lines.enumerated() { model.feed(("\u{1B}[\(row + 1)H" + line).utf8) }
        if numbers[3] == 1 { model.feed("\u{1B}[?7h".utf8) }
        if numbers[2] == 0 { model.feed("\u{1B}[?25l".utf8) }
        if numbers[4] != 0 || numbers[5] != rows - 1 { model.feed("\u{1B}[\(numbers[4] + 1);\(numbers[5] + 1)r".utf8) }
        model.feed("\u{1B}[\(numbers[1] + 1);\(numbers[0] + 1)H".utf8)
        return model
    }

    private func run(_ command: [String]) throws(ProcessError) -> Child.Outcome {
        try Child.run("tmux", ["-S", folder + "/socket", "-f", folder + "/tmux.conf"] + command, patience: patience)
    }

    private static func makeFolder() throws(ProcessError) -> String {
        var name = Array("/tmp/tmux-terminal-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw .system(call: "mkdtemp", Errno(rawValue: errno)) }
        let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let file = open(folder + "/tmux.conf", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .system(call: "open", Errno(rawValue: errno)) }
        let text = Array(configuration.utf8)
        _ = write(file, text, text.count)
        close(file)
        return folder
    }

    /// Opened for both directions, a FIFO neither waits for its other end nor ends when that goes.
    private static func makeFIFO(_ path: String) -> Int32 {
        mkfifo(path, 0o600)
        return open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    }
}
