import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Opening and founding a record")
struct OpeningTests {
    @Test("A disk that the system has made read-only is told as that, not as one that failed")
    func readOnlyDisk() throws {
        let office = try Office()
        let error = DatabaseError(resultCode: .SQLITE_IOERR, message: "disk I/O error")
        #expect(StoreError(error, path: office.path) { _ in true } == .readOnly(path: office.path))
        #expect(StoreError(error as any Error, path: office.path) == .disk(path: office.path, detail: "disk I/O error"))
        #expect(!FileFacts.isOnReadOnlyDisk(office.path))
    }

    @Test("A file is the same by any of its names and after any write, and another one in its place is not")
    func identity() throws {
        let office = try Office()
        let (file, link, other) = (office.folder + "/one", office.folder + "/link", office.folder + "/other")
        for path in [file, other] { try Data("1".utf8).write(to: URL(fileURLWithPath: path)) }
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        let before = try #require(FileFacts.identity(file))
        #expect(FileFacts.identity(link) == before)
        #expect(FileFacts.identity(other) != before)
        var facts = stat()
        #expect(stat(file, &facts) == 0 && UInt64(facts.st_ino) == before.inode)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.write(contentsOf: Data("2".utf8))
        try handle.close()
        #expect(FileFacts.identity(file) == before)
        #expect(rename(other, file) == 0)
        #expect(FileFacts.identity(file) != before)
        #expect(FileFacts.identity(other) == nil)
    }

    @Test("A founded record knows its centre, villages, items and people")
    func founded() throws {
        let office = try Office()
        let again = try CaseStore.open(at: office.path)
        #expect(try again.centre() == Office.centre)
        #expect(try again.villages() == ["石门垭", "两河口", "Old_Mill"])
        #expect(try again.items() == ["城乡居民养老参保"])
        #expect(try again.staff(number: "A01") == office.zhou)
        #expect(try again.staff(role: .agent).map(\.number) == ["A01", "A02"])
        #expect(try again.allStaff().count == 3)
    }

