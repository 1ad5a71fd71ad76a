import Testing

@testable import Casework

@Suite("What an entry about a case counts for")
struct CaseWorkTests {
    private let one = StaffID(1)
    private let other = StaffID(2)

    private func trail(_ origin: Intake.Origin = .online, holder: StaffID? = StaffID(1)) -> Walk {
        let registration =
            Registration(
                number: "YX-1",
                intake: Intake(
                    kind: .agency, origin: origin, item: "养老参保", village: "石门村", applicant: .init(name: "张三"),
                    submittedAt: Fixture.submitted), holder: holder, acceptance: nil)
        return Walk(WorkTrail(registration))
    }

    /// A trail that goes on in place: what a macro is given cannot be changed.
    private final class Walk {
        private var trail: WorkTrail

        init(_ trail: WorkTrail) { self.trail = trail }

        func take(_ event: CaseEvent) -> CaseWork? { trail.take(event.kind, event) }
    }

    @Test("W10: work counts for who has the case in hand, before and after it was passed on")
    func holder() {
        let trail = trail()
        #expect(trail.take(.completed(Completion())) == CaseWork(staff: one, kind: .completed))
        #expect(trail.take(.reassigned(Reassignment(from: one, to: other))) == nil)
        #expect(trail.take(.approved(Approval())) == CaseWork(staff: other, kind: .approved))
        #expect(
            trail.take(.rejected(Rejection(reason: "缺页", agent: one))) == CaseWork(staff: one, kind: .returned))
        let nobody = self.trail(holder: nil)
        #expect(nobody.take(.completed(Completion())) == nil)
    }

    @Test("W10: what is undone counts once less, for who had it")
    func undone() throws {
        var subject = try Fixture.inReview()
        subject.apply(.approved(Approval()), at: Fixture.submitted, by: StaffID(1))
        let action = try #require(subject.lastAction)
        let trail = Walk(WorkTrail(subject))
        let undo = CaseEvent.undone(Undo(kind: .approved, before: action.before))
        #expect(trail.take(undo) == CaseWork(staff: Fixture.agent.id, kind: .approved, factor: -1))
    }

    @Test("W21: own fault counts once for who had the case then, and is taken back from the same person")
    func fault() {
        let own = CaseEvent.faultDecided(FaultFinding(isOwnFault: true, reason: "忘了"))
        let excused = CaseEvent.faultDecided(FaultFinding(isOwnFault: false, reason: "系统停了"))
        let trail = trail()
        #expect(trail.take(excused) == nil)
        #expect(trail.take(own) == CaseWork(staff: one, kind: .overdueByFault, detail: 1))
        #expect(trail.take(own) == nil)
        _ = trail.take(.reassigned(Reassignment(from: one, to: other)))
        #expect(trail.take(excused) == CaseWork(staff: one, kind: .overdueByFault, factor: -1, detail: 1))
        let walkIn = self.trail(.walkIn)
        #expect(walkIn.take(own)?.detail == 0)
    }

    @Test("W22: a complaint and its decision count for who had the case when it was made")
    func complaints() {
        let trail = trail()
        let made = trail.take(.complained(Complained.made(1, .attitude)))
        #expect(made == CaseWork(staff: one, kind: .complained, detail: 1))
        _ = trail.take(.reassigned(Reassignment(from: one, to: other)))
        #expect(
            trail.take(.complaintDecided(ComplaintDecided.made(1, isUpheld: false)))
                == CaseWork(staff: one, kind: .complaintDismissed, detail: 1))
    }

    @Test("W6: a case that was imported with its end behind it counts at the moments of its own life")
    func past() {
        let history = Registration.History(
            state: .approved, acceptedAt: Fixture.at("2026-08-31 10:00"), completedAt: Fixture.at("2026-09-01 10:00"),
            closedAt: Fixture.at("2026-09-02 10:00"))
        let registration = Registration(
            number: "YX-1",
            intake: Intake(
                kind: .agency, origin: .walkIn, item: "养老参保", village: "石门村", applicant: .init(name: "张三"),
                submittedAt: Fixture.submitted), holder: one, acceptance: nil, history: history)
        #expect(registration.pastWork.map(\.work.kind) == [.accepted, .completed, .approved])
        #expect(registration.pastWork.map(\.at) == [history.acceptedAt, history.completedAt, history.closedAt])
        var open = registration
        open.history?.state = .accepted
        open.history?.closedAt = nil
        #expect(open.pastWork.map(\.work.kind) == [.accepted, .completed])
    }
}

extension Complained {
    fileprivate static func made(_ number: Int, _ subject: Complaint.Subject) -> Complained {
        Complained(number: number, subject: subject, words: "态度差")
    }
}

extension ComplaintDecided {
    fileprivate static func made(_ number: Int, isUpheld: Bool) -> ComplaintDecided {
        ComplaintDecided(number: number, isUpheld: isUpheld, finding: "查过")
    }
}
