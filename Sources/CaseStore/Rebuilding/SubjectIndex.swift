import Casework
import GRDB

/// What the index by which subjects are gone through shows, to be compared with the entries themselves: what it did not
/// show, showed under another subject or in another order, a rebuild would make the wrong rows of.
enum SubjectIndex {
    /// The sum over the index of the entries up to `last`; `nil` when it is not in the order of subjects and entries, or
    /// cannot be read.
    static func shown(upTo last: Int64, in database: Database, watch: PrivateCrew.Watch) throws -> RowSum? {
        var sum = RowSum()
        var before: (kind: [UInt8], subject: Int64, sequence: Int64) = ([], .min, .min)
        do {
            // Without an order of its own: as the index has them.
            let rows = try RawStatement(
                database,
                sql: "SELECT seq, subject_kind, subject FROM journal INDEXED BY \(JournalReplay.index) WHERE seq <= ?")
            rows.bind(last, 1)
            while try rows.next() {
                let (sequence, subject) = (rows.integer(0), rows.integer(2))
                if rows.holds(before.kind, 1) {
                    guard (before.subject, before.sequence) < (subject, sequence) else { return nil }
                } else {
                    let kind = Array(rows.bytes(1))
                    guard before.kind.lexicographicallyPrecedes(kind) else { return nil }
                    before.kind = kind
                }
                (before.subject, before.sequence) = (subject, sequence)
                sum.add(hash(sequence, rows.bytes(1), subject))
                if sum.rows % 16_384 == 0 { try watch.count(0) }
            }
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CORRUPT {
            return nil
        }
        return sum
    }

    static func hash(_ sequence: Int64, _ subjectKind: UnsafeBufferPointer<UInt8>, _ subject: Int64) -> Int {
        var hasher = Hasher()
        hasher.combine(sequence)
        hasher.combine(subject)
        hasher.combine(bytes: UnsafeRawBufferPointer(subjectKind))
        return hasher.finalize()
    }
}
