import Casework
import Testing

/// Single clauses of the documents that a case's life rests on.
@Suite struct LifeClauseTests {
    private func item(_ kind: ItemKind, promisedDays: Int? = nil) -> Intake.ListedItem {
        Intake.ListedItem(code: "X1", version: 3, kind: kind, promisedDays: promisedDays)
    }

    private func registered(
        at submitted: String = "2026-11-19 09:00", _ change: (inout Intake) -> Void
    ) throws -> Case {
        let at = Fixture.at(submitted)
        var intake = Intake(
            kind: .agency, origin: .walkIn, item: "城乡居民养老参保", village: "石门垭村",
            applicant: Intake.Applicant(name: "张三"), submittedAt: at)
        change(&intake)
        let acceptance = try Fixture.rules().rulebook.acceptance.deadline(
            from: at, calendar: .national, offset: Fixture.offset)
        return Case(
            id: CaseID(1),
            registration: Registration(
                number: "YX261119-0001", intake: intake, holder: Fixture.agent.id, acceptance: acceptance),
            at: at)
    }

    private func after(
        _ subject: Case, _ steps: [(String, CaseCommand, Actor)], _ rules: Rules
    ) throws(Refusal) -> Case {
        var subject = subject
        for (time, command, actor) in steps {
            for event in try subject.decide(command, by: actor, at: Fixture.at(time), rules: rules) {
                subject.apply(event, at: Fixture.at(time), by: actor.id)
            }
        }
        return subject
    }

    private let agent = Actor(Fixture.agent)

    @Test("N7: an instant item ends the same day, or the applicant is told why not")
    func instantItems() throws {
        let rules = try Fixture.rules()
        let subject = try registered { $0.listedItem = item(.instant) }
        let accepted = try after(subject, [("2026-11-19 10:00", .accept(.confirmed), agent)], rules)
        #expect(accepted.completion?.due == Fixture.at("2026-11-20 00:00"))
        let sameDay = try after(accepted, [("2026-11-19 17:00", .complete(note: nil), agent)], rules)
        #expect(sameDay.state == .inReview)
        #expect(throws: Refusal.lateReasonMissing) {
            try after(accepted, [("2026-11-20 09:00", .complete(note: nil), agent)], rules)
        }
        let told = try after(
            accepted, [("2026-11-20 09:00", .complete(note: nil, lateReason: "系统停了一天"), agent)], rules)
        #expect(told.state == .inReview)
    }

    @Test("J13, S4: an item that promises its own days is held to them, and the time is named with the acceptance")
    func promises() throws {
        let rules = try Fixture.rules()
        let subject = try registered { $0.listedItem = item(.promised, promisedDays: 5) }
        let accepted = try after(subject, [("2026-11-19 10:00", .accept(.confirmed), agent)], rules)
        #expect(accepted.completion?.due == Fixture.at("2026-11-27 00:00"))
        #expect(accepted.intake.listedItem?.version == 3)
    }

    @Test("W7: an online application is the authorisation; a walk-in has to give one (W8)")
    func origins() throws {
        let rules = try Fixture.rules()
        let silent = CaseCommand.accept(AcceptanceCheck(authorisation: nil, materialsChecked: true))
        let online = try registered { $0.origin = .online }
        let visited = try after(
            online,
            [
                ("2026-11-19 09:10", .askVisit, agent),
                (
                    "2026-11-19 09:20", .planVisit(at: Fixture.at("2026-11-19 15:00"), place: "家里", materials: nil),
                    agent
                ),
                ("2026-11-19 09:30", silent, agent), ("2026-11-19 15:00", .arrive, agent),
                ("2026-11-19 15:30", .endVisit(deliversLater: false), agent),
                ("2026-11-19 16:00", .complete(note: "材料已上传"), agent),
            ], rules)
        #expect(visited.state == .inReview && visited.authorisation?.form == .online)
        let walkIn = try registered { _ in }
        #expect(throws: Refusal.authorisationMissing) {
            try after(walkIn, [("2026-11-19 09:30", silent, agent)], rules)
        }
        let told = try after(
            walkIn,
            [("2026-11-19 09:20", .authorise(.signed, note: nil), agent), ("2026-11-19 09:30", silent, agent)], rules)
        #expect(told.authorisation?.form == .signed)
    }

    @Test("S1: a collector passes requests on to the agent, and does nothing else with a case")
    func collectors() {
        #expect(Role.collector.mayRegister)
        #expect(CaseCommand.Kind.allCases.allSatisfy { !Role.collector.may($0) })
    }

    @Test("P12: every step of agency service is told from what happened, up to the call-back")
    func agencySteps() throws {
        let rules = try Fixture.rules()
        let done = try after(
            try registered { _ in },
            [
                ("2026-11-19 09:20", .authorise(.agreement, note: nil), agent),
                ("2026-11-19 09:30", .accept(.confirmed), agent),
                ("2026-11-19 09:40", .takeOriginals(["户口簿"]), agent),
                ("2026-11-19 10:00", .forward(office: "县人社局", papers: "申请表", promisedDays: 2), agent),
                ("2026-11-20 10:00", .receiveResult("已参保"), agent),
                ("2026-11-20 10:10", .complete(note: nil), agent),
                ("2026-11-20 10:20", .approve(note: nil), Fixture.reviewer),
                ("2026-11-20 10:30", .returnOriginals(["户口簿"]), agent),
                ("2026-11-20 10:40", .deliver(Delivery(signedBy: "张三")), agent),
                ("2026-11-20 11:00", .rate(Rating(level: 5, channel: .phone)), Fixture.reviewer),
            ], rules)
        #expect(done.stage == .rating)
        let steps = done.doneSteps
        #expect(steps.isSuperset(of: [.contact, .authorisation, .agreement, .result, .originals, .callBack]))
    }

    @Test("J13: what is late already stays late, whatever the case waits for")
    func latenessIsNotHidden() throws {
        let rules = try Fixture.rules()
        let late = try after(
            try registered { _ in },
            [
                ("2026-11-19 09:30", .accept(.confirmed), agent),
                ("2026-11-30 10:00", .setAside(Waiting(reason: "等系统开放", condition: "下月1日")), agent),
            ], rules)
        let now = Fixture.at("2026-11-30 11:00")
        #expect(late.state == .waiting && late.isLate(at: now))
        #expect(late.currentDeadline?.due == Fixture.at("2026-11-24 09:30"))
        let inTime = try after(
            try registered { _ in },
            [
                ("2026-11-19 09:30", .accept(.confirmed), agent),
                ("2026-11-20 10:00", .setAside(Waiting(reason: "等系统开放", condition: "下月1日")), agent),
            ], rules)
        #expect(!inTime.isLate(at: now) && inTime.currentDeadline == nil)
    }

    @Test("J18: while the applicant still has to bring something, a result from the window starts no clock")
    func resultDuringSupplement() throws {
        let rules = try Fixture.rules()
        let waiting = try after(
            try registered { _ in },
            [
                ("2026-11-19 09:30", .accept(.confirmed), agent),
                ("2026-11-19 10:00", .forward(office: "县人社局", papers: "申请表", promisedDays: 2), agent),
                ("2026-11-19 11:00", .askSupplement(missing: ["照片"], note: nil, again: nil), agent),
                ("2026-11-20 10:00", .receiveResult("已参保"), agent),
            ], rules)
        #expect(waiting.clocks.newest(.completion)?.isRunning == false)
        let going = try after(waiting, [("2026-11-20 15:00", .supplement, agent)], rules)
        #expect(going.clocks.newest(.completion)?.isRunning == true)
    }
}
