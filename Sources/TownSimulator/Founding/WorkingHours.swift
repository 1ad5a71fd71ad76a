import Casework

/// When the made-up centre is open, and arithmetic in open minutes: people accept, handle and review only then.
///
/// Open from 08:30 to 12:00 and from 14:00 to 17:30, 420 minutes on every working day of the calendar, and on `dutyDays`
/// besides (a day off on which requests are taken all the same).
struct WorkingHours {
    var calendar: WorkCalendar
    var offset: UTCOffset
    var dutyDays: Set<CivilDate> = []

    /// Minutes of the day.
    private static let openings = [510..<720, 840..<1_050]

    /// No walk goes further: a calendar without any working day must not hang the simulator.
    private static let horizon = 400

    func isOpen(_ date: CivilDate) -> Bool {
        dutyDays.contains(date) || calendar.isWorkingDay(date)
    }

    /// Whether somebody is at the desk.
    func isOpen(_ instant: Instant) -> Bool {
        let (date, minute) = civil(instant)
        return isOpen(date) && Self.openings.contains { $0.contains(minute) }
    }

    /// The open day before `date`.
    func openDay(before date: CivilDate) -> CivilDate {
        var day = date.advanced(days: -1)
        for _ in 0..<Self.horizon where !isOpen(day) { day = day.advanced(days: -1) }
        return day
    }

    /// `minutes` open minutes after `instant`.
    func after(_ instant: Instant, minutes: Int) -> Instant {
        var (date, minute) = civil(instant)
        var left = minutes
        for _ in 0..<Self.horizon {
            for opening in isOpen(date) ? Self.openings : [] {
                let from = max(minute, opening.lowerBound)
                guard from < opening.upperBound else { continue }
                if from + left < opening.upperBound { return offset.instant(date, minute: from + left) }
                left -= opening.upperBound - from
            }
            date = date.advanced(days: 1)
            minute = 0
        }
        return instant.advanced(minutes: minutes)
    }

    /// `minutes` open minutes before `instant`; with 0 the last open minute that is not later.
    func before(_ instant: Instant, minutes: Int) -> Instant {
        var (date, minute) = civil(instant)
        var left = minutes
        for _ in 0..<Self.horizon {
            for opening in isOpen(date) ? Self.openings.reversed() : [] {
                let last = min(minute, opening.upperBound - 1)
                guard last >= opening.lowerBound else { continue }
                if last - left >= opening.lowerBound { return offset.instant(date, minute: last - left) }
                left -= last - opening.lowerBound + 1
            }
            date = date.advanced(days: -1)
            minute = 1_439
        }
        return instant.advanced(minutes: -minutes)
    }

    /// Open minutes from `start` to `end`.
    func minutes(from start: Instant, to end: Instant) -> Int {
        guard start < end else { return 0 }
        let (first, firstMinute) = civil(start)
        let (last, lastMinute) = civil(end)
        var sum = 0
        for number in first.dayNumber...last.dayNumber where isOpen(CivilDate(dayNumber: number)) {
            let from = number == first.dayNumber ? firstMinute : 0
            let to = number == last.dayNumber ? lastMinute : 1_440
            for opening in Self.openings {
                sum += max(0, min(to, opening.upperBound) - max(from, opening.lowerBound))
            }
        }
        return sum
    }

    private func civil(_ instant: Instant) -> (CivilDate, minute: Int) {
        let (date, millisecond) = offset.civil(instant)
        return (date, Int(millisecond / 60_000))
    }
}
