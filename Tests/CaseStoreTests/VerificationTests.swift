import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Verification")
struct VerificationTests {
    private func findings(_ office: Office) throws -> [VerificationReport.Finding] {
        try office.store.verify().findings
    }

    /// Findings about rows without what the rows hold.
    private func places(_ office: Office) throws -> [VerificationReport.Finding] {
        try findings(office).map { finding in
            switch finding {
            case .caseDiffers(let number, let field, _): .caseDiffers(number: number, field: field, values: nil)
            case .staffDiffers(let number, let field, _): .staffDiffers(number: number, field: field, values: nil)
            default: finding
            }
        }
    }

    @Test("A record that was only worked with is sound")
    func sound() throws {
        let office = try Office()
        _ = try office.inReview()
        try office.register(dueInMinutes: nil)
        let report = try office.store.verify()
        var expected = VerificationReport(entries: try office.entries(), cases: 2)
        expected.people = try office.store.allStaff().count
        #expect(report == expected)
        #expect(report.isSound)
    }

    @Test("A changed body is found at its entry")
    func alteredBody() throws {
        let office = try Office()
        try office.register("张三")
        try office.forge("UPDATE journal SET body = replace(body, '张三', '李四') WHERE seq = 9")
        let found = try findings(office)
        #expect(found.first == .entryAltered(sequence: 9))
        // The names themselves are nobody's business here.
        #expect(found.contains(.caseDiffers(number: "YX261120-0001", field: "applicant", values: nil)))
    }

    @Test("An entry that was forged together with its hash breaks the chain behind it")
    func forgedHash() throws {
        let office = try Office()
        try office.register()
        let entry = try office.store.read { database in
            try Row.fetchOne(database, sql: "SELECT \(JournalEntry.columns) FROM journal WHERE seq = 4")
        }
        var forged = try JournalEntry(row: #require(entry))
        forged.at = forged.at.advanced(minutes: 1)
        let hash = forged.hash().map { String(format: "%02x", $0) }.joined()
        try office.forge(
            "UPDATE journal SET at = \(forged.at.milliseconds), hash = x'\(hash)' WHERE seq = 4")
        #expect(try findings(office) == [.chainBroken(sequence: 5)])
    }

    @Test("A missing entry is named")
    func gap() throws {
        let office = try Office()
        let value = try office.inReview()
        try office.forge("DELETE FROM journal WHERE seq = 10")
        let found = try places(office)
        #expect(found.first == .entryMissing(sequence: 10))
        #expect(found.contains(.caseDiffers(number: value.number, field: "version", values: nil)))
    }

    @Test("A deleted end of the journal shows in the rows that know more")
    func truncated() throws {
        let office = try Office()
        let value = try office.inReview()
        try office.forge("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        let found = try findings(office)
        let versions = FieldValues(
            expected: .number(Int64(value.version) - 1), found: .number(Int64(value.version)))
        #expect(found.contains(.caseDiffers(number: value.number, field: "version", values: versions)))
        #expect(try places(office).contains(.caseDiffers(number: value.number, field: "state", values: nil)))
    }

    @Test("Who writes behind a journal whose end was cut off is told so, and nothing is written")
    func writingBehindACut() throws {
        let office = try Office()
        try office.register()
        let last = try office.entries()
        try office.forge("DELETE FROM journal WHERE seq = \(last)")
        let store = try CaseStore.open(at: office.path)
        #expect {
            _ = try store.batch { writer in
                try writer.register(
                    office.intake("张三"), source: nil, acceptance: nil, at: Office.morning, by: office.wang.id)
            }
        } throws: {
            "\($0)".contains("outOfStep")
        }
        #expect(try office.entries() == last - 1)
    }

    @Test(
        "A changed row is found with its column",
        arguments: [
            ("cases SET state = 'approved'", "state"), ("cases SET due_at = 1", "due_at"),
            ("cases SET applicant = '李四'", "applicant"), ("cases SET holder = NULL", "holder"),
        ])
    func alteredRow(_ change: String, _ field: String) throws {
        let office = try Office()
        let value = try office.register("张三")
        try office.tamper("UPDATE \(change)")
        #expect(try places(office) == [.caseDiffers(number: value.number, field: field, values: nil)])
    }

    @Test("Rows that are missing, too many or changed elsewhere are found")
    func otherRows() throws {
        let office = try Office()
        let value = try office.register()
        try office.tamper(
            """
            PRAGMA foreign_keys = OFF;
            INSERT INTO staff SELECT 99, 'X99', name, role, village, 1, presence, NULL, body FROM staff LIMIT 1;
            DELETE FROM cases; UPDATE staff SET name = '某' WHERE id = 2; DELETE FROM staff WHERE id = 3;
            UPDATE centre SET prefix = 'ZZ'; DELETE FROM villages WHERE position = 1
            """)
        #expect(
            try places(office) == [
                .caseMissing(number: value.number), .staffDiffers(number: "A02", field: "name", values: nil),
                .staffMissing(number: "R01"), .staffExtra(number: "X99"), .centreDiffers(field: "prefix"),
                .centreDiffers(field: "villages"),
            ])
    }

