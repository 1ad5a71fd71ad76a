/// Which files on the disk a record was opened from: the database, its write-ahead log and the index of the log.
///
/// Somebody may move, delete or replace them under an open connection, which then goes on reading and writing files
/// that nobody else will ever see again ("How To Corrupt An SQLite Database File", 4). So they are compared before an
/// answer is believed and before a commit.
struct RecordFiles: Sendable {
    enum Standing: Hashable {
        /// The path leads to the files that were opened.
        case same
        /// It leads to no file.
        case gone
        /// It leads to another database, which can be opened.
        case replaced
        /// The database and its log are not of one kind any more: another database stands beside the log of the old
        /// one, or the log was taken away. Whoever opened them together would mix two records.
        case entangled
    }

    private let path: String
    private let database: FileFacts.Identity
    /// The log stands beside the file itself, not beside a symbolic link to it.
    private let resolved: String
    /// `nil` where there was none: a connection that only reads may not have made one.
    private let log: FileFacts.Identity?
    private let index: FileFacts.Identity?

    /// The files as they are now; `database` is what the path led to before it was opened.
    ///
    /// To be made after the first read, since only that makes the log.
    init(path: String, database: FileFacts.Identity) {
        self.path = path
        self.database = database
        resolved = FileFacts.resolved(path)
        log = FileFacts.identity(resolved + "-wal")
        index = FileFacts.identity(resolved + "-shm")
    }

    var standing: Standing {
        guard let now = FileFacts.identity(path) else { return .gone }
        if now == database {
            // Nobody takes the log away while a connection is open, or it was taken by force.
            return log == nil || log == FileFacts.identity(resolved + "-wal") ? .same : .entangled
        }
        // A symbolic link may lead to another folder now, whose log is the new database's own.
        let place = FileFacts.resolved(path)
        let holdsOldLog = log != nil && log == FileFacts.identity(place + "-wal")
        let holdsOldIndex = index != nil && index == FileFacts.identity(place + "-shm")
        return holdsOldLog || holdsOldIndex ? .entangled : .replaced
    }

    /// Whether closing the last connection harms nobody: it deletes the log *by its name*, which may be the log of
    /// another database by now.
    var mayBeClosed: Bool {
        guard FileFacts.identity(path) != database else { return true }
        let logNow = FileFacts.identity(resolved + "-wal")
        return logNow == nil || logNow == log
    }
}
