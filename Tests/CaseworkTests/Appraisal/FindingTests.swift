import Casework
import Testing

@Suite("Findings about people")
struct FindingTests {
    private let today = PeopleFixture.day("2026-11-20")
    private let agent = StaffID(1)
    private let supervisor = Actor(id: StaffID(2), role: .supervisor)
    private let reviewer = Actor(id: StaffID(3), role: .reviewer)
    private let director = Actor(id: StaffID(4), role: .director)
    private let now = Fixture.at("2026-11-20 10:00")

    private func record(_ events: [StaffEvent]) -> StaffRecord {
        var record = StaffRecord(member: PeopleFixture.member(1))
        for event in events { record.apply(event, at: now) }
        return record
    }

    private func found(_ kind: ConductFinding.Kind = .notAtPost) throws -> StaffRecord {
        let absences = [1: DutySessionID(day: today, number: 1)]
        let event = try FindingBook(member: agent, absences: absences).record(
            kind, fact: "9:20 检查时不在", on: today, evidence: .inspection(1), by: supervisor, today: today)
        return record([event])
    }

    @Test("J7: a finding counts once a second person has verified it, and no more once an appeal is granted")
    func life() throws {
        var record = try found()
        #expect(record.findings?.first?.isStanding == false)
        record.apply(try FindingBook(record).verify(1, by: reviewer, today: today), at: now)
        #expect(record.findings?.first?.isStanding == true)
        record.apply(try FindingBook(record).reverse(1, reason: "在村民家中代办", by: director, today: today), at: now)
        let finding = try #require(record.findings?.first)
        #expect(!finding.isStanding)
        #expect(finding.verification?.by == reviewer.id && finding.reversal?.by == director.id)
        #expect(finding.reversal?.note == "在村民家中代办")
    }

