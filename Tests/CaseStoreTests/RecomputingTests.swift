import Casework
import Testing

@testable import CaseStore

/// Dates after a change of the calendar or of the rulebook.
@Suite("Computing dates anew") struct RecomputingTests {
    /// Monday 23 November 2026 is off here.
    private let fair = CalendarChange(
        layer: CalendarLayer(
            region: "云溪镇", reason: "镇庙会放假一天", source: "云政〔2026〕8号",
            days: CalendarDays(
                off: [.init(from: Self.monday, to: Self.monday, name: "庙会")], work: [])))
    private static let monday = CivilDate("2026-11-23")!

    private func at(_ text: String) -> Instant { Instant(text, offset: .china)! }

    private func pending(_ office: Office, _ name: String, at submitted: Instant) throws -> Case {
        try office.store.batch { writer in
            try writer.register(
                office.intake(name, at: submitted),
                acceptance: office.rules.rulebook.acceptance.deadline(
                    from: submitted, calendar: .national, offset: .china), at: submitted, by: office.wang.id)
        }
    }

    private func recompute(_ office: Office, _ rules: Rules) throws -> RecomputationReport {
        try office.store.recompute(
            under: rules, because: "镇庙会放假一天", at: Office.morning.advanced(minutes: 500), by: office.wang.id)
    }

    private func changed(_ office: Office) -> Rules {
        var rules = office.rules
        rules.calendar = rules.calendar.with([fair])
        return rules
    }

