import Casework

/// Finds when something must have begun for a clock of the rulebook to run out at a given instant, whatever the rule is:
/// a later start never has an earlier end, so halving the time finds it.
struct ClockSearch {
    let rules: Rules
    let now: Instant

    /// The longest stretch of days off and the longest limit fit into it.
    private static let days = 40

    /// The earliest start (to the minute) whose clock runs out at `due` or later; never later than now.
    func earliestStart(of rule: ClockRule, due: Instant) -> Instant {
        search { end(of: rule, from: $0) >= due }
    }

    /// The latest start (to the minute) whose clock runs out at `due` or earlier.
    func latestStart(of rule: ClockRule, due: Instant) -> Instant {
        search { end(of: rule, from: $0) > due }.advanced(minutes: -1)
    }

    private func end(of rule: ClockRule, from start: Instant) -> Instant {
        rule.deadline(from: start, calendar: rules.calendar, offset: rules.offset).due
    }

    /// The first minute for which `isLater` holds, which does not hold before and holds from there on.
    private func search(_ isLater: (Instant) -> Bool) -> Instant {
        var low = -Self.days * 1_440
        var high = 0
        while low < high {
            let middle = low + (high - low) / 2
            if isLater(now.advanced(minutes: middle)) { high = middle } else { low = middle + 1 }
        }
        return now.advanced(minutes: high)
    }
}
