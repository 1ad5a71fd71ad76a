import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Verification")
struct VerificationTests {
    /// What an administrator does who knows about the guards.
    private func forge(_ office: Office, _ sql: String) throws {
        let guards = try office.store.read { database in
            try String.fetchAll(
                database, sql: "SELECT sql FROM sqlite_schema WHERE name LIKE 'journal_refuses_%e' ORDER BY name")
        }
        try #require(guards.count == 2)
        try office.tamper(
            """
            DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete;
            \(sql);
            \(guards.joined(separator: ";\n"));
            """)
    }

    private func findings(_ office: Office) throws -> [VerificationReport.Finding] {
        try office.store.verify().findings
    }

    @Test("A record that was only worked with is sound")
    func sound() throws {
        let office = try Office()
        _ = try office.inReview()
        try office.register(dueInMinutes: nil)
        let report = try office.store.verify()
        #expect(report == VerificationReport(entries: try office.entries(), cases: 2))
        #expect(report.isSound)
    }

    @Test("A changed body is found at its entry")
    func alteredBody() throws {
        let office = try Office()
        try office.register("张三")
        try forge(office, "UPDATE journal SET body = replace(body, '张三', '李四') WHERE seq = 9")
        let found = try findings(office)
        #expect(found.first == .entryAltered(sequence: 9))
        #expect(found.contains(.caseDiffers(number: "YX261120-0001", field: "applicant")))
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
        try forge(
            office, "UPDATE journal SET at = \(forged.at.milliseconds), hash = x'\(hash)' WHERE seq = 4")
        #expect(try findings(office) == [.chainBroken(sequence: 5)])
    }

    @Test("A missing entry is named")
    func gap() throws {
        let office = try Office()
        let value = try office.inReview()
        try forge(office, "DELETE FROM journal WHERE seq = 10")
        let found = try findings(office)
        #expect(found.first == .entryMissing(sequence: 10))
        #expect(found.contains(.caseDiffers(number: value.number, field: "version")))
    }

    @Test("A deleted end of the journal shows in the rows that know more")
    func truncated() throws {
        let office = try Office()
        let value = try office.inReview()
        try forge(office, "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
        let found = try findings(office)
        #expect(found.contains(.caseDiffers(number: value.number, field: "version")))
        #expect(found.contains(.caseDiffers(number: value.number, field: "state")))
    }

    @Test(
        "A changed row is found with its column",
        arguments: [
            ("cases SET state = 'approved'", "state"), ("cases SET due_at = 1", "due_at"),
            ("cases SET applicant = '李四'", "applicant"), ("cases SET holder = NULL", "holder"),
            ("case_bodies SET body = replace(body, '张三', '李四')", "body"), ("case_bodies SET body = 'x'", "body"),
        ])
    func alteredRow(_ change: String, _ field: String) throws {
        let office = try Office()
        let value = try office.register("张三")
        try office.tamper("UPDATE \(change)")
        #expect(try findings(office) == [.caseDiffers(number: value.number, field: field)])
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
            try findings(office) == [
                .caseMissing(id: value.id), .caseBodyExtra(id: value.id), .staffDiffers(number: "A02", field: "name"),
                .staffMissing(id: StaffID(3)), .staffExtra(number: "X99"), .centreDiffers(field: "prefix"),
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
        try forge(office, "DELETE FROM journal WHERE seq = 9")
        let found = try findings(office)
        #expect(found.first == .entryMissing(sequence: 9))
        #expect(found.contains(.registrationMissing(id: value.id)))
    }

    @Test("An entry of a kind that this program does not know is named and does not stop the rest")
    func unknownKind() throws {
        let office = try Office()
        try office.register()
        try forge(office, "UPDATE journal SET kind = 'teleported' WHERE seq = 9")
        #expect(
            try findings(office) == [
                .entryAltered(sequence: 9), .entryUnreadable(sequence: 9, detail: "unknown kind teleported"),
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
        #expect(told == [VerificationProgress(done: 1_024, total: 2 * (try office.entries()))])
        #expect(stopped.wasStopped)
        #expect(!stopped.isSound)
    }
}
