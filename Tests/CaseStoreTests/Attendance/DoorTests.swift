import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("PINs, and calls that wait at the door")
struct DoorTests {
    private let morning = Office.morning.advanced(minutes: -10)
    private let source = AttendanceSource(.kiosk, host: "door")

    private func rules(_ office: Office) -> AgentRules.Duty.PINs { office.rules.rulebook.agents.duty.pins }

    private func office() throws -> Office {
        let office = try Office()
        try set("2601", office, of: office.zhou)
        return office
    }

    private func set(
        _ digits: String, _ office: Office, of person: StaffMember, old: String? = nil, by actor: Actor? = nil
    ) throws {
        let pin = try PIN(digits, of: person.number, rules: rules(office))
        try office.store.setPIN(
            pin, of: person.id, old: old, by: actor ?? office.reviewer, source: source, rules: rules(office),
            at: morning, rounds: 1_024)
    }

    private func answer(_ typed: String, _ office: Office, seconds: Int = 0) throws -> PINAnswer {
        try office.store.answer(
            typed, of: office.zhou.id, source: source, rules: rules(office), at: morning.advanced(seconds: seconds))
    }

    private func door(_ office: Office, store: CaseStore? = nil) -> AttendanceDoor {
        AttendanceDoor(
            store: store ?? office.store, spool: AttendanceSpool(path: office.folder + "/calls"), rules: office.rules,
            source: source)
    }

    @Test(
        "J3: a PIN is right as it is typed, and the journal has a digest of a salted record only"
    )
    func set() throws {
        let office = try office()
        #expect(try answer("2601", office) == .right)
        #expect(try answer("２６０１", office) == .right)
        let body = try office.store.read {
            try String.fetchOne($0, sql: "SELECT body FROM journal WHERE kind = 'pinSet'") ?? ""
        }
        #expect(!body.contains("2601") && body.contains("digest"))
        // The same PIN twice is not the same record.
        try set("2601", office, of: office.he)
        let keys = try office.store.read { try Data.fetchAll($0, sql: "SELECT key FROM pins ORDER BY staff") }
        #expect(keys.count == 2 && keys[0] != keys[1])
        #expect(try office.store.verify().isSound)
    }

