import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Attendance in the record")
struct AttendanceRecordTests {
    /// Friday 2026-11-20; sessions 09:00–11:30 and 14:30–17:30.
    private func at(_ time: String, _ day: String = "2026-11-20") -> Instant {
        Instant("\(day) \(time)", offset: .china) ?? Office.morning
    }

    private let source = AttendanceSource(.kiosk, host: "door", connection: "10.0.0.7 51000 10.0.0.1 22")
    private let today = Office.centre.offset.civil(Office.morning).date

    @discardableResult
    private func attend(
        _ office: Office, _ time: String, _ wanted: AttendanceDirection? = nil, by person: StaffMember? = nil
    ) throws -> AttendanceDecision {
        try office.store.attend(
            AttendanceCall((person ?? office.zhou).id, wanted, at: at(time), source: source), rules: office.rules,
            now: at(time))
    }

    private func month(_ office: Office, now: String = "23:00") throws -> AttendanceMonth {
        try #require(
            office.store.attendance(
                in: CivilMonth(of: today), of: office.zhou.id, rules: office.rules, now: at(now)
            ).first)
    }

    @Test(
        "J3: twice in a session is one entry, with session, source and the own time; the record stays provable"
    )
    func once() throws {
        let office = try Office()
        let before = try office.entries()
        #expect(try attend(office, "09:05").notes == [.late(minutes: 5)])
        guard case .already = try attend(office, "09:06") else {
            Issue.record("entered twice")
            return
        }
        #expect(try office.entries() == before + 1)
        try attend(office, "11:31")
        let facts = try office.store.duty(of: [office.zhou.id], from: today, to: today)
        let marks = try #require(facts.person(office.zhou.id)?.marks)
        #expect(marks.map(\.value.direction) == [.into, .out])
        #expect(marks[0].value.source == source)
        #expect(marks[0].value.session == DutySessionID(day: today, number: 1))
        #expect(try month(office).outcomes.map(\.state).filter { $0 != .toCome } == [.late, .absent])
        #expect(try office.store.staffRecord(number: "A01")?.presence == .away)
        #expect(try office.store.verify().isSound)
        // The appraisal counts the same session.
        let appraisal = try office.store.appraisal(
            of: office.zhou.id, in: CivilMonth(of: today), rules: office.rules, at: at("23:00"))
        #expect(appraisal?.months.last?.attended == 1)
    }

    @Test("Two requests for leave of one second have two names, whatever days they are for")
    func names() throws {
        let office = try Office()
        let names = try office.store.batch { writer in
            try [3, 10].map { days in
                let day = today.advanced(days: days)
                return try writer.askLeave(
                    try DutySpan(from: day, to: day), of: office.zhou.id, reason: "看病", rules: office.rules,
                    at: at("10:00"), by: Actor(office.zhou)
                ).id
            }
        }
        #expect(Set(names).count == 2)
    }

    @Test(
        "J3, J9: leave, corrections and days without duty are entries; a rebuild makes the same month of them")
    func rebuilt() throws {
        let office = try Office()
        let next = today.advanced(days: 3)
        try office.store.batch { writer in
            let span = try DutySpan(from: next, to: next)
            let request = try writer.askLeave(
                span, of: office.zhou.id, reason: "看病", rules: office.rules, at: at("10:00"), by: Actor(office.zhou))
            #expect(throws: RecordError.refused(.leaveOverlaps)) {
                try writer.askLeave(
                    span, of: office.zhou.id, reason: "看病", rules: office.rules, at: at("10:01"),
                    by: Actor(office.zhou))
            }
            #expect(throws: RecordError.refused(.notPermitted(.decideLeave, .agent))) {
                try writer.decideLeave(
                    request.id, of: office.zhou.id, isGranted: true, note: nil, standIn: nil, rules: office.rules,
                    at: at("10:02"), by: Actor(office.zhou))
            }
            try writer.decideLeave(
                request.id, of: office.zhou.id, isGranted: true, note: "准", standIn: office.he, rules: office.rules,
                at: at("10:05"), by: office.reviewer)
            #expect(throws: RecordError.refused(.leaveDecided)) {
                try writer.decideLeave(
                    request.id, of: office.zhou.id, isGranted: false, note: nil, standIn: nil, rules: office.rules,
                    at: at("10:06"), by: office.reviewer)
            }
            #expect(throws: RecordError.refused(.leaveUnknown("x"))) {
                try writer.decideLeave(
                    "x", of: office.zhou.id, isGranted: false, note: nil, standIn: nil, rules: office.rules,
                    at: at("10:06"), by: office.reviewer)
            }
            let first = DutySessionID(day: today, number: 1)
            let correction = try SessionCorrection(session: first, state: .excused, reason: "开会")
            #expect(throws: RecordError.refused(.notPermitted(.correctSession, .agent))) {
                try writer.correct(
                    correction, of: office.zhou.id, rules: office.rules, at: at("12:00"), by: Actor(office.he))
            }
            try writer.correct(
                correction, of: office.zhou.id, rules: office.rules, at: at("12:00"), by: office.reviewer)
            let second = try SessionCorrection(
                session: DutySessionID(day: today, number: 2), state: .onTime, reason: "开会")
            #expect(throws: RecordError.refused(.sessionToCome(second.session))) {
                try writer.correct(
                    second, of: office.zhou.id, rules: office.rules, at: at("12:00"), by: office.reviewer)
            }
            let none = try SessionCorrection(
                session: DutySessionID(day: today.advanced(days: 1), number: 1), state: .onTime, reason: "x")
            #expect(throws: RecordError.refused(.sessionUnknown(none.session))) {
                try writer.correct(
                    none, of: office.zhou.id, rules: office.rules, at: at("12:00"), by: office.reviewer)
            }
            try writer.except(
                try DutyException(
                    village: "石门垭", from: today.advanced(days: 4), to: today.advanced(days: 4), kind: .none,
                    reason: "停电"), at: at("12:01"), by: office.reviewer)
        }
        try attend(office, "14:20")
        let before = try month(office, now: "12:00")
        let states = Dictionary(
            before.days.map { ($0.duty.day, $0.sessions.map(\.state)) }, uniquingKeysWith: { first, _ in first })
        #expect(states[today]?.first == .excused)
        #expect(states[today.advanced(days: 4)] == [.excused, .excused])
        let report = try office.store.verify()
        #expect(report.isSound, "\(report.findings)")
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "试"), at: at("18:00"))
        #expect(try month(office, now: "12:00") == before)
        #expect(try office.store.verify().isSound)
        let leave = try #require(
            office.store.leaves(since: today).first { $0.0.id == office.zhou.id }?.1)
        #expect(leave.isGranted)
    }

    @Test("J3: a single clock that stands years behind makes nobody absent in all those years")
    func clockBehind() throws {
        let office = try Office()
        try attend(office, "09:00")
        let since = try office.store.read { try DutyReader(database: $0, offset: .china).keptSince() }
        #expect(since == today)
        _ = try office.store.batch { writer in
            try writer.record(
                .checkedIn, about: office.he.id, at: at("09:00", "2000-01-03"), by: office.he.id)
        }
        #expect(try office.store.read { try DutyReader(database: $0, offset: .china).keptSince() } == since)
    }

    @Test("J3: forged rows of the ledgers about duty are found")
    func forged() throws {
        let office = try Office()
        try attend(office, "08:50")
        let seq = Int64(try office.entries())
        try office.tamper(
            """
            UPDATE attendance SET at = at - 1 WHERE seq = \(seq);
            INSERT INTO duty_entries VALUES (3, 1, 1, 1, 'leaveGranted');
            INSERT INTO duty_exceptions VALUES (2, NULL, 1, 1)
            """)
        #expect(
            Set(try office.store.verify().findings) == [
                .ledgerDiffers(ledger: "attendance", sequence: seq),
                .ledgerExtra(ledger: "duty_entries", sequence: 3),
                .ledgerExtra(ledger: "duty_exceptions", sequence: 2),
            ])
    }

    @Test("J4: acceptances outside duty hours are one number in the month, the sheet, the appraisal and its entries")
    func outside() throws {
        let office = try Office()
        func accept(_ name: String, _ time: String, by person: Actor) throws -> Case {
            let pending = try office.register(name, dueInMinutes: 2_880)
            return try office.store.perform(
                .accept(.confirmed), on: pending.reference, by: person, at: at(time), rules: office.rules)
        }
        // Whoever presses the key, the work is that of who has the case in hand.
        _ = try accept("张三", "10:00", by: Actor(office.zhou))
        _ = try accept("李四", "12:30", by: office.reviewer)
        _ = try accept("王五", "20:00", by: Actor(office.zhou))
        let undone = try accept("赵六", "21:00", by: Actor(office.zhou))
        // Accepted at night, taken back in the hours of duty of a day that an exception takes away.
        let next = today.advanced(days: 3)
        try office.store.batch { writer in
            try writer.except(
                try DutyException(
                    village: nil, from: today, to: today, kind: .hours, hours: [.init(from: 540, to: 780)],
                    reason: "赶集"), at: at("08:00"), by: office.reviewer)
        }
        func counts(_ now: String) throws -> (month: Int?, sheet: SheetValue?, appraisal: Int?, entries: Int) {
            let november = CivilMonth(of: today)
            let request = SheetRequest(kind: .attendance, period: .month(november))
            let sheet = try office.store.sheet(request, at: at(now), rules: office.rules)
            let appraisal = try office.store.appraisal(
                of: office.zhou.id, in: november, rules: office.rules, at: at(now))
            let all = try office.store.appraisals(in: november, rules: office.rules, at: at(now))
            #expect(all.first { $0.member.id == office.zhou.id }?.current == appraisal?.current)
            let entries = try office.store.acceptancesOutsideDuty(
                of: office.zhou, in: .month(november), rules: office.rules, at: at(now), limit: 10)
            return (
                try month(office, now: now).acceptedOutside, sheet.cell("A01", "outside")?.value,
                appraisal?.current.outsideDuty, entries.reduce(0) { $0 + $1.factor }
            )
        }
        // 12:30 lies in the hours of the market day.
        let before = try counts("22:00")
        #expect(before.month == 2 && before.sheet == .count(2) && before.appraisal == 2 && before.entries == 2)
        #expect(try month(office, now: "22:00").acceptedOnDuty == 2)
        let current = try #require(try office.store.detail(of: undone.id)?.case)
        _ = try office.store.perform(
            .undo, on: current.reference, by: Actor(office.zhou),
            at: at("09:30", next.description), rules: office.rules)
        let after = try counts("23:00")
        #expect(after.month == 1 && after.sheet == .count(1) && after.appraisal == 1 && after.entries == 1)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("J3: leave for a day without duty, or for a session that no day has, is refused at the door")
    func leaveWithoutDuty() throws {
        let office = try Office()
        func ask(_ days: Int, _ sessions: [Int]? = nil) throws {
            let day = today.advanced(days: days)
            try office.store.batch { writer in
                _ = try writer.askLeave(
                    try DutySpan(from: day, to: day, sessions: sessions), of: office.zhou.id, reason: "看病",
                    rules: office.rules, at: at("10:00"), by: Actor(office.zhou))
            }
        }
        let saturday = today.advanced(days: 1)
        #expect(throws: RecordError.refused(.leaveWithoutDuty(from: saturday, to: saturday))) { try ask(1) }
        #expect(throws: RecordError.refused(.leaveWithoutSession(4, most: 2))) { try ask(3, [1, 4]) }
        try ask(3, [1])
    }

    @Test("P3: one person's month knows whether the one who stood in had come")
    func standIn() throws {
        let office = try Office()
        _ = try office.store.batch { writer in
            try writer.standIn(
                StandIn(by: office.he.id, from: at("08:00"), until: at("18:00"), reason: "看病"), for: office.zhou.id,
                at: at("08:00"), by: office.reviewer)
        }
        try attend(office, "08:50", by: office.he)
        #expect(try month(office, now: "12:00").outcomes.map(\.state).first == .stoodInFor)
    }

    @Test("J3: a mark of a village travels with its own time and source, and the township says where it came from")
    func relay() throws {
        let town = try RelayTown()
        let id = town.village.agent.id
        let decision = try town.village.store.attend(
            AttendanceCall(id, at: RelayTown.minutes(-5), source: source), rules: town.rules,
            now: RelayTown.minutes(2))
        guard case .refuse = decision else {
            // The person serves in that record since the morning of its founding.
            try town.toTownship(try town.fromVillage(minutes: 3), minutes: 50)
            let zhou = try need(town.store.staff(number: "A01"))
            let facts = try town.store.duty(of: [zhou.id], from: today, to: today)
            let mark = try need(facts.person(zhou.id)?.marks.first)
            #expect(mark.value.at == RelayTown.minutes(-5) && mark.value.source == source)
            #expect(mark.site == town.village.site.id)
            // Leave that the village's agent asks for is decided in the township and told back.
            let next = today.advanced(days: 3)
            let request = try town.village.store.batch { writer in
                try writer.askLeave(
                    try DutySpan(from: next, to: next), of: id, reason: "看病", rules: town.rules,
                    at: RelayTown.minutes(70), by: town.village.agent)
            }
            try town.toTownship(try town.fromVillage(minutes: 71), minutes: 72)
            try town.store.batch { writer in
                try writer.decideLeave(
                    request.id, of: zhou.id, isGranted: true, note: nil, standIn: nil, rules: town.rules,
                    at: RelayTown.minutes(80), by: town.reviewer)
                try writer.except(
                    try DutyException(village: "两河口", from: next, to: next, kind: .none, reason: "停电"),
                    at: RelayTown.minutes(81), by: town.reviewer)
            }
            try town.toVillage(try town.fromTownship(minutes: 82), minutes: 83)
            let there = try town.village.store.duty(of: [id], from: next, to: next)
            #expect(there.person(id)?.leaves.map(\.isGranted) == [true])
            #expect(there.exceptions.isEmpty)
            #expect(try town.store.verify().isSound)
            #expect(try town.village.store.verify().isSound)
            return
        }
        Issue.record("\(decision)")
    }
}
