import Casework

/// Durations as the columns show them.
extension Message {
    /// `3时12分`, `超2时05`, `5天3时`, `超120天`: at most eight columns.
    static func chineseDuration(_ minutes: Int) -> String {
        let size = abs(minutes)
        let (days, hours, rest) = (size / 1_440, size / 60, size % 60)
        let two = rest < 10 ? "0\(rest)" : "\(rest)"
        guard minutes < 0 else {
            if days >= 100 { return "\(days)天" }
            return days >= 2 ? "\(days)天\(hours % 24)时" : "\(hours)时\(two)分"
        }
        return days >= 2 ? "超\(days)天" : "超\(hours)时\(two)"
    }

    /// `3h12m`, `-2h05m`, `5d03h` from two days on, `120d` from a hundred days on.
    static func compactDuration(_ minutes: Int) -> String {
        let sign = minutes < 0 ? "-" : ""
        let size = abs(minutes)
        let (days, hours, rest) = (size / 1_440, size / 60 % 24, size % 60)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        if days >= 100 { return "\(sign)\(days)d" }
        if days >= 2 { return "\(sign)\(days)d\(two(hours))h" }
        return "\(sign)\(size / 60)h\(two(rest))m"
    }
}

extension ClockRule {
    /// `17:30`: when a day ends for this clock; `nil` where it is midnight or does not matter.
    var dayEndText: String? {
        switch unit {
        case .hours, .atOnce: return nil
        case .workingDays, .sameDay:
            guard dayEnd != 1_440 else { return nil }
            let minute = dayEnd % 60
            return "\(dayEnd / 60):\(minute < 10 ? "0" : "")\(minute)"
        }
    }
}
