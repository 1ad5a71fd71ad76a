import Casework
import Testing

@Suite struct WorkCalendarTests {
    private let national = WorkCalendar.national

    @Test func theYearOfAnAmendmentHasTwoVersionsAndTheLaterIsInForce() throws {
        #expect(national.versions(of: 2020).map(\.notice) == ["国办发明电〔2019〕16号", "国办发明电〔2020〕1号"])
        let before = try #require(national.asking(version: 1, of: 2020))
        // 2020-01-31, a Friday, and 2020-02-01, a Saturday, were workdays until the festival was lengthened.
        #expect(before.kind(of: LocalDays.date("2020-01-31")) == .weekday)
        #expect(before.kind(of: LocalDays.date("2020-02-01")) == .makeUpWorkday)
        #expect(before.kind(of: LocalDays.date("2020-02-02")) == .weekend)
        for day in ["2020-01-31", "2020-02-01", "2020-02-02"] {
            #expect(national.kind(of: LocalDays.date(day)) == .holiday("春节"))
        }
        #expect(national.kind(of: LocalDays.date("2020-02-03")) == .weekday)
        let year = (LocalDays.date("2020-01-01"), LocalDays.date("2021-01-01"))
        #expect(before.countedDays(from: year.0, upTo: year.1) == 251)
        #expect(national.countedDays(from: year.0, upTo: year.1) == 249)
        #expect(national.asking(version: 2, of: 2020) == national)
        #expect(national.asking(version: 3, of: 2020) == nil)
        #expect(national.asking(version: 0, of: 2020) == nil)
        #expect(national.asking(version: 1, of: 2019) == nil)
    }

    @Test func theCalendarCanBeAskedAsItWasPublishedOnADay() {
        let then = national.published(by: LocalDays.date("2020-01-25"))
        #expect(then.isWorkingDay(LocalDays.date("2020-01-31")))
        #expect(!then.knows(LocalDays.date("2021-06-01")))
        #expect(!national.published(by: LocalDays.date("2020-01-26")).isWorkingDay(LocalDays.date("2020-01-31")))
    }

    @Test func aNoticeReachesIntoTheLastDaysOfTheYearBefore() throws {
        let day = LocalDays.date("2022-12-31")
        #expect(national.kind(of: day) == .holiday("元旦"))
        #expect(national.ruling(on: day)?.source == "国办发明电〔2022〕16号")
        #expect(national.published(by: LocalDays.date("2022-12-07")).kind(of: day) == .weekend)
    }

    @Test func aDayOffOfARegionWinsOverANationalMakeUpWorkday() {
        let day = LocalDays.date("2022-04-02")
        #expect(national.kind(of: day) == .makeUpWorkday)
        let local = national.adding(LocalDays.offOnMakeUpSaturday)
        #expect(local.kind(of: day) == .holiday("壮族三月三与清明节"))
        #expect(local.ruling(on: day)?.region == "广西壮族自治区")
        #expect(!local.isWorkingDay(day))
        #expect(local.kind(of: LocalDays.date("2022-04-24")) == .makeUpWorkday)
        // The calendar below is as it was.
        #expect(national.kind(of: day) == .makeUpWorkday)
    }

    @Test func aRegionMakesItsOwnWorkdayAlsoInAYearThatIsUnknown() {
        let local = national.adding(LocalDays.ownWorkday)
        #expect(local.kind(of: LocalDays.date("2017-04-08")) == .makeUpWorkday)
        #expect(local.kind(of: LocalDays.date("2017-03-31")) == .holiday("壮族三月三"))
        #expect(!local.knows(LocalDays.date("2017-04-08")))
    }

    @Test func theUppermostLayerWins() {
        let day = LocalDays.date("2023-04-23")
        var back = LocalDays.offOnMakeUpSunday
        back.days = CalendarDays(off: [], work: [day])
        let local = national.adding(LocalDays.offOnMakeUpSunday)
        #expect(!local.isWorkingDay(day))
        #expect(local.adding(back).isWorkingDay(day))
        #expect(!national.adding(back).adding(LocalDays.offOnMakeUpSunday).isWorkingDay(day))
    }

