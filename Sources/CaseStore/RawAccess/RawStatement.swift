import Foundation
import GRDB
import GRDBSQLite

/// One statement through SQLite's own interface: for the few places that go through millions of rows, where making a
/// value of every column would cost more than all the rest.
///
/// Used by one thread, inside one access to the database. What a column gives as bytes is SQLite's and lasts until the
/// next step.
final class RawStatement {
    private let database: Database
    // Keeps the handle.
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ database: Database, sql: String) throws {
        self.database = database
        statement = try database.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// One that the connection keeps for the next time: nothing else may be going through its rows.
    init(cached sql: String, in database: Database) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        sqlite3_reset(handle)
    }

    deinit { sqlite3_reset(handle) }

    /// What the first row says in its only column, a number; `nil` without a row.
    static func number(_ sql: String, _ values: Int64..., in database: Database) throws -> Int64? {
        let row = try RawStatement(cached: sql, in: database)
        for (place, value) in values.enumerated() { row.bind(value, Int32(place + 1)) }
        return try row.next() ? row.number(0) : nil
    }

    // MARK: Running

    /// Goes to the next row.
    ///
    /// - Returns: `false` behind the last one.
    func next() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure()
        }
    }

    /// Runs a statement that gives no rows, and makes it ready for the next time.
    func run() throws {
        let code = sqlite3_step(handle)
        let error = code == SQLITE_DONE ? nil : failure()
        sqlite3_reset(handle)
        if let error { throw error }
    }

    /// The same with all its parameters.
    func run(_ values: [DatabaseValue]) throws {
        for (place, value) in values.enumerated() { bind(value, Int32(place + 1)) }
        try run()
    }

    /// Gives all its parameters and makes it ready for going through its rows.
    func start(_ values: [DatabaseValue]) {
        sqlite3_reset(handle)
        for (place, value) in values.enumerated() { bind(value, Int32(place + 1)) }
    }

    func reset() { sqlite3_reset(handle) }

    private func failure() -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
            message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }

    // MARK: Columns, from 0

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    /// A number that may be missing.
    ///
    /// - Throws: ``UnreadableRecord`` when something else stands there, as in a damaged file.
    func number(_ column: Int32) throws -> Int64? {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return integer(column)
        case SQLITE_NULL: return nil
        default: throw UnreadableRecord(place: name(column), detail: "no number")
        }
    }

    /// What the statement calls a column.
    func name(_ column: Int32) -> String { sqlite3_column_name(handle, column).map(String.init(cString:)) ?? "" }

    var columnCount: Int32 { sqlite3_column_count(handle) }

    /// Takes a value with its type into a hash.
    func hash(_ column: Int32, into hasher: inout Hasher) {
        let type = sqlite3_column_type(handle, column)
        hasher.combine(type)
        switch type {
        case SQLITE_NULL: break
        case SQLITE_INTEGER: hasher.combine(integer(column))
        default:
            let bytes = bytes(column)
            hasher.combine(bytes.count)
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        }
    }

    /// The bytes of a text or a blob.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_blob(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
    func data(_ column: Int32) -> Data { Data(bytes(column)) }

    /// Whether a column holds exactly `value`, its type included.
    func holds(_ value: DatabaseValue, _ column: Int32) -> Bool {
        let type = sqlite3_column_type(handle, column)
        switch value.storage {
        case .null: return type == SQLITE_NULL
        case .int64(let number): return type == SQLITE_INTEGER && integer(column) == number
        case .double(let number): return type == SQLITE_FLOAT && sqlite3_column_double(handle, column) == number
        case .string(let text): return type == SQLITE_TEXT && holds(text, column)
        case .blob(let data): return type == SQLITE_BLOB && data.elementsEqual(bytes(column))
        }
    }

    /// Whether the bytes of a column are those of `text`.
    func holds(_ text: String, _ column: Int32) -> Bool {
        let found = bytes(column)
        var text = text
        return text.withUTF8 { $0.count == found.count && (found.isEmpty || memoryIsEqual($0, found)) }
    }

    /// Whether they are those.
    func holds(_ known: [UInt8], _ column: Int32) -> Bool {
        let found = bytes(column)
        return known.withUnsafeBufferPointer { $0.count == found.count && (found.isEmpty || memoryIsEqual($0, found)) }
    }

    private func memoryIsEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let one = one.baseAddress, let start = other.baseAddress else { return false }
        return memcmp(one, start, other.count) == 0
    }

    // MARK: Parameters, from 1

    /// All of them.
    func bind(numbers: Int64...) {
        for (place, number) in numbers.enumerated() { sqlite3_bind_int64(handle, Int32(place + 1), number) }
    }

    func bind(_ value: Int64?, _ place: Int32) {
        if let value { sqlite3_bind_int64(handle, place, value) } else { sqlite3_bind_null(handle, place) }
    }

    func bind(_ text: String, _ place: Int32) {
        var text = text
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(handle, place, $0.baseAddress ?? Self.nothing, Int32($0.count), Self.copied)
            }
        }
    }

    func bind(_ data: Data, _ place: Int32) {
        data.withUnsafeBytes { _ = sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copied) }
    }

    func bind(_ value: DatabaseValue, _ place: Int32) {
        switch value.storage {
        case .null: sqlite3_bind_null(handle, place)
        case .int64(let number): sqlite3_bind_int64(handle, place, number)
        case .double(let number): sqlite3_bind_double(handle, place, number)
        case .string(let text): bind(text, place)
        case .blob(let data): bind(data, place)
        }
    }

    /// SQLITE_TRANSIENT: SQLite takes a copy. The macro does not come through to Swift.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// An empty text is no null.
    nonisolated(unsafe) private static let nothing = UnsafePointer(strdup(""))
}
