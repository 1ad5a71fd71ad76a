import Casework
import Foundation
import GRDB

/// Opening and founding a record: every way in which a file can be the wrong one is told apart here.
extension CaseStore {
    /// Opens an existing record.
    ///
    /// - Throws: ``StoreError``: `notFound`, `notADatabase`, `foreign`, `newer`, `readOnly`, `corrupt`, `busy`. A file
    ///   that is not ours is not touched.
    public static func open(at path: String, access: Access = .readWrite) throws(StoreError) -> CaseStore {
        guard FileFacts.exists(path) else { throw .notFound(path: path) }
        guard !FileFacts.isFolder(path) else { throw .notADatabase(path: path) }
        guard FileFacts.isReadable(path) else { throw .failed(path: path, detail: "permission denied") }
        if access == .readWrite {
            guard FileFacts.isWritable(path), FileFacts.isWritable(FileFacts.folder(of: FileFacts.resolved(path)))
            else { throw .readOnly(path: path) }
        }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(path: path, access: access))
            if access == .readWrite {
                try pool.writeWithoutTransaction { database in
                    try Schema.migrate(database)
                    // GRDB chooses NORMAL for WAL; an acknowledged action has to survive a power cut.
                    try database.execute(sql: "PRAGMA synchronous = FULL")
                }
            }
            return CaseStore(path: path, access: access, pool: pool)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Founds a record for `centre` in a new file.
    ///
    /// The file is built under a temporary name beside it and gets its own only when it is whole; on failure, or when
    /// the process dies half-way, no file of that name exists.
    ///
    /// - Throws: ``StoreError/alreadyExists(path:)`` when the name is taken, ``StoreError/readOnly(path:)`` when the
    ///   folder cannot be written, ``StoreError/notFound(path:)`` when there is no such folder.
    public static func create(at path: String, centre: Centre, now: Instant) throws(StoreError) -> CaseStore {
        let folder = FileFacts.folder(of: path)
        guard FileFacts.isFolder(folder) else { throw .notFound(path: folder) }
        // A write-ahead log without its database would be replayed into the new one.
        for taken in [path, path + "-wal", path + "-journal"] where FileFacts.exists(taken) {
            throw .alreadyExists(path: taken)
        }
        guard FileFacts.isWritable(folder) else { throw .readOnly(path: folder) }
        let draft = "\(path).new-\(getpid())"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
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
        // A queue, not a pool: closing its one connection leaves a single file without a log.
        configuration.journalMode = .default
        let queue = try DatabaseQueue(path: draft, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try Schema.migrate(database)
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

    static func configuration(path: String, access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(TimeInterval(StoreError.patience))
        configuration.label = "CaseStore"
        // Runs on every new connection before anything else, so that a foreign file is refused before GRDB would turn
        // on WAL in it, and a file that was replaced under us is noticed.
        configuration.prepareDatabase { database in
            try Schema.check(database, path: path)
            // 8 MiB of pages a connection at most: the indexes of the open cases stay in memory.
            try database.execute(sql: "PRAGMA cache_size = -8192")
        }
        return configuration
    }
}

extension StaffID {
    /// The office itself: founding and import.
    public static let office = StaffID(0)
}
