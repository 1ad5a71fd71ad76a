import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Recording what happens to people")
struct StaffWritingTests {
    private let now = Office.morning.advanced(minutes: 5)
    private let today = UTCOffset.china.civil(Office.morning).date
    private let admission = AgentRules.Admission(
        ageLimit: 60, education: .juniorMiddle, gridWorker: .may, livesInVillage: false, usesDevices: true)

    private func record(_ office: Office, _ number: String) throws -> StaffRecord {
        try #require(try office.store.staffRecord(number: number))
    }

    @Test("W4: a change is recorded, is a line of the roster list, and the record stays sound")
    func change() throws {
        let office = try Office()
        let changed = try office.store.batch { writer in
            try writer.change(office.zhou.id, at: now, by: office.reviewer) {
                $0.phone = "13900000000"
                $0.post = .gridAgent
                $0.isActive = false
                $0.id = StaffID(99)
            }
        }
        #expect(changed.id == office.zhou.id && changed.isActive)
        #expect(try office.store.staff(number: "A01")?.phone == "13900000000")
        let lines = try office.store.rosterChanges(since: now)
        #expect(lines.map(\.kind) == [.post, .contact])
        #expect(lines.map(\.actor) == [office.wang.id, office.wang.id])
        #expect(
            try office.store.rosterChanges(since: Office.morning).map(\.kind).prefix(3) == [
                .enrolled, .enrolled, .enrolled,
            ])
        #expect(try office.store.verify().isSound)
    }

    @Test("W4: nothing changed, a post of another role, an agent without village, somebody who may not: refused")
    func refusedChanges() throws {
        let office = try Office()
        let entries = try office.entries()
        try office.store.batch { writer in
            #expect(throws: RecordError.refused(.nothingChanged)) {
                try writer.change(office.zhou.id, at: now, by: office.reviewer) { $0.isActive = false }
            }
            #expect(throws: RecordError.refused(.postOfAnotherRole(.director, .agent))) {
                try writer.change(office.zhou.id, at: now, by: office.reviewer) { $0.post = .director }
            }
            #expect(throws: RecordError.refused(.villageMissing)) {
                try writer.change(office.zhou.id, at: now, by: office.reviewer) { $0.village = nil }
            }
            #expect(throws: RecordError.refused(.notPermitted(.change, .agent))) {
                try writer.change(office.zhou.id, at: now, by: Actor(id: office.he.id, role: .director)) {
                    $0.phone = "1"
                }
            }
            #expect(throws: RecordError.noSuchStaff(StaffID(77))) {
                try writer.change(StaffID(77), at: now, by: office.reviewer) { $0.phone = "1" }
            }
        }
        #expect(try office.entries() == entries)
    }

    @Test("N15: who has cases in hand becomes nothing else before they are handed over")
    func roleChange() throws {
        let office = try Office()
        try office.register()
        #expect(throws: RecordError.refused(.stillInHand(cases: 1, originals: 0))) {
            try office.store.batch { writer in
                try writer.change(office.zhou.id, at: now, by: office.reviewer) { $0.role = .collector }
            }
        }
    }

    @Test("W18: a waiver is recorded with its reason, once for each thing that needs one")
    func waive() throws {
        let office = try Office()
        try office.store.batch { writer in
            try writer.waive(
                .age, of: office.zhou.id, reason: "特别优秀", rules: admission, today: today, at: now,
                by: office.reviewer)
            #expect(throws: RecordError.refused(.nothingToWaive(.residence))) {
                try writer.waive(
                    .residence, of: office.zhou.id, reason: "x", rules: admission, today: today, at: now,
                    by: office.reviewer)
            }
            #expect(throws: RecordError.refused(.nothingToWaive(.age))) {
                try writer.waive(
                    .age, of: office.wang.id, reason: "x", rules: admission, today: today, at: now,
                    by: office.reviewer)
            }
        }
        #expect(try record(office, "A01").waivers?.map(\.reason) == ["特别优秀"])
        #expect(try office.store.verify().isSound)
    }

    @Test("J2: the steps of an appointment are kept, and one out of its turn is not")
    func appoint() throws {
        let office = try Office()
        func take(_ step: AgentRules.AppointmentStep, _ votes: AppointmentStepTaken.Votes? = nil) throws {
            try office.store.batch { writer in
                _ = try writer.appoint(
                    office.zhou.id, AppointmentStepTaken(step: step, on: today, by: "两委", votes: votes),
                    steps: [.nomination, .vote, .appointment], today: today, at: now, by: office.reviewer)
            }
        }
        #expect(throws: RecordError.refused(.stepTooEarly(.vote, before: .nomination))) {
            try take(.vote, AppointmentStepTaken.Votes(inFavour: 9, against: 1, abstained: 0))
        }
        try take(.nomination)
        try take(.vote, AppointmentStepTaken.Votes(inFavour: 9, against: 1, abstained: 0))
        try take(.appointment)
        #expect(try record(office, "A01").appointment?.map(\.step) == [.nomination, .vote, .appointment])
        #expect(try record(office, "A01").appointment?[1].votes?.inFavour == 9)
        #expect(try office.store.verify().isSound)
    }

    @Test("J7: findings are recorded, verified by a second person, reversed by an appeal, and stand in the record")
    func findings() throws {
        let office = try Office()
        let director = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "主任", role: .director, at: now, by: .office)
        }
        try office.store.batch { writer in
            _ = try writer.inspect(at: now, by: office.reviewer, rules: office.rules) {
                number, inspector throws(StaffRefusal) in
                try Inspection(
                    number: number, at: now, by: inspector, place: "石门垭", found: "无人", agent: office.zhou.id,
                    wasAtPost: false)
            }
            try writer.recordFinding(about: office.zhou.id, rules: office.rules, at: now, by: office.reviewer) {
                book, actor throws(StaffRefusal) in
                try book.record(
                    .notAtPost, fact: "9:20 不在岗", on: today, evidence: .inspection(1), by: actor, today: today)
            }
            #expect(throws: RecordError.refused(.verifiesOwnFinding)) {
                try writer.find(about: office.zhou.id, at: now, by: office.reviewer) {
                    book, actor throws(StaffRefusal) in try book.verify(1, by: actor, today: today)
                }
            }
            try writer.find(about: office.zhou.id, at: now, by: Actor(director)) {
                book, actor throws(StaffRefusal) in
                try book.verify(1, by: actor, today: today)
            }
        }
        #expect(try record(office, "A01").findings?.map(\.isStanding) == [true])
        try office.store.batch { writer in
            let county = try writer.enrol(number: "C01", name: "县办", role: .countyOffice, at: now, by: .office)
            #expect(throws: RecordError.refused(.decidesOwnFinding)) {
                try writer.find(about: office.zhou.id, at: now, by: Actor(director)) {
                    book, actor throws(StaffRefusal) in try book.reverse(1, reason: "x", by: actor, today: today)
                }
            }
            _ = try writer.find(about: office.zhou.id, at: now, by: Actor(county)) {
                book, actor throws(StaffRefusal) in
                try book.reverse(1, reason: "在村民家中", by: actor, today: today)
            }
        }
        #expect(try record(office, "A01").findings?.map(\.isStanding) == [false])
        #expect(try office.store.verify().isSound)
    }

    @Test("W3: every new kind of entry about people is canonical JSON that reads back as the same event")
    func bodies() throws {
        let mark = ConductFinding.Mark(by: StaffID(2), on: today, note: "核实")
        let finding = ConductFinding(
            number: 1, kind: .shirking, fact: "推诿", on: today, recorded: mark, case: CaseID(4))
        var evidenced = finding
        evidenced.evidence = .case("YX261120-0001")
        let handover = try Handover(
            id: "A01-1", from: StaffMember(id: StaffID(1), number: "A01", name: "甲", role: .agent),
            to: StaffMember(id: StaffID(2), number: "A02", name: "乙", role: .agent), reason: "调整",
            cases: [CaseID(3)], originals: [.init(case: CaseID(3), name: "身份证")], given: .init(name: "甲", at: now),
            taken: .init(name: "乙", at: now))
        var member = StaffMember(id: StaffID(1), number: "A01", name: "甲", role: .agent, village: "石门垭")
        member.birthday = today
        let attendance = AttendanceMark(
            at: now, session: DutySessionID(day: today, number: 2),
            source: AttendanceSource(.commandLine, host: "yx-1", connection: "10.0.0.7 51000 10.0.0.1 22"),
            isUnverified: true)
        let span = try DutySpan(from: today, to: today.advanced(days: 2), sessions: [2, 1])
        let decision = try LeaveDecision(request: "A01-1", span: span, note: "准", standIn: "A02")
        let events: [StaffEvent] = [
            .enrolled(member), .checkedIn, .checkedOut, .leaveTaken(.init(reason: "病")), .changed(member),
            .appointmentStep(try AppointmentStepTaken(step: .nomination, on: today, by: "两委")),
            .waived(try Waiver(subject: .age, reason: "优秀")),
            .standInSet(StandIn(by: StaffID(2), from: now, until: nil, reason: "会")), .standInEnded,
            .left(try .init(reason: "调走")), .handedOver(handover), .findingRecorded(finding),
            .findingVerified(.init(number: 1, mark: mark)), .findingReversed(.init(number: 1, mark: mark)),
            .findingFollowedUp(.init(number: 1, mark: mark)),
            .moneyEntered(
                try MoneyEntry(kind: .deduction, fen: 5_000, period: CivilMonth(of: today), ground: "扣减", note: nil)),
            .cameIn(attendance), .wentOut(attendance),
            .leaveAsked(try LeaveRequest(id: "A01-1", span: span, reason: "病")),
            .leaveGranted(decision), .leaveRefused(decision),
            .sessionCorrected(try SessionCorrection(session: attendance.session, state: .excused, reason: "停电")),
            .pinSet(PINSet(digest: "ab")), .pinLocked(PINLocked(tries: 6, source: attendance.source)), .pinUnlocked,
            .findingRecorded(evidenced), .findingAppealed(.init(number: 1, mark: mark)),
            .appealRefused(.init(number: 1, mark: mark)),
            .tenureDecided(
                TenureDecision(
                    month: CivilMonth(of: today), outcome: .replace, clauses: ["W20"], evidence: ["2026-09"],
                    reason: "无业务")),
        ]
        #expect(events.map(\.kind) == StaffEvent.Kind.allCases)
        for event in events {
            let fact = JournalFact.staff(event)
            #expect(
                try JournalFact(subjectKind: "staff", kind: fact.kind, body: fact.body(), sequence: 1) == fact)
        }
        #expect(try JournalFact.staff(.standInEnded).body() == "{}")
        #expect(try JournalFact.staff(events[6]).body() == #"{"reason":"优秀","subject":"age"}"#)
    }
}
