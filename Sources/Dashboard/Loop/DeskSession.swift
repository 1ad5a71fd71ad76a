import CaseStore
import Casework
import Dispatch
import TerminalKit

/// A desk at work: one actor that owns the state, the frame buffers and the terminal.
///
/// Events come in as batches; each is run through the pure ``DeskState/update(_:at:)``; then one frame is drawn, encoded
/// against the one before, and written at once. The store works elsewhere and answers with events.
public actor DeskSession {
    enum Arrival: Sendable {
        case desk(DeskEvent)
        case terminal(TerminalEvents.Event)
    }

    let parts: Parts
    let queue = EventQueue<Arrival>()
    var state: DeskState
    private var buffer: CellBuffer
    var encoder: FrameEncoder
    private var view: DeskView
    /// The terminal has answered what it can do, or has had its time. Nothing is drawn before.
    private var isTerminalKnown = false
    /// What happened before that, in order. It waits too, so that nobody leaves or suspends a desk while answers are on
    /// their way: they would be typed at the shell.
    private var early: [Arrival] = []
    var ending: Ending?
    /// The continuation that one's own suspension causes is answered already.
    private var expectsContinuation = false
    // The store blocks while it works or waits for a lock, so it has threads of its own. Each queue answers in the order
    // in which it was asked; reading does not wait for writing.
    let reading = DispatchQueue(label: "daiban.reading", qos: .userInteractive)
    let recording = DispatchQueue(label: "daiban.recording", qos: .userInteractive)
    /// A printer may take its time.
    let issuing = DispatchQueue(label: "daiban.issuing", qos: .userInteractive)
    let keeper: DraftKeeper?
    let backups: BackupKeeper?
    /// Failed actions whose answer came after the screen was gone.
    public private(set) var undelivered: [Message] = []

    public init(_ state: DeskState, _ parts: Parts) {
        self.state = state
        self.parts = parts
        buffer = CellBuffer(size: state.size)
        encoder = FrameEncoder(depth: parts.profile.colourDepth)
        view = parts.view
        backups = parts.backups.map(BackupKeeper.init)
        keeper = parts.drafts.map { [queue] place in
            DraftKeeper(place) { [queue] detail in queue.push(.desk(.draftsNotKept(detail))) }
        }
    }

    /// Runs until the person leaves, a signal comes, or the line is lost. The terminal is given back in each case, and
    /// every action that was begun is finished first.
    public func run() async throws(TerminalError) -> Ending {
        let terminal = TerminalEvents(device: parts.device, escapeDelay: parts.profile.escapeDelay) {
            [queue] event in
            queue.push(.terminal(event))
        }
        // Signals are caught from before the terminal is taken until after it is given back.
        try terminal.start()
        defer { terminal.stop() }
        try parts.device.enter()
        defer {
            terminal.pause()
            parts.device.leave()
        }
        var failure: TerminalError?
        do {
            try await work(terminal)
        } catch {
            failure = error
        }
        await finishRecording()
        if let failure, !failure.isLossOfLine { throw failure }
        return ending ?? .lineLost
    }

    /// Returns when ``ending`` is known.
    private func work(_ terminal: TerminalEvents) async throws(TerminalError) {
        state.size = parts.device.size()
        // The terminal answers while the panes are read.
        try terminal.ask(parts.profile, through: parts.device)
        // The first frame shows the township, not an empty frame: the panes are read before it is drawn.
        loadNow()
        if let drafts = parts.drafts {
            reading.asyncCovered { [queue] in
                queue.push(.desk(.draftsFound(drafts.load())))
            }
        }

        parts.feed.start { [queue] signal in queue.push(.desk(.feed(signal))) }
        defer { parts.feed.stop() }
        let minutes = minuteTimer()
        defer { minutes.cancel() }

        for await batch in queue {
            SignalStack.coverThread()
            for arrival in batch { try receive(arrival, terminal) }
            if ending != nil { return }
            if isTerminalKnown { try draw() }
        }
    }

    /// Waits until every action that was begun is recorded or refused. What failed and can no longer be shown is kept in
    /// ``undelivered``.
    private func finishRecording() async {
        await withCheckedContinuation { continuation in recording.async { continuation.resume() } }
        queue.finish()
        defer { keeper?.finish() }
        for await batch in queue {
            for arrival in batch {
                switch arrival {
                case .desk(.performed(let card, let result)):
                    keep(state.update(.performed(card, result), at: parts.clock()))
                    guard case .failure = result else { continue }
                    let problem = state.card?.problem ?? state.form?.form.problem ?? state.notice?.message
                    if let problem { undelivered.append(problem) }
                case .desk(.registered(let request, let result)):
                    keep(state.update(.registered(request, result), at: parts.clock()))
                    guard case .failure = result else { continue }
                    if let problem = state.form?.form.problem ?? state.notice?.message { undelivered.append(problem) }
                case .desk(.tenureDecided(let card, let result)):
                    keep(state.update(.tenureDecided(card, result), at: parts.clock()))
                    guard case .failure = result else { continue }
                    if let problem = state.notice?.message { undelivered.append(problem) }
                case .terminal(.signal(.stop(let number))):
                    // A call can fail at the end before the signal is taken that asks for it.
                    ending = ending ?? .stopped(number)
                default:
                    continue
                }
            }
        }
    }

    /// Tells when the minute turns. No task sleeps for it: that would be done by the global pool of tasks, which on
    /// Linux wakes up every second for ever once it has run anything.
    private func minuteTimer() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: reading)
        let left = 60_000 - parts.clock().milliseconds % 60_000 + 5
        // By the wall clock, so that a machine that slept is told at once.
        timer.schedule(wallDeadline: .now() + .milliseconds(Int(left)), repeating: .seconds(60))
        timer.setEventHandler { [queue] in queue.push(.desk(.tick)) }
        timer.activate()
        return timer
    }

    private func loadNow() {
        let request = state.request
        let result = Result { () throws(StoreError) in try parts.store.desk(request) }
        perform(state.update(.loaded(result, request: request), at: parts.clock()))
    }

    private func receive(_ arrival: Arrival, _ terminal: TerminalEvents) throws(TerminalError) {
        guard !isTerminalKnown else { return try take(arrival, terminal) }
        guard case .terminal(.answered(let answers)) = arrival else { return early.append(arrival) }
        try adopt(TerminalFindings(parts.profile, answers: answers, ambiguousWidth: parts.ambiguousWidth))
        for arrival in early { try take(arrival, terminal) }
        early = []
    }

    private func take(_ arrival: Arrival, _ terminal: TerminalEvents) throws(TerminalError) {
        guard ending == nil else { return }
        switch arrival {
        case .desk(let event):
            perform(state.update(event, at: parts.clock()))
        case .terminal(.input(let events)):
            for event in events {
                let effects = state.update(.input(event), at: parts.clock())
                perform(effects)
                if effects.contains(.suspend) { try suspend(terminal) }
                if ending != nil { return }
            }
        case .terminal(.signal(.resized)):
            perform(state.update(.resized(parts.device.size()), at: parts.clock()))
            encoder.invalidate()
        case .terminal(.signal(.continued)):
            if expectsContinuation {
                expectsContinuation = false
            } else {
                try parts.device.enter()
                try resume()
            }
        case .terminal(.signal(.suspend)):
            try suspend(terminal)
        case .terminal(.signal(.stop(let number))):
            ending = .stopped(number)
        case .terminal(.answered):
            break  // it is asked once
        case .terminal(.ended):
            ending = .lineLost
        }
    }

    /// From now on the screen is drawn, as the terminal can show it.
    private func adopt(_ findings: TerminalFindings) throws(TerminalError) {
        view.glyphs = try findings.adopt(on: parts.device, parts.glyphs)
        encoder = FrameEncoder(findings.capabilities)
        isTerminalKnown = true
    }

    private func draw() throws(TerminalError) {
        let figures = FrameFigures(last: encoder.counters, total: encoder.totals)
        let cursor = view.draw(state, figures: figures, in: &buffer)
        let bytes = encoder.encode(buffer, cursor: cursor)
        if !bytes.isEmpty { try parts.device.write(bytes) }
    }

    /// Gives the terminal back, stops like any program under job control, and takes it again on `fg`.
    private func suspend(_ terminal: TerminalEvents) throws(TerminalError) {
        terminal.pause()
        expectsContinuation = true
        try parts.device.suspend()
        terminal.resume()
        try resume()
    }

    private func resume() throws(TerminalError) {
        encoder.invalidate()
        perform(state.update(.resized(parts.device.size()), at: parts.clock()))
        perform(state.update(.feed(.changed), at: parts.clock()))
    }
}

extension TerminalError {
    /// The terminal has hung up: every call on it fails with EIO (termios(3), pty(7)).
    var isLossOfLine: Bool {
        guard case .system(_, let number) = self else { return false }
        return number == .ioError
    }
}
