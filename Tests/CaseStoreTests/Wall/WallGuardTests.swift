import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("What a wall may not read, and how it may not write")
struct WallGuardTests {
    @Test(
        "A statement that asks for a name, a number or a reason cannot be made, nor one that writes",
        arguments: [
            "SELECT applicant FROM cases", "SELECT * FROM cases", "SELECT count(*) FROM cases",
            "SELECT body FROM journal", "SELECT name FROM staff", "SELECT words FROM case_search",
            "SELECT name FROM search_names", "SELECT key FROM pins", "SELECT reason FROM notice_removals",
            "SELECT sql FROM sqlite_schema", "SELECT value FROM json_each('[1]')",
            "SELECT (SELECT applicant FROM cases WHERE cases.number = wall_ready.number) FROM wall_ready",
            "SELECT name FROM (SELECT applicant AS name FROM cases)",
            "WITH wall_ready AS (SELECT applicant FROM cases) SELECT applicant FROM wall_ready",
            "SELECT hex(name) FROM wall_ready", "SELECT group_concat(name) FROM wall_ready",
            "UPDATE cases SET applicant = ''", "DELETE FROM notices", "INSERT INTO villages (name) VALUES ('x')",
            "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)",
            "CREATE TEMP VIEW wall_ready AS SELECT applicant AS name FROM cases", "DROP VIEW wall_ready",
            "ATTACH DATABASE ':memory:' AS other", "PRAGMA query_only = OFF", "PRAGMA user_version = 3",
            "PRAGMA table_info(cases)", "REINDEX", "SELECT load_extension('x')",
        ])
    func refused(_ sql: String) throws {
        let office = try Office()
        let connection = try WallConnection(path: office.path, patience: 1_000)
        #expect(throws: StoreError.self) { _ = try connection.prepare(sql) }
    }

    @Test("The same guard lets every statement of the wall through")
    func permitted() throws {
        let office = try Office()
        let connection = try WallConnection(path: office.path, patience: 1_000)
        for query in WallQuery.allCases { #expect(throws: Never.self) { _ = try connection.plan(query) } }
    }

    @Test("A view that somebody has changed to show more is not read; verifying names it, making anew mends it")
    func alteredView() throws {
        let office = try Office()
        let wall = WallRecord(path: office.path, rules: office.rules)
        _ = try wall.board(at: Office.morning)
        try office.tamper(
            """
            DROP VIEW wall_ready;
            CREATE VIEW wall_ready AS SELECT number, applicant AS name, village, closed_at FROM cases
            """)
        let corrupt = StoreError.corrupt(path: office.path, detail: "the view wall_ready is not as it should be")
        #expect(throws: corrupt) { try WallRecord.open(at: office.path, rules: office.rules) }
        #expect(try office.store.verify().findings == [.schemaDiffers(name: "wall_ready")])
        _ = try office.store.rebuild(RebuildRequest(person: "R01", reason: "视图被改"), at: Office.morning)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
        _ = try WallRecord.open(at: office.path, rules: office.rules)
    }

    @Test("Reading a board writes nothing and leaves no transaction open")
    func writesNothing() throws {
        let office = try Office()
        try office.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        let before = try Data(contentsOf: URL(fileURLWithPath: office.path))
        let wall = WallRecord(path: office.path, rules: office.rules)
        _ = try wall.board(at: Office.morning)
        #expect(try Data(contentsOf: URL(fileURLWithPath: office.path)) == before)
        // What is written while the wall hangs can be taken out of the log.
        try office.register("张三")
        let answer = try office.store.pool.writeWithoutTransaction {
            try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map {
                (busy: $0[0] as Int, pages: $0[1] as Int)
            }
        }
        #expect(answer?.busy == 0 && answer?.pages == 0)
        #expect(try wall.board(at: Office.morning).today.days.last?.received == 1)
    }
}
