import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("Several write at once")
struct RacingTests {
    /// Runs `body` on so many threads at once; the errors that came.
    private func threads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) -> [String] {
        let errors = Mutex<[String]>([])
        let done = DispatchSemaphore(value: 0)
        for index in 0..<count {
            Thread {
                do { try body(index) } catch { errors.withLock { $0.append("\(error)") } }
                done.signal()
            }.start()
        }
        for _ in 0..<count { done.wait() }
        return errors.withLock { $0 }
    }

    private static func list(_ name: String, _ store: CaseStore) throws {
        try store.batch { try $0.record(.itemListed(.init(name: name)), at: Office.morning, by: .office) }
    }

    @Test("Threads of one desk queue up: nobody is told that the record is busy")
    func oneStore() throws {
        let office = try Office()
        let store = office.store
        let before = try store.items().count
        #expect(threads(6) { index in for round in 0..<25 { try Self.list("\(index)-\(round)", store) } } == [])
        #expect(try store.items().count == before + 150)
        #expect(try store.verify().isSound)
    }

    @Test("Desks of their own wait for each other, and each gets its turn")
    func manyStores() throws {
        let office = try Office()
        let path = office.path
        let before = try office.store.items().count
        let errors = threads(8) { index in
            let store = try CaseStore.open(at: path)
            for round in 0..<20 { try Self.list("\(index)-\(round)", store) }
        }
        #expect(errors == [])
        #expect(try office.store.items().count == before + 160)
        #expect(try office.store.verify().isSound)
    }

    @Test("Of two who act on the same version one is recorded, and the other is told by whom")
    func sameVersion() throws {
        let office = try Office()
        let path = office.path
        let references = try (0..<10).map { try office.register("赵\($0)").reference }
        let (rules, reviewer) = (office.rules, office.reviewer)
        let outcomes = Mutex((recorded: 0, conflicts: 0))
        let errors = threads(2) { _ in
            let store = try CaseStore.open(at: path)
            for reference in references {
                do {
                    try store.perform(
                        .accept(.confirmed), on: reference, by: reviewer, at: Office.morning, rules: rules)
                    outcomes.withLock { $0.recorded += 1 }
                } catch ActionError.conflict(let conflict) {
                    #expect(conflict.entries.map(\.actor) == [reviewer.id])
                    outcomes.withLock { $0.conflicts += 1 }
                }
            }
        }
        #expect(errors == [])
        #expect(outcomes.withLock { $0.recorded } == 10)
        #expect(outcomes.withLock { $0.conflicts } == 10)
    }

    @Test("Somebody who holds the lock for ever is waited for as long as the words say, and no longer")
    func busy() throws {
        let office = try Office()
        let holder = try DatabaseQueue(path: office.path)
        try holder.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let start = ContinuousClock().now
            #expect(throws: StoreError.busy(path: office.path, seconds: StoreError.patience)) {
                try Self.list("一", office.store)
            }
            let waited = ContinuousClock().now - start
            #expect(waited >= .seconds(StoreError.patience))
            // Reading goes on meanwhile.
            #expect(try office.store.items().contains("一") == false)
            try database.execute(sql: "ROLLBACK")
        }
        try Self.list("二", office.store)
        #expect(try office.store.items().last == "二")
    }
}
