import Casework
import Testing

/// What begins, comes back or ends while a case stands still or has been taken back.
@Suite struct StandingClockTests {
    private let agent = Actor(Fixture.agent)
    private let supervisor = Actor(id: StaffID(3), role: .supervisor)

    private func after(
        _ subject: Case, _ steps: [(String, CaseCommand, Actor)], _ rules: Rules? = nil
    ) throws -> Case {
        let rules = try rules ?? Fixture.rules()
        var subject = subject
        for (time, command, actor) in steps {
            for event in try subject.decide(command, by: actor, at: Fixture.at(time), rules: rules) {
                subject.apply(event, at: Fixture.at(time), by: actor.id)
            }
        }
        return subject
    }

    private let accept = ("2026-11-19 10:00", CaseCommand.accept(.confirmed))
    private let ask = CaseCommand.askSupplement(missing: ["户口本"], note: nil, again: nil)

    @Test("Whoever gets a case that waits for the applicant has a clock that stands until the materials are there")
    func holderStandsStill() throws {
        let helper = StaffMember(id: StaffID(9), number: "W09", name: "李帮办", role: .windowClerk)
        let moves: [(CaseCommand, Actor)] = [
            (.reassign(to: Fixture.otherAgent), Fixture.reviewer), (.relay(to: helper, note: nil), agent),
        ]
        for (move, mover) in moves {
            let waiting = try after(
                try Fixture.pending(),
                [(accept.0, accept.1, agent), ("2026-11-19 11:00", ask, agent), ("2026-11-19 12:00", move, mover)])
            let standing = try #require(waiting.clocks.newest(.holder))
            #expect(standing.endedAt == nil && standing.deadline.isStopped)
            #expect(waiting.clocks.filter(\.isRunning).map(\.kind) == [.supplement])
            let going = try after(waiting, [("2026-11-23 12:00", .supplement, agent)])
            let clock = try #require(going.clocks.newest(.holder))
            #expect(clock.isRunning && clock.deadline.start == Fixture.at("2026-11-19 12:00"))
            let free = try Fixture.rules()
            let fresh = free.rulebook.clocks.holder.deadline(
                from: Fixture.at("2026-11-23 12:00"), calendar: free.calendar, offset: free.offset)
            #expect(clock.deadline.due == fresh.due)
            #expect(!going.isStopped)
        }
    }

    @Test("W16, N11: a word to the applicant while the case stands still starts no clock that runs")
    func feedbackStandsStill() throws {
        let told = try after(
            try Fixture.pending(),
            [
                (accept.0, accept.1, agent), ("2026-11-19 11:00", ask, agent),
                ("2026-11-19 12:00", .feedBack("还等您的户口本"), agent),
            ])
        #expect(told.clocks.newest(.feedback)?.isRunning == false)
        let going = try after(told, [("2026-11-23 12:00", .supplement, agent)])
        #expect(going.clocks.newest(.feedback)?.isRunning == true)
        #expect(!going.isStopped)
    }

    @Test("A window's promise that begins while the applicant has to bring something stands, too")
    func promiseStandsStill() throws {
        let verification = Verification(cadre: "村干部", finding: "属实", isConfirmed: true)
        let subject = try after(
            try Fixture.pending(),
            [
                (accept.0, accept.1, agent), ("2026-11-19 10:30", .verify(verification), agent),
                ("2026-11-19 11:00", ask, agent),
                ("2026-11-19 12:00", .forward(office: "县社保局", papers: "申请表", promisedDays: 5), agent),
            ])
        #expect(subject.clocks.newest(.promise)?.isRunning == false)
        let going = try after(subject, [("2026-11-20 12:00", .supplement, agent)])
        #expect(going.clocks.newest(.promise)?.isRunning == true)
    }

    @Test("A case that was reassigned while it was pending has one clock of its holder after acceptance, not two")
    func oneHolderClock() throws {
        let accepted = try after(
            try Fixture.pending(),
            [
                ("2026-11-19 09:30", .reassign(to: Fixture.otherAgent), Fixture.reviewer),
                ("2026-11-19 10:00", .accept(.confirmed), Actor(Fixture.otherAgent)),
            ])
        #expect(accepted.clocks.filter { $0.kind == .holder && $0.endedAt == nil }.count == 1)
        let other = Actor(Fixture.otherAgent)
        let going = try after(
            accepted, [("2026-11-19 11:00", ask, other), ("2026-11-20 11:00", .supplement, other)])
        #expect(!going.isStopped)
    }

