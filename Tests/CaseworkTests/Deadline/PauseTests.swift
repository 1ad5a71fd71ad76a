import Casework
import Foundation
import Testing

@Suite struct PauseTests {
    private let calendar = WorkCalendar.national

    private func rule(_ limit: Int, _ unit: ClockRule.Unit, dayEnd: Int = 1_440) -> ClockRule {
        ClockRule(
            kind: .completion, limit: limit, unit: unit, skip: .nonWorking, warnBefore: 60, dayEnd: dayEnd,
            clause: "test")
    }

    private func deadline(_ rule: ClockRule, _ start: String, _ pauses: [(String, String)] = []) -> Deadline {
        rule.deadline(
            from: Fixture.at(start),
            pauses: pauses.map { Deadline.Pause(from: Fixture.at($0.0), until: Fixture.at($0.1)) },
            calendar: calendar, offset: .china)
    }

    @Test func timeInsideAPauseDoesNotCount() {
        let clock = deadline(rule(24, .hours), "2026-11-16 09:00", [("2026-11-16 12:00", "2026-11-17 15:00")])
        #expect(clock.due == Fixture.at("2026-11-18 12:00"))
        #expect(clock.warnAt == Fixture.at("2026-11-18 11:00"))
    }

    @Test func aPauseOverTheWeekendCostsNothingTwice() {
        // Friday 17:00 to Monday 09:00: the weekend would not have counted anyway.
        let clock = deadline(rule(24, .hours), "2026-11-20 09:00", [("2026-11-20 17:00", "2026-11-23 09:00")])
        #expect(clock.due == Fixture.at("2026-11-24 01:00"))
    }

    @Test func overlappingPausesAndPausesOutOfOrderCountOnce() {
        let overlapping = [("2026-11-17 09:00", "2026-11-17 15:00"), ("2026-11-16 12:00", "2026-11-17 12:00")]
        let one = deadline(rule(24, .hours), "2026-11-16 09:00", overlapping)
        let two = deadline(rule(24, .hours), "2026-11-16 09:00", [("2026-11-16 12:00", "2026-11-17 15:00")])
        #expect(one.due == two.due)
        #expect(one.pauses?.first?.from == Fixture.at("2026-11-16 12:00"))
    }

