import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Writing in batches")
struct RecordWriterTests {
    private struct Abandoned: Error {}

    @Test("Numbers count the cases of the day from one")
    func numbers() throws {
        let office = try Office()
        #expect(try office.register().number == "YX261120-0001")
        #expect(try office.register().number == "YX261120-0002")
        // Imported, further on, and one that is no count at all.
        try office.register(number: "YX261120-0041")
        try office.register(number: "YX261120-old")
        #expect(try office.register().number == "YX261120-0042")
        let evening = Office.morning.advanced(minutes: 16 * 60)
        let next = try office.store.batch { writer in
            try writer.register(office.intake(), acceptance: nil, at: evening, by: office.wang.id)
        }
        #expect(next.number == "YX261121-0001")
    }

    @Test("A taken number is refused and the batch goes on")
    func takenNumber() throws {
        let office = try Office()
        try office.register(number: "B-1")
        try office.store.batch { writer in
            #expect(throws: RecordError.caseNumberTaken("B-1")) {
                try writer.register(
                    office.intake(), number: "B-1", acceptance: nil, at: Office.morning, by: .office)
            }
            #expect(throws: RecordError.staffNumberTaken("A01")) {
                try writer.enrol(number: "A01", name: "谁", role: .agent, at: Office.morning, by: .office)
            }
            try writer.register(office.intake(), number: "B-2", acceptance: nil, at: Office.morning, by: .office)
            #expect(try writer.exists(number: "B-2"))
        }
        #expect(try office.store.detail(number: "B-2") != nil)
        #expect(try office.store.verify().isSound)
    }

    @Test("A case goes to the agent of its village, when exactly one serves it")
    func villageAgent() throws {
        let office = try Office()
        #expect(try office.register(village: "石门垭").holder == office.zhou.id)
        #expect(try office.register(village: "Old_Mill").holder == nil)
        try office.store.batch { writer in
            _ = try writer.enrol(
                number: "A03", name: "李四", role: .agent, village: "石门垭", at: Office.morning, by: .office)
        }
        #expect(try office.register(village: "石门垭").holder == nil)
    }

    @Test("An imported case arrives with the life it already has")
    func history() throws {
        let office = try Office()
        let closed = Office.morning.advanced(minutes: -60)
        let value = try office.register(
            number: "101002", history: .init(state: .approved, acceptedAt: closed, closedAt: closed))
        #expect(value.state == .approved)
        #expect(value.closedAt == closed)
        #expect(try office.desk(.pending, QueueRequest(limit: 10)).total == 0)
        #expect(try office.store.list(CaseListQuery(states: [.approved])).map(\.number) == ["101002"])
        #expect(try office.store.verify().isSound)
    }

    @Test("An abandoned batch leaves no trace")
    func rollback() throws {
        let office = try Office()
        let entries = try office.entries()
        #expect(throws: Abandoned.self) {
            try office.store.batch { writer in
                try writer.register(office.intake(), acceptance: nil, at: Office.morning, by: .office)
                throw Abandoned()
            }
        }
        #expect(try office.entries() == entries)
        #expect(try office.register().number == "YX261120-0001")
    }

    @Test("After an error of the database a batch cannot be committed, even when its error is swallowed")
    func spoilt() throws {
        let office = try Office()
        let entries = try office.entries()
        #expect(throws: StoreError.self) {
            try office.store.batch { writer in
                try writer.register(office.intake(), acceptance: nil, at: Office.morning, by: .office)
                try writer.transaction.database.execute(sql: "DROP TABLE items")
                try? writer.record(.itemListed(.init(name: "低保")), at: Office.morning, by: .office)
            }
        }
        #expect(try office.entries() == entries)
        #expect(try office.store.items().count == 1)
    }

    @Test("After an error that ended the transaction nothing is written by itself, even when its error is swallowed")
    func ended() throws {
        let office = try Office()
        let entries = try office.entries()
        #expect(throws: StoreError.self) {
            try office.store.batch { writer in
                try? writer.transaction.guarded {
                    // As SQLite does by itself when the disk is full.
                    try writer.transaction.database.execute(sql: "ROLLBACK")
                    throw DatabaseError(resultCode: .SQLITE_FULL)
                }
                _ = try? writer.register(office.intake(), acceptance: nil, at: Office.morning, by: .office)
            }
        }
        #expect(try office.entries() == entries)
        #expect(try office.register().number == "YX261120-0001")
    }

    @Test("A whole life in one batch ends in the same rows as one action at a time")
    func wholeLife() throws {
        let office = try Office()
        let value = try office.store.batch { writer in
            let pending = try writer.register(
                office.intake(), acceptance: office.deadline(60), at: Office.morning, by: office.wang.id)
            let accepted = try writer.perform(
                .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning, rules: office.rules
            )
            #expect(throws: ActionError.self) {
                try writer.perform(
                    .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning,
                    rules: office.rules)
            }
            return try writer.perform(
                .complete(note: "齐"), on: accepted.reference, by: Actor(office.zhou), at: Office.morning,
                rules: office.rules)
        }
        #expect(try office.store.detail(of: value.id)?.case == value)
        #expect(try office.store.verify().isSound)
    }

    @Test("Attendance moves with its entries")
    func attendance() throws {
        let office = try Office()
        let nine = Office.morning.advanced(minutes: 1)
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: office.zhou.id, at: nine, by: office.zhou.id)
            try writer.record(
                .leaveTaken(.init(reason: "看病")), about: office.he.id, at: nine, by: office.he.id)
            #expect(throws: RecordError.noSuchStaff(StaffID(9))) {
                try writer.record(.checkedIn, about: StaffID(9), at: nine, by: .office)
            }
        }
        let agents = try office.store.agents(now: nine, plan: nil)
        #expect(agents.map(\.presence) == [.onDuty, .leave])
        #expect(agents.map(\.since) == [nine, nine])
        #expect(try office.store.verify().isSound)
    }
}