    @Test("What ends without review is no decision that could be taken back into a review that nobody asked for")
    func completionWithoutReview() throws {
        var rules = try Fixture.rules()
        rules.rulebook.review = .none
        let done = try after(
            try Fixture.pending(),
            [(accept.0, accept.1, agent), ("2026-11-19 11:00", .complete(note: nil), agent)], rules)
        #expect(done.state == .approved)
        #expect(throws: Refusal.nothingToUndo) {
            try done.decide(.undo, by: agent, at: Fixture.at("2026-11-19 12:00"), rules: rules)
        }
    }

    @Test("Taking an action back keeps what came beside it: dates computed anew, and the office's own urging")
    func undoKeepsWhatCameBeside() throws {
        var rules = try Fixture.rules()
        var subject = try after(try Fixture.pending(), [(accept.0, accept.1, agent)])
        subject = try after(
            subject, [("2026-11-19 11:00", .reassign(to: Fixture.otherAgent), Fixture.reviewer)])
        let urged = Fixture.at("2026-11-19 12:00")
        let due = try #require(subject.completion)
        let mark = WarningMark(clock: .completion, start: due.start, mark: .near, due: due.due)
        subject.apply(
            .warned(Warning(mark: mark, urged: Fixture.otherAgent.id, nextUrging: nil)), at: urged, by: StaffID(0))
        // Tomorrow, a Friday, becomes a day off.
        rules.calendar = rules.calendar.adding(
            CalendarLayer(
                region: "本县", reason: "停电",
                days: CalendarDays(
                    off: [
                        CalendarDays.Stretch(
                            from: Fixture.offset.civil(Fixture.at("2026-11-20 12:00")).date,
                            to: Fixture.offset.civil(Fixture.at("2026-11-20 12:00")).date, name: "停电")
                    ], work: [])))
        let clocks = subject.recomputedClocks(under: rules)
        #expect(clocks.contains { $0.kind == .completion })
        subject.apply(
            .recomputed(Recomputation(reason: "放假", clocks: clocks)), at: urged, by: StaffID(0))
        let moved = try #require(subject.completion?.due)
        #expect(moved != due.due)
        let back = try after(subject, [("2026-11-19 13:00", .undo, Fixture.reviewer)], rules)
        #expect(back.holder == Fixture.agent.id)
        #expect(back.completion?.due == moved)
        #expect(back.recomputedClocks(under: rules).isEmpty)
        #expect(back.urgings == 1 && back.lastUrgedAt == urged)
    }

    @Test("Taking an acceptance back takes back the authorisation that came with it, and no other")
    func undoTakesTheAuthorisationBack() throws {
        let spoken = CaseCommand.accept(AcceptanceCheck(authorisation: .spoken, materialsChecked: true))
        let accepted = try after(try Fixture.pending(), [("2026-11-19 10:00", spoken, agent)])
        #expect(accepted.authorisation?.form == .spoken)
        let back = try after(accepted, [("2026-11-19 10:01", .undo, agent)])
        #expect(back.authorisation == nil)
        let silent = CaseCommand.accept(AcceptanceCheck(authorisation: nil, materialsChecked: true))
        #expect(throws: Refusal.authorisationMissing) {
            try back.decide(silent, by: agent, at: Fixture.at("2026-11-19 10:02"), rules: Fixture.rules())
        }
        let before = try after(
            try Fixture.pending(),
            [
                ("2026-11-19 09:30", .authorise(.signed, note: nil), agent), ("2026-11-19 10:00", silent, agent),
                ("2026-11-19 10:01", .undo, agent),
            ])
        #expect(before.authorisation?.form == .signed)
    }

    @Test("W16, N11: whose case comes back from review hears of it again: the feedback clock runs from the return")
    func feedbackAfterReturn() throws {
        let returned = try after(
            try Fixture.inReview(), [("2026-11-20 10:00", .reject(reason: "材料不全"), Fixture.reviewer)])
        let feedback = try #require(returned.clocks.newest(.feedback))
        #expect(feedback.isRunning && feedback.deadline.start == Fixture.at("2026-11-20 10:00"))
        let again = try after(returned, [("2026-11-20 11:00", .complete(note: nil), agent)])
        #expect(again.clocks.newest(.feedback)?.endedAt == Fixture.at("2026-11-20 11:00"))
        let back = try after(returned, [("2026-11-20 10:01", .undo, Fixture.reviewer)])
        #expect(back.clocks.newest(.feedback)?.isRunning == false)
    }
}
