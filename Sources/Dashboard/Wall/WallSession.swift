import CaseStore
import Casework
import Dispatch
import Synchronization
import TerminalKit

/// A wall at work: one actor that owns the state, the frame buffers and the terminal, as ``DeskSession`` does for a desk.
///
/// It wakes up when something is due that the state names, when a key or a signal comes, and when the change feed tells of a
/// commit; never else.
public actor WallSession {
    private enum Arrival: Sendable {
        case wall(WallEvent)
        case terminal(TerminalEvents.Event)
    }

    /// What a session is given.
    public struct Parts: Sendable {
        public var device: TerminalDevice
        public var profile: TerminalProfile
        public var source: WallSource
        public var view: WallView
        public var glyphs: Glyphs.Choice
        public var ambiguousWidth: AmbiguousWidth?
        public var clock: @Sendable () -> WallMoment

        public init(
            device: TerminalDevice, profile: TerminalProfile, source: WallSource, view: WallView,
            glyphs: Glyphs.Choice, ambiguousWidth: AmbiguousWidth?, clock: @escaping @Sendable () -> WallMoment
        ) {
            self.device = device
            self.profile = profile
            self.source = source
            self.view = view
            self.glyphs = glyphs
            self.ambiguousWidth = ambiguousWidth
            self.clock = clock
        }
    }

    private let parts: Parts
    private let queue = EventQueue<Arrival>()
    private var state: WallState
    private var buffer: CellBuffer
    private var encoder: FrameEncoder
    private var isTerminalKnown = false
    private var early: [Arrival] = []
    private var ending: DeskSession.Ending?
    /// The record blocks while it is read.
    private let reading = DispatchQueue(label: "daiban.reading", qos: .utility)
    private let reader: WallReading
    private let timer: any DispatchSourceTimer
    /// When the timer goes off next, by the steady clock.
    private var timerDue: Int64?

    public init(_ state: WallState, _ parts: Parts) {
        self.state = state
        self.parts = parts
        buffer = CellBuffer(size: state.size)
        encoder = FrameEncoder(depth: parts.profile.colourDepth)
        // Not on the queue for reading: the clock goes on while the record keeps somebody waiting.
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "daiban.due", qos: .userInteractive))
        reader = WallReading(source: parts.source) { [queue] event in queue.push(.wall(event)) }
    }

    /// Runs until somebody leaves, a signal comes, or the line is lost; the terminal is given back in each case.
    public func run() async throws(TerminalError) -> DeskSession.Ending {
        let terminal = TerminalEvents(device: parts.device, escapeDelay: parts.profile.escapeDelay) {
            [queue] event in
            queue.push(.terminal(event))
        }
        try terminal.start()
        defer { terminal.stop() }
        try parts.device.enter()
        timer.setEventHandler { [queue] in queue.push(.wall(.due)) }
        timer.activate()
        var failure: TerminalError?
        do {
            try await work(terminal)
        } catch {
            failure = error
        }
        timer.cancel()
        // Before it is waited for a reading that may hang: the terminal is given back whatever the disk does.
        terminal.pause()
        parts.device.leave()
        await endReading()
        queue.finish()
        if let failure, !failure.isLossOfLine { throw failure }
        return ending ?? .lineLost
    }

    /// Waits for a reading that is under way, but not for one that hangs: its thread ends with the process.
    private func endReading() async {
        let reader = reader
        await withCheckedContinuation { continuation in
            let end = FirstEnd(continuation)
            reading.async {
                reader.close()
                end.come()
            }
            DispatchQueue(label: "daiban.patience").asyncAfter(deadline: .now() + Self.patience) { end.come() }
        }
    }

    private func work(_ terminal: TerminalEvents) async throws(TerminalError) {
        state.size = parts.device.size()
        try terminal.ask(parts.profile, through: parts.device)
        perform(state.update(.due, at: parts.clock()))
        for await batch in queue {
            SignalStack.coverThread()
            var movesOnly = true
            for arrival in batch { movesOnly = try receive(arrival) && movesOnly }
            if ending != nil { return }
            if isTerminalKnown { try draw(movesOnly: movesOnly) }
            setTimer()
        }
    }

    /// One timer, set to what is due next.
    private func setTimer() {
        let due = state.nextDue
        guard timerDue != due else { return }
        timerDue = due
        let left = max(0, due - parts.clock().steady)
        timer.schedule(deadline: .now() + .milliseconds(Int(left)), leeway: .milliseconds(20))
    }

    /// - Returns: whether nothing has happened but that the line of the urgent notice moves.
    private func receive(_ arrival: Arrival) throws(TerminalError) -> Bool {
        guard !isTerminalKnown else { return try take(arrival) }
        guard case .terminal(.answered(let answers)) = arrival else {
            early.append(arrival)
            return false
        }
        let findings = TerminalFindings(parts.profile, answers: answers, ambiguousWidth: parts.ambiguousWidth)
        let glyphs = try findings.adopt(on: parts.device, parts.glyphs)
        encoder = FrameEncoder(findings.capabilities)
        isTerminalKnown = true
        perform(state.update(.drawnWith(glyphs), at: parts.clock()))
        for arrival in early { _ = try take(arrival) }
        early = []
        return false
    }

    private func take(_ arrival: Arrival) throws(TerminalError) -> Bool {
        guard ending == nil else { return false }
        switch arrival {
        case .wall(.due):
            timerDue = nil
            let before = state.picture
            perform(state.update(.due, at: parts.clock()))
            return state.picture == before
        case .wall(let event): perform(state.update(event, at: parts.clock()))
        case .terminal(.input(let events)):
            for event in events { perform(state.update(.input(event), at: parts.clock())) }
        case .terminal(.signal(.resized)):
            perform(state.update(.resized(parts.device.size()), at: parts.clock()))
        case .terminal(.signal(.continued)):
            try parts.device.enter()
            perform(state.update(.resized(parts.device.size()), at: parts.clock()))
        case .terminal(.signal(.suspend)), .terminal(.answered): break
        case .terminal(.signal(.stop(let number))): ending = .stopped(number)
        case .terminal(.ended): ending = .lineLost
        }
        return false
    }

    private func perform(_ effects: [WallEffect]) {
        for effect in effects {
            switch effect {
            case .read:
                let (reader, clock) = (reader, parts.clock)
                reading.asyncCovered { reader.read(at: clock().instant) }
            case .look:
                let reader = reader
                reading.asyncCovered { reader.look() }
            case .redraw: encoder.invalidate()
            case .leave: ending = .quit
            }
        }
    }

    private func draw(movesOnly: Bool) throws(TerminalError) {
        if movesOnly {
            guard state.urgent != nil else { return }
            view.drawTicker(state, in: &buffer)
        } else {
            view.draw(state, in: &buffer)
        }
        let bytes = encoder.encode(buffer, cursor: nil)
        if !bytes.isEmpty { try parts.device.write(bytes) }
    }

    private var view: WallView { parts.view }

    /// How long leaving waits for a reading: SQLite's own patience with somebody's lock is not much longer.
    private static let patience = DispatchTimeInterval.seconds(1)
}

