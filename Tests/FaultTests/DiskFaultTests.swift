import CaseStore
import FaultInjection
import Foundation
import Testing

@Suite("The disk fails while somebody acts")
struct DiskFaultTests {
    /// Acts again and again, the fault one step later each time, until an action does not meet it any more: what was
    /// refused is not there, what was acknowledged is, here and for another process that comes then.
    ///
    /// - Returns: how many actions were refused.
    private func everyStep(
        _ step: FaultyFolder.Step, of suffix: String = "", code: FaultyFolder.Failure, lasts: Bool = false,
        keeps: Double = 0, words: Int = 1,
        restarts: Bool = false, expects: (StoreError) -> Bool
    ) throws -> Int {
        let office = try FaultyOffice()
        try office.act()
        var refused = 0
        for number in 1... {
            if restarts { try office.reopen() }
            office.disk.fail(step, of: suffix, number: number, with: code, lasts: lasts, keeps: keeps)
            do {
                try office.act(words: words)
            } catch let error as StoreError {
                #expect(expects(error), "step \(number): \(error)")
                refused += 1
            }
            let hits = office.disk.heal()
            #expect(try office.fault(in: office.store) == nil, "step \(number)")
            #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil, "step \(number), another process")
            // The disk is well again: so is the work.
            try office.act()
            if hits == 0 { break }
            try #require(number < 200)
        }
        #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil)
        return refused
    }

    private func isFull(_ error: StoreError) -> Bool {
        if case .full = error { true } else { false }
    }

    private func isDisk(_ error: StoreError) -> Bool {
        if case .disk = error { true } else { false }
    }

    @Test(
        "It is full at any write: the action is refused with that word, and what was acknowledged stays",
        arguments: [false, true], [1, 400])
    func full(lasts: Bool, words: Int) throws {
        let refused = try everyStep(.write, code: .full, lasts: lasts, words: words, expects: isFull)
        // What is too much for one write comes in several.
        #expect(refused > (words > 1 ? 1 : 0))
    }

    @Test("It is full in the middle of a write", arguments: [0.001, 0.1, 0.5, 0.9, 0.999])
    func shortWrite(keeps: Double) throws {
        #expect(try everyStep(.write, code: .full, keeps: keeps, expects: isFull) > 0)
    }

    @Test("A write fails", arguments: [false, true], [1, 400])
    func write(lasts: Bool, words: Int) throws {
        let refused = try everyStep(.write, code: .writeError, lasts: lasts, words: words, expects: isDisk)
        #expect(refused > (words > 1 ? 1 : 0))
    }

    @Test("A sync fails: the action is refused", arguments: [false, true])
    func sync(lasts: Bool) throws {
        #expect(try everyStep(.sync, code: .syncError, lasts: lasts, expects: isDisk) > 0)
    }

    @Test("A read fails at the first action of a process: it is refused or there whole, never in part")
    func firstAction() throws {
        let office = try FaultyOffice()
        try office.act()
        var refused = 0
        for number in 1... {
            let store = try CaseStore.open(at: office.path)
            let word = "事项甲\(number)"
            office.disk.fail(.read, number: number, with: .readError)
            var isDone = false
            do {
                try store.batch { writer in
                    try writer.record(.itemListed(.init(name: word)), at: FaultyOffice.morning, by: .office)
                    try writer.record(.villageAdded(.init(name: word)), at: FaultyOffice.morning, by: .office)
                }
                isDone = true
            } catch let error as StoreError {
                #expect(isDisk(error), "read \(number): \(error)")
                refused += 1
            }
            let hits = office.disk.heal()
            let after = try CaseStore.open(at: office.path)
            let (items, villages) = (try after.items(), try after.villages())
            #expect(items.contains(word) == isDone && villages.contains(word) == isDone, "read \(number)")
            #expect(try after.verify().isSound, "read \(number)")
            if hits == 0 { break }
            try #require(number < 200)
        }
        #expect(refused > 0)
    }

    @Test("A read fails while a record is opened and worked in")
    func read() throws {
        let office = try FaultyOffice()
        try office.act()
        var failures = 0
        for number in 1... {
            office.disk.fail(.read, number: number, with: .readError)
            do {
                let store = try CaseStore.open(at: office.path)
                #expect(try store.items() == office.acknowledged)
                // SQLite's own check goes on after a page that it cannot read, and names it.
                let report = try store.verify()
                if !report.isSound {
                    let named = ["error code=266", "failed to get page", "I/O"]
                    #expect(
                        report.findings.contains { finding in named.contains { "\(finding)".contains($0) } },
                        "\(report.findings)")
                    failures += 1
                }
            } catch {
                #expect(isDisk(error), "read \(number): \(error)")
                failures += 1
            }
            if office.disk.heal() == 0 { break }
            #expect(try office.fault(in: office.store) == nil, "read \(number)")
            try #require(number < 500)
        }
        #expect(failures > 5)
    }

    @Test("It becomes read-only: nothing is written and everything can be read")
    func readOnly() throws {
        let office = try FaultyOffice()
        try office.act()
        for step in [FaultyFolder.Step.write, .truncate] {
            office.disk.fail(step, with: .readOnly, lasts: true)
        }
        #expect(throws: StoreError.readOnly(path: office.path)) { try office.act() }
        #expect(try office.fault(in: office.store) == nil)
        office.disk.heal()
        try office.act()
        #expect(try office.fault(in: office.store) == nil)
    }

    @Test("The log cannot be copied back: actions are acknowledged all the same, and none is lost")
    func copyingBack() throws {
        let office = try FaultyOffice()
        office.disk.fail(.write, of: ".db", with: .full, lasts: true)
        office.disk.fail(.sync, of: ".db", with: .syncError, lasts: true)
        for _ in 0..<250 { try office.act() }
        #expect(try office.fault(in: office.store) == nil)
        office.disk.heal()
        try office.act()
        #expect(try office.fault(in: CaseStore.open(at: office.path)) == nil)
    }

    @Test("After a sync that failed, whoever opens the files after a kill does not find the refused action")
    func refusedStaysRefused() throws {
        let office = try FaultyOffice()
        try office.act()
        office.disk.fail(.sync, of: "-wal", with: .syncError)
        #expect(throws: (any Error).self) { try office.act() }
        office.disk.heal()
        // What a process that comes after `kill -9` finds: the files without the index of the log, which it makes anew.
        let place = office.folder + "-killed"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: place) }
        for suffix in ["", "-wal"] {
            // A copy by another process: closing a descriptor here would drop SQLite's locks.
            let copy = Process()
            copy.executableURL = URL(fileURLWithPath: "/bin/cp")
            copy.arguments = [office.path + suffix, place + "/office.db" + suffix]
            try copy.run()
            copy.waitUntilExit()
        }
        #expect(try office.fault(in: CaseStore.open(at: place + "/office.db")) == nil)
    }
}
