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

/// The numbers of the cases that the record has, in order, a few thousand at a time: walked along beside the sorted log to
/// see which of its cases are there already.
struct KnownNumbers {
    private static let chunk = 4_000

    let store: CaseStore
    /// None behind it is asked for.
    let last: String
    private var numbers: ArraySlice<String> = []
    private var reached: String?
    private var isAtEnd = false

    init(store: CaseStore, upTo last: String) {
        self.store = store
        self.last = last
    }

    /// Whether the record has that number. Has to be asked in ascending order.
    mutating func contains(_ number: String) throws(ImportError) -> Bool {
        while true {
            while let first = numbers.first {
                if first == number { return true }
                if number.utf8.lexicographicallyPrecedes(first.utf8) { return false }
                numbers = numbers.dropFirst()
            }
            guard !isAtEnd else { return false }
            try read(from: number)
        }
    }

    private mutating func read(from number: String) throws(ImportError) {
        let beginning = reached ?? ""
        do throws(StoreError) {
            let next = try store.read { database in
                try String.fetchAll(
                    database.cachedStatement(
                        sql: """
                            SELECT number FROM cases WHERE number > ? AND number >= ? AND number <= ? \
                            ORDER BY number LIMIT \(Self.chunk)
                            """), arguments: [beginning, number, last])
            }
            numbers = next[...]
            reached = next.last ?? reached
            isAtEnd = next.count < Self.chunk
        } catch {
            throw .store(error)
        }
    }
}