    @Test("A journal without its guards is reported")
    func guards() throws {
        let office = try Office()
        try office.tamper("DROP TRIGGER journal_refuses_delete")
        #expect(try findings(office) == [.guardMissing(name: "journal_refuses_delete")])
    }

    @Test(
        "A record without a journal, or with one of another shape, is a finding and no error",
        arguments: ["DROP TABLE journal", "ALTER TABLE journal RENAME COLUMN body TO text"])
    func withoutJournal(_ sql: String) throws {
        let office = try Office()
        try office.tamper(sql)
        let found = try CaseStore.verify(at: office.path, VerificationOptions(isFull: true)).findings
        #expect(found.contains(.schemaDiffers(name: "journal")), "\(found)")
    }

    @Test(
        "Tables, indexes and triggers that are gone, altered or strange are named",
        arguments: [
            ("DROP INDEX cases_in_review", VerificationReport.Finding.schemaDiffers(name: "cases_in_review")),
            (
                """
                DROP TRIGGER journal_refuses_update;
                CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal BEGIN SELECT 1; END
                """, .schemaDiffers(name: "journal_refuses_update")
            ),
            (
                "CREATE TRIGGER quiet AFTER INSERT ON journal BEGIN DELETE FROM villages; END",
                .schemaExtra(name: "quiet")
            ),
        ])
    func schema(_ change: String, _ finding: VerificationReport.Finding) throws {
        let office = try Office()
        try office.tamper(change)
        #expect(try findings(office) == [finding])
    }

    @Test("A case whose registration is gone is named")
    func registrationGone() throws {
        let office = try Office()
        let value = try office.inReview()
        try office.forge("DELETE FROM journal WHERE seq = 9")
        let found = try findings(office)
        #expect(found.first == .entryMissing(sequence: 9))
        #expect(found.contains(.registrationMissing(id: value.id, number: value.number)))
    }

