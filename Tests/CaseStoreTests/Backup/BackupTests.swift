import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("A backup of a record") struct BackupTests {
    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func leftovers(_ office: Office) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: office.folder)
            .filter { $0.contains(".part-") || $0.hasPrefix("copy") }.sorted()
    }

    @Test("It is one file for its owner only, sound, and as far as the record was; nothing else is left")
    func plain() throws {
        let office = try Office()
        let case1 = try office.inReview()
        let target = office.folder + "/copy.sqlite"
        let report = try RecordBackup(database: office.path).write(to: target)
        #expect(report.path == target && report.cases == 1)
        #expect(report.facts == (try RecordFacts.read(office.path)))
        #expect(report.facts.head.sequence == (try office.store.lastSequence()))
        #expect(report.facts.prefix == "YX" && report.facts.schema == Schema.version)
        #expect(try mode(target) == 0o600)
        #expect(try leftovers(office) == ["copy.sqlite"])
        let copy = try CaseStore.open(at: target, access: .readOnly)
        #expect(try copy.verify().isSound)
        #expect(try copy.detail(of: case1.id)?.case == case1)
    }

    @Test("All that was acknowledged before it began is in it, however many write meanwhile")
    func whileOthersWrite() throws {
        let office = try Office()
        for index in 0..<30 { try office.register("李\(index)") }
        let stop = Atomic(false)
        let group = DispatchGroup()
        for writer in 0..<3 {
            // Each with connections of its own, as a process has.
            let store = try CaseStore.open(at: office.path)
            let queue = DispatchQueue(label: "writer \(writer)")
            queue.async(group: group) {
                var count = 0
                while !stop.load(ordering: .relaxed), count < 2_000 {
                    count += 1
                    try? store.batch {
                        try $0.record(.itemListed(.init(name: "\(writer)-\(count)")), at: Office.morning, by: .office)
                    }
                }
            }
        }
        defer {
            stop.store(true, ordering: .relaxed)
            group.wait()
        }
        for round in 0..<3 {
            let before = try office.store.lastSequence()
            let report = try RecordBackup(database: office.path).write(to: "\(office.folder)/copy\(round)")
            #expect(report.facts.head.sequence >= before)
            #expect(try CaseStore.open(at: report.path, access: .readOnly).lastSequence() == report.facts.head.sequence)
        }
    }

    @Test("A name that is taken is refused and what is there stays")
    func taken() throws {
        let office = try Office()
        let target = office.folder + "/copy"
        try Data("notes".utf8).write(to: URL(fileURLWithPath: target))
        #expect(throws: BackupError.store(.alreadyExists(path: target))) {
            try RecordBackup(database: office.path).write(to: target)
        }
        #expect(FileManager.default.contents(atPath: target) == Data("notes".utf8))
    }

    @Test("It is never made onto the record itself or its log", arguments: ["", "-wal", "-shm", "-journal"])
    func ontoItself(suffix: String) throws {
        let office = try Office()
        // By another way to the same folder.
        let target = office.folder + "/../" + office.folder.split(separator: "/").last! + "/office.db" + suffix
        #expect(throws: BackupError.ontoItself(path: target)) {
            try RecordBackup(database: office.path).write(to: target)
        }
        #expect(try office.store.verify().isSound)
    }

    @Test("A folder that is not there, or takes no files, is told")
    func unwritable() throws {
        let office = try Office()
        #expect(throws: BackupError.store(.noFolder(path: office.folder + "/no"))) {
            try RecordBackup(database: office.path).write(to: office.folder + "/no/copy")
        }
        #expect(throws: BackupError.self) { try RecordBackup(database: office.path).write(to: "/proc/copy") }
    }

    @Test("A disk that fills up half-way is told, and nothing is left")
    func full() throws {
        let office = try Office()
        for index in 0..<200 { try office.register("李\(index)") }
        #expect(throws: BackupError.store(.full(path: office.folder + "/copy"))) {
            try RecordBackup(database: office.path).write(to: office.folder + "/copy", room: 20) { _ in true }
        }
        #expect(try leftovers(office) == [])
    }

    @Test("Stopped while copying or verifying, nothing is left")
    func stopped() throws {
        let office = try Office()
        try office.register()
        let backup = RecordBackup(database: office.path)
        #expect(throws: BackupError.stopped) { try backup.write(to: office.folder + "/copy") { _ in false } }
        try office.store.batch { writer in
            for index in 0..<1_100 {
                try writer.record(.itemListed(.init(name: "\(index)")), at: Office.morning, by: .office)
            }
        }
        #expect(throws: BackupError.stopped) {
            try backup.write(to: office.folder + "/copy") { if case .verifying = $0 { false } else { true } }
        }
        #expect(try leftovers(office) == [])
    }

    @Test("What a killed backup has left is cleared by the next one; what one at work has is not")
    func killed() throws {
        let office = try Office()
        let target = office.folder + "/copy"
        let dead = target + ".part-4"
        try Data("half".utf8).write(to: URL(fileURLWithPath: dead))
        try Data().write(to: URL(fileURLWithPath: dead + "-journal"))
        let notOurs = target + ".part-of-a-report"
        try Data("notes".utf8).write(to: URL(fileURLWithPath: notOurs))
        let atWork = try FileDraft(for: office.folder + "/copy2")
        _ = try RecordBackup(database: office.path).write(to: target)
        FileDraft.clearLeftovers(of: office.folder + "/copy2")
        #expect(try leftovers(office) == ["copy", "copy.part-of-a-report", "copy2.part-\(getpid())"])
        withExtendedLifetime(atWork) {}
    }

    @Test("A record that is not sound gives a copy under a telling name, and the finding")
    func unsound() throws {
        let office = try Office()
        try office.register()
        try office.tamper(
            "DROP TRIGGER journal_refuses_update; UPDATE journal SET body = replace(body, '张三', '李四')")
        let kept = office.folder + "/copy.unsound"
        let error = #expect(throws: BackupError.self) {
            try RecordBackup(database: office.path).write(to: office.folder + "/copy")
        }
        guard case .unsound(kept, let report) = error else { Issue.record("\(String(describing: error))"); return }
        #expect(report.findings.contains(.guardMissing(name: "journal_refuses_update")))
        #expect(try leftovers(office) == ["copy.unsound"])
    }

    @Test("What is not a record is told apart")
    func others() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(throws: BackupError.store(.notFound(path: folder + "/none"))) {
            try RecordBackup(database: folder + "/none").write(to: folder + "/copy")
        }
        let queue = try DatabaseQueue(path: folder + "/other.db")
        try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
        try queue.close()
        #expect(throws: BackupError.store(.foreign(path: folder + "/other.db"))) {
            try RecordBackup(database: folder + "/other.db").write(to: folder + "/copy")
        }
    }
}