/// Goes on when the first of several ends comes.
private final class FirstEnd: Sendable {
    private let waiting: Mutex<CheckedContinuation<Void, Never>?>

    init(_ continuation: CheckedContinuation<Void, Never>) { waiting = Mutex(continuation) }

    func come() {
        let first = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        first?.resume()
    }
}

/// Where a wall has its boards from. It can only be read.
public struct WallSource: Sendable {
    /// The board as of a moment; a failed reading tries again from the start the next time.
    public var board: @Sendable (Instant) -> Result<WallBoard, StoreError>
    /// Tells of commits; none where that cannot be had now.
    public var changes: @Sendable () -> ChangeFeed?
    /// Whether the file itself was written to since the last board.
    public var isTouched: @Sendable () -> Bool

    public init(
        board: @escaping @Sendable (Instant) -> Result<WallBoard, StoreError>,
        changes: @escaping @Sendable () -> ChangeFeed?, isTouched: @escaping @Sendable () -> Bool
    ) {
        self.board = board
        self.changes = changes
        self.isTouched = isTouched
    }
}

/// Reads boards, and listens for commits from the first one on. Works on the queue for reading alone.
private final class WallReading: Sendable {
    private let source: WallSource
    private let tell: @Sendable (WallEvent) -> Void
    private let feed = Mutex<ChangeFeed?>(nil)
    /// What the feed told last is that the record is away.
    private let isAway = Atomic<Bool>(false)

    init(source: WallSource, tell: @escaping @Sendable (WallEvent) -> Void) {
        self.source = source
        self.tell = tell
    }

    func read(at now: Instant) {
        // The feed first: what is committed after it was made is told.
        if feed.withLock({ $0 == nil }), let made = source.changes() {
            feed.withLock { $0 = made }
            made.start { [weak self] signal in self?.hear(signal) }
        }
        tell(.read(source.board(now)))
    }

    func look() {
        if source.isTouched() { tell(.feed(.changed)) }
    }

    private func hear(_ signal: ChangeFeed.Signal) {
        // That the record is away is told once a second; once is enough.
        var isAwayNow = false
        if case .unreachable = signal { isAwayNow = true }
        let wasAway = isAway.exchange(isAwayNow, ordering: .relaxed)
        if !(isAwayNow && wasAway) { tell(.feed(signal)) }
    }

    func close() {
        feed.withLock { feed in
            feed?.stop()
            feed = nil
        }
    }
}
