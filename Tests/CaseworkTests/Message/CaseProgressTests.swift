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
}
