/// Finding the end of a clock: by running counts and arithmetic, never from day to day, so that a hundred thousand open
/// cases can be computed anew in one breath. Without pauses nothing is allocated.
///
/// - Hours and minutes: only time on counted days passes, 24 hours a day; time inside a pause does not.
/// - Working days: the end of the n-th working day after the day of the start; the skip rule is always that of working
///   days. None at all is the same day.
/// - The same day: the end of the day of the start. Asked on a day that does not count, or when the day has ended
///   (``ClockRule/dayEnd``), it is the end of the next counted day.
/// - A counted day whose end falls into a pause does not count for clocks that count days. A day that ends in the instant
///   in which a pause begins counts; one that ends in the instant in which the pause ends does not.
/// - An end at exactly midnight stays the end of the counted day.
extension ClockRule {
    /// Limits beyond this are taken as this: 114 years of hours, and no sum of milliseconds runs over.
    private static let longest = 1_000_000

    /// ``limit`` as far as it makes sense.
    var effectiveLimit: Int { min(max(limit, 0), Self.longest) }

    /// ``warnBefore`` as far as it makes sense: within the longest clock, in minutes.
    private var effectiveWarning: Int { min(max(warnBefore, 0), Self.longest * 60) }

    /// What the clock really skips: counting working days passes over every other day.
    var effectiveSkip: Skip {
        switch unit {
        case .workingDays: .nonWorking
        case .hours, .sameDay, .atOnce: skip
        }
    }

    /// The deadline of a clock that starts at `start`.
    ///
    /// - Parameter pauses: the stretches in which the clock stands still. One that is still open counts as if it ended
    ///   in the instant in which it began: the end is the one that would hold if the clock went on at once.
    public func deadline(
        from start: Instant, pauses: [Deadline.Pause] = [], calendar: WorkCalendar, offset: UTCOffset
    ) -> Deadline {
        let pauses = Deadline.Pause.inOrder(pauses)
        let (due, day) = end(from: start, pauses: pauses, calendar: calendar, offset: offset)
        let isKnown =
            effectiveSkip == .nothing
            || calendar.storage.knows(from: offset.civil(start).date.dayNumber, through: day)
        return Deadline(
            rule: self, start: start, due: due, warnAt: max(start, due.advanced(minutes: -effectiveWarning)),
            isProvisional: !isKnown, pauses: pauses.isEmpty ? nil : pauses)
    }

    /// The end, and the day to which it belongs (the one before when it is midnight).
    func end(
        from start: Instant, pauses: [Deadline.Pause], calendar: WorkCalendar, offset: UTCOffset
    ) -> (due: Instant, day: Int) {
        let count = calendar.storage.count(effectiveSkip)
        switch unit {
        case .hours, .atOnce:
            let unitLength: Int64 = unit == .hours ? 3_600_000 : 60_000
            return end(
                of: Int64(effectiveLimit) * unitLength, from: start, pauses: pauses, CountedTime(count, offset))
        case .workingDays, .sameDay:
            let day = endingDay(from: start, pauses: pauses, count, offset)
            return (offset.instant(CivilDate(dayNumber: day), minute: dayEnd), day)
        }
    }

    private func end(
        of milliseconds: Int64, from start: Instant, pauses: [Deadline.Pause], _ time: CountedTime
    ) -> (due: Instant, day: Int) {
        var left = milliseconds
        var cursor = start
        for pause in pauses {
            guard let until = pause.until, until > max(pause.from, cursor) else { continue }
            if pause.from > cursor {
                let passed = time.elapsed(at: pause.from) - time.elapsed(at: cursor)
                if passed >= left { break }
                left -= passed
            }
            cursor = until
        }
        let (due, day) = time.instant(left, after: cursor)
        return (due, day)
    }

    /// The first day that can be counted, and how many have to be.
    func firstDay(from start: Instant, offset: UTCOffset) -> (day: Int, number: Int) {
        let (date, millisecond) = offset.civil(start)
        if unit == .workingDays && effectiveLimit > 0 { return (date.dayNumber + 1, effectiveLimit) }
        let hasEnded = millisecond >= Int64(dayEnd) * 60_000
        return (hasEnded ? date.dayNumber + 1 : date.dayNumber, 1)
    }

    private func endingDay(
        from start: Instant, pauses: [Deadline.Pause], _ count: DayCount, _ offset: UTCOffset
    ) -> Int {
        let (first, number) = firstDay(from: start, offset: offset)
        var rank = count.rank(first) + number - 1
        var reached = first
        for pause in pauses {
            guard let until = pause.until, until > pause.from else { continue }
            // The days that end in the pause: after the last that had ended when it began.
            let from = max(lastEnded(at: pause.from, offset) + 1, reached)
            let last = lastEnded(at: until, offset)
            guard from <= last else { continue }
            if count.day(rank: rank) < from { break }
            rank += count.rank(last + 1) - count.rank(from)
            reached = last + 1
        }
        return count.day(rank: rank)
    }

    /// The last day whose end is not after `instant`.
    private func lastEnded(at instant: Instant, _ offset: UTCOffset) -> Int {
        let local = instant.milliseconds + Int64(offset.minutes - dayEnd) * 60_000
        return Int(floorDivision(local, CountedTime.day))
    }
}
