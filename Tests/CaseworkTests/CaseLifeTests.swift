import Casework
import Testing

@Suite struct CaseLifeTests {
    private func refusal(_ subject: Case, _ command: CaseCommand, _ actor: Actor) throws -> Refusal? {
        let rules = try Fixture.rules()
        do {
            _ = try subject.decide(command, by: actor, at: Fixture.submitted.advanced(minutes: 600), rules: rules)
            return nil
        } catch {
            return error
        }
    }

    @Test func acceptingStartsTheCompletionClock() throws {
        let subject = try Fixture.pending(then: [(.accept(.confirmed), Fixture.reviewer)])
        #expect(subject.state == .accepted)
        #expect(subject.version == 2)
        #expect(subject.completion?.due == Fixture.at("2026-11-24 10:00"))
        #expect(subject.currentDeadline == subject.completion)
    }

    @Test("W10: a rejected case goes back to its agent, who hands it in again, as often as it takes")
    func returnsAndResubmissions() throws {
        var commands: [(CaseCommand, Actor)] = [
            (.accept(.confirmed), Actor(Fixture.agent)), (.complete(note: nil), Actor(Fixture.agent)),
        ]
        for _ in 0..<4 {
            commands.append((.reject(reason: "缺签名"), Fixture.reviewer))
            commands.append((.complete(note: nil), Actor(Fixture.agent)))
        }
        commands.append((.approve(note: nil), Fixture.reviewer))
        let subject = try Fixture.pending(then: commands)
        #expect(subject.state == .approved)
        #expect(subject.returns == 4)
        #expect(subject.holder == Fixture.agent.id)
    }

    @Test func whoHandledACaseDoesNotReviewIt() throws {
        let handler = Actor(id: Fixture.agent.id, role: .reviewer)
        #expect(try refusal(try Fixture.inReview(), .approve(note: nil), handler) == .reviewerHandledIt)
        #expect(try refusal(try Fixture.inReview(), .approve(note: nil), Fixture.reviewer) == nil)
    }

    @Test func aReasonIsNeededAndBlanksAreNone() throws {
        #expect(try refusal(try Fixture.inReview(), .reject(reason: " \n "), Fixture.reviewer) == .reasonMissing)
        #expect(try refusal(try Fixture.pending(), .decline(Decline(reason: "")), Fixture.reviewer) == .reasonMissing)
        let long = String(repeating: "长", count: Case.reasonLimit + 1)
        #expect(try refusal(try Fixture.inReview(), .reject(reason: long), Fixture.reviewer) == .reasonTooLong)
    }

    @Test func everyCommandInAWrongStateIsRefusedWithTheState() throws {
        let pending = try Fixture.pending()
        let inReview = try Fixture.inReview()
        #expect(try refusal(pending, .approve(note: nil), Fixture.reviewer) == .wrongState(.approve, .pending))
        #expect(try refusal(inReview, .accept(.confirmed), Fixture.reviewer) == .wrongState(.accept, .inReview))
        #expect(try refusal(inReview, .urge, Fixture.reviewer) == .wrongState(.urge, .inReview))
        #expect(
            try refusal(inReview, .reassign(to: Fixture.otherAgent), Fixture.reviewer)
                == .wrongState(.reassign, .inReview))
    }

    @Test func rolesLimitWhatMayBeDone() throws {
        let agent = Actor(Fixture.otherAgent)
        #expect(try refusal(try Fixture.inReview(), .approve(note: nil), agent) == .notPermitted(.approve, .agent))
        let clerk = Actor(id: StaffID(40), role: .windowClerk)
        #expect(try refusal(try Fixture.pending(), .accept(.confirmed), clerk) == nil)
        #expect(try refusal(try Fixture.pending(), .urge, clerk) == .notPermitted(.urge, .windowClerk))
    }

    @Test func onlyTheHolderHandsACaseToReview() throws {
        let accepted = try Fixture.pending(then: [(.accept(.confirmed), Fixture.reviewer)])
        #expect(try refusal(accepted, .complete(note: nil), Actor(Fixture.otherAgent)) == .notTheHolder)
    }

    @Test func reassigningKeepsTheApplicantsClock() throws {
        let accepted = try Fixture.pending(then: [(.accept(.confirmed), Fixture.reviewer)])
        let moved = try Fixture.pending(then: [
            (.accept(.confirmed), Fixture.reviewer), (.reassign(to: Fixture.otherAgent), Fixture.reviewer),
        ])
        #expect(moved.completion == accepted.completion)
        #expect(moved.holder == Fixture.otherAgent.id)
        #expect(try refusal(moved, .reassign(to: Fixture.otherAgent), Fixture.reviewer) == .alreadyTheHolder)
        let reviewer = StaffMember(id: StaffID(1), number: "R01", name: "王敏", role: .reviewer)
        #expect(try refusal(moved, .reassign(to: reviewer), Fixture.reviewer) == .notAnAgent)
    }

    @Test func aCaseIsNotUrgedTwiceInAMoment() throws {
        let urged = try Fixture.pending(then: [(.urge, Fixture.reviewer)])
        let rules = try Fixture.rules()
        let at = try #require(urged.lastUrgedAt)
        #expect(throws: Refusal.urgedRecently(at)) {
            try urged.decide(.urge, by: Fixture.reviewer, at: at.advanced(minutes: 9), rules: rules)
        }
        #expect(try urged.decide(.urge, by: Fixture.reviewer, at: at.advanced(minutes: 10), rules: rules).count == 1)
    }

    @Test(arguments: [
        CaseCommand.approve(note: nil), .reject(reason: "缺签名"),
    ])
    func undoRestoresWhatAReviewChanged(_ command: CaseCommand) throws {
        let before = try Fixture.inReview()
        let undone = try Fixture.pending(then: [
            (.accept(.confirmed), Actor(Fixture.agent)), (.complete(note: nil), Actor(Fixture.agent)),
            (command, Fixture.reviewer), (.undo, Fixture.reviewer),
        ])
        #expect(undone.state == before.state)
        #expect(undone.returns == before.returns)
        #expect(undone.closedAt == before.closedAt)
        #expect(undone.reason == before.reason)
        #expect(undone.version == before.version + 2)
        #expect(try refusal(undone, .undo, Fixture.reviewer) == .nothingToUndo)
    }

    @Test func undoIsForWhoDidItAndOnlyWhileNothingCameAfter() throws {
        let approved = try Fixture.pending(then: [
            (.accept(.confirmed), Actor(Fixture.agent)), (.complete(note: nil), Actor(Fixture.agent)),
            (.approve(note: nil), Fixture.reviewer),
        ])
        #expect(try refusal(approved, .undo, Fixture.otherReviewer) == .undoOfAnother(Fixture.reviewer.id))
        let handedOn = try Fixture.pending(then: [
            (.accept(.confirmed), Actor(Fixture.agent)), (.complete(note: nil), Actor(Fixture.agent)),
        ])
        #expect(try refusal(handedOn, .undo, Fixture.reviewer) == .nothingToUndo)
    }

    @Test func lookingAtMaskedDataChangesNothing() throws {
        let before = try Fixture.inReview()
        let after = try Fixture.pending(then: [
            (.accept(.confirmed), Actor(Fixture.agent)), (.complete(note: nil), Actor(Fixture.agent)),
            (.reveal(reason: "核对"), Fixture.reviewer),
        ])
        #expect(after == before)
    }
}
