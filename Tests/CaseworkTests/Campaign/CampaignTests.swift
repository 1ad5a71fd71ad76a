import Testing

@testable import Casework

@Suite("Campaigns")
struct CampaignTests {
    private static let county = Actor(id: StaffID(20), role: .countyOffice)
    private static let director = Actor(id: StaffID(21), role: .director)
    private static let villages = ["石门垭村", "两河口村", "柳树坪村"]
    private static let today = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(dayNumber: 0)

    private func draft(_ villages: [String] = [], due: CivilDate = today.advanced(days: 10)) -> CampaignDraft {
        CampaignDraft(title: "集中参保", item: "城乡居民医保", department: "县医保局", due: due, villages: villages)
    }

    private func opened(_ draft: CampaignDraft, by actor: Actor = county) throws -> Campaign {
        let event = try Campaign.opening(
            draft, code: "ZX2026-01", known: Self.villages, today: Self.today, by: actor)
        guard case .opened(let opened) = event else { throw CampaignRefusal.notOnStaff }
        return Campaign(opened, at: Fixture.submitted, by: actor.id)
    }

    @Test("W9: the county opens, the township hands on, the county closes; nobody else may")
    func roles() throws {
        for role in Role.allCases {
            #expect(role.may(.open) == (role == .countyOffice))
            #expect(role.may(.hand) == (role == .reviewer || role == .director))
            #expect(role.may(.register) == role.mayRegister)
            #expect(role.may(.close) == (role == .countyOffice || role == .director))
        }
        #expect(throws: CampaignRefusal.notPermitted(.open, .director)) { try opened(draft(), by: Self.director) }
        var campaign = try opened(draft())
        #expect(throws: CampaignRefusal.notPermitted(.hand, .countyOffice)) {
            try campaign.handing(to: [], by: Self.county)
        }
        campaign.apply(try campaign.handing(to: [], by: Self.director), at: Fixture.submitted, by: StaffID(21))
        #expect(campaign.handings.map(\.village) == Self.villages)
        #expect(throws: CampaignRefusal.unfit(.finding, .missing)) {
            try campaign.closing(summary: " ", by: Self.county)
        }
        campaign.apply(try campaign.closing(summary: "应参尽参", by: Self.county), at: Fixture.submitted, by: StaffID(20))
        #expect(campaign.isClosed && campaign.closing?.summary == "应参尽参")
        #expect(throws: CampaignRefusal.isClosed("ZX2026-01")) { try campaign.handing(to: [], by: Self.director) }
        #expect(throws: CampaignRefusal.isClosed("ZX2026-01")) {
            try campaign.permitRegistration(in: "石门垭村", by: Fixture.agent)
        }
    }

    @Test("W9: a village registers once the township has handed it the campaign, an agent the own village's people")
    func registration() throws {
        var campaign = try opened(draft(["石门垭村", "两河口村"]))
        #expect(throws: CampaignRefusal.notHanded("石门垭村")) {
            try campaign.permitRegistration(in: "石门垭村", by: Fixture.agent)
        }
        campaign.apply(
            try campaign.handing(to: ["石门垭村"], by: Self.director), at: Fixture.submitted, by: StaffID(21))
        try campaign.permitRegistration(in: "石门垭村", by: Fixture.agent)
        #expect(throws: CampaignRefusal.otherVillage("两河口村")) {
            try campaign.permitRegistration(in: "石门垭村", by: Fixture.otherAgent)
        }
        #expect(throws: CampaignRefusal.notConcerned("柳树坪村")) {
            try campaign.permitRegistration(in: "柳树坪村", by: Fixture.agent)
        }
        #expect(throws: CampaignRefusal.handedAlready("石门垭村")) {
            try campaign.handing(to: ["石门垭村"], by: Self.director)
        }
    }

    @Test("W6: a campaign's case comes from above, and carries the campaign's date beside its own limits")
    func origin() throws {
        let campaign = try opened(draft())
        let rules = try Fixture.rules()
        let intake = campaign.intake(of: Intake.Applicant(name: "张三"), in: "石门垭村", at: Fixture.submitted)
        #expect(intake.origin == .campaign && intake.campaign == "ZX2026-01" && intake.item == "城乡居民医保")
        let target = campaign.target(from: Fixture.submitted, rules: rules)
        #expect(target.due == Fixture.at("2026-12-01 00:00"))
        #expect(target.rule.kind == .target && target.rule.clause == "县医保局《集中参保》")
        var subject = Case(
            id: CaseID(1),
            registration: Registration(
                number: "Q1", intake: intake, holder: Fixture.agent.id,
                acceptance: rules.rulebook.acceptance.deadline(
                    from: Fixture.submitted, calendar: rules.calendar, offset: rules.offset),
                clocks: [CaseClock(kind: .target, deadline: target)]), at: Fixture.submitted)
        #expect(subject.clocks.map(\.kind) == [.acceptance, .target])
        #expect(subject.recomputedClocks(under: rules).isEmpty)
        subject.apply(.declined(Decline(reason: "不符")), at: Fixture.submitted, by: StaffID(1))
        #expect(subject.clocks.allSatisfy { $0.endedAt != nil })
    }

    @Test("Bad input is refused: unknown village, a day that has passed, no words")
    func refused() throws {
        #expect(throws: CampaignRefusal.villageUnknown("桃花源")) { try opened(draft(["桃花源"])) }
        let yesterday = Self.today.advanced(days: -1)
        #expect(throws: CampaignRefusal.dueInThePast(yesterday)) { try opened(draft(due: yesterday)) }
        var blank = draft()
        blank.title = " "
        #expect(throws: CampaignRefusal.unfit(.task, .missing)) { try opened(blank) }
        #expect(throws: CampaignRefusal.noVillages) {
            try Campaign.opening(draft(), code: "Z", known: [], today: Self.today, by: Self.county)
        }
    }
}
