import Casework
import Testing

@Suite("Appeals against findings")
struct AppealTests {
    private let agent = Actor(id: StaffID(1), role: .agent)
    private let supervisor = Actor(id: StaffID(2), role: .supervisor)
    private let reviewer = Actor(id: StaffID(3), role: .reviewer)
    private let director = Actor(id: StaffID(4), role: .director)
    private let day = PeopleFixture.day("2026-11-20")
    private let now = Fixture.at("2026-11-20 10:00")

    /// Inspections 3 and 5 met nobody in the first session of the day, and 4 in the second.
    private func book(_ record: StaffRecord) -> FindingBook {
        FindingBook(
            record,
            absences: [3: 1, 4: 2, 5: 1].mapValues { DutySessionID(day: day, number: $0) })
    }

    private func verified() throws -> StaffRecord {
        var record = StaffRecord(member: PeopleFixture.member(1))
        record.apply(
            try book(record).record(
                .notAtPost, fact: "不在", on: day, evidence: .inspection(3), by: supervisor, today: day), at: now)
        record.apply(try FindingBook(record).verify(1, by: reviewer, today: day), at: now)
        return record
    }

    private func appeal(
        _ record: StaffRecord, by actor: Actor, on day: String, limit: Int = 7
    ) throws(StaffRefusal) -> StaffEvent {
        try FindingBook(record).appeal(
            1, reason: "在村民家中", by: actor, today: PeopleFixture.day(day), limit: limit)
    }

