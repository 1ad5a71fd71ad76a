import GRDBSQLite

/// A database used through SQLite's own interface and nothing else: what the figures are held against.
final class BareDatabase {
    private var connection: OpaquePointer?

    init(_ path: String) throws(BenchmarkError) {
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
            throw .township("cannot open \(path)")
        }
        try run("PRAGMA foreign_keys = ON")
        try run("PRAGMA synchronous = FULL")
        try run("PRAGMA cache_size = -8192")
    }

    deinit { sqlite3_close_v2(connection) }

    func prepare(_ sql: String) throws(BenchmarkError) -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw .township("\(String(cString: sqlite3_errmsg(connection))): \(sql)")
        }
        return statement
    }

    /// Runs a statement to its end; the rows are fetched and not looked at.
    func step(_ statement: OpaquePointer) throws(BenchmarkError) {
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW { code = sqlite3_step(statement) }
        guard code == SQLITE_DONE else { throw .township(String(cString: sqlite3_errmsg(connection))) }
        sqlite3_reset(statement)
    }

    func run(_ sql: String) throws(BenchmarkError) {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        try step(statement)
    }
}
