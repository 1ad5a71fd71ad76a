import Casework

/// Spreads a number of cases over days: most of them on days when the centre is open, exactly so many in all.
struct SubmissionDays {
    private let count: Int
    private let last: CivilDate
    private let hours: WorkingHours
    private let total: Int
    private var day: CivilDate
    private var weight = 0
    private var given = 0

    /// How much more comes in on an open day.
    private static let openWeight = 12

    init(count: Int, from first: CivilDate, to last: CivilDate, hours: WorkingHours) {
        self.count = count
        self.last = last
        self.hours = hours
        day = first
        total = (first.dayNumber...last.dayNumber).reduce(0) { sum, number in
            sum + (hours.isOpen(CivilDate(dayNumber: number)) ? Self.openWeight : 1)
        }
    }

    /// The next day, unless something is due before it begins.
    mutating func next(before instant: Instant?, _ offset: UTCOffset) -> (date: CivilDate, count: Int)? {
        guard day <= last else { return nil }
        if let instant, instant < offset.instant(day) { return nil }
        weight += hours.isOpen(day) ? Self.openWeight : 1
        let sum = count * weight / total
        defer {
            given = sum
            day = day.advanced(days: 1)
        }
        return (day, sum - given)
    }
}