    @Test("Founding never touches a file that exists and leaves nothing beside it")
    func occupied() throws {
        let office = try Office()
        #expect(throws: StoreError.alreadyExists(path: office.path)) {
            try CaseStore.create(at: office.path, centre: Office.centre, now: Office.morning)
        }
        #expect(try office.store.centre() == Office.centre)
        let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
        #expect(Set(names).isSubset(of: ["office.db", "office.db-wal", "office.db-shm"]))
    }

    @Test("A record is its owner's alone, also its log, and the remains of a founding that died do not matter")
    func privacy() throws {
        let path = try temporaryFolder() + "/office.db"
        let draft = "\(path).new-\(getpid())"
        for suffix in ["", "-wal", "-journal"] {
            _ = FileManager.default.createFile(atPath: draft + suffix, contents: Data("old".utf8))
        }
        let store = try CaseStore.create(at: path, centre: Office.centre, now: Office.morning)
        try store.batch { try $0.record(.itemListed(.init(name: "低保")), at: Office.morning, by: .office) }
        for suffix in ["", "-wal", "-shm"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(suffix)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: FileFacts.folder(of: path)).count == 3)
    }

    @Test("Founding beside the left-over log of another database is refused")
    func orphanedLog() throws {
        let folder = try temporaryFolder()
        let path = folder + "/office.db"
        _ = FileManager.default.createFile(atPath: path + "-wal", contents: Data("old".utf8))
        #expect(throws: StoreError.alreadyExists(path: path + "-wal")) {
            try CaseStore.create(at: path, centre: Office.centre, now: Office.morning)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A folder that is not there, or that cannot be written, is named")
    func folders() throws {
        #expect(throws: StoreError.noFolder(path: "/nowhere/at/all")) {
            try CaseStore.create(at: "/nowhere/at/all/office.db", centre: Office.centre, now: Office.morning)
        }
        guard geteuid() != 0 else { return }
        let folder = try temporaryFolder()
        chmod(folder, 0o555)
        defer { chmod(folder, 0o755) }
        #expect(throws: StoreError.readOnly(path: folder)) {
            try CaseStore.create(at: folder + "/office.db", centre: Office.centre, now: Office.morning)
        }
    }

    @Test("A missing file, a folder and a text file are told apart")
    func noDatabase() throws {
        let folder = try temporaryFolder()
        #expect(throws: StoreError.notFound(path: folder + "/none.db")) {
            try CaseStore.open(at: folder + "/none.db")
        }
        #expect(throws: StoreError.notADatabase(path: folder)) { try CaseStore.open(at: folder) }
        let text = folder + "/letter.txt"
        try String(repeating: "Dear centre, ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.notADatabase(path: text)) { try CaseStore.open(at: text) }
    }

    @Test("Somebody else's database is refused and stays as it was")
    func foreign() throws {
        let path = try temporaryFolder() + "/other.db"
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
        try other.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreError.foreign(path: path)) { try CaseStore.open(at: path) }
        #expect(throws: StoreError.foreign(path: path)) { try CaseStore.open(at: path, access: .readOnly) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: FileFacts.folder(of: path)) == ["other.db"])
    }

    @Test("Opening somebody else's database makes no files beside it and leaves its log as it is")
    func foreignInUse() throws {
        let path = try temporaryFolder() + "/other's #1?.db"
        let other = try DatabasePool(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
        try other.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try other.write { try $0.execute(sql: "INSERT INTO t VALUES (1)") }
        // As it lies there after a crash: the log holds what the file does not.
        let folder = try temporaryFolder()
        let copy = folder + "/other's #1?.db"
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
        }
        let before = try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: copy + $0)) }
        #expect(throws: StoreError.foreign(path: copy)) { try CaseStore.open(at: copy) }
        #expect(throws: StoreError.foreign(path: copy)) { try CaseStore.open(at: copy, access: .readOnly) }
        #expect(throws: StoreError.foreign(path: copy)) { try ChangeFeed(path: copy) }
        #expect(try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: copy + $0)) } == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }

    @Test("An empty file is not ours")
    func empty() throws {
        let path = try temporaryFolder() + "/empty.db"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        #expect(throws: StoreError.foreign(path: path)) { try CaseStore.open(at: path) }
    }

    @Test("A record of a newer Daiban is refused with both versions")
    func newer() throws {
        let office = try Office()
        try office.tamper("PRAGMA user_version = 99")
        #expect(throws: StoreError.newer(path: office.path, found: 99, known: Schema.version)) {
            try CaseStore.open(at: office.path)
        }
    }

    @Test("A record whose first page is damaged is corrupt or no database, never a crash")
    func corrupt() throws {
        let office = try Office()
        try office.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        let copy = office.folder + "/copy.db"
        try FileManager.default.copyItem(atPath: office.path, toPath: copy)
        let handle = try #require(FileHandle(forUpdatingAtPath: copy))
        try handle.seek(toOffset: 100)
        try handle.write(contentsOf: Data(repeating: 0x5A, count: 3_000))
        try handle.close()
        let error = #expect(throws: StoreError.self) { try CaseStore.open(at: copy) }
        switch error {
        case .corrupt(let path, _): #expect(path == copy)
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test("A read-only store reads and refuses every write")
    func readOnly() throws {
        let office = try Office()
        let value = try office.register()
        let wall = try CaseStore.open(at: office.path, access: .readOnly)
        #expect(try wall.detail(of: value.id)?.case == value)
        #expect(throws: ActionError.store(.readOnly(path: office.path))) {
            try wall.perform(
                .accept(.confirmed), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        }
        #expect(throws: StoreError.readOnly(path: office.path)) { try wall.batch { _ in } }
    }

    @Test("Every commit waits for the disk")
    func durability() throws {
        let office = try Office()
        let (journal, synchronous) = try office.store.pool.writeWithoutTransaction { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            )
        }
        #expect(journal == "wal")
        #expect(synchronous == 2)
    }
}
