import CaseStore
import FaultInjection
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("The plug is pulled")
struct PowerLossTests {
    /// Works, with the log copied back in the middle, and pulls the plug before every single step of the disk.
    private func faults(
        synchronous: String? = nil, ignoresSyncs: Bool = false, lucks: [(Int) -> PowerCut.Luck]
    ) throws -> (faults: [String], cuts: Int) {
        let office = try FaultyOffice(watchesPower: true, ignoresSyncs: ignoresSyncs)
        if let synchronous {
            try office.store.pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = \(synchronous)")
            }
        }
        for round in 0..<9 {
            try office.act()
            if round % 3 == 2 {
                let kind: Database.CheckpointMode = round == 5 ? .truncate : .restart
                _ = try office.store.pool.writeWithoutTransaction { try $0.checkpoint(kind) }
            }
        }
        let cuts = office.disk.cuts
        var faults: [String] = []
        for (index, cut) in cuts.enumerated() {
            for (turn, luck) in lucks.enumerated() {
                // A place for each: the connections to the one before may still be closing, which takes away the log that
                // stands under their path.
                let place = "\(office.folder)-cut-\(index)-\(turn)"
                defer { try? FileManager.default.removeItem(atPath: place) }
                try cut.restore(to: place, luck: luck(index))
                let expected = Array(office.acknowledged.prefix(cut.mark))
                do {
                    let store = try CaseStore.open(at: place + "/office.db")
                    let fault = try FaultyOffice.fault(in: store, expected: expected, mayHoldNext: true)
                    if let fault { faults.append("cut \(index) after \(cut.mark) actions: \(fault)") }
                } catch {
                    faults.append("cut \(index) after \(cut.mark) actions: \(error)")
                }
            }
        }
        return (faults, cuts.count)
    }

    @Test("Every acknowledged action is there, whatever of the rest the disk has kept")
    func everythingAcknowledged() throws {
        let (faults, cuts) = try faults(
            lucks: [{ _ in .nothingSurvives }, { .chance(seed: UInt64($0)) }, { _ in .everythingSurvives }])
        #expect(faults.isEmpty, "\(faults.count) faults: \(faults.prefix(3))")
        #expect(cuts > 60)
    }

    @Test("A record that syncs less loses actions in this test: it can fail", arguments: ["NORMAL", "OFF"])
    func lessSynchronous(mode: String) throws {
        let (faults, _) = try faults(synchronous: mode, lucks: [{ _ in .nothingSurvives }])
        #expect(faults.contains { $0.contains("lost") }, "\(faults.prefix(3))")
    }

    @Test("A disk that says it has synced and has not loses them too: nothing can be done about that one")
    func lyingDisk() throws {
        let (faults, _) = try faults(ignoresSyncs: true, lucks: [{ _ in .nothingSurvives }])
        #expect(faults.contains { $0.contains("lost") })
    }

    @Test("Each commit writes to the log, syncs it, and is acknowledged only then")
    func order() throws {
        let office = try FaultyOffice()
        for round in 0..<5 {
            let before = office.disk.asked.count
            try office.act()
            let log = office.disk.asked.dropFirst(before).filter { $0.file.hasSuffix("-wal") && $0.step != .read }
            // All pages in one; the first action also begins the log.
            if round > 0 { #expect(log.map(\.step) == [.write, .sync]) }
            #expect(log.map(\.step).contains(.write))
            #expect(log.last?.step == .sync)
        }
    }

    @Test("A sync that failed is not taken for done, also not by the commits after it")
    func failedSync() throws {
        let office = try FaultyOffice(watchesPower: true)
        try office.act()
        office.disk.fail(.sync, of: "-wal", with: .syncError)
        #expect(throws: (any Error).self) { try office.act() }
        #expect(office.disk.heal() == 1)
        for _ in 0..<3 { try office.act() }
        let cut = try #require(office.disk.cuts.last)
        let lucks = [PowerCut.Luck.nothingSurvives, .chance(seed: 1), .chance(seed: 2), .everythingSurvives]
        for (turn, luck) in lucks.enumerated() {
            let place = "\(office.folder)-cut-\(turn)"
            defer { try? FileManager.default.removeItem(atPath: place) }
            try cut.restore(to: place, luck: luck)
            let store = try CaseStore.open(at: place + "/office.db")
            #expect(try office.fault(in: store) == nil)
        }
    }
}
