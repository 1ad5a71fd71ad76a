import Testing

@testable import Casework

@Suite("Which messages follow from an event")
struct OutgoingMessageTests {
    /// A case whose applicant has a phone, in the hands of its agent.
    private func subject(phone: String? = "13900001234") throws -> Case {
        let rules = try Fixture.rules()
        var intake = try Fixture.pending().intake
        intake = Intake(
            kind: intake.kind, origin: intake.origin, item: intake.item, village: intake.village,
            applicant: Intake.Applicant(name: "张三丰", identityNumber: "411325199003070012", phone: phone, address: "三组"),
            submittedAt: intake.submittedAt)
        let registration = Registration(
            number: "YX261119-0001", intake: intake, holder: Fixture.agent.id,
            acceptance: rules.rulebook.acceptance.deadline(
                from: Fixture.submitted, calendar: rules.calendar, offset: rules.offset))
        return Case(id: CaseID(1), registration: registration, at: Fixture.submitted)
    }

    private func following(_ event: CaseEvent, by actor: StaffID = StaffID(1)) throws -> [OutgoingMessage] {
        OutgoingMessage.following(event, on: try subject(), by: actor)
    }

    @Test("W13: the applicant hears of every turn of the matter, the agent of what is to be done")
    func kinds() throws {
        let agent = OutgoingMessage.Recipient.agent(Fixture.agent.id)
        let deadline = try #require(try subject().acceptance)
        let expected: [(CaseEvent, [OutgoingMessage])] = [
            (.accepted(Acceptance(completion: deadline)), [OutgoingMessage(.accepted, to: .applicant)]),
            (.declined(Decline(reason: "不合政策")), [OutgoingMessage(.declined, to: .applicant)]),
            (.completed(Completion()), []),
            (.approved(Approval()), [OutgoingMessage(.approved, to: .applicant)]),
            (.delivered(Delivery(signedBy: "张三丰")), [OutgoingMessage(.delivered, to: .applicant)]),
            (.withdrawn(Withdrawal(reason: "不办了")), [OutgoingMessage(.withdrawn, to: .applicant)]),
            (.rejected(Rejection(reason: "缺页", agent: Fixture.agent.id)), [OutgoingMessage(.returned, to: agent)]),
            (
                .reassigned(Reassignment(from: nil, to: Fixture.agent.id)), [OutgoingMessage(.assigned, to: agent)]
            ),
            (.urged(Urging(agent: Fixture.agent.id)), [OutgoingMessage(.urged, to: agent)]),
            (.visitRefused(VisitRefused(reason: "桥断了")), [OutgoingMessage(.visitRefused, to: .applicant)]),
            (.revealed(Reveal(reason: "核对")), []),
        ]
        for (event, messages) in expected { #expect(try following(event) == messages, "\(event.kind)") }
    }

    @Test("J13: why it is late is told to the applicant")
    func late() throws {
        let event = CaseEvent.completed(Completion(lateReason: "等县里回复"))
        #expect(try following(event) == [OutgoingMessage(.late, to: .applicant)])
        let content = MessageContent(.late, because: event, on: try subject())
        #expect(content.text == "等县里回复")
    }

    @Test("J12: all that is missing is told at once, and who is out of scope hears which office is right")
    func told() throws {
        let subject = try subject()
        let asked = CaseEvent.supplementAsked(
            SupplementAsked(
                missing: ["户口本", "照片"], note: nil, again: nil, deadline: try #require(subject.acceptance)))
        let content = MessageContent(.supplementAsked, because: asked, on: subject)
        #expect(content.missing == ["户口本", "照片"])
        #expect(content.due == subject.acceptance?.due)
        let declined = CaseEvent.declined(Decline(reason: "归县里办", ground: .outOfScope, office: "县不动产登记中心"))
        #expect(MessageContent(.declined, because: declined, on: subject).office == "县不动产登记中心")
    }

    @Test("N11: feedback on the progress is a message, and nothing personal goes along that was typed into it")
    func feedback() throws {
        let event = CaseEvent.fedBack(FedBack(text: "张三丰的件已到县里，身份证 411325199003070012", next: nil))
        #expect(try following(event) == [OutgoingMessage(.feedback, to: .applicant)])
        let content = MessageContent(.feedback, because: event, on: try subject())
        let text = try #require(content.text)
        #expect(!text.contains("张三丰") && !text.contains("411325"))
        #expect(text.contains("已到县里"))
        #expect(content.applicant == "张**")
    }

    @Test("W16: who is urged by a warning is told; who has a quiet clock too; nobody for a case in review")
    func warned() throws {
        let mark = WarningMark(
            clock: .acceptance, start: Fixture.submitted, mark: .overdue, due: Fixture.submitted.advanced(minutes: 9))
        let agent = OutgoingMessage.Recipient.agent(Fixture.agent.id)
        let urging = CaseEvent.warned(Warning(mark: mark, urged: Fixture.agent.id, nextUrging: nil))
        #expect(try following(urging, by: StaffID(0)) == [OutgoingMessage(.warned, to: agent)])
        #expect(try following(.warned(Warning(mark: mark, urged: nil, nextUrging: nil))).isEmpty)
        var quiet = mark
        quiet.clock = .feedback
        let silent = CaseEvent.warned(Warning(mark: quiet, urged: nil, nextUrging: nil))
        #expect(try following(silent) == [OutgoingMessage(.warned, to: agent)])
        let inReview = try Fixture.inReview()
        #expect(OutgoingMessage.following(silent, on: inReview, by: StaffID(0)).isEmpty)
    }

    @Test("Nobody is told what they did themselves, and who has no phone is not told")
    func nobody() throws {
        let assigned = CaseEvent.reassigned(Reassignment(from: nil, to: Fixture.agent.id))
        #expect(try following(assigned, by: Fixture.agent.id).isEmpty)
        let without = try subject(phone: nil)
        #expect(OutgoingMessage.following(.approved(Approval()), on: without, by: StaffID(1)).isEmpty)
    }

    @Test("What an import brought along tells nobody")
    func imported() throws {
        var registration = Registration(
            number: "Q1", intake: try subject().intake, holder: Fixture.agent.id, acceptance: nil)
        #expect(try following(.registered(registration)).map(\.kind) == [.assigned])
        registration.source = "requests.csv"
        #expect(try following(.registered(registration)).isEmpty)
    }

    @Test("Attempts are further and further apart, and come to an end")
    func retries() {
        #expect((1...8).map(RetryPlan.wait(after:)) == [1, 2, 4, 8, 16, 32, 64, 128])
        #expect(RetryPlan.wait(after: 40) == 720)
        let start = Fixture.submitted
        #expect(!RetryPlan.isOver(tries: RetryPlan.tries - 1, queuedAt: start, now: start))
        #expect(RetryPlan.isOver(tries: RetryPlan.tries, queuedAt: start, now: start))
        #expect(RetryPlan.isOver(tries: 0, queuedAt: start, now: start.advanced(minutes: RetryPlan.lifetime)))
    }
}
