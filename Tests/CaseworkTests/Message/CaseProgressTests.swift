import Testing

@testable import Casework

@Suite("Progress for whoever holds the receipt")
struct CaseProgressTests {
    @Test("W13: the state, the dates, the office with the papers and what is missing, and nothing personal")
    func progress() throws {
        var subject = try Fixture.pending(then: [(.accept(.confirmed), Actor(Fixture.agent))])
        let now = Fixture.submitted.advanced(minutes: 120)
        subject.apply(
            .forwarded(Forwarded(office: "县社保局", papers: "张三的申请表", promise: nil)), at: now, by: Fixture.agent.id)
        let asked = CaseEvent.supplementAsked(
            SupplementAsked(
                missing: ["张三的户口本", "电话 13900001234"], note: nil, again: nil,
                deadline: try #require(subject.acceptance)))
        subject.apply(asked, at: now, by: Fixture.agent.id)
        let progress = CaseProgress(subject, decline: nil, at: now)
        #expect(progress.number == "YX261119-0001" && progress.state == .accepted)
        #expect(progress.acceptedAt != nil && progress.isStopped)
        #expect(progress.office == "县社保局")
        #expect(progress.clock == .supplement && progress.due == subject.acceptance?.due)
        #expect(progress.missing == ["张*的户口本", "电话 ******"])
        #expect(!"\(progress)".contains("张三") && !"\(progress)".contains(subject.intake.village))
    }

    @Test("N9: a refusal is told with its reason and the right office")
    func declined() throws {
        var subject = try Fixture.pending()
        let decline = Decline(reason: "张三不合条件", ground: .outOfScope, office: "县民政局", missing: ["证明"])
        subject.apply(.declined(decline), at: Fixture.submitted, by: StaffID(1))
        let progress = CaseProgress(subject, decline: decline, at: Fixture.submitted)
        #expect(progress.reason == "张*不合条件")
        #expect(progress.rightOffice == "县民政局")
        #expect(progress.missing == ["证明"])
        #expect(progress.due == nil)
    }

    @Test("W13: of a matter that ended nothing is told that it was in the middle of: conditions, visits, papers")
    func ended() throws {
        var subject = try Fixture.pending(then: [(.accept(.confirmed), Actor(Fixture.agent))])
        let now = Fixture.submitted.advanced(minutes: 120)
        let visit = VisitPlanned(at: now.advanced(minutes: 2_000), place: "家里", materials: nil)
        let deadline = try #require(subject.acceptance)
        let events: [CaseEvent] = [
            .visitAsked(VisitAsked(plan: deadline)), .visitPlanned(visit),
            .forwarded(Forwarded(office: "县社保局", papers: "申请表", promise: nil)),
            .setAside(Waiting(reason: "政策未定", condition: "新政策公布")),
        ]
        for event in events { subject.apply(event, at: now, by: Fixture.agent.id) }
        let waiting = CaseProgress(subject, decline: nil, at: now)
        #expect(waiting.condition == "新政策公布" && waiting.office == "县社保局" && waiting.visitAt == visit.at)
        subject.apply(.withdrawn(Withdrawal(reason: "不办了")), at: now, by: Fixture.agent.id)
        let ended = CaseProgress(subject, decline: nil, at: now)
        #expect(ended.condition == nil && ended.office == nil && ended.visitAt == nil && !ended.isStopped)
    }
}
