import Casework
import Foundation
import GRDB

/// Copies out of a damaged record what cannot be made anew: the journal whole, and what follows from nothing as far as it
/// can be read.
struct SalvageCopy {
    /// The damaged record, whose write lock somebody holds.
    let place: String
    let draft: FileDraft

    /// So many entries are copied in one transaction.
    private static let stride = 8_192
    private static let old = "damaged"

    struct Copied {
        /// The tables that could not be read to their end.
        var unread: [String]
        /// That the old tables know entries behind the journal's end. The chain of what is left is whole.
        var cut: VerificationReport.Finding?
    }

    /// - Throws: ``RebuildError`` when the chain cannot be whole; the draft is of no use then.
    func run(tell: (_ done: Int64, _ total: Int64) throws -> Void) throws -> Copied {
        var configuration = Configuration()
        // What is copied refers to rows that are made later.
        configuration.foreignKeysEnabled = false
        configuration.journalMode = .default
        let queue = try DatabaseQueue(path: draft.path, configuration: configuration)
        let copied = try queue.writeWithoutTransaction { database in
            // A half-made draft is worth nothing; the exchange waits for the disk.
            try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA application_id = \(Schema.applicationID)")
            try Schema.make(in: database)
            try database.execute(sql: "ATTACH DATABASE ? AS \(Self.old)", arguments: [place])
            try copyJournal(in: database, tell)
            let cut = try JournalEnd(database: database, schema: Self.old).finding()
            let unread = try Rebuilding.followingFromNothing.filter { try !copy($0, in: database) }
            // Ids of messages that are done are not given again, where it can be read how far they went.
            try database.execute(sql: "DELETE FROM main.sqlite_sequence")
            _ = try copy("sqlite_sequence", in: database)
            try database.execute(sql: "DETACH DATABASE \(Self.old)")
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            return Copied(unread: unread, cut: cut)
        }
        try queue.close()
        return copied
    }

    private func copyJournal(in database: Database, _ tell: (Int64, Int64) throws -> Void) throws {
        let columns = "seq, at, actor, subject_kind, subject, kind, body, prev, hash"
        var last: Int64 = 0
        do {
            let total = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM \(Self.old).journal") ?? 0
            repeat {
                try tell(last, total)
                // The index of the old one may be what is damaged.
                try database.execute(
                    sql: """
                        INSERT INTO main.journal (\(columns)) SELECT \(columns) FROM \(Self.old).journal NOT INDEXED \
                        WHERE seq > ? ORDER BY seq LIMIT ?
                        """, arguments: [last, Self.stride])
                last = try CaseStore.lastSequence(in: database)
            } while database.changesCount > 0 && last < total
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw RebuildError.brokenChain(try firstOutOfLine(behind: last, in: database), losing: nil)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw RebuildError.unreadable(.database(FileDamage(error.message ?? "", table: "journal")))
        }
    }

    /// The entry that the new journal does not take: entries follow each other without a gap, and are of one shape.
    private func firstOutOfLine(behind last: Int64, in database: Database) throws -> VerificationReport.Finding {
        let rows = try Int64.fetchCursor(
            database,
            sql: """
                SELECT seq FROM \(Self.old).journal NOT INDEXED WHERE seq > ? AND subject_kind IN ('case', 'staff', 'centre') \
                AND length(prev) = 32 AND length(hash) = 32 ORDER BY seq
                """, arguments: [last])
        var next = last + 1
        while let found = try rows.next(), found == next { next += 1 }
        let isThere = try Int64.fetchOne(
            database, sql: "SELECT seq FROM \(Self.old).journal NOT INDEXED WHERE seq = ?", arguments: [next])
        return isThere == nil ? .entryMissing(sequence: next) : .entryAltered(sequence: next)
    }

    /// - Returns: `false` when not all of the old table can be read.
    private func copy(_ table: String, in database: Database) throws -> Bool {
        do {
            // Without a condition SQLite would copy the tables' pages, and their indexes with them.
            try database.execute(
                sql: "INSERT INTO main.\(table) SELECT * FROM \(Self.old).\(table) NOT INDEXED WHERE true")
            return true
        } catch let error as DatabaseError where error.isOfTable {
            // What stands before the damage, and what stands behind it.
            for order in ["ASC", "DESC"] { try copyRows(of: table, order, in: database) }
            return false
        }
    }

    private func copyRows(of table: String, _ order: String, in database: Database) throws {
        do {
            let key = try database.primaryKey(table).columns.map { "\($0) \(order)" }.joined(separator: ", ")
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT * FROM \(Self.old).\(table) NOT INDEXED ORDER BY \(key.isEmpty ? "1 \(order)" : key)")
            while let row = try rows.next() {
                let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
                do {
                    try database.execute(
                        sql: "INSERT OR IGNORE INTO main.\(table) VALUES (\(marks))",
                        arguments: StatementArguments(row.databaseValues))
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    // A row that is not of its table; the next one may be.
                    continue
                }
            }
        } catch let error as DatabaseError where error.isOfTable {
            return
        }
    }
}