    @Test("J7: who recorded it cannot verify it, and nobody deals with findings about themself")
    func secondPerson() throws {
        let book = FindingBook(try found())
        #expect(throws: StaffRefusal.verifiesOwnFinding) { try book.verify(1, by: supervisor, today: today) }
        let own = FindingBook(member: supervisor.id)
        #expect(throws: StaffRefusal.concernsOneself) {
            try own.record(.overdue, fact: "x", on: today, evidence: .inspection(1), by: supervisor, today: today)
        }
        let aboutDirector = FindingBook(member: director.id, findings: book.findings)
        #expect(throws: StaffRefusal.concernsOneself) {
            try aboutDirector.reverse(1, reason: "x", by: director, today: today)
        }
    }

    @Test("J7: findings need their fact, a day that has come, a person who may, and each step comes once")
    func guards() throws {
        let empty = FindingBook(member: agent)
        #expect(throws: StaffRefusal.unfit(.reason, .missing)) {
            try empty.record(.shirking, fact: " ", on: today, evidence: .inspection(1), by: supervisor, today: today)
        }
        #expect(throws: StaffRefusal.findingInFuture) {
            try empty.record(
                .shirking, fact: "x", on: today.advanced(days: 1), evidence: .inspection(1), by: supervisor,
                today: today)
        }
        #expect(throws: StaffRefusal.notPermitted(.recordFinding, .agent)) {
            try empty.record(
                .shirking, fact: "x", on: today, evidence: .inspection(1), by: Actor(id: StaffID(9), role: .agent),
                today: today)
        }
        #expect(throws: StaffRefusal.findingUnknown(1)) { try empty.verify(1, by: reviewer, today: today) }
        var record = try found()
        record.apply(try FindingBook(record).verify(1, by: reviewer, today: today), at: now)
        #expect(throws: StaffRefusal.findingVerified) {
            try FindingBook(record).verify(1, by: reviewer, today: today)
        }
        #expect(throws: StaffRefusal.notPermitted(.grantAppeal, .reviewer)) {
            try FindingBook(record).reverse(1, reason: "x", by: reviewer, today: today)
        }
        record.apply(try FindingBook(record).reverse(1, reason: "x", by: director, today: today), at: now)
        #expect(throws: StaffRefusal.findingReversed) {
            try FindingBook(record).reverse(1, reason: "x", by: director, today: today)
        }
        #expect(throws: StaffRefusal.findingNotVerified) {
            try FindingBook(record).followUp(1, note: "x", by: supervisor, today: today)
        }
    }

    @Test("S13: shirking, added duties, overdue and extra fees are violations that stay open until followed up")
    func violations() throws {
        let violations: [ConductFinding.Kind] = [.shirking, .addedDuties, .overdue, .extraFee]
        #expect(
            ConductFinding.Kind.allCases.filter(\.isViolation) == [
                .extraFee, .shirking, .addedDuties, .overdue, .fraud,
            ])
        for kind in violations {
            var record = try found(kind)
            #expect(FindingBook(record).openViolations.isEmpty)
            record.apply(try FindingBook(record).verify(1, by: reviewer, today: today), at: now)
            #expect(FindingBook(record).openViolations.map(\.kind) == [kind])
            record.apply(
                try FindingBook(record).followUp(1, note: "通报并退费", by: supervisor, today: today), at: now)
            #expect(FindingBook(record).openViolations.isEmpty)
            #expect(record.findings?.first?.followUp?.note == "通报并退费")
        }
    }

    @Test("S11: a fee beyond policy is a violation under the rule that agency is free of charge; it costs no allowance")
    func fees() {
        #expect(ConductFinding.Kind.extraFee.source == .gratis)
        #expect(PeopleFixture.deductions.amount(for: .extraFee) == nil)
    }

    @Test("W23: proven fraud is recorded and what was done with it too: it can be handed to another authority")
    func fraud() throws {
        var record = try found(.fraud)
        record.apply(try FindingBook(record).verify(1, by: reviewer, today: today), at: now)
        record.apply(try FindingBook(record).followUp(1, note: "移交县纪委", by: director, today: today), at: now)
        #expect(record.findings?.first?.followUp?.note == "移交县纪委")
        #expect(ConductFinding.Kind.fraud.source == .fraud)
    }

    @Test("N14: the circular names units and persons with what stands against them in the period, and only that")
    func circular() {
        var zhou = StaffRecord(member: PeopleFixture.member(1, "周桂兰"))
        zhou.findings = [
            PeopleFixture.finding(1, .notAtPost, "2026-11-03"),
            PeopleFixture.finding(2, .shirking, "2026-11-04", verified: "2026-12-01"),
            PeopleFixture.finding(3, .overdue, "2026-10-31"),
        ]
        var department = StaffRecord(
            member: PeopleFixture.member(2, "李四", role: .departmentLiaison, village: nil) { $0.department = "民政" })
        department.findings = [PeopleFixture.finding(1, .shirking, "2026-11-09")]
        let clean = StaffRecord(member: PeopleFixture.member(3))
        let circular = ConductCircular(
            [zhou, department, clean], from: PeopleFixture.day("2026-11-01"), to: PeopleFixture.day("2026-11-30"))
        #expect(circular.lines.map(\.unit) == ["民政", "石门村"])
        #expect(circular.lines.map(\.member.name) == ["李四", "周桂兰"])
        #expect(circular.lines[1].findings.map(\.number) == [1])
        #expect(circular.byUnit == ["民政": 1, "石门村": 1])
    }

    @Test("N14: for each person the appraisal ends in keep, admonish, replace or dismiss")
    func verdict() {
        func review(_ months: [MonthOfWork]) -> ReplacementReview {
            ReplacementReview(
                months: months, findings: [], servesSince: PeopleFixture.day("2020-01-01"),
                through: PeopleFixture.month("2026-11"),
                rules: .init(idleMonths: 3, overdue: 5, complaints: 3, combination: .any, onFraud: true))
        }
        func dismissal(_ findings: [ConductFinding]) -> DismissalReview {
            DismissalReview(
                findings: findings, servesSince: PeopleFixture.day("2020-01-01"),
                on: PeopleFixture.day("2026-11-30"), rules: .init(count: 3, window: .year))
        }
        let busy = review([MonthOfWork(month: PeopleFixture.month("2026-11"), handled: ["a"])])
        let idle = review([])
        let one = [PeopleFixture.finding(1, .notAtPost, "2026-11-03")]
        let three = (1...3).map { PeopleFixture.finding($0, .notAtPost, "2026-11-0\($0)") }
        #expect(ConductCircular.verdict(findings: [], replacement: busy, dismissal: dismissal([])) == .keep)
        #expect(ConductCircular.verdict(findings: one, replacement: busy, dismissal: dismissal(one)) == .admonish)
        #expect(
            ConductCircular.verdict(findings: one, replacement: idle, dismissal: nil) == .replace(idle.reasons))
        #expect(
            ConductCircular.verdict(findings: three, replacement: idle, dismissal: dismissal(three))
                == .dismiss(dismissal(three).reasons))
    }

    @Test("P14: a finding about a unit leads to a circular and is put right by a day, in time, late, or not")
    func rectification() throws {
        let mark = ConductFinding.Mark(by: StaffID(2), on: today)
        let last = PeopleFixture.day("2026-12-05")
        var finding = try Rectification(unit: "某某镇便民服务中心", fact: "事项未进驻", found: mark, by: last, circular: "2026-3")
        #expect(finding.state(on: last) == .open)
        #expect(finding.state(on: last.advanced(days: 1)) == .overdue)
        finding.rectified = ConductFinding.Mark(by: StaffID(2), on: last)
        #expect(finding.state(on: last.advanced(days: 9)) == .done)
        finding.rectified = ConductFinding.Mark(by: StaffID(2), on: last.advanced(days: 1))
        #expect(finding.state(on: last.advanced(days: 9)) == .doneLate)
        #expect(throws: StaffRefusal.rectificationBeforeFinding) {
            try Rectification(unit: "中心", fact: "x", found: mark, by: today.advanced(days: -1))
        }
        #expect(throws: StaffRefusal.unfit(.centre, .missing)) {
            try Rectification(unit: "", fact: "x", found: mark, by: last)
        }
    }
}
