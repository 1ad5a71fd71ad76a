import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("A backup put in the record's place") struct RestoreTests {
    private static let later = Office.morning.advanced(minutes: 600)

    /// The office with a backup of one case, and one case more since.
    private func office() throws -> (Office, backup: String) {
        let office = try Office()
        try office.register("张三")
        let backup = office.folder + "/copy.sqlite"
        _ = try RecordBackup(database: office.path).write(to: backup)
        try office.register("李四")
        return (office, backup)
    }

    private func place(_ restore: RecordRestore) throws -> RestoreReport {
        try restore.place(at: Self.later, by: .office, account: "zhou")
    }

    private func restored(_ path: String) throws -> RecordRestored? {
        let store = try CaseStore.open(at: path, access: .readOnly)
        let body = try store.read { try String.fetchOne($0, sql: "SELECT body FROM journal WHERE kind = 'restored'") }
        return try body.map { try CanonicalJSON.value(RecordRestored.self, from: $0) }
    }

    private func names(_ office: Office) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: office.folder).sorted()
    }

    private func applicants(_ path: String) throws -> [String] {
        try CaseStore.open(at: path, access: .readOnly).list(CaseListQuery()).map(\.applicant).sorted()
    }

    @Test("It says beforehand what would be lost, keeps the old record whole, and tells of itself in the journal")
    func plain() throws {
        let (office, backup) = try office()
        let old = try RecordFacts.read(office.path)
        let restore = try RecordRestore(from: backup, over: office.path)
        #expect(restore.loss == .entries(1, since: Office.morning, head: old.head))
        let report = try place(restore)
        #expect(report.loss == restore.loss && report.cases == 1)
        let kept = FileFacts.resolved(office.path) + ".before-restore-20261120-190000"
        #expect(report.kept == kept)
        #expect(try applicants(office.path) == ["张*"])
        #expect(try applicants(kept) == ["张*", "李*"])
        #expect(try CaseStore.open(at: kept, access: .readOnly).verify().isSound)
        let store = try CaseStore.open(at: office.path)
        #expect(try store.verify().isSound)
        #expect(try store.lastSequence() == restore.backup.head.sequence + 1)
        let entry = try #require(try restored(office.path))
        #expect(entry.lost == 1 && entry.account == "zhou" && entry.file == "copy.sqlite")
        #expect(entry.entries == restore.backup.head.sequence && entry.oldEntries == old.head.sequence)
        #expect(entry.kept == "office.db.before-restore-20261120-190000")
        #expect(try RecordFacts.read(backup) == restore.backup)
    }

    @Test("A store that is open goes over to the new file; its first write is refused, so that the person looks again")
    func openStore() throws {
        let (office, backup) = try office()
        let feed = try ChangeFeed(path: office.path)
        let mailbox = Mailbox<ChangeFeed.Signal>()
        feed.start { mailbox.put($0) }
        defer { feed.stop() }
        _ = try place(try RecordRestore(from: backup, over: office.path))
        #expect(mailbox.take { $0 == .changed })
        #expect(try office.store.list(CaseListQuery()).map(\.applicant) == ["张*"])
        #expect(throws: StoreError.replaced(path: office.path)) { try office.register("王五") }
        try office.register("王五")
        #expect(try office.store.verify().isSound)
        #expect(try applicants(office.path) == ["张*", "王*"])
    }

    @Test("Cut off at any moment, the old or the new record stands, whole, and the next restore succeeds")
    func cutOff() throws {
        for moment in ExchangeMoment.allCases {
            let (office, backup) = try office()
            var restore: RecordRestore? = try RecordRestore(from: backup, over: office.path)
            #expect(throws: RestoreError.self) {
                _ = try restore?.place(at: Self.later, by: .office, account: "zhou") {
                    if $0 == moment { throw RecordExchange.Cut() }
                }
            }
            let isNew = [.replaced, .logRemoved].contains(moment)
            restore = nil
            let store = try CaseStore.open(at: office.path)
            #expect(try store.verify().isSound, "\(moment)")
            #expect(try store.list(CaseListQuery()).count == (isNew ? 1 : 2), "\(moment)")
            // The store that was open meanwhile says nothing of the other record.
            if isNew { #expect((try? office.store.list(CaseListQuery()))?.count != 2, "\(moment)") }
            _ = try place(try RecordRestore(from: backup, over: office.path))
            #expect(try applicants(office.path) == ["张*"], "\(moment)")
            #expect(try CaseStore.open(at: office.path).verify().isSound, "\(moment)")
            // The old record has its own name once, and no other.
            let identities = try names(office).filter {
                $0.hasPrefix("office.db") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
            }
            .map { FileFacts.identity(office.folder + "/" + $0) }
            #expect(Set(identities).count == identities.count, "\(moment)")
            #expect(try !names(office).contains { $0.contains(".part-") })
            // And each list of lost cases stands beside its record.
            let all = try names(office)
            #expect(all.allSatisfy { !$0.hasSuffix(".csv") || all.contains(String($0.dropLast(15))) }, "\(moment)")
        }
    }

    @Test("A damaged, foreign or newer backup is refused, and the record stands as it stood")
    func wrongBackups() throws {
        let (office, backup) = try office()
        let before = try RecordFacts.read(office.path)
        func header(_ place: Int, _ number: UInt32) throws {
            var data = try Data(contentsOf: URL(fileURLWithPath: backup))
            for (index, shift) in [24, 16, 8, 0].enumerated() {
                data[place + index] = UInt8(truncatingIfNeeded: number >> UInt32(shift))
            }
            try data.write(to: URL(fileURLWithPath: backup))
        }
        try header(60, 99)
        #expect(throws: RestoreError.store(.newer(path: backup, found: 99, known: Schema.version))) {
            try RecordRestore(from: backup, over: office.path)
        }
        try header(60, UInt32(Schema.version))
        try header(68, 7)
        #expect(throws: RestoreError.store(.foreign(path: backup))) {
            try RecordRestore(from: backup, over: office.path)
        }
        try header(68, UInt32(Schema.applicationID))
        let queue = try DatabaseQueue(path: backup)
        try queue.writeWithoutTransaction { try $0.execute(sql: "UPDATE cases SET village = '两河口'") }
        try queue.close()
        let error = #expect(throws: RestoreError.self) { try RecordRestore(from: backup, over: office.path) }
        guard case .unsound(backup, let report) = error else { Issue.record("\(String(describing: error))"); return }
        #expect(!report.findings.isEmpty)
        truncate(backup, 10_000)
        let damage = #expect(throws: RestoreError.self) { try RecordRestore(from: backup, over: office.path) }
        guard case .damaged(backup, _) = damage else { Issue.record("\(String(describing: damage))"); return }
        #expect(throws: RestoreError.store(.noFile(path: "/none"))) {
            try RecordRestore(from: "/none", over: office.path)
        }
        #expect(throws: RestoreError.ontoItself(path: office.path)) {
            try RecordRestore(from: office.path, over: office.path)
        }
        #expect(try RecordFacts.read(office.path) == before)
        #expect(try names(office).filter { $0.contains(".part-") || $0.contains("before-restore") } == [])
    }

    @Test("Another centre's backup needs a word of its own")
    func otherCentre() throws {
        let (office, _) = try office()
        let other = office.folder + "/other.db"
        let centre = Centre(name: "青石镇便民服务中心", prefix: "QS", offset: .china)
        _ = try CaseStore.create(at: other, centre: centre, now: Office.morning)
        #expect(throws: RestoreError.otherRecord(path: other, centre: centre.name, own: Office.centre.name)) {
            try RecordRestore(from: other, over: office.path)
        }
        let restore = try RecordRestore(from: other, over: office.path, allowingOtherRecord: true)
        guard case .diverged(let count, _, _) = restore.loss else { Issue.record("\(restore.loss)"); return }
        #expect(count == Int64(try office.entries()))
        _ = try place(restore)
        #expect(try CaseStore.open(at: office.path).centre() == centre)
    }

    @Test("Two records that were written to separately are told apart from a mere earlier state")
    func diverged() throws {
        let (office, backup) = try office()
        let store = try CaseStore.open(at: backup)
        for item in ["一", "二"] {
            try store.batch { try $0.record(.itemListed(.init(name: item)), at: Self.later, by: .office) }
        }
        let loss = try RecordRestore(from: backup, over: office.path).loss
        #expect(loss == .diverged(1, since: Office.morning, head: try RecordFacts.read(office.path).head))
    }

    @Test(
        "A record that cannot be read is kept with its log, and the backup takes its place", arguments: [true, false])
    func damaged(isText: Bool) throws {
        let (office, backup) = try office()
        let path = office.folder + "/ruin.db"
        try FileManager.default.copyItem(atPath: office.path, toPath: path)
        if isText {
            try Data(repeating: 65, count: 9_000).write(to: URL(fileURLWithPath: path))
            try Data("log".utf8).write(to: URL(fileURLWithPath: path + "-wal"))
        } else {
            truncate(path, 6_000)
        }
        let bytes = FileManager.default.contents(atPath: path)
        let restore = try RecordRestore(from: backup, over: path)
        guard case .unreadable = restore.loss else { Issue.record("\(restore.loss)"); return }
        let report = try place(restore)
        let kept = try #require(report.kept)
        #expect(FileManager.default.contents(atPath: kept) == bytes)
        if isText { #expect(FileManager.default.contents(atPath: kept + "-wal") == Data("log".utf8)) }
        #expect(try CaseStore.open(at: path).verify().isSound)
        #expect(try applicants(path) == ["张*"])
        #expect(try restored(path)?.lost == nil)
    }

    @Test("A backup takes the place of an empty file")
    func emptyFile() throws {
        let (office, backup) = try office()
        let path = office.folder + "/empty.db"
        try Data().write(to: URL(fileURLWithPath: path))
        _ = try place(try RecordRestore(from: backup, over: path))
        #expect(try CaseStore.open(at: path).verify().isSound)
        #expect(try applicants(path) == ["张*"])
    }

    @Test("A backup of an earlier schema is brought forward on its way in, and stays as it is itself")
    func earlier() throws {
        let folder = FileFacts.resolved(try temporaryFolder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let backup = folder + "/old.sqlite"
        try SampleFile.make(schema: 1, at: backup)
        let restore = try RecordRestore(from: backup, over: folder + "/office.db")
        _ = try place(restore)
        let store = try CaseStore.open(at: folder + "/office.db")
        #expect(try store.verify().isSound)
        #expect(try store.lastSequence() == restore.backup.head.sequence + 1)
        #expect(try RecordFacts.read(backup).schema == 1)
    }

    @Test("Rows that an earlier program has spelt otherwise are made anew in its restored backup, as in an opened file")
    func earlierRows() throws {
        let folder = FileFacts.resolved(try temporaryFolder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let backup = folder + "/old.sqlite"
        try SampleFile.make(schema: Schema.version - 1, at: backup)
        let queue = try DatabaseQueue(path: backup)
        try queue.write { try $0.execute(sql: "UPDATE cases SET returns = returns + 1, village = 'elsewhere'") }
        try queue.close()
        var news: [SchemaUpgrade.News] = []
        let restore = try RecordRestore(from: backup, over: folder + "/office.db") { progress in
            if case .upgrading(let word) = progress { news.append(word) }
            return true
        }
        _ = try place(restore)
        #expect(news.last == .step(done: Schema.version, total: Schema.version))
        // It is a copy already.
        #expect(news.allSatisfy { if case .copied = $0 { false } else { true } })
        let store = try CaseStore.open(at: folder + "/office.db")
        let report = try store.verify(VerificationOptions(isFull: true))
        #expect(report.isSound, "\(report.findings)")
        #expect(try store.list(CaseListQuery()).allSatisfy { $0.village != "elsewhere" })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".schema-") } == [])
    }

    @Test("A backup whose content is not of the earlier schema that it names says at which step that was seen")
    func pretendedSchema() throws {
        let (office, backup) = try office()
        let queue = try DatabaseQueue(path: backup)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 3") }
        try queue.close()
        let steps = Schema.version
        #expect(throws: RestoreError.notBroughtForward(path: backup, schema: 3, step: 4, steps: steps)) {
            try RecordRestore(from: backup, over: office.path)
        }
        #expect(try applicants(office.path) == ["张*", "李*"])
        #expect(try names(office).filter { $0.contains(".part-") } == [])
    }

    @Test("Bringing a backup forward can be stopped; the record stands as it stood")
    func earlierStopped() throws {
        let folder = FileFacts.resolved(try temporaryFolder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try SampleFile.make(schema: 1, at: folder + "/old.sqlite")
        #expect(throws: RestoreError.stopped) {
            try RecordRestore(from: folder + "/old.sqlite", over: folder + "/office.db") {
                if case .upgrading(.step(2, _)) = $0 { false } else { true }
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("office") } == [])
    }

    @Test("Where there is no record, the backup becomes it")
    func nothingThere() throws {
        let (office, backup) = try office()
        let path = office.folder + "/new.db"
        let restore = try RecordRestore(from: backup, over: path)
        #expect(restore.loss == .nothingThere)
        #expect(try place(restore).kept == nil)
        #expect(try applicants(path) == ["张*"])
    }

    @Test("Somebody who reads for long keeps the record from being replaced; nothing has happened then")
    func inUse() throws {
        let (office, backup) = try office()
        let restore = try RecordRestore(from: backup, over: office.path)
        let reader = try PlainConnection(path: office.path, .reading)
        try reader.execute("BEGIN")
        _ = try reader.rows("SELECT count(*) FROM journal")
        try office.register("王五")
        restore.patience = 20
        #expect(throws: RestoreError.inUse(path: restore.place, seconds: 0)) {
            try restore.place(at: Self.later, by: .office, account: "zhou")
        }
        #expect(try applicants(office.path).count == 3)
    }
}
