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
        /// For answers that are later than that, when the terminal is about to be somebody else's, who would take them for
        /// keys.
        var lateAnswers = TerminalAnswers.latePatience
    }

    private let delays: Delays
    private var parser = InputParser()
    /// When the parser has to decide.
    private var decision: Int64?
    /// The answers so far, and when they are no longer waited for.
    private var asking: (answers: TerminalAnswers, until: Int64)?
    /// Until when answers may still be on their way; nil when the last one is there.
    private(set) var owedUntil: Int64?

    init(_ delays: Delays) { self.delays = delays }

    /// When ``passTime(_:)`` is to be called, in milliseconds of the caller's clock; nil when nothing is waited for.
    var due: Int64? {
        guard let decision, let asking else { return decision ?? asking?.until }
        return min(decision, asking.until)
    }

    /// From now on answers are collected; they come as one event.
    mutating func expectAnswers(at now: Int64) {
        asking = (TerminalAnswers(), now + Int64(delays.answers))
        owedUntil = now + Int64(max(delays.answers, delays.lateAnswers))
    }

    /// Takes what was read.
    mutating func take(_ bytes: some Sequence<UInt8>, at now: Int64) -> [TerminalEvents.Event] {
        let arrivals = parser.take(bytes)
        decision =
            switch parser.patience {
            case .endless: nil
            case .brief: now + Int64(delays.escape)
            // What is typed meanwhile must not put that off: it would be swallowed for as long as somebody types.
            case .long where parser.isLate: decision ?? now + Int64(delays.paste)
            case .long: now + Int64(delays.paste)
            }
        for reply in arrivals.replies {
            // An answer that nobody waits for any more says nothing.
            asking?.answers.add(reply)
            if case .primaryAttributes = reply { owedUntil = nil }
        }
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
        if let owedUntil, owedUntil <= now { self.owedUntil = nil }
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
        owedUntil = nil
        return input(parser.flush()) + stopAsking()
    }

    private mutating func stopAsking() -> [TerminalEvents.Event] {
        defer { asking = nil }
        return asking.map { [.answered($0.answers)] } ?? []
    }

    private func input(_ events: [InputEvent]) -> [TerminalEvents.Event] { events.isEmpty ? [] : [.input(events)] }
}
