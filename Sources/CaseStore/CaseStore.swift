import Casework
import GRDB

/// The record of one office: one SQLite file that many processes read and write at the same time.
///
/// A store is cheap to open and may be used from any thread. Reading gives whole values, each call in one transaction
/// of its own; writing goes through ``perform(_:on:by:at:rules:)`` (one action of a person) or ``batch(_:)`` (many
/// entries at once).
///
///     let store = try CaseStore.open(at: "/var/lib/daiban/office.db")
///     let approved = try store.perform(.approve(note: nil), on: row.reference, by: reviewer, at: now, rules: rules)
///
/// The module never asks for the time: every instant comes in from the caller.
public final class CaseStore: Sendable {
    public enum Access: Hashable, Sendable {
        case readWrite
        /// For displays that may do nothing: every write is refused with ``StoreError/readOnly(path:)``.
        case readOnly
    }

    /// The file, as the caller named it.
    public let path: String
    public let access: Access
    let pool: DatabasePool

    init(path: String, access: Access, pool: DatabasePool) {
        self.path = path
        self.access = access
        self.pool = pool
    }

    /// Runs `body` in one read transaction: all it sees is of one moment.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do {
            return try pool.read(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs `body` in one write transaction that holds the write lock from its first moment (IMMEDIATE), and commits
    /// when it returns. When it throws, nothing is written and its error comes out as it is; errors of the database
    /// come out as ``StoreError``.
    func write<Result>(_ body: (RecordTransaction) throws -> Result) throws -> Result {
        guard access == .readWrite else { throw StoreError.readOnly(path: path) }
        do {
            return try pool.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    let transaction = RecordTransaction(database: database, path: path)
                    result = try body(transaction)
                    try transaction.finish()
                    return .commit
                }
                guard let result else { throw StoreError.failed(path: path, detail: "the transaction did not run") }
                return result
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        } catch let error as UnreadableRecord {
            throw StoreError(error, path: path)
        }
    }
}
