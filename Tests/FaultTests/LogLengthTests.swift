import Casework
import FaultInjection
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("The log beside the record stays short", .serialized)
struct LogLengthTests {
    private func size(_ office: FaultyOffice) -> Int {
        var facts = stat()
        return stat(office.path + "-wal", &facts) == 0 ? Int(facts.st_size) : 0
    }

    @Test("Also while somebody reads at every moment")
    func overlappingReaders() throws {
        let office = try FaultyOffice()
        let display = try CaseStore.open(at: office.path, access: .readOnly)
        let isOver = Atomic(false)
        let begun = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let ended = DispatchSemaphore(value: 0)
        // Each reads until the other has begun its next read: there is no moment without a reader.
        @Sendable func readOn(tell: DispatchSemaphore, until other: DispatchSemaphore) {
            while !isOver.load(ordering: .relaxed) {
                _ = try? display.read { database in
                    _ = try Int.fetchOne(database, sql: "SELECT max(seq) FROM journal")
                    tell.signal()
                    other.wait()
                }
            }
            tell.signal()
            ended.signal()
        }
        let first = Thread { readOn(tell: begun.0, until: begun.1) }
        let second = Thread {
            begun.0.wait()
            readOn(tell: begun.1, until: begun.0)
        }
        first.start()
        second.start()
        var largest = 0
        for _ in 0..<2_500 {
            try office.act()
            largest = max(largest, size(office))
        }
        isOver.store(true, ordering: .relaxed)
        ended.wait()
        ended.wait()
        // Without the keeper it is above 60 MiB.
        #expect(largest < 40 * 1_048_576, "\(largest / 1_048_576) MiB")
    }

    @Test("One who reads for long keeps nobody from writing, and afterwards the log is cut again")
    func longReader() throws {
        let office = try FaultyOffice()
        let display = try CaseStore.open(at: office.path, access: .readOnly)
        var during = 0
        let seen = try display.read { database in
            let before = try Int.fetchOne(database, sql: "SELECT max(seq) FROM journal")
            for _ in 0..<1_500 { try office.act() }
            during = size(office)
            return (before, try Int.fetchOne(database, sql: "SELECT max(seq) FROM journal"))
        }
        #expect(seen.0 == seen.1)
        #expect(during > LogKeeper.fileLimit)
        // The keeper works beside the commits: how many they are meanwhile is not its business.
        var more = 0
        while size(office) > LogKeeper.fileLimit, more < 5_000 {
            try office.act()
            more += 1
        }
        #expect(size(office) <= LogKeeper.fileLimit)
        #expect(try office.fault(in: office.store) == nil)
    }

    @Test("Without the keeper the readers would make it grow: the test can fail")
    func withoutKeeper() throws {
        let office = try FaultyOffice()
        try office.store.pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
        }
        let display = try CaseStore.open(at: office.path, access: .readOnly)
        var held = [try display.pool.makeSnapshot()]
        for _ in 0..<1_500 {
            try office.act()
            held = [try display.pool.makeSnapshot()] + held.prefix(1)
        }
        #expect(size(office) > 20 * 1_048_576)
    }
}
