import GRDB

/// A connection that only answers one question: has anybody committed since I last asked?
///
/// `PRAGMA data_version` moves on a connection when another connection, of whatever process, has changed the file. The
/// probe never writes, so every commit is another's.
///
/// It also moves, once in some thousand pages of the log, when the log is begun anew (``LogKeeper``): nothing has changed
/// then. What tells the two apart is the count of transactions in ``LogIndex``.
struct CommitProbe: Sendable {
    private let path: String
    private let connection: DatabaseQueue
    private let files: RecordFiles
    private var version: Int64
    /// As it was before the last answer; `nil` where it cannot be read, and every move is a commit.
    private var index: LogIndex?

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
            // The index first: what is committed between the two is in the version, and no news.
            index = connection.inDatabase { LogIndex(of: $0) }
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
            guard now != version else { return .same }
            version = now
            let known = index
            index = connection.inDatabase { LogIndex(of: $0) }
            // Begun anew: no frame in it, and no transaction since.
            if let index, index.frames == 0, index.changes == known?.changes { return .same }
            return .moved
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
