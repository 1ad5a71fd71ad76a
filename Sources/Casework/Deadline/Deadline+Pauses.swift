/// Stopping a clock, letting it go on, and computing it anew when the calendar or the rulebook has changed.
extension Deadline {
    /// This clock, standing still from `instant` on: the supplement of materials stops the applicant's clock
    /// (建政发〔2022〕33号 五(一)2: what is missing is told at once, and the time for it is the applicant's).
    ///
    /// A clock that stands already stays as it is. ``due`` keeps the instant that would hold if it went on at once.
    public func stopped(at instant: Instant) -> Deadline {
        guard !isStopped else { return self }
        var stopped = self
        let earliest = pauses?.last?.until ?? start
        stopped.pauses = (pauses ?? []) + [Pause(from: max(instant, earliest))]
        return stopped
    }

    /// This clock, going on from `instant`. A clock that does not stand stays as it is.
    public func resumed(at instant: Instant, calendar: WorkCalendar, offset: UTCOffset) -> Deadline {
        guard var pauses, let last = pauses.last, last.until == nil else { return self }
        pauses[pauses.count - 1].until = max(instant, last.from)
        var resumed = self
        resumed.pauses = pauses
        return resumed.recomputed(calendar: calendar, offset: offset)
    }

    /// This clock under another state of the calendar. A target that came with the case is given, not computed.
    public func recomputed(calendar: WorkCalendar, offset: UTCOffset) -> Deadline {
        recomputed(with: rule, calendar: calendar, offset: offset)
    }

    /// This clock under another rule for the same thing, with its start and its pauses.
    public func recomputed(with rule: ClockRule, calendar: WorkCalendar, offset: UTCOffset) -> Deadline {
        guard self.rule.kind != .target else { return self }
        return rule.deadline(from: start, pauses: pauses ?? [], calendar: calendar, offset: offset)
    }
}

extension Deadline.Pause {
    /// The pauses by their beginning; nothing is allocated when they are in order already.
    static func inOrder(_ pauses: [Deadline.Pause]) -> [Deadline.Pause] {
        var previous: Instant?
        for pause in pauses {
            if let previous, pause.from < previous { return pauses.sorted { $0.from < $1.from } }
            previous = pause.from
        }
        return pauses
    }
}