    @Test func aDayWhoseEndFallsIntoAPauseIsNotCounted() {
        let days = rule(3, .workingDays)
        #expect(deadline(days, "2026-11-16 09:00").due == Fixture.at("2026-11-20 00:00"))
        // Stopped and started within one day: its end is outside of the pause, it counts.
        #expect(
            deadline(days, "2026-11-16 09:00", [("2026-11-17 09:00", "2026-11-17 17:00")]).due
                == Fixture.at("2026-11-20 00:00"))
        #expect(
            deadline(days, "2026-11-16 09:00", [("2026-11-17 09:00", "2026-11-18 09:00")]).due
                == Fixture.at("2026-11-21 00:00"))
        // From midnight to midnight: the day in between does not count, the day before does.
        #expect(
            deadline(days, "2026-11-16 09:00", [("2026-11-18 00:00", "2026-11-19 00:00")]).due
                == Fixture.at("2026-11-21 00:00"))
    }

    @Test func theEndOfDutyDecidesWhichDayAPauseTakes() {
        let days = rule(1, .workingDays, dayEnd: 1_050)
        #expect(
            deadline(days, "2026-11-16 09:00", [("2026-11-17 18:00", "2026-11-18 09:00")]).due
                == Fixture.at("2026-11-17 17:30"))
        #expect(
            deadline(days, "2026-11-16 09:00", [("2026-11-17 17:00", "2026-11-18 09:00")]).due
                == Fixture.at("2026-11-18 17:30"))
        #expect(
            deadline(rule(0, .sameDay, dayEnd: 1_050), "2026-11-17 09:00", [("2026-11-17 10:00", "2026-11-18 09:00")])
                .due == Fixture.at("2026-11-18 17:30"))
    }

    @Test("J12: missing materials stop the clock, and it goes on where it stood") func stoppingAndResuming() {
        let clock = deadline(rule(24, .hours), "2026-11-16 09:00")
        let stopped = clock.stopped(at: Fixture.at("2026-11-16 12:00"))
        #expect(stopped.isStopped)
        #expect(stopped.due == clock.due)
        #expect(stopped.stopped(at: Fixture.at("2026-11-16 15:00")) == stopped)
        #expect(stopped.recomputed(calendar: calendar, offset: .china) == stopped)
        let resumed = stopped.resumed(at: Fixture.at("2026-11-17 15:00"), calendar: calendar, offset: .china)
        #expect(!resumed.isStopped)
        #expect(resumed.due == Fixture.at("2026-11-18 12:00"))
        #expect(resumed.resumed(at: Fixture.at("2026-11-19 15:00"), calendar: calendar, offset: .china) == resumed)
        let again = resumed.stopped(at: Fixture.at("2026-11-18 10:00"))
            .resumed(at: Fixture.at("2026-11-19 10:00"), calendar: calendar, offset: .china)
        #expect(again.due == Fixture.at("2026-11-19 12:00"))
        #expect(again.pauses?.count == 2)
    }

    @Test func aClockThatIsResumedBeforeItStoppedStoodForNoTime() {
        let clock = deadline(rule(24, .hours), "2026-11-16 09:00")
        let stopped = clock.stopped(at: Fixture.at("2026-11-15 09:00"))
        #expect(stopped.pauses == [Deadline.Pause(from: Fixture.at("2026-11-16 09:00"))])
        let resumed = stopped.resumed(at: Fixture.at("2026-11-14 09:00"), calendar: calendar, offset: .china)
        #expect(resumed.due == clock.due)
    }

    @Test func theExplanationTellsPausesDayByDay() {
        let clock = deadline(rule(24, .hours), "2026-11-16 09:00", [("2026-11-16 12:00", "2026-11-18 15:00")])
        let steps = clock.explanation(calendar: calendar, offset: .china)
        #expect(steps.map(\.verdict) == [.counted, .paused, .counted, .counted])
        #expect(steps.map(\.amount) == [180, 0, 540, 720])
        #expect(steps.map(\.pausedMinutes) == [720, 1_440, 900, 0])
        #expect(steps.last?.end == clock.due)
        let days = deadline(
            rule(2, .workingDays), "2026-11-19 09:00", [("2026-11-20 10:00", "2026-11-22 10:00")])
        #expect(
            days.explanation(calendar: calendar, offset: .china).map(\.verdict)
                == [.dayOfStart, .paused, .skipped, .skipped, .counted, .counted])
        let late = deadline(rule(0, .sameDay, dayEnd: 1_050), "2026-11-19 18:00")
        #expect(late.explanation(calendar: calendar, offset: .china).map(\.verdict) == [.afterHours, .counted])
    }

    @Test func aChangeOfTheCalendarMovesTheDateAndAnOldDateKnowsThatItIsOld() throws {
        let before = try #require(calendar.asking(version: 1, of: 2020))
        let clock = rule(3, .workingDays).deadline(
            from: Fixture.at("2020-01-23 10:00"), calendar: before, offset: .china)
        #expect(clock.due == Fixture.at("2020-02-04 00:00"))
        #expect(clock.isCurrent(calendar: before, offset: .china))
        #expect(!clock.isCurrent(calendar: calendar, offset: .china))
        let moved = clock.recomputed(calendar: calendar, offset: .china)
        #expect(moved.due == Fixture.at("2020-02-06 00:00"))
        // It still explains the date that it has.
        #expect(clock.explanation(calendar: calendar, offset: .china).last?.end == clock.due)
    }

    @Test func aChangedRuleKeepsStartAndPauses() {
        let clock = deadline(rule(24, .hours), "2026-11-16 09:00", [("2026-11-16 12:00", "2026-11-17 15:00")])
        let longer = clock.recomputed(with: rule(48, .hours), calendar: calendar, offset: .china)
        #expect(longer.due == Fixture.at("2026-11-19 12:00"))
        #expect(longer.pauses == clock.pauses)
        #expect(longer.rule.limit == 48)
    }

    @Test func aTargetThatCameWithTheCaseIsNeverComputed() {
        var given = deadline(rule(24, .hours), "2026-11-16 09:00")
        given.rule.kind = .target
        given.due = Fixture.at("2026-12-01 00:00")
        #expect(given.recomputed(calendar: calendar, offset: .china) == given)
        #expect(given.recomputed(with: rule(48, .hours), calendar: calendar, offset: .china) == given)
        #expect(given.explanation(calendar: calendar, offset: .china).isEmpty)
    }

    @Test func aDeadlineOfAnOlderJournalIsRead() throws {
        let json = """
            {"rule":{"kind":"completion","limit":72,"unit":"hours","skip":"non-working","warnBefore":1440,"clause":"x"},\
            "start":0,"due":1,"warnAt":0,"isProvisional":false}
            """
        let deadline = try JSONDecoder().decode(Deadline.self, from: Data(json.utf8))
        #expect(deadline.pauses == nil)
        #expect(deadline.rule.dayEnd == 1_440)
        let stopped = deadline.stopped(at: Instant(milliseconds: 5))
        #expect(try JSONDecoder().decode(Deadline.self, from: try JSONEncoder().encode(stopped)) == stopped)
    }
}
