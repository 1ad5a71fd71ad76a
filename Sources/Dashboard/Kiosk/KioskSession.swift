import CaseStore
import Casework
import Dispatch
import TerminalKit

/// The kiosk at work: one actor that owns the state, the frame buffers and the terminal, as ``DeskSession`` does for a desk.
///
/// It differs in what it does not do: no key suspends or ends it, and being asked to stop for a while is not answered. Only
/// the PIN of somebody who may close it, an end that the system asks for, or the loss of the line ends it.
public actor KioskSession {
    private enum Arrival: Sendable {
        case kiosk(KioskEvent)
        case terminal(TerminalEvents.Event)
    }

    /// What a session is given.
    public struct Parts: Sendable {
        public var device: TerminalDevice
        public var profile: TerminalProfile
        public var store: CaseStore
        public var feed: ChangeFeed
        public var door: AttendanceDoor
        public var spool: AttendanceSpool
        public var rules: Rules
        public var view: KioskView
        public var glyphs: Glyphs.Choice
        public var ambiguousWidth: AmbiguousWidth?
        public var clock: @Sendable () -> Instant

        public init(
            device: TerminalDevice, profile: TerminalProfile, store: CaseStore, feed: ChangeFeed, door: AttendanceDoor,
            spool: AttendanceSpool, rules: Rules, view: KioskView, glyphs: Glyphs.Choice,
            ambiguousWidth: AmbiguousWidth?, clock: @escaping @Sendable () -> Instant
        ) {
            self.device = device
            self.profile = profile
            self.store = store
            self.feed = feed
            self.door = door
            self.spool = spool
            self.rules = rules
            self.view = view
            self.glyphs = glyphs
            self.ambiguousWidth = ambiguousWidth
            self.clock = clock
        }
    }

    private let parts: Parts
    private let queue = EventQueue<Arrival>()
    private var state: KioskState
    private var buffer: CellBuffer
    private var encoder: FrameEncoder
    private var view: KioskView
    private var isTerminalKnown = false
    private var early: [Arrival] = []
    private var ending: DeskSession.Ending?
    /// The store blocks while it works, and a PIN takes a while to compute.
    private let working = DispatchQueue(label: "daiban.door", qos: .userInteractive)
    private let reading = DispatchQueue(label: "daiban.reading", qos: .userInteractive)

    public init(_ state: KioskState, _ parts: Parts) {
        self.state = state
        self.parts = parts
        buffer = CellBuffer(size: state.size)
        encoder = FrameEncoder(depth: parts.profile.colourDepth)
        view = parts.view
    }

    /// Runs until somebody closes it, a signal comes, or the line is lost; the terminal is given back in each case, and a
    /// call that was begun is finished first.
    public func run() async throws(TerminalError) -> DeskSession.Ending {
        let terminal = TerminalEvents(device: parts.device, escapeDelay: parts.profile.escapeDelay) {
            [queue] event in
            queue.push(.terminal(event))
        }
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
        await withCheckedContinuation { continuation in working.async { continuation.resume() } }
        queue.finish()
        if let failure, !failure.isLossOfLine { throw failure }
        return ending ?? .lineLost
    }

    private func work(_ terminal: TerminalEvents) async throws(TerminalError) {
        state.size = parts.device.size()
        try terminal.ask(parts.profile, through: parts.device)
        perform([.loadToday, .settle])
        parts.feed.start { [queue] signal in
            switch signal {
            case .changed, .reachable: queue.push(.kiosk(.changed))
            case .unreachable: queue.push(.kiosk(.away))
            }
        }
        defer { parts.feed.stop() }
        let minutes = minuteTimer()
        defer { minutes.cancel() }
        for await batch in queue {
            SignalStack.coverThread()
            for arrival in batch { try receive(arrival) }
            if ending != nil { return }
            if isTerminalKnown { try draw() }
        }
    }

    private func minuteTimer() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: reading)
        let left = 60_000 - parts.clock().milliseconds % 60_000 + 5
        timer.schedule(wallDeadline: .now() + .milliseconds(Int(left)), repeating: .seconds(60))
        timer.setEventHandler { [queue] in queue.push(.kiosk(.tick)) }
        timer.activate()
        return timer
    }

    private func receive(_ arrival: Arrival) throws(TerminalError) {
        guard !isTerminalKnown else { return try take(arrival) }
        guard case .terminal(.answered(let answers)) = arrival else { return early.append(arrival) }
        let findings = TerminalFindings(parts.profile, answers: answers, ambiguousWidth: parts.ambiguousWidth)
        view.glyphs = try findings.adopt(on: parts.device, parts.glyphs)
        encoder = FrameEncoder(findings.capabilities)
        isTerminalKnown = true
        for arrival in early { try take(arrival) }
        early = []
    }

    private func take(_ arrival: Arrival) throws(TerminalError) {
        guard ending == nil else { return }
        switch arrival {
        case .kiosk(let event): perform(state.update(event, at: parts.clock()))
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
    }

    private func perform(_ effects: [KioskEffect]) {
        let (door, clock, spool) = (parts.door, parts.clock, parts.spool)
        for effect in effects {
            switch effect {
            case .call(let number, let pin, let wanted):
                // The time is that of the last key, not of the end of the computation.
                let at = clock()
                working.asyncCovered { [queue] in
                    let answer = door.call(number: number, pin: pin, wanted: wanted, at: at)
                    queue.push(.kiosk(.answered(answer, at: at)))
                }
            case .leave(let number, let pin):
                let at = clock()
                working.asyncCovered { [queue] in
                    queue.push(.kiosk(.answered(door.leave(number: number, pin: pin, at: at), at: at)))
                }
            case .loadToday:
                let (store, rules, village) = (parts.store, parts.rules, state.village)
                reading.asyncCovered { [queue] in
                    guard let today = try? store.dutyDay(at: clock(), in: village, rules: rules) else { return }
                    queue.push(.kiosk(.today(today)))
                }
            case .settle:
                working.asyncCovered { [queue] in
                    _ = try? door.settle(at: clock())
                    let isWaiting = (try? spool.waiting().isEmpty) == false
                    queue.push(.kiosk(.waiting(isWaiting)))
                }
            case .startTimer(let turn, let seconds):
                reading.asyncAfter(deadline: .now() + .seconds(seconds)) { [queue] in
                    queue.push(.kiosk(.timeUp(turn: turn)))
                }
            case .redraw: encoder.invalidate()
            case .quit: ending = .quit
            }
        }
    }

    private func draw() throws(TerminalError) {
        let cursor = view.draw(state, in: &buffer)
        let bytes = encoder.encode(buffer, cursor: cursor)
        if !bytes.isEmpty { try parts.device.write(bytes) }
    }
}
