/// One day on the way to a due instant, and what became of it.
public struct DeadlineStep: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case counted
        /// The rule skips days of this kind.
        case skipped
        /// The day of the start, from which working days are counted.
        case dayOfStart
        /// The day had ended when the clock started.
        case afterHours
        /// The clock stood still: at the day's end, or for all of its time that would have counted.
        case paused
    }

    public var date: CivilDate
    public var day: WorkCalendar.DayKind
    public var verdict: Verdict
    /// Counted minutes of this day (clocks of hours and minutes), or the number of the counted day; 0 when not counted.
    /// Minutes add up to the limit also when the start is not on a full minute.
    public var amount: Int
    /// Minutes of this day that would have counted but for a pause (clocks of hours and minutes).
    public var pausedMinutes: Int
    /// Whose ruling makes the day what it is; `nil` for the national calendar.
    public var region: String?
    /// The year of this day is not published.
    public var isProvisional: Bool
    /// Where the step ends: the end of the day, for the last one the due instant.
    public var end: Instant

    public var isCounted: Bool { verdict == .counted }
}

extension Deadline {
    /// Each day that was counted or skipped on the way to ``due``, in order; the last one ends on ``due``.
    ///
    /// It tells of this deadline as it was computed; with a calendar that has changed since, the amounts need not come
    /// to the limit (``isCurrent(calendar:offset:)``). A target that came with the case has no steps.
    public func explanation(calendar: WorkCalendar, offset: UTCOffset) -> [DeadlineStep] {
        guard rule.kind != .target else { return [] }
        let first = offset.civil(start).date.dayNumber
        // Midnight belongs to the day that ends.
        let last = max(first, offset.civil(Instant(milliseconds: due.milliseconds - 1)).date.dayNumber)
        let count = calendar.storage.count(rule.effectiveSkip)
        var tally = DeadlineTally(deadline: self, offset: offset)
        var steps: [DeadlineStep] = []
        steps.reserveCapacity(last - first + 1)
        for number in first...last {
            let date = CivilDate(dayNumber: number)
            let (verdict, amount, paused) = tally.add(number, counts: count.counts(number))
            steps.append(
                DeadlineStep(
                    date: date, day: calendar.kind(of: date), verdict: verdict, amount: amount, pausedMinutes: paused,
                    region: calendar.ruling(on: date)?.region,
                    isProvisional: rule.effectiveSkip != .nothing && !calendar.knows(date),
                    end: number == last ? due : offset.instant(date, minute: 1_440)))
        }
        return steps
    }

    /// Whether this calendar still gives the same dates.
    public func isCurrent(calendar: WorkCalendar, offset: UTCOffset) -> Bool {
        let now = recomputed(calendar: calendar, offset: offset)
        return now.due == due && now.warnAt == warnAt && now.isProvisional == isProvisional
    }
}

/// What has been counted so far while a deadline is explained day by day.
private struct DeadlineTally {
    let deadline: Deadline
    let offset: UTCOffset
    private let firstDay: Int
    private var milliseconds: Int64 = 0
    private var days = 0

    init(deadline: Deadline, offset: UTCOffset) {
        self.deadline = deadline
        self.offset = offset
        firstDay = deadline.rule.firstDay(from: deadline.start, offset: offset).day
    }

    mutating func add(_ day: Int, counts: Bool) -> (verdict: DeadlineStep.Verdict, amount: Int, paused: Int) {
        guard counts else { return (.skipped, 0, 0) }
        switch deadline.rule.unit {
        case .hours, .atOnce:
            let midnight = offset.instant(CivilDate(dayNumber: day))
            let from = max(deadline.start, midnight)
            let until = min(deadline.due, Instant(milliseconds: midnight.milliseconds + CountedTime.day))
            let paused = paused(from: from, until: until)
            let passed = max(0, until.milliseconds(since: from) - paused)
            let before = milliseconds / 60_000
            milliseconds += passed
            let amount = Int(milliseconds / 60_000 - before)
            return (passed == 0 && paused > 0 ? .paused : .counted, amount, Int(paused / 60_000))
        case .workingDays, .sameDay:
            guard day >= firstDay else {
                return (deadline.rule.unit == .workingDays ? .dayOfStart : .afterHours, 0, 0)
            }
            let end = offset.instant(CivilDate(dayNumber: day), minute: deadline.rule.dayEnd)
            let isPaused = (deadline.pauses ?? []).contains { pause in
                pause.until.map { pause.from < end && end <= $0 } ?? false
            }
            if isPaused { return (.paused, 0, 0) }
            days += 1
            return (.counted, days, 0)
        }
    }

    /// Milliseconds of `from ..< until` in which the clock stood; where pauses overlap, once.
    private func paused(from: Instant, until: Instant) -> Int64 {
        var total: Int64 = 0
        var reached = from
        for pause in deadline.pauses ?? [] {
            guard let end = pause.until else { continue }
            let first = max(pause.from, reached)
            let last = min(end, until)
            guard first < last else { continue }
            total += last.milliseconds(since: first)
            reached = last
        }
        return total
    }
}