    @Test func aLongerFestivalOfAProvinceMovesItsClocks() {
        let rule = ClockRule(
            kind: .acceptance, limit: 24, unit: .hours, skip: .nonWorking, warnBefore: 0, clause: "test")
        let start = Fixture.at("2020-01-23 16:00")
        let local = national.adding(LocalDays.longerSpringFestival)
        #expect(
            rule.deadline(from: start, calendar: national, offset: .china).due == Fixture.at("2020-02-03 16:00"))
        let deadline = rule.deadline(from: start, calendar: local, offset: .china)
        #expect(deadline.due == Fixture.at("2020-02-14 16:00"))
        let steps = deadline.explanation(calendar: local, offset: .china)
        #expect(steps.filter { $0.region == "湖北省" }.count == 11)
    }

    @Test func anUnknownYearIsPlainWeekdaysAndProvisional() {
        let unknown = LocalDays.date("2027-10-01")
        #expect(!national.knows(unknown))
        #expect(national.kind(of: unknown) == .weekday)
        #expect(national.knows(from: LocalDays.date("2020-01-01"), through: LocalDays.date("2026-12-31")))
        #expect(!national.knows(from: LocalDays.date("2026-12-31"), through: unknown))
        #expect(!national.knows(from: LocalDays.date("2019-12-31"), through: LocalDays.date("2020-01-01")))
    }

    @Test func theNthWorkingDayIsFoundInBothDirectionsAndOutsideOfWhatIsKnown() throws {
        let calendars = try ClockPropertyTests.calendars()
        for calendar in calendars {
            for skip in ClockRule.Skip.allCases {
                for day in [-40_000, -3, 0, 16_000, 17_150, 18_200, 18_300, 18_659, 20_560, 20_808, 60_000] {
                    var date = CivilDate(dayNumber: day)
                    var number = 0
                    for _ in 0..<400 {
                        date = date.advanced(days: 1)
                        guard counts(date, skip, calendar) else { continue }
                        number += 1
                        #expect(calendar.countedDay(number, after: CivilDate(dayNumber: day), skip: skip) == date)
                        #expect(
                            calendar.countedDays(
                                from: CivilDate(dayNumber: day + 1), upTo: date.advanced(days: 1), skip: skip) == number
                        )
                    }
                    date = CivilDate(dayNumber: day)
                    number = 0
                    while number > -40 {
                        date = date.advanced(days: -1)
                        guard counts(date, skip, calendar) else { continue }
                        number -= 1
                        #expect(calendar.countedDay(number, after: CivilDate(dayNumber: day), skip: skip) == date)
                        #expect(
                            calendar.countedDays(from: CivilDate(dayNumber: day), upTo: date, skip: skip) == number)
                    }
                }
            }
        }
    }

    private func counts(_ date: CivilDate, _ skip: ClockRule.Skip, _ calendar: WorkCalendar) -> Bool {
        switch (skip, calendar.kind(of: date)) {
        case (.nothing, _), (_, .weekday), (_, .makeUpWorkday), (.holidays, .weekend): true
        case (.holidays, .holiday), (.nonWorking, .holiday), (.nonWorking, .weekend): false
        }
    }

    @Test func calendarsAreEqualByWhatTheyState() throws {
        let layered = national.adding(LocalDays.ownWorkday)
        #expect(layered != national)
        #expect(layered == WorkCalendar(notices: national.notices, layers: [LocalDays.ownWorkday]))
        #expect(Set([layered, national, layered]).count == 2)
    }

    @Test func theCalendarCountsTheWorkingDaysThatTheNoticesGive() throws {
        // 365 or 366 days less weekends, less holidays on weekdays, plus make-up workdays, as the notices add up.
        for (year, expected) in [2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248] {
            let first = try #require(CivilDate(year: year, month: 1, day: 1))
            let end = try #require(CivilDate(year: year + 1, month: 1, day: 1))
            #expect(national.countedDays(from: first, upTo: end) == expected, "\(year)")
            #expect(
                (first.dayNumber..<end.dayNumber).count { national.isWorkingDay(CivilDate(dayNumber: $0)) } == expected)
        }
    }
}
