/// When something has to be done, and why then: never a bare date.
///
/// A deadline carries its rule and its start, so it can be computed again and can explain itself line by line
/// (``explanation(calendar:offset:)``). `due` is the cached answer.
public struct Deadline: Hashable, Codable, Sendable {
    public var rule: ClockRule
    public var start: Instant
    public var due: Instant
    /// From here on the case is near its deadline.
    public var warnAt: Instant
    /// A year was needed whose days off are not published yet.
    public var isProvisional: Bool
    /// The stretches in which the clock stood still, in order; `nil` when it never did. Only the last may be open.
    public var pauses: [Pause]?

    /// A stretch in which a clock stands still.
    public struct Pause: Hashable, Codable, Sendable {
        public var from: Instant
        /// `nil` while it still stands.
        public var until: Instant?

        public init(from: Instant, until: Instant? = nil) {
            self.from = from
            self.until = until
        }
    }

    public init(
        rule: ClockRule, start: Instant, due: Instant, warnAt: Instant, isProvisional: Bool, pauses: [Pause]? = nil
    ) {
        self.rule = rule
        self.start = start
        self.due = due
        self.warnAt = warnAt
        self.isProvisional = isProvisional
        self.pauses = pauses
    }

    /// Whether the clock stands still now: then ``due`` is the instant that would hold if it went on at once.
    public var isStopped: Bool { pauses?.last.map { $0.until == nil } ?? false }
}

/// One day on the way to a due instant.
public struct DeadlineStep: Hashable, Sendable {
    public var date: CivilDate
    public var day: WorkCalendar.DayKind
    public var isCounted: Bool
    /// Counted minutes of this day (hours clocks), or the number of the working day (day clocks); 0 when skipped.
    public var amount: Int
    /// The year of this day is not published.
    public var isProvisional: Bool
}

extension ClockRule {
    /// The deadline of a clock that starts at `start`.
    public func deadline(from start: Instant, calendar: WorkCalendar, offset: UTCOffset) -> Deadline {
        let (due, steps) = walk(from: start, calendar: calendar, offset: offset)
        return Deadline(
            rule: self, start: start, due: due, warnAt: due.advanced(minutes: -warnBefore),
            isProvisional: steps.contains { $0.isProvisional })
    }

    /// Goes from `start` day by day, until the limit is used up.
    ///
    /// A due instant at exactly midnight stays the end of the counted day; it does not jump to the next one.
    func walk(from start: Instant, calendar: WorkCalendar, offset: UTCOffset) -> (due: Instant, steps: [DeadlineStep]) {
        var (date, millisecond) = offset.civil(start)
        var steps: [DeadlineStep] = []
        func step(counted: Bool, amount: Int) -> DeadlineStep {
            DeadlineStep(
                date: date, day: calendar.kind(of: date), isCounted: counted, amount: amount,
                isProvisional: skip != .nothing && !calendar.knows(date))
        }
        switch unit {
        case .hours, .atOnce:
            var left = Int64(limit) * (unit == .hours ? 3_600_000 : 60_000)
            while true {
                let counted = counts(calendar.kind(of: date))
                let available = counted ? 86_400_000 - millisecond : 0
                let used = min(left, available)
                steps.append(step(counted: counted, amount: Int(used / 60_000)))
                left -= used
                if left == 0 && counted {
                    return (Instant(milliseconds: offset.instant(date).milliseconds + millisecond + used), steps)
                }
                date = date.advanced(days: 1)
                millisecond = 0
            }
        case .workingDays:
            steps.append(step(counted: false, amount: 0))
            var number = 0
            while number < limit {
                date = date.advanced(days: 1)
                let counted = calendar.isWorkingDay(date)
                if counted { number += 1 }
                steps.append(step(counted: counted, amount: counted ? number : 0))
            }
            return (offset.instant(date, minute: 1_440), steps)
        case .sameDay:
            while !counts(calendar.kind(of: date)) {
                steps.append(step(counted: false, amount: 0))
                date = date.advanced(days: 1)
            }
            steps.append(step(counted: true, amount: 1))
            return (offset.instant(date, minute: 1_440), steps)
        }
    }
}

extension Deadline {
    /// Each day that was counted or skipped on the way to `due`, in order.
    public func explanation(calendar: WorkCalendar, offset: UTCOffset) -> [DeadlineStep] {
        guard rule.kind != .target else { return [] }
        return rule.walk(from: start, calendar: calendar, offset: offset).steps
    }
}
