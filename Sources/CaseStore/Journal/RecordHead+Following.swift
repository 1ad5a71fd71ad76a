import Casework
import GRDB

/// Whether the journal has gone on with nothing but entries about cases.
extension RecordHead {
    /// More entries than these are not gone through.
    private static let reach: Int64 = 256

    /// The newest entry; `nil` in an empty journal.
    static func newest(in database: Database) throws -> RecordHead? {
        let row = try RawStatement(
            cached: "SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1", in: database)
        guard try row.next() else { return nil }
        return RecordHead(
            sequence: row.integer(0), hash: row.data(1), at: Instant(milliseconds: row.integer(2)))
    }

    /// Whether this is the newest entry of a journal that has `earlier`, by its hash, and behind it entries about cases
    /// only. The hash stands for all entries before it, so what follows from those about the staff and the centre is
    /// then as it was. `false` also when there are too many to look at.
    func adds(onlyCasesTo earlier: RecordHead, in database: Database) throws -> Bool {
        if self == earlier { return true }
        guard earlier.sequence < sequence, sequence - earlier.sequence <= Self.reach else { return false }
        let row = try RawStatement(
            cached: """
                SELECT hash = ?2 AND NOT EXISTS (SELECT 1 FROM journal WHERE seq > ?1 AND subject_kind <> 'case') \
                FROM journal WHERE seq = ?1
                """, in: database)
        row.bind(earlier.sequence, 1)
        row.bind(earlier.hash, 2)
        return try row.next() && row.integer(0) != 0
    }
}
