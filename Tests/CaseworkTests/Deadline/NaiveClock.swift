import Casework
import Testing

/// A second opinion on clocks: it goes from day to day and from pause to pause and keeps no running counts, so that it
/// shares no idea with the arithmetic that it checks.
struct NaiveClock {
    /// Which days are off and on, as a plain list from `first` on, made from what the notices and layers state.
    struct Days {
        let first: Int
        let working: [Bool]
        let open: [Bool]
        let known: [Bool]

        init(_ calendar: WorkCalendar, from firstYear: Int, through lastYear: Int) throws {
            var date = try #require(CivilDate(year: firstYear, month: 1, day: 1))
            first = date.dayNumber
            let years = Set(calendar.notices.map(\.year))
            let stated = calendar.notices.map(\.days) + calendar.layers.map(\.days)
            var working: [Bool] = []
            var open: [Bool] = []
            var known: [Bool] = []
            while date.year <= lastYear {
                var isOff: Bool?
                for days in stated {
                    if days.off.contains(where: { $0.from <= date && date <= $0.to }) { isOff = true }
                    if days.work.contains(date) { isOff = false }
                }
                working.append(isOff.map { !$0 } ?? (date.weekday <= 5))
                open.append(isOff.map { !$0 } ?? true)
                known.append(years.contains(date.year))
                date = date.advanced(days: 1)
            }
            self.working = working
            self.open = open
            self.known = known
        }

        func counts(_ day: Int, _ skip: ClockRule.Skip) -> Bool {
            switch skip {
            case .nothing: true
            case .holidays: open[day - first]
            case .nonWorking: working[day - first]
            }
        }
    }

    struct Answer: Equatable {
        var due: Int64
        var warnAt: Int64
        var isProvisional: Bool
    }

    let days: Days
    /// Of the centre, in milliseconds.
    let offset: Int64

    func answer(_ rule: ClockRule, from start: Int64, pauses: [(from: Int64, until: Int64)]) -> Answer {
        let (due, last) =
            switch rule.unit {
            case .hours: time(rule, Int64(rule.limit) * 3_600_000, from: start, pauses)
            case .atOnce: time(rule, Int64(rule.limit) * 60_000, from: start, pauses)
            case .workingDays: dayEnds(rule, .nonWorking, rule.limit, from: start, pauses)
            case .sameDay: dayEnds(rule, rule.skip, 0, from: start, pauses)
            }
        let skipsNothing = rule.unit != .workingDays && rule.skip == .nothing
        let first = day(start)
        let isProvisional = !skipsNothing && (first...last).contains { !days.known[$0 - days.first] }
        return Answer(
            due: due, warnAt: max(start, due - Int64(rule.warnBefore) * 60_000), isProvisional: isProvisional)
    }

    /// Lets the time of counted days run out, stepping over pauses.
    private func time(
        _ rule: ClockRule, _ limit: Int64, from start: Int64, _ pauses: [(from: Int64, until: Int64)]
    ) -> (Int64, Int) {
        var left = limit
        var today = day(start)
        var now = start
        while true {
            let midnight = beginning(today + 1)
            while now < midnight && days.counts(today, rule.skip) {
                if let pause = pauses.first(where: { $0.from <= now && now < $0.until }) {
                    now = pause.until
                    continue
                }
                var until = midnight
                for pause in pauses where pause.from > now && pause.from < pause.until {
                    until = min(until, pause.from)
                }
                if until - now >= left { return (now + left, today) }
                left -= until - now
                now = until
            }
            now = max(now, midnight)
            today += 1
        }
    }

    /// Counts ends of days, leaving out those that fall into a pause.
    private func dayEnds(
        _ rule: ClockRule, _ skip: ClockRule.Skip, _ number: Int, from start: Int64,
        _ pauses: [(from: Int64, until: Int64)]
    ) -> (Int64, Int) {
        var today = day(start)
        var left = number
        if number > 0 {
            today += 1
        } else {
            left = 1
            if start >= beginning(today) + Int64(rule.dayEnd) * 60_000 { today += 1 }
        }
        while true {
            let end = beginning(today) + Int64(rule.dayEnd) * 60_000
            if days.counts(today, skip), !pauses.contains(where: { $0.from < end && end <= $0.until }) { left -= 1 }
            if left == 0 { return (end, today) }
            today += 1
        }
    }

    private func beginning(_ day: Int) -> Int64 { Int64(day) * 86_400_000 - offset }

    private func day(_ instant: Int64) -> Int { Int((instant + offset) / 86_400_000) }
}
