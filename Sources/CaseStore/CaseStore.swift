import Casework
import GRDB
import Synchronization

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
    private let opened: Mutex<Opened>
    /// As they were read last.
    let knownAgents = KnownAgents()
    let recentCases = RecentCases()

    private struct Opened {
        var record: OpenRecord
        /// Another file has taken the place of the first, and nobody has been told so by a write yet.
        var isReplaced = false
    }

    init(path: String, access: Access, record: OpenRecord) {
        self.path = path
        self.access = access
        opened = Mutex(Opened(record: record))
    }

    /// The connections to the file that was opened last.
    var pool: DatabasePool { opened.withLock { $0.record.pool } }

    /// Closes the connections now, and not when the last thread that worked with them lets go: before the file is moved.
    /// The store is of no use afterwards.
    func close() throws {
        let record = opened.withLock { $0.record }
        record.log.rest()
        if record.files.mayBeClosed { try record.pool.close() }
    }

    /// Runs `body` in one read transaction: all it sees is of one moment, and of the file that stands at ``path``.
    ///
    /// When the file was replaced meanwhile, `body` runs a second time, on the new one.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        try readMarked { database, _ in try body(database) }
    }

    /// The same for what is acted on later: `body` learns which file it reads.
    func readMarked<Result>(_ body: (Database, RecordMark) throws -> Result) throws(StoreError) -> Result {
        do {
            return try attempt(body)
        } catch .replaced {
            return try attempt(body)
        }
    }

    private func attempt<Result>(_ body: (Database, RecordMark) throws -> Result) throws(StoreError) -> Result {
        let record = try current()
        return try read(record) { try body($0, record.mark) }
    }

    /// The same on the connections to a file that was opened before: for work in many transactions, which may not go on
    /// in another file.
    func read<Result>(_ record: OpenRecord, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
        let result: Swift.Result<Result, StoreError>
        do {
            result = .success(try record.pool.read(body))
        } catch {
            result = .failure(StoreError(error, path: path))
        }
        // What the remains of another file say, also their errors, is no news of this one.
        guard record.files.standing == .same else { throw .replaced(path: path) }
        return try result.get()
    }

    /// The same for work that has errors of its own: what `body` throws comes out as it is.
    func examine<Result>(_ record: OpenRecord, _ body: (Database) throws -> Result) throws -> Result {
        try read(record) { database in Swift.Result { try body(database) } }.get()
    }

    /// Runs `body` in one write transaction that holds the write lock from its first moment (IMMEDIATE), and commits
    /// when it returns. When it throws, nothing is written and its error comes out as it is; errors of the database
    /// come out as ``StoreError``.
    ///
    /// The first write after the file was replaced is refused with ``StoreError/replaced(path:)``: what its person saw
    /// was, perhaps, in the other file.
    ///
    /// - Parameters:
    ///   - isRemaking: for whoever makes anew what the journal gives: references are not checked while tables are empty, and
    ///     a journal that has lost its end keeps nobody from it.
    ///   - seen: the file in which the person saw what is acted on: every write to another one is refused so, not the first
    ///     alone, and the first one to this very file is not.
    func write<Result>(
        isRemaking: Bool = false, seenIn seen: RecordMark? = nil, _ body: (RecordTransaction) throws -> Result
    ) throws -> Result {
        guard access == .readWrite else { throw StoreError.readOnly(path: path) }
        let record = try currentForWriting(seenIn: seen)
        do {
            let (result, outcome) = try record.pool.writeWithoutTransaction { database in
                if isRemaking { try database.execute(sql: "PRAGMA foreign_keys = OFF") }
                defer { if isRemaking { try? database.execute(sql: "PRAGMA foreign_keys = ON") } }
                let done = try commit(to: record, database) { transaction in
                    if !isRemaking { try requireEnd(of: record, transaction.database) }
                    return try body(transaction)
                }
                // It is committed: what cannot be read now must not call it refused.
                if let last = try? Self.lastSequence(in: database) { record.lastSeen.store(last, ordering: .relaxed) }
                return done
            }
            for (value, hash) in outcome { recentCases.keep(value, upTo: hash) }
            record.log.look(after: record)
            return result
        } catch let error as DatabaseError {
            try requirePlace(record)
            throw StoreError(error, path: path)
        } catch let error as UnreadableRecord {
            throw StoreError(error, path: path)
        } catch let error as EntriesMissing {
            throw StoreError(error, path: path)
        }
    }

    private func commit<Result>(
        to record: OpenRecord, _ database: Database, _ body: (RecordTransaction) throws -> Result
    ) throws -> (Result, [RecordTransaction.Outcome]) {
        if !record.turn.take() { record.waits.halveNext(of: database) }
        defer { record.turn.giveBack() }
        do {
            return try database.inWriteTransaction(gathering: record.gathering) {
                // Before, since a body may write to other files, too; and after, since only then the commit follows.
                try requirePlace(record)
                let transaction = RecordTransaction(
                    database: database, path: path, recent: recentCases, floors: record.floors)
                let result = Swift.Result {
                    let result = try body(transaction)
                    try transaction.finish()
                    return result
                }
                // What the remains of another file say, also a refusal, is no news of this one.
                try requirePlace(record)
                return (try result.get(), transaction.outcome)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
            record.log.discardUncounted(database, waits: record.waits)
            throw error
        }
    }

    /// The connections to the file that stands at ``path`` now, opened anew when it is another one.
    func current() throws(StoreError) -> OpenRecord {
        try opened.withLock { opened throws(StoreError) in
            switch opened.record.files.standing {
            case .same: break
            case .gone: throw .notFound(path: path)
            case .entangled: throw .replaced(path: path)
            case .replaced:
                // A file of an earlier schema is not brought forward here: that takes its time, is told to a person, and
                // holds everybody up who works with this store.
                opened.record = try OpenRecord(
                    path: path, access: access, patience: opened.record.patience, upgrades: false)
                opened.isReplaced = true
            }
            return opened.record
        }
    }

    private func currentForWriting(seenIn seen: RecordMark?) throws(StoreError) -> OpenRecord {
        let record = try current()
        if let seen {
            guard seen == record.mark else { throw .replaced(path: path) }
            return record
        }
        let isReplaced = opened.withLock { opened in
            defer { opened.isReplaced = false }
            return opened.isReplaced
        }
        if isReplaced { throw .replaced(path: path) }
        return record
    }

    /// The first entry behind a cut end would hide that it was cut.
    private func requireEnd(of record: OpenRecord, _ database: Database) throws {
        func refuse(_ known: Int64, _ entries: Int64) throws {
            let detail = "the journal ends at entry \(entries), and entry \(known) was there"
            throw StoreError.outOfStep(path: path, detail: detail)
        }
        // Looked at before the first write; afterwards it is enough that what was written is there.
        let seen = record.lastSeen.load(ordering: .relaxed)
        let last = try Self.lastSequence(in: database)
        if seen == 0 {
            if case .journalCut(let entries, let known) = try JournalEnd(database: database).quickFinding() {
                try refuse(known, entries)
            }
            // A read that failed is passed over there, and may have ended the transaction: nothing may be written outside it.
            guard database.isInsideTransaction else { throw StoreError.disk(path: path, detail: "disk I/O error") }
        } else if last < seen {
            try refuse(seen, last)
        }
    }

    private func requirePlace(_ record: OpenRecord) throws(StoreError) {
        guard record.files.standing == .same else { throw .replaced(path: path) }
    }
}
