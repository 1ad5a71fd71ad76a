import GRDB

/// A connection that only answers one question: has anybody committed since I last asked?
///
/// `PRAGMA data_version` moves on a connection when another connection, of whatever process, has changed the file. The
/// probe never writes, so every commit is another's.
///
/// It also moves, once in some thousand pages of the log, when the log is begun anew (``LogKeeper``): nothing has changed
/// then, and one look too many is made. What tells the two apart stands in the index of the log, which nobody but SQLite
/// may open in this process: closing it would drop SQLite's locks.
struct CommitProbe: Sendable {
    private let path: String
    private let connection: DatabaseQueue
    private let files: RecordFiles
    private var version: Int64

    enum Answer {
        case same
        case moved
        /// The path leads to another file now, or to none; or another log stands beside it.
        case gone
    }

    init(path: String) throws(StoreError) {
        guard let identity = FileFacts.identity(path) else { throw .notFound(path: path) }
        do {
            try MainFile.check(path: path)
            var configuration = OpenRecord.configuration(path: path, access: .readOnly, identity: identity)
            configuration.label = "CaseStore.feed"
            connection = try DatabaseQueue(path: path, configuration: configuration)
            self.path = path
            version = try Self.version(of: connection)
            files = RecordFiles(path: path, database: identity)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    mutating func ask() throws(StoreError) -> Answer {
        guard files.standing == .same else { return .gone }
        do {
            let now = try Self.version(of: connection)
            defer { version = now }
            return now == version ? .same : .moved
        } catch {
            throw StoreError(error, path: path)
        }
    }

    func close() {
        // Nothing is lost with a connection that only reads.
        try? connection.close()
    }

    private static func version(of connection: DatabaseQueue) throws -> Int64 {
        try connection.inDatabase { database in
            try Int64.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
    }
}