    @Test("J7: the person concerned appeals, and nobody else, within the days of the rulebook after the verification")
    func asked() throws {
        var record = try verified()
        #expect(throws: StaffRefusal.appealsForAnother) { try appeal(record, by: director, on: "2026-11-21") }
        #expect(throws: StaffRefusal.appealTooLate(PeopleFixture.day("2026-11-27"))) {
            try appeal(record, by: agent, on: "2026-11-28")
        }
        record.apply(try appeal(record, by: agent, on: "2026-11-27"), at: now)
        #expect(record.findings?.first?.standing == .appealed)
        #expect(record.findings?.first?.isStanding == true)
        #expect(throws: StaffRefusal.appealKnown) { try appeal(record, by: agent, on: "2026-11-27") }
    }

    @Test("J7: what nobody has verified needs no appeal, and what was reversed no second one")
    func needless() throws {
        var record = StaffRecord(member: PeopleFixture.member(1))
        record.apply(
            try book(record).record(
                .notAtPost, fact: "不在", on: day, evidence: .inspection(3), by: supervisor, today: day), at: now)
        #expect(throws: StaffRefusal.findingNotVerified) { try appeal(record, by: agent, on: "2026-11-20") }
        var reversed = try verified()
        reversed.apply(try FindingBook(reversed).reverse(1, reason: "错", by: director, today: day), at: now)
        #expect(throws: StaffRefusal.findingReversed) { try appeal(reversed, by: agent, on: "2026-11-20") }
    }

    @Test("J7: a third person decides: not who recorded, not who verified, not the one concerned")
    func thirdPerson() throws {
        var record = StaffRecord(member: PeopleFixture.member(1))
        let county = Actor(id: StaffID(5), role: .countyOffice)
        record.apply(
            try book(record).record(
                .notAtPost, fact: "不在", on: day, evidence: .inspection(3), by: county, today: day), at: now)
        record.apply(try FindingBook(record).verify(1, by: director, today: day), at: now)
        record.apply(try appeal(record, by: agent, on: "2026-11-21"), at: now)
        for actor in [county, director] {
            #expect(throws: StaffRefusal.decidesOwnFinding) {
                try FindingBook(record).refuse(1, reason: "x", by: actor, today: day)
            }
            #expect(throws: StaffRefusal.decidesOwnFinding) {
                try FindingBook(record).reverse(1, reason: "x", by: actor, today: day)
            }
        }
        #expect(throws: StaffRefusal.notPermitted(.grantAppeal, .supervisor)) {
            try FindingBook(record).refuse(1, reason: "x", by: supervisor, today: day)
        }
        let other = Actor(id: StaffID(6), role: .director)
        record.apply(try FindingBook(record).refuse(1, reason: "有照片", by: other, today: day), at: now)
        #expect(record.findings?.first?.standing == .appealRefused)
        #expect(record.findings?.first?.isStanding == true)
        #expect(throws: StaffRefusal.noAppeal) {
            try FindingBook(record).refuse(1, reason: "x", by: other, today: day)
        }
    }

    @Test("J7: the same fact is found once; papers are not told apart by their place")
    func once() throws {
        let book = book(try verified())
        #expect(throws: StaffRefusal.findingKnown) {
            try book.record(
                .notAtPost, fact: "又一次", on: day, evidence: .inspection(3), by: reviewer, today: day)
        }
        _ = try book.record(.notAtPost, fact: "又一次", on: day, evidence: .inspection(4), by: reviewer, today: day)
        #expect(throws: StaffRefusal.unfit(.basis, .missing)) { try Evidence(.document, "  ") }
    }

    @Test("J10: whoever is missed twice in one session is docked once, and only by an inspection that met nobody")
    func onceInASession() throws {
        var record = try verified()
        func again(_ inspection: Int) throws(StaffRefusal) -> StaffEvent {
            try book(record).record(
                .notAtPost, fact: "不在", on: day, evidence: .inspection(inspection), by: reviewer, today: day)
        }
        let session = DutySessionID(day: day, number: 1)
        #expect(throws: StaffRefusal.absenceKnown(session, finding: 1)) { try again(5) }
        #expect(throws: StaffRefusal.inspectionWithoutAbsence("6")) { try again(6) }
        // Other things can be seen by any inspection, and papers can show an absence.
        _ = try book(record).record(
            .extraFee, fact: "收了 20 元", on: day, evidence: .inspection(6), by: reviewer, today: day)
        _ = try book(record).record(
            .notAtPost, fact: "不在", on: day, evidence: Evidence(.document, "照片 3"), by: reviewer, today: day)
        record.apply(try FindingBook(record).reverse(1, reason: "错", by: director, today: day), at: now)
        // What an appeal has reversed is found anew on papers alone.
        #expect(throws: StaffRefusal.absenceKnown(session, finding: 1)) { try again(5) }
        _ = try book(record).record(
            .notAtPost, fact: "不在", on: day, evidence: .inspection(4), by: reviewer, today: day)
        // A finding of before evidence was kept may be of any session of its day.
        record.findings = [PeopleFixture.finding(7, .notAtPost, "2026-11-20")]
        #expect(throws: StaffRefusal.absenceKnown(session, finding: 7)) { try again(5) }
    }

    @Test("J7: a month rests on what was verified by its end; a later verification or reversal tells in its own month")
    func monthsEnd() {
        let october = PeopleFixture.month("2026-10")
        let november = PeopleFixture.month("2026-11")
        func month(_ verified: String, _ reversed: String? = nil) -> CivilMonth? {
            PeopleFixture.finding(1, .notAtPost, "2026-10-30", verified: verified, reversed: reversed).monthOfEffect
        }
        #expect(month("2026-10-31") == october)
        #expect(month("2026-11-01") == november)
        #expect(month("2026-10-31", "2026-10-31") == nil)
        // October stays as it was paid; November gives back.
        #expect(month("2026-10-31", "2026-11-01") == october)
        #expect(month("2026-11-01", "2026-11-30") == nil)
        let paid = Allowance(yearly: 500_000, deductions: PeopleFixture.deductions)
        let finding = PeopleFixture.finding(
            1, .notAtPost, "2026-10-30", verified: "2026-10-31", reversed: "2026-11-01")
        #expect(paid.month(october, findings: [finding], isDeputyCadre: nil).deducted == 5_000)
        #expect(paid.month(november, findings: [finding], isDeputyCadre: nil).refunded == 5_000)
    }
}