    @Test("J3: the first PIN is set by who keeps them; whoever changes their own has to know it")
    func change() throws {
        let office = try Office()
        #expect(throws: RecordError.refused(.pinMissing)) {
            try set("2601", office, of: office.zhou, old: "", by: Actor(office.zhou))
        }
        #expect(throws: RecordError.refused(.notPermitted(.keepPINs, .agent))) {
            try set("2601", office, of: office.zhou, by: Actor(office.he))
        }
        try set("2601", office, of: office.zhou)
        #expect(throws: RecordError.refused(.pinWrong)) {
            try set("1357", office, of: office.zhou, old: "9999", by: Actor(office.zhou))
        }
        try set("1357", office, of: office.zhou, old: "2601", by: Actor(office.zhou))
        #expect(try answer("1357", office) == .right)
        #expect(try office.store.verify().isSound)
    }

    @Test("J3: wrong tries make wait, then lock; the lock is recorded, outlives the program, and a supervisor opens it")
    func lock() throws {
        let office = try office()
        #expect(try answer("1", office) == .wrong(left: 5))
        #expect(try answer("1", office) == .wrong(left: 4))
        #expect(try answer("1", office) == .wrong(left: 3))
        #expect(try answer("2601", office, seconds: 29) == .pause(until: morning.advanced(seconds: 30)))
        #expect(try answer("1", office, seconds: 30) == .wrong(left: 2))
        #expect(try answer("1", office, seconds: 100) == .wrong(left: 1))
        // Another process, another day.
        let again = try CaseStore.open(at: office.path)
        let later = morning.advanced(minutes: 1_440)
        func tryAgain(_ typed: String) throws -> PINAnswer {
            try again.answer(typed, of: office.zhou.id, source: source, rules: rules(office), at: later)
        }
        #expect(try tryAgain("1") == .locked)
        #expect(try tryAgain("2601") == .locked)
        #expect(try again.staffRecord(number: "A01")?.pin?.lockedAt == later)
        #expect(throws: RecordError.refused(.notPermitted(.keepPINs, .agent))) {
            try again.unlockPIN(of: office.zhou.id, by: Actor(office.he), at: later)
        }
        try again.unlockPIN(of: office.zhou.id, by: office.reviewer, at: later)
        #expect(throws: RecordError.refused(.pinNotLocked)) {
            try again.unlockPIN(of: office.zhou.id, by: office.reviewer, at: later)
        }
        #expect(try tryAgain("2601") == .right)
        #expect(try again.verify().isSound)
        _ = try again.rebuild(RebuildRequest(person: "R01", reason: "试"), at: later)
        #expect(try tryAgain("2601") == .right)
    }

    @Test("J3: a record that somebody put in the place of a PIN opens nothing, is found, and goes with a rebuild")
    func forged() throws {
        let office = try office()
        try set("1357", office, of: office.he)
        try office.tamper(
            """
            UPDATE pins SET (salt, key) = (SELECT salt, key FROM pins WHERE staff = \(office.he.id.value)) \
            WHERE staff = \(office.zhou.id.value)
            """)
        #expect(try answer("1357", office) == .missing)
        #expect(try office.store.verify().findings == [.pinDiffers(number: "A01")])
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "试"), at: morning)
        #expect(try office.store.verify().findings == [.pinMissing(number: "A01")])
        #expect(try answer("2601", office) == .missing)
    }

    @Test("J3: a PIN that was set and is kept no more is found, and keeps nobody from backing up")
    func gone() throws {
        let office = try office()
        try office.tamper("DELETE FROM pins WHERE staff = \(office.zhou.id.value)")
        let report = try office.store.verify()
        #expect(report.findings == [.pinMissing(number: "A01")])
        #expect(!report.isSound && report.isFitForBackup)
        try set("2602", office, of: office.zhou)
        #expect(try office.store.verify().isSound)
    }

    @Test("J3: a PIN and wrong tries that are kept for nobody are named, and go with a rebuild")
    func strangers() throws {
        let office = try office()
        try office.tamper(
            """
            INSERT INTO pins SELECT 990, salt, rounds, block_size, parallelism, key FROM pins LIMIT 1;
            INSERT INTO pin_tries VALUES (991, 3, 0);
            """)
        #expect(
            try office.store.verify(VerificationOptions(isFull: true)).findings
                == [.pinExtra(id: StaffID(990)), .pinExtra(id: StaffID(991))])
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "试"), at: morning)
        #expect(try office.store.verify().isSound)
        #expect(try answer("2601", office) == .right)
    }

    @Test("J3: the door tells unknown numbers, wrong PINs, those who may close it, and what the rules say")
    func answers() throws {
        let office = try office()
        try set("2607", office, of: office.wang)
        let door = door(office)
        #expect(door.call(number: "B77", pin: "2601", wanted: nil, at: morning) == .unknownNumber)
        #expect(door.call(number: "A02", pin: "2601", wanted: nil, at: morning) == .pin(.missing))
        #expect(door.call(number: "A01", pin: "9", wanted: nil, at: morning) == .pin(.wrong(left: 5)))
        guard
            case .decided(.enter(.into, let session, notes: [])) = door.call(
                number: "ａ01", pin: "2601", wanted: nil, at: morning)
        else {
            Issue.record("not entered")
            return
        }
        #expect(session.number == 1)
        guard case .decided(.already) = door.call(number: "a01", pin: "2601", wanted: nil, at: morning) else {
            Issue.record("entered twice")
            return
        }
        #expect(door.leave(number: "A01", pin: "2601", at: morning) == .mayNotLeave)
        #expect(door.leave(number: "R01", pin: "1", at: morning) == .pin(.wrong(left: 5)))
        #expect(door.leave(number: "R01", pin: "2607", at: morning) == .mayLeave)
    }

    @Test("J3: while somebody keeps the record locked a call waits in the file, and is entered once with its own time")
    func busy() throws {
        let office = try office()
        let store = try CaseStore.open(at: office.path, patience: 20)
        let door = door(office, store: store)
        let spool = AttendanceSpool(path: office.folder + "/calls")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let lock = try DatabaseQueue(path: office.path, configuration: configuration)
        try lock.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(door.call(number: "A01", pin: "2601", wanted: nil, at: morning) == .kept(isVerified: true))
        // A wrong PIN cannot be counted, so nothing is said of it and nothing kept; after three nothing is looked at.
        for _ in 0..<3 {
            guard case .failed(.busy) = door.call(number: "A01", pin: "1", wanted: nil, at: morning) else {
                Issue.record("a wrong PIN was told apart")
                return
            }
        }
        #expect(door.call(number: "A01", pin: "2601", wanted: nil, at: morning) == .pin(.locked))
        #expect(throws: StoreError.self) { try door.settle(at: morning) }
        #expect(try spool.waiting().map(\.number) == ["A01"])
        try lock.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try lock.close()

        let later = morning.advanced(minutes: 45)
        #expect(try door.settle(at: later) == 1)
        #expect(try door.settle(at: later) == 0)
        let today = Office.centre.offset.civil(morning).date
        let marks = try office.store.duty(of: [office.zhou.id], from: today, to: today).person(office.zhou.id)?.marks
        #expect(marks?.map(\.value.at) == [morning])
        #expect(marks?.map(\.at) == [later])
        #expect(marks?.map(\.value.isUnverified) == [false])
        #expect(try office.store.verify().isSound)
    }

    @Test("J3: while the record is away a call is kept unverified, and the supervisor sees it so")
    func away() throws {
        let office = try office()
        let door = door(office)
        let hidden = office.path + ".away"
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: office.path + suffix) {
            try FileManager.default.moveItem(atPath: office.path + suffix, toPath: hidden + suffix)
        }
        #expect(door.call(number: "a01", pin: "0000", wanted: nil, at: morning) == .kept(isVerified: false))
        #expect(door.call(number: "nobody", pin: "1", wanted: nil, at: morning) == .kept(isVerified: false))
        guard case .failed = door.leave(number: "R01", pin: "2607", at: morning) else {
            Issue.record("closed without the record")
            return
        }
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: hidden + suffix) {
            try FileManager.default.moveItem(atPath: hidden + suffix, toPath: office.path + suffix)
        }
        let back = try CaseStore.open(at: office.path)
        let spool = AttendanceSpool(path: office.folder + "/calls")
        #expect(try AttendanceDoor.settle(spool, in: back, rules: office.rules, at: Office.morning) == 2)
        let today = Office.centre.offset.civil(morning).date
        let book = AttendanceBook(office.rules, try back.duty(from: today, to: today))
        let zhou = try #require(book.facts.person(office.zhou.id))
        let outcome = try #require(book.outcomes(of: zhou, on: today, now: Office.morning).first)
        #expect(outcome.isUnverified && outcome.state == .onTime)
        // Whose number nobody has is not lost either.
        let refused = try String(contentsOfFile: spool.refusedPath, encoding: .utf8)
        #expect(refused.contains("nobody"))
    }

    @Test(
        "J3: dying between entering and marking, or in the middle of a line, enters nothing twice and loses nothing"
    )
    func killed() throws {
        let office = try office()
        let spool = AttendanceSpool(path: office.folder + "/calls")
        let call = AttendanceSpool.Entry(
            number: "A01", wanted: nil, at: morning, source: source, isUnverified: false)
        try spool.append(call)
        let kept = try Data(contentsOf: URL(fileURLWithPath: spool.path))
        #expect(try AttendanceDoor.settle(spool, in: office.store, rules: office.rules, at: Office.morning) == 1)
        let entries = try office.entries()
        // As it was before the line that marks it done.
        try kept.write(to: URL(fileURLWithPath: spool.path))
        #expect(try AttendanceDoor.settle(spool, in: office.store, rules: office.rules, at: Office.morning) == 1)
        #expect(try office.entries() == entries)
        // Half a line was told to nobody; what comes after it is whole.
        try (kept + kept.dropLast(20)).write(to: URL(fileURLWithPath: spool.path))
        #expect(try spool.waiting() == [call])
        var second = call
        second.number = "A02"
        try spool.append(second)
        #expect(try spool.waiting() == [call, second])
        let facts = try FileManager.default.attributesOfItem(atPath: spool.path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
    }
}
