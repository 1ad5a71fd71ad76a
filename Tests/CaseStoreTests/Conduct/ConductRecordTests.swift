import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Inspections, training, decisions and counted work in the record")
struct ConductRecordTests {
    private let now = Office.morning
    private let today = CivilDate(year: 2026, month: 11, day: 20)!
    private let november = CivilMonth(year: 2026, month: 11)!

    private func inspected(_ office: Office) throws -> Inspection {
        try office.store.batch { writer in
            try writer.inspect(at: now, by: office.reviewer, rules: office.rules) {
                number, inspector throws(StaffRefusal) in
                try Inspection(
                    number: number, at: now, by: inspector, place: "石门垭", found: "无人", agent: office.zhou.id,
                    wasAtPost: false)
            }
        }
    }

    private func trained(_ office: Office) throws {
        try office.store.batch { writer in
            _ = try writer.train(at: now, by: office.reviewer) { number throws(StaffRefusal) in
                try TrainingHeld(
                    number: number, on: today, holder: .county, topic: "系统操作",
                    invited: [office.zhou.id, office.he.id], attended: [office.he.id], today: today)
            }
        }
    }

    private func assessed(_ office: Office) throws {
        let rules = office.rules.rulebook.agents.checklists
        let item = try #require(rules.centre.first)
        let assessment = try PointAssessment(
            point: "中心", kind: .centre, hall: 60,
            marks: [PointAssessment.Mark(item: item, isThere: true, evidence: "照片 1")], rules: rules)
        try office.store.batch { writer in try writer.assess(assessment, at: now, by: office.reviewer) }
    }

    private func isSound(_ office: Office) throws -> Bool {
        let report = try office.store.verify(VerificationOptions(isFull: true))
        for finding in report.findings { Issue.record("\(finding)") }
        return report.isSound
    }

