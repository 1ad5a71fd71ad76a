import GRDB
import GRDBSQLite

/// The wall's connection to a record: SQLite opens the file for reading, refuses writing by itself (`query_only`), and
/// asks ``WallGuard`` about every column.
///
/// Through SQLite's own interface: GRDB has an authorizer of its own. Used by one thread at a time: whoever has it holds
/// a lock.
final class WallConnection: @unchecked Sendable {
    /// A file that nobody writes, on a disk that takes no writes, was opened without its log.
    let isStill: Bool
    private let plain: PlainConnection
    private let views: WallViewNames
    private var statements: [WallQuery: OpaquePointer] = [:]

    /// - Throws: ``StoreError``: `notADatabase`, `foreign`, `newer`, `older`, `corrupt`, `readOnly`, `busy`.
    init(path: String, isStill: Bool = false, patience: Int) throws(StoreError) {
        self.isStill = isStill
        try MainFile.check(path: path)
        plain = try PlainConnection(
            path: isStill ? FileFacts.resolved(path) : path, place: path, isStill ? .still : .reading)
        plain.leaveLogAlone()
        sqlite3_busy_timeout(plain.handle, Int32(patience))
        try plain.execute("PRAGMA query_only = ON; PRAGMA cache_size = -8192")
        try Self.check(plain)
        let expected = try WallGuard.views()
        views = WallViewNames(expected.keys)
        // A view that somebody has changed could show anything.
        var found: [String: String] = [:]
        for row in try plain.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'view'") {
            if let name = row[0].text { found[name] = row[1].text }
        }
        for name in expected.keys.sorted() where found[name] != expected[name] {
            throw .corrupt(path: path, detail: "the view \(name) is not as it should be")
        }
        WallGuard.stand(before: plain.handle, views: views)
    }

    deinit { close() }

    func close() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
        plain.close()
    }

    private static func check(_ plain: PlainConnection) throws(StoreError) {
        func number(_ sql: String) throws(StoreError) -> Int64 { try plain.rows(sql).first?.first?.number ?? 0 }
        guard try number("PRAGMA application_id") == Int64(Schema.applicationID) else {
            throw .foreign(path: plain.place)
        }
        try checkVersion(Int(clamping: try number("PRAGMA user_version")), path: plain.place)
    }

    private static func checkVersion(_ found: Int, path: String) throws(StoreError) {
        guard found <= Schema.version else { throw .newer(path: path, found: found, known: Schema.version) }
        guard found > 0 else { throw .corrupt(path: path, detail: "there is no schema in it") }
        guard found == Schema.version else { throw .older(path: path, found: found, known: Schema.version) }
    }

    // MARK: Reading

    /// Runs `body` in one read transaction.
    func read<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        try plain.execute("BEGIN")
        defer { try? plain.execute("ROLLBACK") }
        // Somebody may have brought the file forward meanwhile.
        try Self.checkVersion(
            Int(clamping: try plain.rows("PRAGMA user_version").first?.first?.number ?? 0), path: plain.place)
        do { return try body() } catch { throw StoreError(error, path: plain.place) }
    }

    /// Reads the file anew: one that is damaged under it would else be shown from memory, for as long as nobody commits.
    func forgetPages() { plain.forgetPages() }

    /// Goes through the rows of an answer.
    func each(_ query: WallQuery, _ values: [DatabaseValue] = [], _ body: (WallRow) throws -> Void) throws {
        let statement = try prepared(query)
        defer { sqlite3_reset(statement) }
        for (place, value) in values.enumerated() { Self.bind(value, Int32(place + 1), statement) }
        let row = WallRow(statement: statement)
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw plain.failure(code) }
            try body(row)
        }
    }

    /// The first row of an answer.
    func first<Result>(
        _ query: WallQuery, _ values: [DatabaseValue] = [], _ body: (WallRow) throws -> Result
    ) throws -> Result? {
        var result: Result?
        try each(query, values) { if result == nil { result = try body($0) } }
        return result
    }

    private func prepared(_ query: WallQuery) throws(StoreError) -> OpaquePointer? {
        if let known = statements[query] { return known }
        let statement = try prepare(query.sql)
        statements[query] = statement
        return statement
    }

    /// - Throws: also for a statement that the guard refuses.
    func prepare(_ sql: String) throws(StoreError) -> OpaquePointer? {
        // What a statement calls by the name of a view would be taken for the view.
        guard !sql.uppercased().contains("WITH") else {
            throw .failed(path: plain.place, detail: "a statement of the wall has no WITH")
        }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(plain.handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK else { throw plain.failure(code) }
        return statement
    }

    /// How SQLite goes about a statement: a line for each step.
    func plan(_ query: WallQuery) throws(StoreError) -> [String] {
        let statement = try prepare("EXPLAIN QUERY PLAN " + query.sql)
        defer { sqlite3_finalize(statement) }
        var lines: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW { lines.append(WallRow(statement: statement).text(3)) }
        return lines
    }

    private static func bind(_ value: DatabaseValue, _ place: Int32, _ statement: OpaquePointer?) {
        switch value.storage {
        case .int64(let number): sqlite3_bind_int64(statement, place, number)
        case .string(var text):
            text.withUTF8 { bytes in
                _ = bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .null, .double, .blob: sqlite3_bind_null(statement, place)
        }
    }

    /// SQLITE_TRANSIENT: SQLite takes a copy. The macro does not come through to Swift.
    static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// A row of an answer while it is the current one; columns count from 0.
struct WallRow {
    fileprivate let statement: OpaquePointer?

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func integerIfAny(_ column: Int32) -> Int64? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : integer(column)
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func textIfAny(_ column: Int32) -> String? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : text(column)
    }

    /// SQLite's own, until the next step.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    }
}
