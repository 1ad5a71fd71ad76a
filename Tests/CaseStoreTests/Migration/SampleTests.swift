import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Every earlier schema has a file that a program of its time could have left, and each is brought forward here.
///
/// A new step needs the sample of the version before it. This writes the samples that are missing, the one of the
/// present version with everything that the journal can tell, those between by their steps:
///
///     DAIBAN_RECORD_SAMPLES=1 swift test --filter SampleTests
///
/// With the path of a database file instead of 1, that file becomes the sample of its version.
@Suite("Samples of earlier schemas") struct SampleTests {
    private static let wish = ProcessInfo.processInfo.environment["DAIBAN_RECORD_SAMPLES"]

    @Test("Samples that are missing are written", .enabled(if: wish != nil)) func record() throws {
        if let path = Self.wish, path != "1" {
            let schema = try RecordFacts.read(path).schema
            return try SampleFile.text(of: path)
                .write(toFile: SampleFile.path(schema: schema), atomically: true, encoding: .utf8)
        }
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let kept = try SampleFile.kept()
        for schema in 1...Schema.version where !kept.contains(schema) {
            let path = "\(folder)/\(schema).db"
            if schema == Schema.version {
                try SampleOffice.make(at: path)
            } else {
                try SampleFile.make(schema: schema - 1, at: path)
                let queue = try DatabaseQueue(path: path)
                try queue.write { try Schema.apply(schema - 1, to: $0) }
                try queue.close()
            }
            let text = try SampleFile.text(of: path)
            try text.write(toFile: SampleFile.path(schema: schema), atomically: true, encoding: .utf8)
        }
    }

    @Test("There is a sample of every schema before the present one") func complete() throws {
        let missing = try Set(1..<Schema.version).subtracting(SampleFile.kept())
        #expect(missing.isEmpty, "no Samples/schema-\(missing.sorted()).sql; see SampleTests")
    }

    @Test("A sample is brought forward with every entry, verifies in full, and works on; its copy is what it was")
    func broughtForward() throws {
        for schema in try SampleFile.kept().sorted() where schema <= Schema.version {
            let folder = try temporaryFolder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let path = FileFacts.resolved(folder) + "/office.db"
            try SampleFile.make(schema: schema, at: path)
            let before = try RecordFacts.read(path)
            #expect(before.schema == schema)
            var news: [SchemaUpgrade.News] = []
            let store = try CaseStore.open(at: path) { word in
                news.append(word)
                return true
            }
            let report = try store.verify()
            #expect(report.findings.isEmpty, "schema \(schema): \(report.findings)")
            #expect(report.entries == Int(before.head.sequence) && report.cases >= 5)
            let copy = "\(path).schema-\(schema)"
            if schema < Schema.version {
                #expect(news.contains(.copied(path: copy, schema: schema)))
                #expect(news.last == .step(done: Schema.version, total: Schema.version))
                #expect(try RecordFacts.read(copy) == before)
                let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            } else {
                #expect(news.isEmpty && !FileManager.default.fileExists(atPath: copy))
            }
            // The rows of cases are those of the journal, and an open one goes on.
            let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
            let open = try #require(
                try store.list(CaseListQuery()).first { $0.state == .inReview || $0.state == .pending })
            let reviewer = Actor(try #require(try store.staff(number: "R01")))
            let now = Office.morning.advanced(minutes: 3_000)
            try store.perform(.urge, on: open.reference, by: reviewer, at: now, rules: rules)
            #expect(try store.verify().isSound, "schema \(schema)")
        }
    }

    @Test("Stopped between two steps, what was done is whole, and the next opening goes on") func stopped() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = FileFacts.resolved(folder) + "/office.db"
        try SampleFile.make(schema: 1, at: path)
        #expect(throws: StoreError.stopped(path: path)) {
            try CaseStore.open(at: path) { if case .step(2, _) = $0 { false } else { true } }
        }
        #expect(try RecordFacts.read(path).schema == 2)
        #expect(try RecordFacts.read(path + ".schema-1").schema == 1)
        #expect(try CaseStore.open(at: path).verify().isSound)
        #expect(try RecordFacts.read(path + ".schema-2").schema == 2)
    }

    @Test("Stopped while it is copied, the file is as it was, and one whole copy is made in the end")
    func stoppedCopying() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = FileFacts.resolved(folder) + "/office.db"
        try SampleFile.make(schema: 1, at: path)
        #expect(throws: StoreError.stopped(path: path)) {
            try CaseStore.open(at: path) { if case .copied = $0 { false } else { true } }
        }
        #expect(try RecordFacts.read(path).schema == 1)
        _ = try CaseStore.open(at: path)
        let copies = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".schema-") }
        #expect(copies == ["office.db.schema-1"])
    }

    @Test("Without room for the copy nothing is touched") func noRoom() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = FileFacts.resolved(folder) + "/office.db"
        try SampleFile.make(schema: 1, at: path)
        let queue = try DatabaseQueue(path: path)
        let error = #expect(throws: StoreError.self) {
            try queue.writeWithoutTransaction { database in
                try SchemaUpgrade(path: path, news: { _ in true }, room: { _ in 1_000 }).run(database)
            }
        }
        guard case .noRoom(let copy, let needed, 1_000) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(copy == path + ".schema-1" && needed > 1_000)
        #expect(try RecordFacts.read(path).schema == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("schema") } == [])
    }

    @Test("A copy of another moment with the same name is left alone") func taken() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = FileFacts.resolved(folder) + "/office.db"
        try SampleFile.make(schema: 1, at: path)
        try Data("notes".utf8).write(to: URL(fileURLWithPath: path + ".schema-1"))
        _ = try CaseStore.open(at: path)
        #expect(FileManager.default.contents(atPath: path + ".schema-1") == Data("notes".utf8))
        #expect(try RecordFacts.read(path + ".schema-1-2").schema == 1)
    }
}
