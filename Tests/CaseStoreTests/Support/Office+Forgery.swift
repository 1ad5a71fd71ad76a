import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// What somebody can do to a record who has the file and knows how it is made.
extension Office {
    /// What an administrator does who knows about the guards.
    func forge(_ sql: String) throws {
        let guards = try store.read { database in
            try String.fetchAll(
                database, sql: "SELECT sql FROM sqlite_schema WHERE name LIKE 'journal_refuses_%e' ORDER BY name")
        }
        try #require(guards.count == 2)
        try tamper(
            """
            DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete;
            \(sql);
            \(guards.joined(separator: ";\n"));
            """)
    }

    /// Redoes the hashes of all entries from `sequence` on, as they are now, without the guards.
    func rehash(from sequence: Int64) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            let update = try #require(
                try String.fetchOne(
                    database, sql: "SELECT sql FROM sqlite_schema WHERE name = 'journal_refuses_update'"))
            try database.execute(sql: "DROP TRIGGER journal_refuses_update")
            var previous = JournalEntry.origin
            for row in try Row.fetchAll(database, sql: "SELECT \(JournalEntry.columns), hash FROM journal ORDER BY seq")
            {
                var entry = try JournalEntry(row: row)
                guard entry.sequence >= sequence else {
                    previous = row[8]
                    continue
                }
                entry.previous = previous
                previous = entry.hash()
                try database.execute(
                    sql: "UPDATE journal SET prev = ?, hash = ? WHERE seq = ?",
                    arguments: [entry.previous, previous, entry.sequence])
            }
            try database.execute(sql: update)
        }
        try queue.close()
    }

    /// Every row of every table that follows from the journal, as text: to be compared with what was before. How the
    /// rules of clocks are numbered does not matter, nor whether old ones are kept.
    func projections() throws -> [String] {
        try store.read { database in
            try Rebuilding.tables.sorted().filter { $0 != "clock_rules" }.flatMap { table in
                let rows =
                    table == "clocks"
                    ? "case_id, \(ClockProjection.spelling) FROM clocks JOIN clock_rules ON clock_rules.id = rule"
                    : "* FROM \(table)"
                return try Row.fetchAll(database, sql: "SELECT \(rows)").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}
