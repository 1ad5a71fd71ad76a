import Casework
import Testing

@Suite("What the record suggests, and what is decided on it")
struct ProposalTests {
    private let agent = StaffID(1)
    private var check: AbsenceCheck {
        AbsenceCheck(
            book: AttendanceBook(
                plan: DutyPlan(duty: PeopleFixture.duty, calendar: .national, offset: Fixture.offset),
                facts: DutyFacts(people: [PersonalDuty(member: PeopleFixture.member(1, "周桂兰"))])),
            roster: RosterOfThen([]), villages: ["石门村"], centre: "云溪镇便民服务中心")
    }

    @Test("J10: an inspection during duty that met nobody suggests a finding; others do not")
    func inspections() throws {
        func proposal(_ at: String, _ wasAtPost: Bool?) throws -> FindingProposal? {
            let inspection = try Inspection(
                number: 3, at: Fixture.at(at), by: StaffID(2), place: "石门村", found: "无人", agent: agent,
                wasAtPost: wasAtPost)
            guard case .absent(let session) = check.finding(of: inspection) else { return nil }
            return FindingProposal(inspection, absentIn: session)
        }
        let absent = try #require(try proposal("2026-11-20 09:30", false))
        #expect(absent.kind == .notAtPost && absent.evidence == .inspection(3) && absent.member == agent)
        #expect(absent.on == PeopleFixture.day("2026-11-20"))
        #expect(try proposal("2026-11-20 12:30", false) == nil)
        #expect(try proposal("2026-11-21 09:30", false) == nil)
        #expect(try proposal("2026-11-20 09:30", true) == nil)
        let known = ConductFinding(
            number: 1, kind: .notAtPost, fact: "x", on: absent.on,
            recorded: .init(by: StaffID(2), on: absent.on), evidence: .inspection(3))
        #expect(absent.isKnown(in: [known]))
        #expect(!absent.isKnown(in: [PeopleFixture.finding(1, .notAtPost, "2026-11-20")]))
    }