    @Test("An entry of a kind that this program does not know is named and does not stop the rest")
    func unknownKind() throws {
        let office = try Office()
        try office.register()
        try office.forge("UPDATE journal SET kind = 'teleported' WHERE seq = 9")
        #expect(
            try findings(office) == [
                .entryAltered(sequence: 9), .entryUnknown(sequence: 9, kind: "teleported"),
            ])
    }

    @Test("It tells how far it is and stops when asked")
    func progress() throws {
        let office = try Office()
        try office.store.batch { writer in
            for index in 0..<1_500 {
                try writer.record(.itemListed(.init(name: "事项\(index)")), at: Office.morning, by: .office)
            }
        }
        var told: [VerificationProgress] = []
        let stopped = try office.store.verify { progress in
            told.append(progress)
            return false
        }
        #expect(told == [VerificationProgress(done: 0, total: 2 * (try office.entries()))])
        #expect(stopped.wasStopped)
        #expect(!stopped.isSound)
    }

    @Test("A guard that was taken away and put back otherwise is named")
    func weakGuard() throws {
        let office = try Office()
        try office.tamper(
            """
            DROP TRIGGER journal_refuses_delete;
            CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal WHEN OLD.seq < 3
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
            """)
        #expect(try findings(office) == [.schemaDiffers(name: "journal_refuses_delete")])
    }

    @Test("Another spelling of the same body is a difference only when everything is looked at")
    func spelling() throws {
        let office = try Office()
        try office.tamper("UPDATE staff SET body = replace(body, ',\"', ', \"') WHERE id = 2")
        #expect(try findings(office).isEmpty)
        let full = try office.store.verify(VerificationOptions(isFull: true))
        #expect(full.findings == [.staffDiffers(number: "A02", field: "body", values: nil)])
    }

    @Test("Clocks that are missing, altered, or of no case are found")
    func clocks() throws {
        let office = try Office()
        let value = try office.register()
        try office.tamper(
            """
            PRAGMA foreign_keys = OFF;
            INSERT INTO clocks SELECT 99, position, kind, rule, start, due, warn_at, is_provisional, is_stopped, \
            has_pauses, attention_at FROM clocks LIMIT 1;
            UPDATE clocks SET due = due + 1 WHERE case_id = \(value.id.value)
            """)
        #expect(
            try findings(office) == [
                .caseDiffers(number: value.number, field: "clocks", values: nil), .clockExtra(id: CaseID(99)),
            ])
    }

    @Test("What follows from the rows is compared when everything is looked at")
    func derived() throws {
        let office = try Office()
        try office.register()
        try office.tamper("CREATE TABLE villages_counted (count INTEGER); INSERT INTO villages_counted VALUES (4)")
        var options = VerificationOptions(isFull: true)
        options.derived = [VillageCount.self]
        let extra = VerificationReport.Finding.schemaExtra(name: "villages_counted")
        #expect(
            try office.store.verify(options).findings == [
                extra, .derivedDiffers(table: "village count", .other("4 instead of 3")),
            ])
        options.isFull = false
        #expect(try office.store.verify(options).findings == [extra])
        _ = try office.store.rebuild(
            RebuildRequest(person: "R01", reason: "数错了"), at: Office.morning, derived: [VillageCount.self]
        ) { _ in true }
        options.isFull = true
        #expect(try office.store.verify(options).findings == [extra])
    }

    /// A counter of villages.
    private enum VillageCount: DerivedTable {
        static let name = "village count"
        static let tables = ["villages_counted"]

        static func rebuild(in database: Database, step: () throws -> Void) throws {
            try step()
            try database.execute(sql: "UPDATE villages_counted SET count = (SELECT count(*) FROM villages)")
        }

        static func differences(in database: Database, step: () throws -> Void) throws -> [DerivedDifference] {
            try step()
            let stored = try Int.fetchOne(database, sql: "SELECT count FROM villages_counted") ?? 0
            let counted = try Int.fetchOne(database, sql: "SELECT count(*) FROM villages") ?? 0
            return stored == counted ? [] : [.other("\(stored) instead of \(counted)")]
        }
    }

    @Test("A chain of many pieces is one chain: each finding is told once and in order", arguments: [1, 2, 4])
    func pieces(_ threads: Int) throws {
        let office = try Office()
        let count = Int(ChainCheck.length) * 2 + 100
        try office.store.batch { writer in
            for index in 0..<count {
                try writer.record(.villageAdded(.init(name: "村\(index % 7)")), at: Office.morning, by: .office)
            }
        }
        let edge = ChainCheck.length
        try office.forge(
            """
            UPDATE journal SET at = at + 1 WHERE seq IN (\(edge), \(2 * edge + 1));
            DELETE FROM journal WHERE seq BETWEEN \(edge + 10) AND \(edge + 12) OR seq = \(2 * edge)
            """)
        var options = VerificationOptions()
        options.threads = threads
        let report = try office.store.verify(options)
        let expected: [VerificationReport.Finding] = [
            .entryAltered(sequence: edge), .entryMissing(sequence: edge + 10), .entryMissing(sequence: 2 * edge),
            .entryAltered(sequence: 2 * edge + 1),
        ]
        #expect(report.findings == expected)
        #expect(report.entries == count + 8 - 4)
    }

    @Test("Stopped in the middle it says so and is not sound")
    func stoppedInTheMiddle() throws {
        let office = try Office()
        _ = try office.inReview()
        var told = 0
        let report = try office.store.verify { _ in
            told += 1
            return told < 3
        }
        #expect(report.wasStopped)
        #expect(!report.isSound)
    }
}
