import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Whether the journal tells of all that the tables have")
struct CasesToldTests {
    private func office() throws -> Office {
        let office = try Office()
        for name in ["张三", "李四", "孙七"] { _ = try office.inReview(name) }
        return office
    }

    /// Told by the entries of these pieces, in that order.
    private func told(_ office: Office, _ pieces: [ClosedRange<Int64>]) throws -> CasesTold {
        let record = try office.store.current()
        return try pieces.reduce(into: CasesTold()) { told, piece in
            var part = CasesTold()
            _ = try office.store.examine(record) { database in
                try ChainCheck(database: database, watch: PrivateCrew.Watch()).run(piece) { part.add($0, $1, $2, $3) }
            }
            told += part
        }
    }

    private func tellsOfAll(_ office: Office, _ pieces: [ClosedRange<Int64>] = [.min ... .max]) throws -> Bool {
        let told = try told(office, pieces)
        return try office.store.examine(try office.store.current()) {
            try told.tellsOfAll(in: $0, watch: PrivateCrew.Watch())
        }
    }

    @Test("A whole journal tells of all, in however many pieces it is gone through")
    func whole() throws {
        let office = try office()
        let last = Int64(try office.entries())
        #expect(try tellsOfAll(office))
        #expect(try tellsOfAll(office, [.min...4, 5...5, 6...last]))
        // A piece with no entry at all.
        #expect(try tellsOfAll(office, [.min...last, last + 1 ... .max]))
    }

    @Test(
        "A case, work, or work of another case of which no entry tells",
        arguments: [
            "DELETE FROM clocks; UPDATE cases SET id = 99 WHERE applicant = '孙七'",
            """
            INSERT INTO cases SELECT 99, 'YX-99', version, state, is_open, holder, item, village, applicant, submitted_at, \
            completed_at, closed_at, due_at, warn_at, is_provisional, is_urgent, returns, urgings, due_order, review_order, \
            item_kind, campaign, is_priority, clock, originals FROM cases LIMIT 1
            """,
            "UPDATE case_work SET seq = 9999 WHERE seq = (SELECT max(seq) FROM case_work)",
            "UPDATE case_work SET seq = 0 WHERE seq = (SELECT max(seq) FROM case_work)",
            "UPDATE case_work SET case_id = case_id - 1 WHERE seq = (SELECT max(seq) FROM case_work)",
            // An entry about a person.
            "UPDATE case_work SET seq = 2 WHERE seq = (SELECT max(seq) FROM case_work)",
            "DROP TABLE case_work",
        ])
    func untold(_ sql: String) throws {
        let office = try office()
        #expect(try tellsOfAll(office))
        try office.tamper(sql)
        #expect(try !tellsOfAll(office))
    }

    @Test("A beginning that is gone, a gap, or pieces that do not follow each other")
    func gaps() throws {
        let office = try office()
        let last = Int64(try office.entries())
        #expect(try !tellsOfAll(office, [.min...5, 7...last]))
        #expect(try !tellsOfAll(office, [6...last, .min...5]))
        try office.forge("DELETE FROM journal WHERE seq = 3")
        #expect(try !tellsOfAll(office))
        let another = try self.office()
        let begun = try another.store.read {
            try Int64.fetchOne($0, sql: "SELECT min(seq) FROM journal WHERE kind = 'registered'")
        }
        // Nothing is missing, but that entry begins no case.
        try another.forge("UPDATE journal SET kind = 'urged' WHERE seq = \(try #require(begun))")
        #expect(try !tellsOfAll(another))
    }
}