    @Test("P6: who had to come to a training and did not, without excuse, missed it")
    func training() throws {
        let day = PeopleFixture.day("2026-11-20")
        func held(
            invited: Set<StaffID> = [StaffID(1), StaffID(2), StaffID(3)], attended: Set<StaffID>,
            excused: [TrainingHeld.Excuse] = [], on: String = "2026-11-20"
        ) throws(StaffRefusal) -> TrainingHeld {
            try TrainingHeld(
                number: 2, on: PeopleFixture.day(on), holder: .township, topic: "系统操作", invited: invited,
                attended: attended, excused: excused, today: day)
        }
        let excuse = try TrainingHeld.Excuse(staff: StaffID(3), reason: "住院")
        let session = try held(attended: [StaffID(2)], excused: [excuse])
        let missed = FindingProposal.missed(session)
        #expect(missed.map(\.member) == [StaffID(1)])
        #expect(missed.first?.evidence == .training(2) && missed.first?.kind == .missedTraining)
        #expect(throws: StaffRefusal.notInvited) { try held(attended: [StaffID(9)]) }
        #expect(throws: StaffRefusal.nobodyInvited) { try held(invited: [], attended: []) }
        #expect(throws: StaffRefusal.inFuture) { try held(attended: [], on: "2026-11-21") }
        #expect(throws: StaffRefusal.unfit(.reason, .missing)) {
            try TrainingHeld.Excuse(staff: StaffID(3), reason: "")
        }
        // The body of an entry has the people in their order, whatever order a set has.
        #expect(session.invited == [StaffID(1), StaffID(2), StaffID(3)])
    }

    @Test("J5, J7: a summary is late after the last day of the rulebook, also when it never comes")
    func summaries() {
        let month = PeopleFixture.month("2026-10")
        func proposal(_ handedIn: String?, now: String, after days: Int = 0) -> FindingProposal? {
            FindingProposal(
                summaryOf: "石门村", by: agent, month, handedIn: handedIn.map(Fixture.at),
                rules: AgentRules.MonthlySummary(daysAfterMonthEnd: days, whenEmpty: true), offset: Fixture.offset,
                now: Fixture.at(now))
        }
        #expect(proposal("2026-10-31 23:59", now: "2026-11-05 09:00") == nil)
        #expect(proposal("2026-11-01 00:01", now: "2026-11-05 09:00")?.evidence == .summary(month))
        #expect(proposal(nil, now: "2026-10-31 12:00") == nil)
        #expect(proposal(nil, now: "2026-11-01 00:01")?.on == PeopleFixture.day("2026-11-01"))
        #expect(proposal("2026-11-03 10:00", now: "2026-11-05 09:00", after: 3) == nil)
    }

    @Test("J7: an entry of the ledger is incomplete by what the rulebook asks for, and by nothing else")
    func ledger() throws {
        let subject = try Fixture.inReview()
        let now = Fixture.at("2026-11-20 09:00")
        #expect(subject.missing(of: [.phone, .authorisation, .delivery], at: now) == [.phone])
        #expect(subject.missing(of: [.address, .identityNumber], at: now) == [.address, .identityNumber])
        let proposal = FindingProposal(subject, approvedOn: PeopleFixture.day("2026-11-20"), fields: [.phone], at: now)
        #expect(proposal?.member == Fixture.agent.id && proposal?.evidence == .ledger(subject.number))
        #expect(FindingProposal(subject, approvedOn: PeopleFixture.day("2026-11-20"), fields: [], at: now) == nil)
    }

    @Test("W17, S13: a complaint that was upheld suggests the finding that it is about; one that was not, nothing")
    func complaints() throws {
        var subject = try Fixture.inReview()
        func decided(_ complaint: Complaint.Subject, _ isUpheld: Bool) throws -> FindingProposal? {
            let now = Fixture.at("2026-11-20 09:00")
            for command in [
                CaseCommand.complain(complaint, words: "推来推去"),
                .decideComplaint(
                    number: subject.facts.complaints.count + 1, isUpheld: isUpheld, finding: "查了记录"),
            ] {
                for event in try subject.decide(command, by: Fixture.reviewer, at: now, rules: Fixture.rules()) {
                    subject.apply(event, at: now, by: Fixture.reviewer.id)
                }
            }
            let last = try #require(subject.facts.complaints.last)
            return FindingProposal(
                upheld: last, about: subject, against: agent, on: PeopleFixture.day("2026-11-20"))
        }
        #expect(try decided(.shirking, true)?.kind == .shirking)
        #expect(try decided(.addedDuties, true)?.kind == .addedDuties)
        #expect(try decided(.fees, true)?.kind == .extraFee)
        #expect(try decided(.fees, true)?.evidence == .complaint(subject.number, 4))
        #expect(try decided(.shirking, false) == nil)
        #expect(try decided(.attitude, true) == nil)
    }

    // MARK: Deciding

    private func proposal(_ findings: [ConductFinding], through month: String = "2026-10") -> TenureProposal {
        let month = PeopleFixture.month(month)
        let since = PeopleFixture.day("2020-01-01")
        return TenureProposal(
            month: month,
            replacement: ReplacementReview(
                months: [MonthOfWork(month: month, handled: ["YX-1"])], findings: findings, servesSince: since,
                through: month,
                rules: AgentRules.Replacement(
                    idleMonths: 3, overdue: 5, complaints: 3, combination: .any, onFraud: true)),
            dismissal: DismissalReview(
                findings: findings, servesSince: since, on: month.lastDay,
                rules: AgentRules.Dismissal(count: 3, window: .year)))
    }

    @Test("J8: three in the window suggest dismissal with the three as evidence; two, or one reversed, do not")
    func dismissal() {
        let days = ["2026-01-05", "2026-05-05", "2026-10-05"]
        let three = days.enumerated().map { PeopleFixture.finding($0 + 1, .notAtPost, $1) }
        #expect(proposal(three).suggested == .dismiss)
        #expect(proposal(three).clauses == ["J8"])
        #expect(proposal(three).evidence == ["finding 1", "finding 2", "finding 3"])
        #expect(proposal(Array(three.dropLast())).isEmpty)
        // The third one came in a new year: the window begins again.
        let later = Array(three.prefix(2)) + [PeopleFixture.finding(3, .notAtPost, "2027-01-05")]
        #expect(proposal(later, through: "2027-01").isEmpty)
        // Reversed after the month's end: the month stays, the next one has no such proposal.
        var reversed = three
        reversed[2].reversal = .init(by: StaffID(9), on: PeopleFixture.day("2026-11-03"))
        #expect(proposal(reversed).suggested == .dismiss)
        #expect(proposal(reversed, through: "2026-11").isEmpty)
    }

    @Test("N14, W21: people decide, once a month has ended, with a reason; never about themself, never without ground")
    func decision() throws {
        let director = Actor(id: StaffID(4), role: .director)
        let three = (1...3).map { PeopleFixture.finding($0, .refusedToAccept, "2026-10-0\($0)") }
        let proposal = proposal(three)
        let november = PeopleFixture.day("2026-11-02")
        func decide(
            _ proposal: TenureProposal, about member: StaffID = StaffID(1), by actor: Actor, today: CivilDate,
            reason: String = "谈过话", decided: Set<CivilMonth> = []
        ) throws(StaffRefusal) -> TenureDecision {
            try proposal.decide(.keep, about: member, reason: reason, decided: decided, by: actor, today: today)
        }
        let made = try decide(proposal, by: director, today: november)
        #expect(made.outcome == .keep && made.clauses == ["J8"] && made.evidence.count == 3)
        #expect(throws: StaffRefusal.monthNotOver(proposal.month)) {
            try decide(proposal, by: director, today: PeopleFixture.day("2026-10-31"))
        }
        #expect(throws: StaffRefusal.concernsOneself) {
            try decide(proposal, about: director.id, by: director, today: november)
        }
        #expect(throws: StaffRefusal.notPermitted(.decideTenure, .reviewer)) {
            try decide(proposal, by: Fixture.reviewer, today: november)
        }
        #expect(throws: StaffRefusal.tenureDecided(proposal.month)) {
            try decide(proposal, by: director, today: november, decided: [proposal.month])
        }
        #expect(throws: StaffRefusal.unfit(.reason, .missing)) {
            try decide(proposal, by: director, today: november, reason: " ")
        }
        #expect(throws: StaffRefusal.nothingToDecide(proposal.month)) {
            try decide(self.proposal([]), by: director, today: november)
        }
    }

    @Test("J20, P1: a point is marked item by item, each with what shows it, and only for what its checklist asks")
    func points() throws {
        let rules = AgentRules.Checklists(
            villagePoint: ["服务窗口", "登记簿"], centre: ["办公设备"], hall: 40, leaderOnSite: 1)
        func assess(_ marks: [PointAssessment.Mark], hall: Int? = nil) throws(StaffRefusal) -> PointAssessment {
            try PointAssessment(
                point: "石门村代办点", kind: .village, village: "石门村", hall: hall, marks: marks, rules: rules)
        }
        let mark = try PointAssessment.Mark(item: "服务窗口", isThere: true, evidence: "照片 1")
        #expect(throws: StaffRefusal.unfit(.basis, .missing)) {
            try PointAssessment.Mark(item: "服务窗口", isThere: true, evidence: "")
        }
        let asked = ["服务窗口", "登记簿"]
        #expect(throws: StaffRefusal.markUnfit("服务窗口", asked: asked)) { try assess([mark, mark]) }
        let foreign = try PointAssessment.Mark(item: "办公设备", isThere: true, evidence: "照片")
        #expect(throws: StaffRefusal.markUnfit("办公设备", asked: asked)) { try assess([foreign]) }
        #expect(throws: StaffRefusal.nothingChanged) { try assess([]) }
        var point = ServicePoint(name: "石门村代办点", kind: .village)
        point.apply(try assess([mark]))
        point.apply(
            try assess([PointAssessment.Mark(item: "服务窗口", isThere: false, evidence: "已拆")], hall: 20))
        #expect(point.has == ["服务窗口": false] && point.hall == 20 && point.village == "石门村")
    }
}
