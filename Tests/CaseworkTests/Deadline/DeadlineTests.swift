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

    @Test("J13 J17: three working days end on a make-up Saturday") func threeWorkingDaysEndOnAMakeUpSaturday() {
        #expect(Self.due("2026-02-11 10:00", Self.rule(3, .workingDays)) == "2026-02-15 00:00")
    }

    @Test func wallClockHoursSkipNothing() {
        #expect(Self.due("2026-02-13 16:00", Self.rule(72, .hours, .nothing)) == "2026-02-16 16:00")
    }

    @Test func aDueInstantAtMidnightStaysTheEndOfItsDay() {
        #expect(Self.due("2026-11-19 00:00", Self.rule(24, .hours)) == "2026-11-20 00:00")
        #expect(Self.due("2026-11-20 00:00", Self.rule(24, .hours)) == "2026-11-21 00:00")
    }

    @Test(
        "J12 P9: the same day, or the next that counts when the office is closed or has gone home",
        arguments: [
            ("2026-11-20 10:00", "2026-11-20 17:30"), ("2026-11-20 17:29", "2026-11-20 17:30"),
            ("2026-11-20 17:30", "2026-11-23 17:30"), ("2026-11-20 20:00", "2026-11-23 17:30"),
            ("2026-11-22 10:00", "2026-11-23 17:30"), ("2026-11-23 00:00", "2026-11-23 17:30"),
            // After hours before a make-up Saturday, and on it.
            ("2026-02-13 18:00", "2026-02-14 17:30"), ("2026-02-14 09:00", "2026-02-14 17:30"),
            ("2026-09-30 18:00", "2026-10-08 17:30"),
        ])
    func theSameDayEndsWithDuty(_ start: String, _ due: String) {
        var rule = Self.rule(0, .sameDay)
        rule.dayEnd = 1_050
        #expect(Self.due(start, rule) == due)
    }

    @Test("J12: asked on a Sunday, the same day is Monday, to its midnight") func sameDayAskedOnASundayIsMonday() {
        #expect(Self.due("2026-11-22 10:00", Self.rule(0, .sameDay)) == "2026-11-24 00:00")
        #expect(Self.due("2026-11-20 10:00", Self.rule(0, .sameDay)) == "2026-11-21 00:00")
        #expect(Self.due("2026-11-22 10:00", Self.rule(0, .sameDay, .holidays)) == "2026-11-23 00:00")
    }

    @Test("S3: on the spot is minutes of a day that counts") func onTheSpot() {
        #expect(Self.due("2026-11-20 10:00", Self.rule(30, .atOnce)) == "2026-11-20 10:30")
        #expect(Self.due("2026-11-21 10:00", Self.rule(30, .atOnce)) == "2026-11-23 00:30")
        #expect(Self.due("2026-11-21 10:00", Self.rule(30, .atOnce, .nothing)) == "2026-11-21 10:30")
    }

    @Test("J13: working days end with duty, whatever the hour of the start") func workingDaysEndWithDuty() {
        var rule = Self.rule(3, .workingDays)
        rule.dayEnd = 1_080
        for start in ["2026-09-29 00:00", "2026-09-29 17:59", "2026-09-29 23:00"] {
            #expect(Self.due(start, rule) == "2026-10-09 18:00")
        }
    }

    @Test func theWarningNeverComesBeforeTheStart() {
        var rule = Self.rule(30, .atOnce)
        let start = Fixture.at("2026-11-20 10:00")
        #expect(rule.deadline(from: start, calendar: .national, offset: .china).warnAt == start)
        rule.warnBefore = 10
        #expect(
            rule.deadline(from: start, calendar: .national, offset: .china).warnAt == Fixture.at("2026-11-20 10:20"))
    }

    @Test(arguments: ClockRule.Unit.allCases)
    func aLimitThatMakesNoSenseStopsNothing(_ unit: ClockRule.Unit) {
        let start = Fixture.at("2026-11-20 10:00")
        for limit in [Int.min, -1, 0, Int.max] {
            var rule = Self.rule(limit, unit)
            rule.warnBefore = limit
            let deadline = rule.deadline(from: start, calendar: .national, offset: .china)
            #expect(deadline.due >= start && deadline.warnAt >= start && deadline.warnAt <= deadline.due)
        }
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
}
