import GRDBSQLite

/// What the database file itself says, without its log: the first look at a file that may not be ours.
///
/// Already opening a database in WAL mode makes files beside it, and closing it again may write its log into it. So
/// the marks are read first through a connection that SQLite is told nothing will change under ("immutable" of URI
/// file names): it takes no locks, makes no files and does not look at the log.
enum MainFile {
    /// Refuses what the file proves to be another program's or newer than this one. Everything else, also what cannot
    /// be read, is left to the real opening, which sees the log too.
    static func check(path: String) throws(StoreError) {
        // An interrupted transaction of the old kind: its journal may hold what the first page really says.
        guard !FileFacts.exists(FileFacts.resolved(path) + "-journal"), let marks = marks(path) else { return }
        // An empty file says nothing; all may stand in its log.
        guard marks.pages > 0 else { return }
        guard marks.application == Int64(Schema.applicationID) else { throw .foreign(path: path) }
        guard marks.version <= Int64(Schema.version) else {
            throw .newer(path: path, found: Int(clamping: marks.version), known: Schema.version)
        }
    }

    private struct Marks {
        var pages: Int64
        var application: Int64
        var version: Int64
    }

    /// What the first page says; `nil` when it cannot be read, or where SQLite was built without URI names.
    ///
    /// SQLite's own interface, not GRDB's: a connection of GRDB lets go of its dispatch queue in the global pool, which
    /// on Linux wakes the process up every second from then on. SQLite also keeps the locks that other connections of
    /// this process hold when this one closes; a plain `open` and `close` would drop them.
    private static func marks(_ path: String) -> Marks? {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        guard sqlite3_open_v2(uri(path), &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil) == SQLITE_OK,
            let pages = number("PRAGMA page_count", connection),
            let application = number("PRAGMA application_id", connection),
            let version = number("PRAGMA user_version", connection)
        else { return nil }
        return Marks(pages: pages, application: application, version: version)
    }

    /// The one number that a statement answers.
    private static func number(_ sql: String, _ connection: OpaquePointer?) -> Int64? {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW
        else { return nil }
        return sqlite3_column_int64(statement, 0)
    }

    /// `path` as a URI file name (sqlite.org/uri.html).
    static func uri(_ path: String) -> String {
        var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += byte < 0x10 ? "%0" : "%"
                uri += String(byte, radix: 16, uppercase: true)
            }
        }
        return uri + "?immutable=1"
    }
}
