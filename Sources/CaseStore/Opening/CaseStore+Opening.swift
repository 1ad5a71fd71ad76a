import Casework
import Foundation
import GRDB

/// Opening and founding a record: every way in which a file can be the wrong one is told apart here.
extension CaseStore {
    /// Opens an existing record. One of an earlier schema is brought forward when it is opened to be written, after a copy
    /// of it was put beside it (``SchemaUpgrade``).
    ///
    /// - Parameter patience: how long somebody else's lock is waited for, in milliseconds.
    /// - Parameter news: hears how a file is brought forward; `false` stops it between two steps.
    /// - Throws: ``StoreError``: `notFound`, `notADatabase`, `foreign`, `newer`, `readOnly`, `corrupt`, `busy`, and
    ///   `noRoom` or `stopped` for a file of an earlier schema. A file that is not ours is not touched.
    public static func open(
        at path: String, access: Access = .readWrite, patience: Int? = nil,
        upgrading news: (SchemaUpgrade.News) -> Bool = { _ in true }
    ) throws(StoreError) -> CaseStore {
        let patience = patience ?? StoreError.patience * 1_000
        return CaseStore(
            path: path, access: access,
            record: try OpenRecord(path: path, access: access, patience: patience, upgrading: news))
    }

    /// Founds a record for `centre` in a new file.
    ///
    /// The file is built under a temporary name beside it and gets its own only when it is whole; on failure, or when
    /// the process dies half-way, no file of that name exists.
    ///
    /// - Throws: ``StoreError/alreadyExists(path:)`` when the name is taken, ``StoreError/readOnly(path:)`` when the
    ///   folder cannot be written, ``StoreError/noFolder(path:)`` when there is no such folder.
    public static func create(at path: String, centre: Centre, now: Instant) throws(StoreError) -> CaseStore {
        let folder = FileFacts.folder(of: path)
        guard FileFacts.isFolder(folder) else { throw .noFolder(path: folder) }
        // A write-ahead log without its database would be replayed into the new one.
        for taken in [path, path + "-wal", path + "-journal"] where FileFacts.exists(taken) {
            throw .alreadyExists(path: taken)
        }
        guard FileFacts.isWritable(folder) else { throw .readOnly(path: folder) }
        let draft = "\(path).new-\(getpid())"
        // Files of these names can only be the remains of a process that died.
        func clear() { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
        clear()
        defer { clear() }
        do {
            try build(at: draft, centre: centre, now: now)
        } catch {
            throw StoreError(error, path: path)
        }
        // A link, unlike a rename, never replaces what somebody else made of that name meanwhile.
        guard link(draft, path) == 0 else {
            if errno == EEXIST { throw .alreadyExists(path: path) }
            // File systems without hard links.
            guard !FileFacts.exists(path), rename(draft, path) == 0 else {
                throw .failed(path: path, detail: FileFacts.lastError())
            }
            FileFacts.sync(folder: folder)
            return try open(at: path)
        }
        FileFacts.sync(folder: folder)
        return try open(at: path)
    }

    private static func build(at draft: String, centre: Centre, now: Instant) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(TimeInterval(StoreError.patience))
        // For its owner only, before there is anything in it; SQLite gives the log and its index the same mode.
        let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.failed(path: draft, detail: FileFacts.lastError()) }
        Foundation.close(descriptor)
        // A queue, not a pool: closing its one connection leaves a single file without a log.
        configuration.journalMode = .default
        let queue = try DatabaseQueue(path: draft, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try Schema.make(in: database)
            try database.inTransaction(.immediate) {
                let transaction = RecordTransaction(database: database, path: draft)
                try transaction.record(.centre(.founded(centre)), about: 0, at: now, by: .office)
                try transaction.finish()
                return .commit
            }
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }
}
