import Foundation
import GRDB
import Synchronization

/// The connections to one file, and what the file was when they were opened.
final class OpenRecord: Sendable {
    let path: String
    let pool: DatabasePool
    let files: RecordFiles
    let mark: RecordMark
    let log = LogKeeper()
    let gathering = LogGathering()
    let waits: BusyWaits
    let turn: WritingTurn
    let floors = NumberFloors()
    /// The last entry of the journal when something was written last; 0 before the first write.
    let lastSeen = Atomic<Int64>(0)
    let patience: Int

    /// - Parameters:
    ///   - upgrades: brings a file of an earlier schema forward; otherwise it is refused.
    ///   - news: hears of that.
    /// - Throws: ``StoreError``, as ``CaseStore/open(at:access:upgrading:)`` does.
    init(
        path: String, access: CaseStore.Access, patience: Int = StoreError.patience * 1_000, upgrades: Bool = true,
        upgrading news: (SchemaUpgrade.News) -> Bool = { _ in true }
    ) throws(StoreError) {
        guard let identity = FileFacts.identity(path) else { throw .notFound(path: path) }
        guard !FileFacts.isFolder(path) else { throw .notADatabase(path: path) }
        guard FileFacts.isReadable(path) else { throw .failed(path: path, detail: "permission denied") }
        if access == .readWrite {
            guard FileFacts.isWritable(path), FileFacts.isWritable(FileFacts.folder(of: FileFacts.resolved(path)))
            else { throw .readOnly(path: path) }
        }
        try MainFile.check(path: path)
        self.path = path
        self.patience = patience
        waits = BusyWaits(patience: patience)
        // The other half is for SQLite's own lock.
        turn = WritingTurn(path: path, patience: patience / 2)
        do {
            pool = try DatabasePool(
                path: path,
                configuration: Self.configuration(path: path, access: access, identity: identity, waits: waits))
            if access == .readOnly || !upgrades {
                let found = try pool.read(Schema.found)
                guard found == Schema.version else {
                    throw StoreError.older(path: path, found: found, known: Schema.version)
                }
            }
            if access == .readWrite {
                try pool.writeWithoutTransaction { [log] database in
                    if upgrades {
                        try withoutActuallyEscaping(news) { try SchemaUpgrade(path: path, news: $0).run(database) }
                    }
                    // GRDB chooses NORMAL for WAL; an acknowledged action has to survive a power cut.
                    try database.execute(sql: "PRAGMA synchronous = FULL")
                    try log.attach(to: database)
                }
            }
        } catch {
            let error = StoreError(error, path: path)
            throw access == .readOnly ? error.whenReading : error
        }
        files = RecordFiles(path: path, database: identity)
        mark = RecordMark(identity)
    }

    deinit {
        log.rest()
        // What may not be closed ends with the process, whose end closes files without deleting any.
        if !files.mayBeClosed { _ = Unmanaged.passRetained(pool) }
    }

    /// - Parameter identity: the file that the path has to lead to; a connection that is opened later, to another one,
    ///   is refused.
    /// - Parameter waits: holds how the connections wait for locks.
    static func configuration(
        path: String, access: CaseStore.Access, identity: FileFacts.Identity, waits: BusyWaits = BusyWaits()
    ) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.foreignKeysEnabled = true
        configuration.label = "CaseStore"
        // Runs on every new connection before anything else, so that a foreign file is refused before GRDB would turn
        // on WAL in it, and a file that was replaced under us is noticed.
        configuration.prepareDatabase { database in
            guard FileFacts.identity(path) == identity else { throw StoreError.replaced(path: path) }
            // In place of GRDB's own, readers' and writers' alike.
            waits.attach(to: database)
            try Schema.check(database, path: path)
            // 8 MiB of pages a connection at most: the indexes of the open cases stay in memory.
            try database.execute(sql: "PRAGMA cache_size = -8192")
        }
        return configuration
    }
}
