import Casework
import FaultInjection
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("What a transaction writes into the log is gathered")
struct LogGatheringTests {
    private static let many = 400

    /// Makes the store's writing connection put pages into the log long before it commits, and read them there again.
    private func spillEarly(_ store: CaseStore) throws {
        try store.pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = 10; PRAGMA cache_spill = 10")
        }
    }

    private struct GivenUp: Error {}

    private func writeAndGiveUp(_ store: CaseStore) throws {
        #expect(throws: GivenUp.self) {
            try store.batch { writer in
                for number in 0..<Self.many {
                    try writer.record(.itemListed(.init(name: "不算\(number)")), at: FaultyOffice.morning, by: .office)
                }
                throw GivenUp()
            }
        }
    }

    @Test("Pages that leave the memory before the commit are found again, and so is the whole by another process")
    func spilled() throws {
        let office = try FaultyOffice()
        try spillEarly(office.store)
        try office.act(words: Self.many)
        try office.act()
        #expect(try office.fault(in: office.store) == nil)
        #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil)
    }

    @Test("What was given up never comes over what another desk has recorded since")
    func givenUp() throws {
        let office = try FaultyOffice()
        try office.act()
        let other = try CaseStore.open(at: office.path)
        try spillEarly(other)
        for _ in 0..<3 {
            try writeAndGiveUp(other)
            // In the same place of the log.
            try office.act()
            #expect(try other.items() == office.acknowledged)
            try office.act(words: 50)
        }
        #expect(try office.fault(in: other) == nil)
        #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil)
    }

    @Test("Where SQLite has ended the transaction itself, what was gathered is dropped")
    func endedBySQLite() throws {
        let office = try FaultyOffice()
        try office.act()
        let other = try CaseStore.open(at: office.path)
        let record = try other.current()
        let log = "-wal"
        try record.pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = 10; PRAGMA cache_spill = 10")
            #expect(throws: (any Error).self) {
                try database.inWriteTransaction(gathering: record.gathering) {
                    for number in 0..<Self.many {
                        try database.execute(
                            sql: "INSERT INTO items (position, name) VALUES (?, ?)",
                            arguments: [1_000 + number, "不算\(number)"])
                    }
                    // As after an error that ends it: others may write from now on.
                    try database.execute(sql: "ROLLBACK")
                    try office.act(words: 50)
                    let before = office.disk.asked.count
                    let names = try String.fetchAll(database, sql: "SELECT name FROM items ORDER BY position")
                    #expect(names == office.acknowledged)
                    #expect(
                        office.disk.asked.dropFirst(before).allSatisfy { $0.step != .write || !$0.file.hasSuffix(log) })
                    throw GivenUp()
                }
            }
        }
        #expect(try office.fault(in: office.store) == nil)
        #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil)
    }

    @Test("Where handing on has failed once, the transaction is never committed, whatever its body makes of it")
    func failedOnce() throws {
        var met = 0
        for number in 1...12 {
            let office = try FaultyOffice()
            try office.act(words: Self.many)
            let record = try office.store.current()
            var hits = 0
            let outcome = Result {
                try record.pool.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA cache_size = 10; PRAGMA cache_spill = 10")
                    try database.inWriteTransaction(gathering: record.gathering) {
                        office.disk.fail(.write, of: "-wal", number: number, with: .full)
                        // Of many rows at once: SQLite may take back the statement alone, and let the transaction live.
                        for round in 0..<3 {
                            try? database.execute(
                                sql: "UPDATE items SET name = name || ? WHERE position % 3 = ?",
                                arguments: [String(repeating: "改", count: 300), round])
                        }
                        // There is room again.
                        hits = office.disk.heal()
                    }
                }
            }
            guard hits > 0 else { break }
            met += 1
            #expect(throws: (any Error).self, "write \(number)") { try outcome.get() }
            #expect(try office.fault(in: office.store) == nil, "write \(number)")
            #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil, "write \(number)")
            // And it can be written to as before.
            try office.act()
            #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil, "write \(number)")
        }
        #expect(met > 3)
    }

    @Test("A statement that comes after SQLite has ended the transaction writes nothing")
    func writeAfterEnd() throws {
        let office = try FaultyOffice()
        try office.act()
        let record = try office.store.current()
        #expect(throws: DatabaseError.self) {
            try record.pool.writeWithoutTransaction { database in
                try database.inWriteTransaction(gathering: record.gathering) {
                    try database.execute(sql: "ROLLBACK")
                    try database.execute(sql: "INSERT INTO items (position, name) VALUES (1000, '不算')")
                }
            }
        }
        #expect(try office.fault(in: office.store) == nil)
        #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil)
    }
}
