import GRDB

/// A connection that only answers one question: has anybody committed since I last asked?
///
/// `PRAGMA data_version` moves on a connection when another connection, of whatever process, has changed the file. The
/// probe never writes, so every commit is another's.
struct CommitProbe: Sendable {
    private let path: String
    private let connection: DatabaseQueue
    private let identity: FileFacts.Identity
    private var version: Int64

    enum Answer {
        case same
        case moved
        /// The path leads to another file now, or to none.
        case gone
    }

    init(path: String) throws(StoreError) {
        guard let identity = FileFacts.identity(path) else { throw .notFound(path: path) }
        do {
            var configuration = CaseStore.configuration(path: path, access: .readOnly)
            configuration.label = "CaseStore.feed"
            connection = try DatabaseQueue(path: path, configuration: configuration)
            self.path = path
            self.identity = identity
            version = try Self.version(of: connection)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    mutating func ask() throws(StoreError) -> Answer {
        guard FileFacts.identity(path) == identity else { return .gone }
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