    @Test("J10, P6, P1: what was written down comes back, is proved and can be made anew")
    func ledgers() throws {
        let office = try Office()
        #expect(try inspected(office).number == 1)
        #expect(try inspected(office).number == 2)
        try trained(office)
        try assessed(office)
        #expect(try office.store.inspections(from: today, through: today).map(\.inspection.number) == [1, 2])
        #expect(try office.store.inspections(from: today.advanced(days: 1), through: today.advanced(days: 9)).isEmpty)
        let training = try #require(try office.store.trainings(in: 2026).first)
        #expect(training.session.absent == [office.zhou.id] && training.actor == office.wang.id)
        #expect(try office.store.trainings(in: 2025).isEmpty)
        let point = try #require(try office.store.servicePoints().first)
        #expect(point.point.hall == 60 && point.evidence.values.map(\.text) == ["照片 1"])
        #expect(try isSound(office))
        let before = try office.projections()
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "核对"), at: now)
        #expect(try office.projections() == before)
        #expect(try isSound(office))
    }

    @Test(
        "J10, W10: whoever changes a row of them is told on",
        arguments: [
            "UPDATE inspections SET agent = 2 WHERE number = 1", "DELETE FROM trainings",
            "UPDATE point_assessments SET point = 'x'", "DELETE FROM case_work WHERE kind = 'completed'",
            "UPDATE case_work SET factor = 2 WHERE kind = 'accepted'",
            "INSERT INTO case_work VALUES (1, '2026-11', 'approved', 1, 1, 1, 1, NULL)",
            "INSERT INTO inspections VALUES (1, 1, 1, 9, 1, NULL, '{}')",
        ])
    func tampered(_ sql: String) throws {
        let office = try Office()
        _ = try inspected(office)
        try trained(office)
        try assessed(office)
        _ = try office.inReview()
        try office.tamper(sql)
        #expect(try !office.store.verify(VerificationOptions(isFull: true)).isSound)
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "核对"), at: now)
        #expect(try isSound(office))
    }

    @Test("J10: an inspection is written down by who may, after it happened, and not by the one looked for")
    func refused() throws {
        let office = try Office()
        func inspect(by actor: Actor, at: Instant, agent: StaffID) throws(any Error) {
            try office.store.batch { writer in
                _ = try writer.inspect(at: now, by: actor, rules: office.rules) {
                    number, inspector throws(StaffRefusal) in
                    try Inspection(
                        number: number, at: at, by: inspector, place: "石门垭", found: "在", agent: agent,
                        wasAtPost: true)
                }
            }
        }
        #expect(throws: RecordError.refused(.notPermitted(.inspect, .agent))) {
            try inspect(by: Actor(office.zhou), at: now, agent: office.he.id)
        }
        #expect(throws: RecordError.refused(.inFuture)) {
            try inspect(by: office.reviewer, at: now.advanced(minutes: 1), agent: office.he.id)
        }
        #expect(throws: RecordError.refused(.concernsOneself)) {
            try inspect(by: office.reviewer, at: now, agent: office.wang.id)
        }
        #expect(try office.store.inspections(from: today, through: today).isEmpty)
    }

    @Test(
        "J10: nobody is written down as missing who had no duty then, and what stands there from before suggests nothing"
    )
    func withoutDuty() throws {
        let office = try Office()
        func inspect(_ time: String, wasAtPost: Bool = false) throws {
            let at = try #require(Instant(time, offset: .china))
            try office.store.batch { writer in
                _ = try writer.inspect(at: at.advanced(minutes: 30), by: office.reviewer, rules: office.rules) {
                    number, inspector throws(StaffRefusal) in
                    try Inspection(
                        number: number, at: at, by: inspector, place: "石门垭", found: "无人", agent: office.zhou.id,
                        wasAtPost: wasAtPost)
                }
            }
        }
        func refused(_ time: String, _ why: NoDuty) throws {
            let at = try #require(Instant(time, offset: .china))
            #expect(throws: RecordError.refused(.noDutyThen("周桂兰", at, .china, why))) { try inspect(time) }
        }
        try refused("2026-11-21 09:30", .noSession(.weekend))
        // That somebody was there can be said of any day.
        try inspect("2026-11-21 09:30", wasAtPost: true)
        try inspect("2026-11-20 09:30")
        func suggested() throws -> [Evidence] {
            try office.store.findingProposals(in: november, rules: office.rules, at: now).map(\.evidence)
        }
        #expect(try suggested() == [.inspection(2)])
        try office.store.batch { writer in
            let request = try writer.askLeave(
                try DutySpan(from: today, to: today, sessions: [2]), of: office.zhou.id, reason: "看病",
                rules: office.rules, at: now, by: Actor(office.zhou))
            try writer.decideLeave(
                request.id, of: office.zhou.id, isGranted: true, note: nil, standIn: nil, rules: office.rules, at: now,
                by: office.reviewer)
        }
        try refused("2026-11-20 15:00", .onLeave)
        let exception = try DutyException(village: "石门垭", from: today, to: today, kind: .none, reason: "停电")
        try office.store.batch { try $0.except(exception, at: now, by: office.reviewer) }
        do {
            try inspect("2026-11-20 09:40")
            Issue.record("the village had no duty")
        } catch {
            // The exception is told with its reason.
            #expect("\(error)".contains("noDutyThen") && "\(error)".contains("停电"), "\(error)")
        }
        #expect(try suggested() == [])
        #expect(try office.store.inspections(from: today, through: today.advanced(days: 1)).count == 2)
    }

    @Test("J10: an agent is missed in the own village, or where they stand in, and once in a session")
    func elsewhere() throws {
        let office = try Office()
        let later = now.advanced(minutes: 60)
        func inspect(_ place: String, _ agent: StaffMember, after minutes: Int) throws {
            try office.store.batch { writer in
                _ = try writer.inspect(at: later, by: office.reviewer, rules: office.rules) {
                    number, inspector throws(StaffRefusal) in
                    try Inspection(
                        number: number, at: now.advanced(minutes: minutes), by: inspector, place: place, found: "无人",
                        agent: agent.id, wasAtPost: false)
                }
            }
        }
        func codes() throws -> [Evidence] {
            try office.store.findingProposals(in: november, rules: office.rules, at: later).map(\.evidence)
        }
        let other = try #require(office.he.village)
        let why = NoDuty.elsewhere("石门垭")
        #expect(
            throws: RecordError.refused(
                .noDutyThen("周桂兰", now.advanced(minutes: 10), .china, why))
        ) { try inspect(other, office.zhou, after: 10) }
        try office.store.batch { writer in
            let standIn = StandIn(by: office.zhou.id, from: now, until: later, reason: "培训")
            _ = try writer.standIn(standIn, for: office.he.id, at: now, by: office.reviewer)
        }
        try inspect(other, office.zhou, after: 10)
        #expect(try codes() == [.inspection(1)])
        #expect(
            throws: RecordError.refused(
                .noDutyThen("周桂兰", now.advanced(minutes: 20), .china, .standsIn(other)))
        ) { try inspect("石门垭", office.zhou, after: 20) }
        // Met nobody again in the same session.
        try inspect(other, office.zhou, after: 20)
        #expect(try codes() == [.inspection(1)])
        let proposal = try #require(
            try office.store.findingProposals(in: november, rules: office.rules, at: later).first)
        try office.store.batch { writer in
            _ = try writer.take(proposal, fact: "无人", rules: office.rules, at: later, by: office.reviewer)
        }
        #expect(try codes().isEmpty)
        let session = DutySessionID(day: today, number: 1)
        #expect(throws: RecordError.refused(.absenceKnown(session, finding: 1))) {
            try office.store.batch { writer in
                _ = try writer.recordFinding(
                    about: office.zhou.id, rules: office.rules, at: later, by: office.reviewer
                ) { book, actor throws(StaffRefusal) in
                    try book.record(
                        .notAtPost, fact: "无人", on: today, evidence: .inspection(2), by: actor, today: today)
                }
            }
        }
        #expect(try isSound(office))
    }

    @Test("W10, W21: the sums are those of the entries; an approval that is undone is taken off")
    func sums() throws {
        let office = try Office()
        let subject = try office.inReview()
        let query = WorkQuery(from: november, through: november)
        func sum(_ kind: CaseWork.Kind) throws -> Int {
            try office.store.work(query).filter { $0.kind == kind && $0.staff == office.zhou.id }.reduce(0) {
                $0 + $1.count
            }
        }
        let approved = try office.store.perform(
            .approve(note: nil), on: subject.reference, by: office.reviewer, at: now.advanced(minutes: 20),
            rules: office.rules)
        #expect(try sum(.approved) == 1)
        #expect(try office.store.approved(query).map(\.count) == [1])
        let undone = try office.store.perform(
            .undo, on: approved.reference, by: office.reviewer, at: now.advanced(minutes: 21), rules: office.rules)
        #expect(undone.state == .inReview)
        #expect(try sum(.approved) == 0)
        #expect(try sum(.accepted) == 1)
        #expect(try sum(.completed) == 1)
        let entries = try office.store.workEntries(of: office.zhou.id, kind: .approved, in: november)
        #expect(entries.map(\.work.factor) == [1, -1])
        #expect(entries.map(\.caseNumber) == [subject.number, subject.number])
        #expect(try isSound(office))
    }

    @Test("J10: an absence is suggested until it is taken over, and stays a second person's to verify")
    func proposals() throws {
        let office = try Office()
        _ = try inspected(office)
        try trained(office)
        func proposals() throws -> [FindingProposal] {
            try office.store.findingProposals(in: november, rules: office.rules, at: now.advanced(minutes: 5))
        }
        #expect(try proposals().map(\.kind) == [.missedTraining, .notAtPost])
        let absence = try #require(try proposals().last)
        let record = try office.store.batch { writer in
            try writer.take(absence, fact: "无人", rules: office.rules, at: now, by: office.reviewer)
        }
        #expect(record.findings?.map(\.standing) == [.unverified])
        #expect(record.findings?.first?.evidence == .inspection(1))
        #expect(try proposals().map(\.kind) == [.missedTraining])
        #expect(throws: RecordError.refused(.findingKnown)) {
            try office.store.batch { writer in
                _ = try writer.take(absence, fact: "无人", rules: office.rules, at: now, by: office.reviewer)
            }
        }
    }

    @Test(
        "J5, J14: a summary that came late, or not at all, is suggested from the first month on that one was handed in")
    func lateSummaries() throws {
        let office = try Office()
        let october = try #require(CivilMonth(year: 2026, month: 10))
        func proposals(_ month: CivilMonth) throws -> [FindingProposal] {
            try office.store.findingProposals(in: month, rules: office.rules, at: now)
        }
        // Nobody enters summaries here yet.
        #expect(try proposals(october).isEmpty)
        let village = try #require(office.he.village)
        try office.store.handInSummary(of: village, for: october, by: office.reviewer, at: now)
        #expect(try proposals(october).map(\.kind) == [.lateSummary, .lateSummary])
        let facts = try proposals(october).map { proposal in (proposal.member, proposal.fact) }
        #expect(
            facts.contains { $0.0 == office.he.id && $0.1 == .lateSummary(village: village, october, handedIn: now) })
        #expect(
            facts.contains { id, fact in
                guard id == office.zhou.id, case .lateSummary(_, _, handedIn: nil) = fact else { return false }
                return true
            })
        // The month before, and the one that is not over.
        #expect(try proposals(october.advanced(by: -1)).isEmpty)
        #expect(try proposals(november).isEmpty)
    }

    @Test("W20, N14: who had no case for three months is brought up, and a person decides once, with the reason kept")
    func decided() throws {
        let office = try Office()
        let director = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "主任", role: .director, at: now, by: .office)
        }
        let later = Office.morning.advanced(minutes: 60 * 24 * 140)
        let march = CivilMonth(year: 2027, month: 3)!
        // Appointed long before the record begins: nobody was idle in the months that it does not know.
        let step = try AppointmentStepTaken(
            step: .appointment, on: try #require(CivilDate("2025-01-06")), by: "云溪镇人民政府")
        try office.store.batch { writer in
            try writer.record(.appointmentStep(step), about: office.zhou.id, at: now, by: office.wang.id)
        }
        #expect(
            try office.store.appraisal(
                of: office.zhou.id, in: march.advanced(by: -2), rules: office.rules, at: later)?.proposal.isEmpty
                == true)
        func appraisal() throws -> Appraisal? {
            try office.store.appraisal(of: office.zhou.id, in: march, rules: office.rules, at: later)
        }
        #expect(try appraisal()?.proposal.clauses == ["W20"])
        #expect(try appraisal()?.isOpen == true)
        func decide(_ outcome: TenureDecision.Outcome, by actor: Actor) throws(any Error) {
            _ = try office.store.batch { writer in
                try writer.decideTenure(
                    outcome, about: office.zhou.id, in: march, reason: "谈话后留任", rules: office.rules, at: later,
                    by: actor)
            }
        }
        #expect(throws: RecordError.refused(.notPermitted(.decideTenure, .reviewer))) {
            try decide(.keep, by: office.reviewer)
        }
        try decide(.keep, by: Actor(director))
        #expect(try appraisal()?.decisions[march]?.decision.reason == "谈话后留任")
        #expect(try appraisal()?.isOpen == false)
        #expect(throws: RecordError.refused(.tenureDecided(march))) { try decide(.dismiss, by: Actor(director)) }
        #expect(try office.store.tenureDecisions(of: office.zhou.id).map(\.actor) == [director.id])
        #expect(try isSound(office))
        // A desk that was told of it asks a record in this one's place, which has it or has not.
        let own = [march, march.advanced(by: 1)].map {
            AcknowledgedAction(tenureOf: office.zhou, in: $0, at: later)
        }
        #expect(try office.store.replacement(since: now, own: own, by: director).missing == [own[1]])
        #expect(try office.store.replacement(since: now, own: own, by: office.wang).missing == own)
    }

    @Test("J7: the second spelling of a finding carries its evidence; the first reads as before")
    func spelling() throws {
        let mark = ConductFinding.Mark(by: StaffID(2), on: today)
        var finding = ConductFinding(number: 1, kind: .notAtPost, fact: "不在", on: today, recorded: mark)
        #expect(JournalFact.staff(.findingRecorded(finding)).kind == "findingRecorded")
        finding.evidence = .inspection(3)
        let fact = JournalFact.staff(.findingRecorded(finding))
        #expect(fact.kind == "findingRecorded@2")
        #expect(
            try fact.body()
                == #"{"evidence":{"kind":"inspection","reference":"3"},"fact":"不在","kind":"not-at-post","number":1,"on":"2026-11-20","recorded":{"by":2,"on":"2026-11-20"}}"#
        )
    }
}
