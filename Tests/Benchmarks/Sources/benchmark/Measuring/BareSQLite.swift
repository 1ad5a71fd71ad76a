import GRDBSQLite

/// SQLite as C gives it, for filling files quickly and as the reference that the store is compared with.
final class BareSQLite {
    private var handle: OpaquePointer?

    init(_ path: String) throws {
        guard sqlite3_open(path, &handle) == SQLITE_OK else { throw BenchmarkError.township("cannot open \(path)") }
        try run("PRAGMA cache_size = -8192")
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw BenchmarkError.township(String(cString: sqlite3_errmsg(handle)))
        }
    }

    func texts(_ sql: String) throws -> [String] {
        let statement = try prepare(sql)
        var texts: [String] = []
        while statement.step() { texts.append(statement.text(0)) }
        return texts
    }

    func prepare(_ sql: String) throws -> BareStatement {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw BenchmarkError.township(String(cString: sqlite3_errmsg(handle)))
        }
        return BareStatement(statement)
    }
}

final class BareStatement {
    private let statement: OpaquePointer
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ statement: OpaquePointer) { self.statement = statement }

    deinit { sqlite3_finalize(statement) }

    func bind(_ place: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(statement, place, value) } else { sqlite3_bind_null(statement, place) }
    }

    func bind(_ place: Int32, _ text: String) { sqlite3_bind_text(statement, place, text, -1, Self.copied) }

    func step() -> Bool { sqlite3_step(statement) == SQLITE_ROW }
    func reset() { sqlite3_reset(statement) }

    /// Runs a statement that answers no rows, or whose rows nobody wants.
    func execute() throws {
        while step() {}
        guard sqlite3_reset(statement) == SQLITE_OK else {
            let why = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement)))
            let text = sqlite3_sql(statement).map { String(cString: $0) } ?? ""
            throw BenchmarkError.township("a bare statement failed: \(why): \(text.prefix(200))")
        }
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    func text(_ column: Int32) -> String { sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "" }

    /// Steps to the end and touches every column, as the cheapest reader would; gives the number of rows.
    func drain() -> Int {
        let columns = sqlite3_column_count(statement)
        var rows = 0
        while step() {
            for column in 0..<columns {
                if sqlite3_column_type(statement, column) == SQLITE_TEXT {
                    _ = sqlite3_column_text(statement, column)
                } else {
                    _ = sqlite3_column_int64(statement, column)
                }
            }
            rows += 1
        }
        reset()
        return rows
    }
}
