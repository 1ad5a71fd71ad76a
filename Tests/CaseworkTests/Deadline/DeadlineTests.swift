import Casework
import Testing

@Suite struct DeadlineTests {
    private static func rule(_ limit: Int, _ unit: ClockRule.Unit, _ skip: ClockRule.Skip = .nonWorking) -> ClockRule {
        ClockRule(kind: .completion, limit: limit, unit: unit, skip: skip, warnBefore: 60, clause: "test")
    }

    private static func due(_ start: String, _ rule: ClockRule) -> String {
        let deadline = rule.deadline(from: Fixture.at(start), calendar: .national, offset: .china)
        return deadline.due.civilText(.china)
    }

    @Test(
        "W14: 24 hours, days off skipped, make-up workdays counted",
        arguments: [
            ("2026-02-13 16:00", "2026-02-14 16:00"),
            ("2025-12-31 10:00", "2026-01-04 10:00"),
            ("2026-11-19 09:00", "2026-11-20 09:00"),
            ("2026-11-20 09:00", "2026-11-23 09:00"),
            ("2026-11-21 09:00", "2026-11-24 00:00"),
        ])
    func twentyFourHours(_ start: String, _ due: String) {
        #expect(Self.due(start, Self.rule(24, .hours)) == due)
    }

    @Test(
        "W15: 72 hours after acceptance",
        arguments: [("2026-09-30 15:00", "2026-10-10 15:00"), ("2026-11-16 08:30", "2026-11-19 08:30")])
    func seventyTwoHours(_ start: String, _ due: String) {
        #expect(Self.due(start, Self.rule(72, .hours)) == due)
    }

    @Test func threeWorkingDaysEndOnAMakeUpSaturday() {
        #expect(Self.due("2026-02-11 10:00", Self.rule(3, .workingDays)) == "2026-02-15 00:00")
    }

    @Test func wallClockHoursSkipNothing() {
        #expect(Self.due("2026-02-13 16:00", Self.rule(72, .hours, .nothing)) == "2026-02-16 16:00")
    }

    @Test func aDueInstantAtMidnightStaysTheEndOfItsDay() {
        #expect(Self.due("2026-11-19 00:00", Self.rule(24, .hours)) == "2026-11-20 00:00")
        #expect(Self.due("2026-11-20 00:00", Self.rule(24, .hours)) == "2026-11-21 00:00")
    }

    @Test func sameDayAskedOnASundayIsMonday() {
        #expect(Self.due("2026-11-22 10:00", Self.rule(0, .sameDay)) == "2026-11-24 00:00")
        #expect(Self.due("2026-11-20 10:00", Self.rule(0, .sameDay)) == "2026-11-21 00:00")
    }

    @Test func aYearWithoutPublishedDaysIsProvisional() {
        let known = Self.rule(24, .hours).deadline(
            from: Fixture.at("2026-11-20 10:00"), calendar: .national, offset: .china)
        let unknown = Self.rule(24, .hours).deadline(
            from: Fixture.at("2026-12-31 10:00"), calendar: .national, offset: .china)
        #expect(!known.isProvisional)
        #expect(unknown.isProvisional)
    }

    @Test func theExplanationAddsUpToTheLimit() {
        for hour in stride(from: 0, to: 24 * 400, by: 7) {
            let start = Fixture.at("2025-12-01 00:00").advanced(minutes: hour * 60 + 13)
            let rule = Self.rule(72, .hours)
            let deadline = rule.deadline(from: start, calendar: .national, offset: .china)
            let steps = deadline.explanation(calendar: .national, offset: .china)
            #expect(steps.reduce(0) { $0 + $1.amount } == 72 * 60)
            #expect(steps.allSatisfy { $0.isCounted == WorkCalendar.national.isWorkingDay($0.date) })
            #expect(deadline.warnAt == deadline.due.advanced(minutes: -60))
        }
    }

    @Test func theCalendarCountsTheWorkingDaysThatTheNoticesGive() throws {
        // 365 or 366 days less weekends, less holidays on weekdays, plus make-up workdays, as the notices add up.
        for (year, expected) in [2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248] {
            var date = try #require(CivilDate(year: year, month: 1, day: 1))
            var count = 0
            while date.year == year {
                if WorkCalendar.national.isWorkingDay(date) { count += 1 }
                date = date.advanced(days: 1)
            }
            #expect(count == expected, "\(year)")
        }
    }
}
