import Foundation
import GRDB

/// How far an import came with one file: known by the name of the mapping and by what is in the file, not by where it lies.
struct ImportCheckpoint: Sendable {
    var source: String
    /// The SHA-256 of the file.
    var digest: [UInt8]

    /// The number of the last case that is dealt with; `nil` when none is.
    func lastCase(in store: CaseStore) throws(StoreError) -> String? {
        try store.read { database in
            try String.fetchOne(
                database, sql: "SELECT last_case FROM import_checkpoints WHERE source = ? AND digest = ?",
                arguments: [source, Data(digest)])
        }
    }

    func save(lastCase: String, with writer: RecordWriter) throws(StoreError) {
        try writer.transaction.guarded {
            try writer.transaction.database.cachedStatement(
                sql: """
                    INSERT INTO import_checkpoints (source, digest, last_case) VALUES (?, ?, ?) \
                    ON CONFLICT (source, digest) DO UPDATE SET last_case = max(last_case, excluded.last_case)
                    """
            ).execute(arguments: [source, Data(digest), lastCase])
        }
    }
}

/// The cases that the record has, in the order of their numbers, a few thousand at a time: walked along beside the sorted
/// log to see which of its cases are there already, and whether they are this log's.
struct KnownCases {
    private static let chunk = 4_000

    private struct Known {
        var number: String
        /// What its registration says about where it came from.
        var source: String?
        var submittedAt: Int64?
    }

    let store: CaseStore
    let source: String
    /// None behind it is asked for.
    let last: String
    private var cases: ArraySlice<Known> = []
    private var reached: String?
    private var isAtEnd = false

    init(store: CaseStore, source: String, upTo last: String) {
        self.store = store
        self.source = source
        self.last = last
    }

    /// Whether the record has that case from this source, handed in then. Has to be asked in ascending order.
    mutating func has(_ number: String, submittedAt: Int64) throws(ImportError) -> Bool {
        while true {
            while let first = cases.first {
                if first.number == number { return first.source == source && first.submittedAt == submittedAt }
                if number.utf8.lexicographicallyPrecedes(first.number.utf8) { return false }
                cases = cases.dropFirst()
            }
            guard !isAtEnd else { return false }
            try read(from: number)
        }
    }

    private mutating func read(from number: String) throws(ImportError) {
        let beginning = reached ?? ""
        do throws(StoreError) {
            let next = try store.read { database in
                try Row.fetchAll(
                    database.cachedStatement(
                        sql: """
                            SELECT number, json_extract(body, '$.source'), \
                            json_extract(body, '$.intake.submittedAt') FROM cases \
                            JOIN journal ON seq = (SELECT min(seq) FROM journal \
                            WHERE subject_kind = 'case' AND subject = cases.id) \
                            WHERE number > ? AND number >= ? AND number <= ? ORDER BY number LIMIT \(Self.chunk)
                            """), arguments: [beginning, number, last]
                ).map {
                    Known(number: try $0.value(0), source: try $0.value(1), submittedAt: try $0.value(2))
                }
            }
            cases = next[...]
            reached = next.last?.number ?? reached
            isAtEnd = next.count < Self.chunk
        } catch {
            throw .store(error)
        }
    }
}
