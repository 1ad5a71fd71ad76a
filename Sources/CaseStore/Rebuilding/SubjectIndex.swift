import GRDB

/// What the index by which subjects are gone through shows, to be compared with the entries themselves: what it did not
/// show, or showed under another subject, a rebuild would make the wrong rows of.
enum SubjectIndex {
    /// The sum over the index of the entries up to `last`.
    static func shown(upTo last: Int64, in database: Database, watch: PrivateCrew.Watch) throws -> RowSum {
        var sum = RowSum()
        let rows = try RawStatement(
            database,
            sql: "SELECT seq, subject_kind, subject FROM journal INDEXED BY \(JournalReplay.index) WHERE seq <= ?")
        rows.bind(last, 1)
        while try rows.next() {
            sum.add(hash(rows.integer(0), rows.bytes(1), rows.integer(2)))
            if sum.rows % 16_384 == 0 { try watch.count(0) }
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
