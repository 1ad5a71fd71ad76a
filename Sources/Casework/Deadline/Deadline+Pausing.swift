extension Deadline {
    public func stopped(at instant: Instant) -> Deadline {
        var deadline = self
        deadline.pauses = (pauses ?? []) + [Pause(from: instant)]
        return deadline
    }

    public func resumed(at instant: Instant, calendar: WorkCalendar, offset: UTCOffset) -> Deadline {
        var deadline = self
        guard var pauses, let last = pauses.last, last.until == nil else { return self }
        pauses[pauses.count - 1].until = instant
        deadline.pauses = pauses
        let shift = instant.milliseconds(since: last.from)
        deadline.due = Instant(milliseconds: due.milliseconds + shift)
        deadline.warnAt = Instant(milliseconds: warnAt.milliseconds + shift)
        return deadline
    }
}

extension Deadline {
    public func recomputed(with rule: ClockRule, calendar: WorkCalendar, offset: UTCOffset) -> Deadline {
        guard pauses == nil else { return self }
        return rule.deadline(from: start, calendar: calendar, offset: offset)
    }
}
