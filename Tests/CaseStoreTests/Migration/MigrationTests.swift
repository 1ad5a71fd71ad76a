import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Files of earlier versions, written here word for word as those versions wrote them.
@Suite("Files of earlier versions") struct MigrationTests {
    /// The journal of a file of version 1: an office, an agent, a reviewer, and two cases.
    private static let first: [(kind: String, subject: Int64, name: String, body: String)] = [
        ("centre", 0, "founded", #"{"name":"云溪镇便民服务中心","offset":"+08:00","prefix":"YX"}"#),
        ("centre", 0, "villageAdded", #"{"name":"石门垭村"}"#),
        ("centre", 0, "itemListed", #"{"name":"城乡居民养老参保"}"#),
        (
            "staff", 1, "enrolled",
            #"{"id":1,"isActive":true,"name":"周桂兰","number":"A01","role":"agent","village":"石门垭村"}"#
        ),
        ("staff", 2, "enrolled", #"{"id":2,"isActive":true,"name":"王敏","number":"R01","role":"reviewer"}"#),
        ("case", 1, "registered", registration("YX261119-0001", at: submitted)),
        ("case", 1, "accepted", #"{"completion":\#(completion)}"#),
        ("case", 1, "urged", #"{"agent":1}"#),
        (
            "case", 1, "undone",
            #"{"before":{"acceptedAt":1795048200000,"completion":\#(completion),"holder":1,"returns":0,"#
                + #""state":"accepted","urgings":0},"kind":"urged"}"#
        ),
        ("case", 1, "completed", #"{"note":"材料齐全"}"#),
        ("case", 2, "registered", registration("YX261119-0002", at: submitted)),
        ("case", 2, "declined", #"{"reason":"不属本乡"}"#),
    ]

    // 2026-11-19 09:00 and 10:30, +08:00.
    private static let submitted: Int64 = 1_795_050_000_000
    private static let completion =
        #"{"due":1795573800000,"isProvisional":false,"rule":{"clause":"第十一条","kind":"completion","limit":72,"#
        + #""skip":"non-working","unit":"hours","warnBefore":1440},"start":1795055400000,"warnAt":1795487400000}"#

    private static func registration(_ number: String, at instant: Int64) -> String {
        #"{"acceptance":{"due":1795136400000,"isProvisional":false,"rule":{"clause":"第十一条","kind":"acceptance","#
            + #""limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795050000000,"#
            + #""warnAt":1795122000000},"holder":1,"intake":{"applicant":{"name":"张三"},"isUrgent":false,"#
            + #""item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":\#(instant),"#
            + #""village":"石门垭村"},"number":"\#(number)"}"#
    }

    /// A file as version 1 left it; its rows are those of the journal, with the cases spelt as they were then.
    private func firstVersion(at path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try database.execute(sql: SchemaStep.foundation.sql)
            var previous = JournalEntry.origin
            for (index, row) in Self.first.enumerated() {
                let entry = JournalEntry(
                    sequence: Int64(index + 1), at: Instant(milliseconds: Self.submitted + Int64(index) * 60_000),
                    actor: StaffID(row.kind == "case" ? 1 : 0), subjectKind: row.kind, subject: row.subject,
                    kind: row.name, body: row.body, previous: previous)
                previous = entry.hash()
                try database.execute(
                    sql: "INSERT INTO journal (\(JournalEntry.columns), hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        entry.sequence, entry.at.milliseconds, entry.actor.value, entry.subjectKind, entry.subject,
                        entry.kind, entry.body, entry.previous, previous,
                    ])
            }
            try database.execute(
                sql: """
                    INSERT INTO centre VALUES (1, '云溪镇便民服务中心', 'YX', 480);
                    INSERT INTO villages (name) VALUES ('石门垭村');
                    INSERT INTO items (name) VALUES ('城乡居民养老参保');
                    """)
            for (id, number, name, role, village, body) in [
                (1, "A01", "周桂兰", "agent", "石门垭村" as String?, Self.first[3].body),
                (2, "R01", "王敏", "reviewer", nil, Self.first[4].body),
            ] {
                try database.execute(
                    sql: "INSERT INTO staff VALUES (?, ?, ?, ?, ?, 1, 'away', NULL, ?)",
                    arguments: [id, number, name, role, village, #"{"member":\#(body),"presence":"away"}"#])
            }
            for (id, number, state) in [(1, "YX261119-0001", "in-review"), (2, "YX261119-0002", "declined")] {
                try database.execute(
                    sql: """
                        INSERT INTO cases VALUES (?, ?, 1, ?, 1, 1, '城乡居民养老参保', '石门垭村', '张三', 0, NULL, NULL, NULL, \
                        NULL, 0, 0, 0, 0, 0, 0)
                        """, arguments: [id, number, state])
                try database.execute(sql: "INSERT INTO case_bodies VALUES (?, '{}')", arguments: [id])
            }
            try database.execute(sql: "PRAGMA user_version = 1")
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }

    @Test func aFileOfTheFirstVersionIsBroughtForwardWithEveryEntryAndActsOnFromThere() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/first.db"
        try firstVersion(at: path)
        #expect(throws: StoreError.older(path: path, found: 1, known: Schema.version)) {
            try CaseStore.open(at: path, access: .readOnly)
        }
        let store = try CaseStore.open(at: path)
        let report = try store.verify()
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.entries == Self.first.count && report.cases == 2)
        try store.read { database in
            for table in DerivedTables.all {
                let found = try table.differences(in: database, step: {})
                #expect(found.isEmpty)
            }
        }
        #expect(try store.search("zs ylcb").rows.count == 2)

        let detail = try #require(try store.detail(number: "YX261119-0001"))
        #expect(detail.case.state == .inReview && detail.case.urgings == 0)
        #expect(detail.case.completion?.due == Instant(milliseconds: 1_795_573_800_000))
        #expect(detail.case.currentClock?.kind == .completion)
        #expect(detail.trace.count == 5)
        #expect(try store.detail(number: "YX261119-0002")?.case.isOpen == false)

        let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        let reviewer = Actor(id: StaffID(2), role: .reviewer)
        let later = Instant(milliseconds: Self.submitted + 86_400_000)
        try store.perform(.approve(note: nil), on: detail.case.reference, by: reviewer, at: later, rules: rules)
        #expect(try store.verify().isSound)
        #expect(
            try CaseStore.open(at: path, access: .readOnly).detail(number: "YX261119-0001")?.case.state == .approved)
    }
}
