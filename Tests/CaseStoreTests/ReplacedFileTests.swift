import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("A file that is taken away or replaced while it is open")
struct ReplacedFileTests {
    /// Two villages more than the office has: another record of the same kind, whole in one file.
    private func backup(of office: Office) throws -> String {
        let path = office.folder + "/backup.db"
        let other = try Office()
        try other.register("王杰")
        try other.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
        return path
    }

    /// As `mv` does.
    private func move(_ from: String, to: String) {
        #expect(rename(from, to) == 0)
    }

    private func removeLog(_ office: Office) {
        for suffix in ["-wal", "-shm"] { unlink(office.path + suffix) }
    }

    private func list(_ item: String, _ store: CaseStore) throws {
        try store.batch { try $0.record(.itemListed(.init(name: item)), at: Office.morning, by: .office) }
    }

    @Test("Reading goes on in the new file; the first write is refused, so that the person looks again")
    func replaced() throws {
        let office = try Office()
        let backup = try backup(of: office)
        removeLog(office)
        move(backup, to: office.path)
        #expect(throws: StoreError.replaced(path: office.path)) { try list("一", office.store) }
        #expect(try office.store.list(CaseListQuery()).map(\.applicant) == ["王*"])
        try list("二", office.store)
        #expect(try CaseStore.open(at: office.path).items().last == "二")
    }

    @Test("A file of an earlier schema that takes the place is told of, not brought forward behind everybody's back")
    func earlier() throws {
        let office = try Office()
        let old = office.folder + "/old.db"
        try SampleFile.make(schema: 1, at: old)
        removeLog(office)
        move(old, to: office.path)
        let error = StoreError.older(path: office.path, found: 1, known: Schema.version)
        #expect(throws: error) { try office.store.items() }
        #expect(throws: error) { try list("一", office.store) }
        // Whoever opens it hears how it is brought forward; then it is the record.
        _ = try CaseStore.open(at: office.path)
        _ = try office.store.items()
    }

    @Test("Also a write after the new file was read is refused once")
    func replacedAndRead() throws {
        let office = try Office()
        let backup = try backup(of: office)
        removeLog(office)
        move(backup, to: office.path)
        #expect(try office.store.list(CaseListQuery()).count == 1)
        #expect(throws: StoreError.replaced(path: office.path)) { try list("一", office.store) }
        try list("二", office.store)
        #expect(try office.store.items().suffix(1) == ["二"])
        #expect(try office.store.verify().isSound)
    }

    @Test("An action during which the file is replaced is not acknowledged")
    func duringWrite() throws {
        let office = try Office()
        let backup = try backup(of: office)
        #expect(throws: StoreError.replaced(path: office.path)) {
            try office.store.batch { writer in
                try writer.record(.itemListed(.init(name: "一")), at: Office.morning, by: .office)
                removeLog(office)
                move(backup, to: office.path)
            }
        }
        #expect(try office.store.items().contains("一") == false)
    }

    @Test("A file that is gone takes no action, and is the record again when it is back")
    func gone() throws {
        let office = try Office()
        move(office.path, to: office.folder + "/away")
        #expect(throws: StoreError.notFound(path: office.path)) { try list("一", office.store) }
        #expect(throws: StoreError.notFound(path: office.path)) { try office.store.items() }
        move(office.folder + "/away", to: office.path)
        try list("二", office.store)
        #expect(try office.store.items().last == "二")
    }

    @Test("Another database beside the log of the old one is not opened: two records would be mixed")
    func entangled() throws {
        let office = try Office()
        try office.register()
        let backup = try backup(of: office)
        move(backup, to: office.path)
        #expect(throws: StoreError.replaced(path: office.path)) { try office.store.items() }
        #expect(throws: StoreError.replaced(path: office.path)) { try list("一", office.store) }
        // What the message asks for.
        removeLog(office)
        #expect(try office.store.list(CaseListQuery()).map(\.applicant) == ["王*"])
    }

    @Test("Nothing is acknowledged into a log that was deleted")
    func logDeleted() throws {
        let office = try Office()
        try office.register()
        unlink(office.path + "-wal")
        #expect(throws: StoreError.replaced(path: office.path)) { try list("一", office.store) }
    }

    @Test("Letting go of a replaced file leaves the log of the new one alone")
    func closing() throws {
        let office = try Office()
        let backup = try backup(of: office)
        var first: CaseStore? = try CaseStore.open(at: office.path)
        _ = try first?.items()
        removeLog(office)
        move(backup, to: office.path)
        let second = try CaseStore.open(at: office.path)
        try list("新", second)
        first = nil
        #expect(FileManager.default.fileExists(atPath: office.path + "-wal"))
        #expect(try CaseStore.open(at: office.path).items().last == "新")
    }

    @Test("A symbolic link that is turned to another record is followed, by the store and by the feed")
    func link() throws {
        let office = try Office()
        let other = try Office()
        try other.register("王杰")
        let path = office.folder + "/link.db"
        #expect(symlink(office.path, path) == 0)
        let store = try CaseStore.open(at: path)
        let feed = try ChangeFeed(path: path)
        let mailbox = Mailbox<ChangeFeed.Signal>()
        feed.start { mailbox.put($0) }
        defer { feed.stop() }
        #expect(symlink(other.path, path + ".new") == 0)
        move(path + ".new", to: path)
        #expect(mailbox.take { $0 == .changed })
        #expect(try store.list(CaseListQuery()).map(\.applicant) == ["王*"])
        // Commits of the other record are told, before the fallback would.
        try other.register()
        #expect(mailbox.take(within: 0.5) { $0 == .changed })
    }

    @Test("The feed's word that the file changed leads to the new file's content")
    func feed() throws {
        let office = try Office()
        let backup = try backup(of: office)
        let feed = try ChangeFeed(path: office.path)
        let mailbox = Mailbox<ChangeFeed.Signal>()
        feed.start { mailbox.put($0) }
        defer { feed.stop() }
        removeLog(office)
        move(backup, to: office.path)
        var seen: [String] = []
        for _ in 0..<20 where seen != ["王*"] {
            guard mailbox.take(where: { $0 == .changed }) else { break }
            let page = try? office.desk(.pending, QueueRequest(limit: 5))
            seen = page?.rows.map(\.applicant) ?? []
        }
        #expect(seen == ["王*"])
    }
}
