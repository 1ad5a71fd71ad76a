import Casework
import Testing

/// Clocks against ``NaiveClock``, over every version of every year and with a layer laid over them.
@Suite struct ClockPropertyTests {
    private static let offsets = [480, 480, 0, -330]

    /// Every calendar there is: the national one, as it was before each amendment, without its later years, with
    /// regional days, with nothing at all.
    static func calendars() throws -> [WorkCalendar] {
        let national = WorkCalendar.national
        var calendars = [national, .unpublished]
        for year in Set(national.notices.map(\.year)).sorted() {
            for version in national.versions(of: year).indices.dropLast() {
                calendars.append(try #require(national.asking(version: version + 1, of: year)))
            }
        }
        calendars.append(national.published(by: try #require(CivilDate("2023-06-01"))))
        calendars.append(LocalDays.all.reduce(national) { $0.adding($1) })
        return calendars
    }

    @Test(
        "W14 W15 J12 J13 J17 P9 S3: clocks agree with a day-by-day walk, 200,000 of them",
        arguments: [0, 1, 2, 3])
    func clocksAgreeWithTheNaiveWalk(_ part: Int) throws {
        let calendars = try Self.calendars()
        #expect(calendars.count == 5)
        let days = try #require(CivilDate("2016-12-20")).dayNumber..<#require(CivilDate("2027-02-15")).dayNumber
        let tally = try Self.compare(
            calendars, days, rounds: 50_000, minutes: Self.offsets[part], seed: 20_261_120 + UInt64(part))
        #expect(tally.differences == 0)
        // The draws reach what they are meant to reach.
        #expect((5_000..<45_000).contains(tally.provisional))
        #expect((20_000..<30_000).contains(tally.paused))
    }

    @Test func clocksAgreeWithTheNaiveWalkUnderAnyLayers() throws {
        var random = RandomClocks(seed: 19)
        let first = try #require(CivilDate("2024-12-01")).dayNumber
        let calendars = (0..<6).map { _ in
            (0..<3).reduce(WorkCalendar.national) { calendar, _ in calendar.adding(random.layer(first..<first + 300)) }
        }
        let tally = try Self.compare(calendars, first..<first + 300, rounds: 20_000, minutes: 480, seed: 23)
        #expect(tally.differences == 0)
        #expect(tally.provisional < 100)
    }

    private static func compare(
        _ calendars: [WorkCalendar], _ range: Range<Int>, rounds: Int, minutes: Int, seed: UInt64
    ) throws -> (differences: Int, provisional: Int, paused: Int) {
        let years = CivilDate(dayNumber: range.lowerBound).year - 2...CivilDate(dayNumber: range.upperBound).year + 4
        let days = try calendars.map { try NaiveClock.Days($0, from: years.lowerBound, through: years.upperBound) }
        let offset = try #require(UTCOffset(minutes: minutes))
        var random = RandomClocks(seed: seed)
        var tally = (differences: 0, provisional: 0, paused: 0)
        for round in 0..<rounds {
            let which = round % calendars.count
            let draw = random.next(days: range, offset: minutes)
            let naive = NaiveClock(days: days[which], offset: Int64(minutes) * 60_000).answer(
                draw.rule, from: draw.start.milliseconds,
                pauses: draw.pauses.compactMap { pause in
                    pause.until.map { (from: pause.from.milliseconds, until: $0.milliseconds) }
                })
            let deadline = draw.rule.deadline(
                from: draw.start, pauses: draw.pauses, calendar: calendars[which], offset: offset)
            let answer = NaiveClock.Answer(
                due: deadline.due.milliseconds, warnAt: deadline.warnAt.milliseconds,
                isProvisional: deadline.isProvisional)
            if answer.isProvisional { tally.provisional += 1 }
            if deadline.pauses != nil { tally.paused += 1 }
            if answer != naive {
                tally.differences += 1
                if tally.differences < 4 { Issue.record("\(draw): \(answer), but day by day \(naive)") }
            }
        }
        return tally
    }

    @Test func aLaterStartNeverEndsEarlier() throws {
        let calendars = try Self.calendars()
        let first = try #require(CivilDate("2019-12-20")).dayNumber
        var random = RandomClocks(seed: 7)
        for round in 0..<10_000 {
            let calendar = calendars[round % calendars.count]
            let draw = random.next(days: first..<first + 2_700, offset: 480)
            let later = draw.start.advanced(minutes: random.below(3_000))
            let one = draw.rule.deadline(from: draw.start, pauses: draw.pauses, calendar: calendar, offset: .china)
            let two = draw.rule.deadline(from: later, pauses: draw.pauses, calendar: calendar, offset: .china)
            #expect(one.due <= two.due, "\(draw), \(later)")
            #expect(one.due >= one.start && one.warnAt >= one.start && one.warnAt <= one.due)
        }
    }

    @Test func everyExplanationAddsUpToTheLimitAndEndsOnTheDueInstant() throws {
        let calendars = try Self.calendars()
        let first = try #require(CivilDate("2019-12-20")).dayNumber
        var random = RandomClocks(seed: 11)
        for round in 0..<10_000 {
            let calendar = calendars[round % calendars.count]
            let draw = random.next(days: first..<first + 2_700, offset: 480)
            let deadline = draw.rule.deadline(
                from: draw.start, pauses: draw.pauses, calendar: calendar, offset: .china)
            let steps = deadline.explanation(calendar: calendar, offset: .china)
            #expect(steps.last?.end == deadline.due)
            #expect(steps.first?.date == UTCOffset.china.civil(draw.start).date)
            #expect(
                zip(steps, steps.dropFirst()).allSatisfy { $0.date.advanced(days: 1) == $1.date && $0.end <= $1.end })
            #expect(steps.contains { $0.isProvisional } == deadline.isProvisional)
            let counted = steps.filter(\.isCounted)
            let sum = counted.reduce(0) { $0 + $1.amount }
            switch draw.rule.unit {
            case .hours: #expect(sum == draw.rule.limit * 60, "\(draw)")
            case .atOnce: #expect(sum == draw.rule.limit, "\(draw)")
            case .workingDays: #expect(counted.map(\.amount) == Array(1...draw.rule.limit), "\(draw)")
            case .sameDay: #expect(counted.map(\.amount) == [1], "\(draw)")
            }
            #expect(deadline.isCurrent(calendar: calendar, offset: .china))
        }
    }

    @Test func timeBetweenInstantsIsWhatAMinuteByMinuteCountFinds() throws {
        let calendars = try Self.calendars()
        let days = try calendars.map { try NaiveClock.Days($0, from: 2014, through: 2031) }
        let first = try #require(CivilDate("2019-12-20")).dayNumber
        var random = RandomClocks(seed: 13)
        for round in 0..<150 {
            let which = round % calendars.count
            let skip = ClockRule.Skip.allCases[random.below(3)]
            let start = Instant(milliseconds: Int64(first + random.below(2_700)) * 86_400_000)
                .advanced(minutes: random.below(1_440))
            let length = random.below(10_000)
            var minutes: Int64 = 0
            for minute in 0..<length {
                let local = start.milliseconds + Int64(minute + 480) * 60_000
                if days[which].counts(Int(local / 86_400_000), skip) { minutes += 1 }
            }
            let end = start.advanced(minutes: length)
            let time = calendars[which].countedTime(from: start, to: end, skip: skip, offset: .china)
            #expect(time == minutes * 60_000)
            #expect(calendars[which].countedTime(from: end, to: start, skip: skip, offset: .china) == -time)
        }
    }
}
