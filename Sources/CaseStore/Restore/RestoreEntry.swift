import Casework
import Foundation
import GRDB

/// A restore as the journal tells of it: the first entry that the restored record has of its own.
public struct RestoreEntry: Hashable, Sendable {
    /// Its place in the journal; all before it is the backup's.
    public var sequence: Int64
    /// 64 hexadecimal digits in lower case.
    public var hash: String
    public var at: Instant
    /// Number and name; `nil` for the office itself.
    public var person: String?
    public var word: RecordRestored
}

extension RestoreEntry {
    /// The number of a staff member and the name.
    private static let who = "(SELECT number || ' ' || name FROM staff WHERE id = journal.actor)"

    /// Oldest first.
    static func all(in database: Database) throws -> [RestoreEntry] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT seq, hash, at, \(who), body FROM journal \
                WHERE subject_kind = 'centre' AND subject = 0 AND kind = 'restored' ORDER BY seq
                """)
        return try Row.fetchAll(statement).map(RestoreEntry.init)
    }

    /// The newest one that was made since then.
    static func newest(since: Instant, in database: Database) throws -> RestoreEntry? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT seq, hash, at, \(who), body FROM journal \
                WHERE subject_kind = 'centre' AND subject = 0 AND kind = 'restored' AND at >= ? \
                ORDER BY seq DESC LIMIT 1
                """)
        return try Row.fetchOne(statement, arguments: [since.milliseconds]).map(RestoreEntry.init)
    }

    private init(_ row: Row) throws {
        sequence = try row.value(0)
        hash = try (row.value(1) as Data).hexadecimal
        at = Instant(milliseconds: try row.value(2))
        person = try row.value(3)
        do {
            word = try CanonicalJSON.value(RecordRestored.self, from: row.value(4))
        } catch {
            throw UnreadableRecord(place: "journal entry \(sequence)", error)
        }
    }
}