    @Test func onlyOpenCasesWhoseDatesMoveAreWrittenAndTheReasonStandsInTheTrace() throws {
        let office = try Office()
        // Due on Monday morning, which is off now; due on Friday afternoon, which is not touched; settled already.
        let moved = try pending(office, "甲", at: at("2026-11-20 10:00"))
        let stays = try pending(office, "乙", at: at("2026-11-19 16:00"))
        let settled = try pending(office, "丙", at: at("2026-11-20 10:00"))
        try office.store.perform(
            .decline(Decline(reason: "不属本镇")), on: settled.reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        #expect(moved.acceptance?.due == at("2026-11-23 10:00"))

        #expect(try office.store.addToCalendar([fair], at: Office.morning, by: office.wang.id) == 1)
        #expect(try office.store.addToCalendar([fair], at: Office.morning, by: office.wang.id) == 0)
        let before = try office.entries()
        let report = try recompute(office, changed(office))
        #expect(report.changed == 1)
        #expect(try office.entries() == before + 1)

        let detail = try #require(try office.store.detail(of: moved.id))
        #expect(detail.case.acceptance?.due == at("2026-11-24 10:00"))
        #expect(detail.case.version == moved.version)
        guard case .recomputed(let why) = detail.trace.first?.event else {
            Issue.record("the trace begins with \(String(describing: detail.trace.first))")
            return
        }
        #expect(why.reason == "镇庙会放假一天" && why.clocks.map(\.kind) == [.acceptance])
        #expect(try office.store.detail(of: stays.id)?.case == stays)
        #expect(try office.store.detail(of: settled.id)?.trace.count == 2)
        #expect(try office.store.verify().isSound)

        // Nothing is left to do, and nothing is written.
        #expect(try recompute(office, changed(office)).changed == 0)
        #expect(try office.entries() == before + 1)
    }

    @Test func whoeverActsWithAnOldCalendarGetsTheDatesOfTheRecord() throws {
        let office = try Office()
        let pending = try pending(office, "甲", at: at("2026-11-19 10:00"))
        _ = try office.store.addToCalendar([fair], at: Office.morning, by: office.wang.id)
        let accepted = try office.store.perform(
            .accept(.confirmed), on: pending.reference, by: office.reviewer, at: at("2026-11-20 10:00"),
            rules: office.rules)
        // 72 hours of counted days from Friday 10:00: Friday, then Tuesday to Thursday.
        #expect(accepted.completion?.due == at("2026-11-26 10:00"))
    }

    @Test func anotherRulebookMovesTheClocksThatRunByItsOwnRules() throws {
        let office = try Office()
        let pending = try pending(office, "甲", at: at("2026-11-20 10:00"))
        var rules = office.rules
        rules.rulebook.clocks.acceptance.limit = 48
        #expect(try recompute(office, rules).changed == 1)
        #expect(try office.store.detail(of: pending.id)?.case.acceptance?.due == at("2026-11-24 10:00"))
        #expect(try office.store.verify().isSound)
    }

    @Test func aTrialWritesNothingAndAStopKeepsWhatWasDone() throws {
        let office = try Office()
        for index in 0..<3 { _ = try pending(office, "甲\(index)", at: at("2026-11-20 10:00")) }
        let before = try office.entries()
        let trial = try office.store.recompute(
            under: changed(office), because: "x", at: Office.morning, by: office.wang.id, isTrial: true)
        #expect(trial.changed == 3 && trial.clocks == 3)
        #expect(try office.entries() == before)
        let stopped = try office.store.recompute(
            under: changed(office), because: "x", at: Office.morning, by: office.wang.id
        ) { _ in false }
        #expect(stopped.wasStopped && stopped.changed == 0)
        #expect(try recompute(office, changed(office)).changed == 3)
    }

    @Test("What the centre adds to its calendar while dates are computed anew holds for the cases that follow")
    func theCalendarMovesMeanwhile() throws {
        let office = try Office()
        let pending = try pending(office, "甲", at: at("2026-11-20 10:00"))
        let tuesday = CivilDate("2026-11-24")!
        let market = CalendarChange(
            layer: CalendarLayer(
                region: "云溪镇", reason: "赶集",
                days: CalendarDays(off: [.init(from: tuesday, to: tuesday, name: "赶集")], work: [])))
        let report = try office.store.recompute(
            under: changed(office), because: "镇庙会放假一天", at: Office.morning, by: office.wang.id
        ) { _ in (try? office.store.addToCalendar([fair, market], at: Office.morning, by: office.wang.id)) == 2 }
        #expect(report.changed == 1)
        #expect(try office.store.detail(of: pending.id)?.case.acceptance?.due == at("2026-11-25 10:00"))
    }

    @Test("A resident's case in a campaign starts under the centre's own calendar, whatever the caller knew")
    func registrationsFollowTheRecordsCalendar() throws {
        let office = try Office()
        let county = try office.store.batch { writer in
            try writer.enrol(number: "X01", name: "县办", role: .countyOffice, at: Office.morning, by: .office)
        }
        let submitted = at("2026-11-20 10:00")
        _ = try office.store.addToCalendar([fair], at: Office.morning, by: office.wang.id)
        let draft = CampaignDraft(
            title: "集中参保", item: "城乡居民养老参保", department: "县医保局", due: CivilDate("2026-12-20")!)
        let campaign = try office.store.openCampaign(draft, by: Actor(county), at: submitted)
        _ = try office.store.handCampaign(campaign.code, to: [], by: office.reviewer, at: submitted)
        let resident = try office.store.register(
            Intake.Applicant(name: "张三"), of: "石门垭", for: campaign.code, by: Actor(office.wang), at: submitted,
            rules: office.rules)
        #expect(resident.acceptance?.due == at("2026-11-24 10:00"))
    }

    @Test("An unpublished year is provisional, and is computed anew when its notice comes")
    func provisional() throws {
        let office = try Office()
        let submitted = at("2026-12-31 15:00")
        let pending = try pending(office, "甲", at: submitted)
        #expect(pending.acceptance?.isProvisional == true)
        let notice = CalendarChange(
            notice: CalendarNotice(
                year: 2027, notice: "试验通知", published: CivilDate("2026-11-20")!,
                days: CalendarDays(
                    off: [.init(from: CivilDate("2027-01-01")!, to: CivilDate("2027-01-03")!, name: "元旦")], work: [])))
        _ = try office.store.addToCalendar([notice], at: Office.morning, by: office.wang.id)
        var rules = office.rules
        rules.calendar = rules.calendar.with(try office.store.calendarChanges())
        #expect(try recompute(office, rules).changed == 1)
        let acceptance = try #require(try office.store.detail(of: pending.id)?.case.acceptance)
        #expect(!acceptance.isProvisional && acceptance.due == at("2027-01-04 15:00"))
    }
}
