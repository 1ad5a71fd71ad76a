import Casework

/// A due instant and the way to it, for `--json`: stable names, ISO 8601 times with offset.
struct ShownDeadline: Codable {
    struct Pause: Codable {
        var from: String
        /// Missing while the clock stands.
        var until: String?
    }

    struct Step: Codable {
        var date: String
        /// 1 = Monday … 7 = Sunday.
        var weekday: Int
        /// weekday, make-up-workday, weekend, holiday.
        var day: String
        /// Of the holiday.
        var name: String?
        /// Whose ruling it is, when it is not the national calendar's.
        var region: String?
        var counted: Bool
        /// counted, skipped, day-of-start, after-hours, paused.
        var reason: String
        /// Counted minutes, of clocks of hours and minutes.
        var minutes: Int?
        /// Which counted day it is, of clocks that count days.
        var number: Int?
        var pausedMinutes: Int
        var provisional: Bool
        var end: String
    }

    var rulebook: String
    var clock: String
    var clause: String
    var limit: Int
    var unit: String
    var skip: String
    var from: String
    var due: String
    /// The day to which the due instant belongs: midnight is the end of a day.
    var day: String
    var warn: String
    var provisional: Bool
    var stopped: Bool
    var pauses: [Pause]
    var steps: [Step]

    init(rulebook: String, clock: DueClock, _ deadline: Deadline, calendar: WorkCalendar, offset: UTCOffset) {
        self.rulebook = rulebook
        self.clock = clock.rawValue
        clause = deadline.rule.clause
        limit = deadline.rule.limit
        unit = deadline.rule.unit.rawValue
        skip = deadline.rule.skip.rawValue
        from = deadline.start.iso8601(offset)
        due = deadline.due.iso8601(offset)
        warn = deadline.warnAt.iso8601(offset)
        provisional = deadline.isProvisional
        stopped = deadline.isStopped
        pauses = (deadline.pauses ?? []).map { pause in
            Pause(from: pause.from.iso8601(offset), until: pause.until?.iso8601(offset))
        }
        let steps = deadline.explanation(calendar: calendar, offset: offset)
        day = (steps.last?.date ?? offset.civil(deadline.due).date).description
        let countsMinutes =
            switch deadline.rule.unit {
            case .hours, .atOnce: true
            case .workingDays, .sameDay: false
            }
        self.steps = steps.map { step in
            let (day, name): (String, String?) =
                switch step.day {
                case .weekday: ("weekday", nil)
                case .makeUpWorkday: ("make-up-workday", nil)
                case .weekend: ("weekend", nil)
                case .holiday(let name): ("holiday", name)
                }
            let reason =
                switch step.verdict {
                case .counted: "counted"
                case .skipped: "skipped"
                case .dayOfStart: "day-of-start"
                case .afterHours: "after-hours"
                case .paused: "paused"
                }
            return Step(
                date: step.date.description, weekday: step.date.weekday, day: day, name: name, region: step.region,
                counted: step.isCounted, reason: reason, minutes: countsMinutes ? step.amount : nil,
                number: countsMinutes || !step.isCounted ? nil : step.amount, pausedMinutes: step.pausedMinutes,
                provisional: step.isProvisional, end: step.end.iso8601(offset))
        }
    }
}
