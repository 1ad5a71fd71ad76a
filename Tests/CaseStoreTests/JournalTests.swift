import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("The journal")
struct JournalTests {
    @Test(
        "W12: an entry can neither be changed nor deleted nor replaced, and none can be put between",
        arguments: [
            "UPDATE journal SET body = '{}' WHERE seq = 1", "DELETE FROM journal WHERE seq = 1",
            "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
            "INSERT INTO journal SELECT 99, at, actor, subject_kind, subject, kind, body, prev, hash FROM journal LIMIT 1",
        ])
    func appendOnly(_ sql: String) throws {
        let office = try Office()
        let entries = try office.entries()
        let error = #expect(throws: DatabaseError.self) { try office.tamper(sql) }
        #expect(error?.message == "the journal is append-only")
        #expect(try office.entries() == entries)
    }

    @Test("Each entry carries the hash of the one before")
    func chain() throws {
        let office = try Office()
        try office.register()
        let rows = try office.store.read { database in
            try Row.fetchAll(database, sql: "SELECT \(JournalEntry.columns), hash FROM journal ORDER BY seq")
        }
        var previous = JournalEntry.origin
        for (index, row) in rows.enumerated() {
            let entry = try JournalEntry(row: row)
            #expect(entry.sequence == Int64(index + 1))
            #expect(entry.previous == previous)
            previous = row[8]
            #expect(entry.hash() == previous)
        }
        #expect(rows.count == 9)
    }

    @Test("The hash is SHA-256 over length-prefixed fields, as the documentation says")
    func hash() {
        let entry = JournalEntry(
            sequence: 1, at: Instant(milliseconds: 2), actor: StaffID(3), subjectKind: "case", subject: 4,
            kind: "urged", body: #"{"agent":5}"#, previous: JournalEntry.origin)
        // python3: hashlib.sha256(b"".join(len(f).to_bytes(8) + f for f in fields))
        #expect(
            entry.hash().map { String(format: "%02x", $0) }.joined()
                == "9e370564a949c84f530ab0d027d3c28b81f336eb5c92354a1f6c5a1fa6362886")
    }

    @Test("A body is canonical JSON of what the event carries, and reads back as the same event")
    func bodies() throws {
        let before = UndoableAction.Before(
            state: .pending, holder: StaffID(1), acceptedAt: nil, completedAt: nil, closedAt: nil, completion: nil,
            returns: 0, reason: "a/b", urgings: 0, lastUrgedAt: nil)
        let events: [CaseEvent] = [
            .declined(Decline(reason: "材料不全 a/b")), .completed(Completion()), .approved(Approval(note: "好")),
            .rejected(Rejection(reason: "再核", agent: StaffID(2))),
            .reassigned(Reassignment(from: nil, to: StaffID(2))), .urged(Urging(agent: StaffID(2))),
            .revealed(Reveal(reason: "电话")), .undone(Undo(kind: .accepted, before: before)),
        ]
        for event in events {
            let fact = JournalFact.case(event)
            #expect(
                try JournalFact(subjectKind: "case", kind: fact.kind, body: fact.body(), sequence: 1) == fact)
        }
        #expect(try JournalFact.case(events[0]).body() == #"{"reason":"材料不全 a/b"}"#)
        #expect(try JournalFact.case(events[4]).body() == #"{"to":2}"#)
        #expect(try JournalFact.staff(.checkedIn).body() == "{}")
    }
}
