import Casework
import Foundation
import GRDB

/// Checks the hash chain piece by piece: each piece begins with the stored hash of the entry before it, so that several
/// threads can work at one chain.
struct ChainCheck {
    let database: Database
    let watch: PrivateCrew.Watch

    /// So many entries a piece has.
    static let length: Int64 = 16_384

    /// The pieces of the chain as it is now, without what comes after it.
    static func pieces(in database: Database) throws -> [ClosedRange<Int64>] {
        guard let head = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM journal") else { return [] }
        let ranges = try RowRanges.cut(
            "SELECT seq FROM journal WHERE seq >= ? ORDER BY seq LIMIT 1", length: length, in: database)
        return ranges.filter { $0.lowerBound <= head }.map { $0.lowerBound...min($0.upperBound, head) }
    }

    /// - Parameter met: hears of each entry: its number, what kind of subject it is about, which, and its own kind.
    func run(
        _ piece: ClosedRange<Int64>,
        met: (Int64, EntryHasher.Bytes, Int64, EntryHasher.Bytes) -> Void = { _, _, _, _ in }
    ) throws -> VerificationReport {
        var report = VerificationReport()
        let isFirst = piece.lowerBound == .min
        var expected = isFirst ? 1 : piece.lowerBound
        var previous = isFirst ? Array(JournalEntry.origin) : try hash(of: expected - 1)
        let rows = try RawStatement(
            database,
            sql: """
                SELECT \(JournalEntry.columns), hash FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq
                """)
        rows.bind(piece.lowerBound, 1)
        rows.bind(piece.upperBound, 2)
        var hasher = EntryHasher()
        while try rows.next() {
            let sequence = rows.integer(0)
            let (before, stored) = (rows.bytes(7), rows.bytes(8))
            if sequence != expected {
                // A gap that began before this piece was named there.
                if previous != nil { report.add(.entryMissing(sequence: expected)) }
            } else if let previous, !previous.withUnsafeBytes({ isSame($0, before) }) {
                report.add(.chainBroken(sequence: sequence))
            }
            let digest = hasher.hash(
                sequence: sequence, at: rows.integer(1), actor: rows.integer(2), subjectKind: rows.bytes(3),
                subject: rows.integer(4), kind: rows.bytes(5), body: rows.bytes(6), previous: before)
            if !digest.withUnsafeBytes({ isSame($0, stored) }) { report.add(.entryAltered(sequence: sequence)) }
            met(sequence, rows.bytes(3), rows.integer(4), rows.bytes(5))
            if previous == nil {
                previous = Array(stored)
            } else {
                previous?.withUnsafeMutableBufferPointer { copy(stored, to: $0) }
            }
            expected = sequence == .max ? sequence : sequence + 1
            report.entries += 1
            if report.entries % 1_024 == 0 { try watch.count(1_024) }
        }
        if expected <= piece.upperBound, previous != nil { report.add(.entryMissing(sequence: expected)) }
        try watch.count(report.entries % 1_024)
        return report
    }

    private func isSame(_ hash: UnsafeRawBufferPointer, _ found: UnsafeBufferPointer<UInt8>) -> Bool {
        guard hash.count == found.count, let hash = hash.baseAddress, let start = found.baseAddress else {
            return hash.isEmpty && found.isEmpty
        }
        return memcmp(hash, start, found.count) == 0
    }

    private func copy(_ bytes: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>) {
        // Both are 32 bytes long: the table takes no other.
        _ = room.update(from: bytes.prefix(room.count))
    }

    /// - Returns: `nil` when there is no such entry.
    private func hash(of sequence: Int64) throws -> [UInt8]? {
        let rows = try RawStatement(database, sql: "SELECT hash FROM journal WHERE seq = ?")
        rows.bind(sequence, 1)
        return try rows.next() ? Array(rows.bytes(0)) : nil
    }
}
