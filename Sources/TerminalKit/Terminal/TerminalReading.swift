// What the waiting thread knows between two waits: the parser, the answers it collects, and until when it waits for which.
// A value without clock or terminal; EventLoop.swift has those.

struct TerminalReading {
    /// How long to wait for what, in milliseconds.
    struct Delays {
        /// For the rest of a sequence after a lone ESC.
        var escape: Int
        /// For the end of a paste or of a broken sequence.
        var paste: Int
        /// For the terminal's answers.
        var answers: Int
    }

    private let delays: Delays
    private var parser = InputParser()
    /// When the parser has to decide.
    private var decision: Int64?
    /// The answers so far, and when they are no longer waited for.
    private var asking: (answers: TerminalAnswers, until: Int64)?

    init(_ delays: Delays) { self.delays = delays }

    /// When ``passTime(_:)`` is to be called, in milliseconds of the caller's clock; nil when nothing is waited for.
    var due: Int64? {
        guard let decision, let asking else { return decision ?? asking?.until }
        return min(decision, asking.until)
    }

    /// From now on answers are collected; they come as one event.
    mutating func expectAnswers(at now: Int64) {
        asking = (TerminalAnswers(), now + Int64(delays.answers))
    }

    /// Takes what was read.
    mutating func take(_ bytes: some Sequence<UInt8>, at now: Int64) -> [TerminalEvents.Event] {
        let arrivals = parser.take(bytes)
        decision =
            switch parser.patience {
            case .endless: nil
            case .brief: now + Int64(delays.escape)
            case .long: now + Int64(delays.paste)
            }
        // An answer that nobody waits for any more says nothing.
        for reply in arrivals.replies { asking?.answers.add(reply) }
        return input(arrivals.events) + (asking?.answers.areComplete == true ? stopAsking() : [])
    }

    /// Decides what is due.
    mutating func passTime(_ now: Int64) -> [TerminalEvents.Event] {
        var events: [TerminalEvents.Event] = []
        if let decision, decision <= now {
            events = input(parser.flush())
            self.decision = parser.patience == .endless ? nil : now + Int64(delays.paste)
        }
        if let asking, asking.until <= now { events += stopAsking() }
        return events
    }

    /// The terminal's input was dropped: what was begun has no rest.
    mutating func forget() {
        parser = InputParser()
        decision = nil
    }

    /// Nothing more will come.
    mutating func end() -> [TerminalEvents.Event] {
        decision = nil
        return input(parser.flush()) + stopAsking()
    }

    private mutating func stopAsking() -> [TerminalEvents.Event] {
        defer { asking = nil }
        return asking.map { [.answered($0.answers)] } ?? []
    }

    private func input(_ events: [InputEvent]) -> [TerminalEvents.Event] { events.isEmpty ? [] : [.input(events)] }
}
