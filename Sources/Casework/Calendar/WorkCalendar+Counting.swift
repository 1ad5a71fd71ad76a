/// How many days count between two dates, which is the n-th after a date, and how much counted time lies between two
/// instants. None of it goes from day to day: each answer takes constant time.
extension WorkCalendar {
    /// The days of `first ..< end` that count; negative when `end` lies before `first`.
    public func countedDays(
        from first: CivilDate, upTo end: CivilDate, skip: ClockRule.Skip = .nonWorking
    ) -> Int {
        let count = storage.count(skip)
        return count.rank(end.dayNumber) - count.rank(first.dayNumber)
    }

    /// The `number`-th day that counts after `date`; with a negative number before it; `date` itself with 0.
    public func countedDay(
        _ number: Int, after date: CivilDate, skip: ClockRule.Skip = .nonWorking
    ) -> CivilDate {
        let count = storage.count(skip)
        if number == 0 { return date }
        let rank = number > 0 ? count.rank(date.dayNumber + 1) + number - 1 : count.rank(date.dayNumber) + number
        return CivilDate(dayNumber: count.day(rank: rank))
    }

    /// Milliseconds on counted days from `start` to `end`, 24 hours a counted day; negative when `end` is the earlier.
    public func countedTime(
        from start: Instant, to end: Instant, skip: ClockRule.Skip = .nonWorking, offset: UTCOffset
    ) -> Int64 {
        let time = CountedTime(storage.count(skip), offset)
        return time.elapsed(at: end) - time.elapsed(at: start)
    }
}

/// Counted time as a single number that grows on counted days only, and the way back from it to an instant.
struct CountedTime {
    static let day: Int64 = 86_400_000
    let count: DayCount
    let offset: UTCOffset

    init(_ count: DayCount, _ offset: UTCOffset) {
        self.count = count
        self.offset = offset
    }

    /// Milliseconds on counted days before `instant`, since a fixed one.
    func elapsed(at instant: Instant) -> Int64 {
        let (date, millisecond) = offset.civil(instant)
        let rank = count.rank(date.dayNumber)
        return Int64(rank) * Self.day + (count.rank(date.dayNumber + 1) > rank ? millisecond : 0)
    }

    /// The instant at which `milliseconds` of counted time have passed since `start`, and the day to which it belongs.
    ///
    /// An instant at exactly midnight is the end of the counted day before it, not the beginning of the next. With no
    /// milliseconds at all it is `start`, or the beginning of the next day that counts.
    func instant(_ milliseconds: Int64, after start: Instant) -> (instant: Instant, day: Int) {
        guard milliseconds > 0 else {
            let day = offset.civil(start).date.dayNumber
            if count.counts(day) { return (start, day) }
            let next = count.day(rank: count.rank(day))
            return (offset.instant(CivilDate(dayNumber: next)), next)
        }
        let total = elapsed(at: start) + milliseconds
        let rank = floorDivision(total - 1, Self.day)
        let day = count.day(rank: Int(rank))
        let midnight = offset.instant(CivilDate(dayNumber: day))
        return (Instant(milliseconds: midnight.milliseconds + total - rank * Self.day), day)
    }
}
