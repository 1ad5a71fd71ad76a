import Casework
import Dashboard
import Testing

@Suite struct ExplanationTests {
    private let rule = ClockRule(
        kind: .completion, limit: 24, unit: .hours, skip: .nonWorking, warnBefore: 60, clause: "武政管办〔2022〕36号 第十一条")

    private func at(_ text: String) -> Instant {
        Instant(text, offset: .china) ?? Instant(milliseconds: 0)
    }

    private func lines(_ deadline: Deadline, _ language: Language, _ calendar: WorkCalendar = .national) -> [String] {
        DeadlineLine.lines(deadline, calendar: calendar, offset: .china).map { $0.message.text(language) }
    }

    @Test func pausesAreToldWithTheDaysThatTheyTook() {
        let deadline = rule.deadline(
            from: at("2026-11-16 09:00"),
            pauses: [Deadline.Pause(from: at("2026-11-16 12:00"), until: at("2026-11-18 15:00"))],
            calendar: .national, offset: .china)
        #expect(
            lines(deadline, .chinese) == [
                "办结时限说明", "24 小时，非工作日不计，调休上班日计", "依据 武政管办〔2022〕36号 第十一条", "起算 2026-11-16 09:00",
                "停表 2026-11-16 12:00 至 2026-11-18 15:00，这段时间不计",
                "2026-11-16 周一  工作日  计 3 小时 0 分，停表 12 小时 0 分", "2026-11-17 周二  工作日  停表，不计",
                "2026-11-18 周三  工作日  计 9 小时 0 分，停表 15 小时 0 分", "2026-11-19 周四  工作日  计 12 小时 0 分",
                "到期 2026-11-19 12:00",
            ])
        let english = lines(deadline, .english)
        #expect(english.contains("stood still 2026-11-16 12:00 to 2026-11-18 15:00, not counted"))
        #expect(english.contains("2026-11-17 Tue  working day  the clock stood still, not counted"))
    }

    @Test func aStoppedClockPromisesNoDate() {
        let stopped = rule.deadline(from: at("2026-11-16 09:00"), calendar: .national, offset: .china)
            .stopped(at: at("2026-11-16 12:00"))
        let chinese = lines(stopped, .chinese)
        #expect(chinese.contains("停表 2026-11-16 12:00 起，现在还停着"))
        #expect(chinese.last == "到期待恢复后再推算；停表时原为 2026-11-17 09:00")
        #expect(!chinese.contains { $0.hasPrefix("到期 ") })
        #expect(lines(stopped, .english).contains("stands still since 2026-11-16 12:00"))
    }

    @Test func daysOfARegionNameIt() {
        let calendar = WorkCalendar.national.adding(
            CalendarLayer(
                region: "某县", reason: "赶集",
                days: CalendarDays(
                    off: [CalendarDays.Stretch(from: day("2026-11-17"), to: day("2026-11-17"), name: "赶集")], work: [])))
        let deadline = rule.deadline(from: at("2026-11-16 09:00"), calendar: calendar, offset: .china)
        #expect(lines(deadline, .chinese, calendar).contains("2026-11-17 周二  赶集（某县）  不计"))
        // Asked with the calendar of before, the date says that it is older than the calendar.
        #expect(lines(deadline, .chinese).contains(Message.explanationOutdated.text(.chinese)))
        #expect(!lines(deadline, .chinese, calendar).contains(Message.explanationOutdated.text(.chinese)))
    }

    private func day(_ text: String) -> CivilDate {
        CivilDate(text) ?? CivilDate(dayNumber: 0)
    }

    @Test func theEndOfDutyAndTheHourAfterItAreTold() {
        var rule = rule
        rule.unit = .sameDay
        rule.limit = 0
        rule.dayEnd = 1_050
        let deadline = rule.deadline(from: at("2026-11-20 18:00"), calendar: .national, offset: .china)
        let chinese = lines(deadline, .chinese)
        #expect(chinese.contains("当日，非工作日不计，调休上班日计，每天到 17:30 止"))
        #expect(chinese.contains("2026-11-20 周五  工作日  已过下班时间，不计"))
        #expect(chinese.contains("到期 2026-11-23 17:30"))
    }
}
