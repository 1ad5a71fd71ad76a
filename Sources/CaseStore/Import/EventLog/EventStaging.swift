import GRDBSQLite

/// The rows of a log while they are sorted: a table in a private file of SQLite that no folder shows and that is gone when
/// the process ends, however it ends. It holds personal data, and what has no name cannot be left lying about.
///
/// SQLite keeps a few megabytes in memory and the rest in such files, so a log of any length is sorted in memory that does
/// not grow. They are made in `SQLITE_TMPDIR`, `TMPDIR` or `/var/tmp`, and take about twice the room of the log.
///
/// May go from thread to thread, and is used by one at a time.
final class EventStaging: @unchecked Sendable {
    private let connection: OpaquePointer
    private let insertion: OpaquePointer

    init() throws(ImportError) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
        guard sqlite3_open_v2("", &opened, flags, nil) == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw Self.failure(opened)
        }
        let made = sqlite3_exec(
            opened,
            """
            PRAGMA page_size = 16384; PRAGMA temp_store = FILE; PRAGMA cache_size = -16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE events (key TEXT, at INTEGER, row INTEGER, line INTEGER, activity INTEGER,
                fault_column TEXT, fault_reason TEXT, fault_detail TEXT, fields BLOB) STRICT;
            BEGIN;
            """, nil, nil, nil)
        var statement: OpaquePointer?
        guard made == SQLITE_OK,
            sqlite3_prepare_v2(
                opened, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &statement, nil) == SQLITE_OK,
            let statement
        else {
            defer { sqlite3_close_v2(opened) }
            throw Self.failure(opened)
        }
        connection = opened
        insertion = statement
    }

    deinit {
        sqlite3_finalize(insertion)
        sqlite3_close_v2(connection)
    }

    func insert(_ row: StagedRow) throws(ImportError) {
        bind(1, row.key)
        sqlite3_bind_int64(insertion, 2, row.at)
        sqlite3_bind_int64(insertion, 3, Int64(row.row))
        sqlite3_bind_int64(insertion, 4, Int64(row.line))
        sqlite3_bind_int64(insertion, 5, Int64(row.activity))
        bind(6, row.fault?.column)
        bind(7, row.fault?.reason.rawValue)
        bind(8, row.fault?.detail)
        let bytes = row.fields.bytes
        _ = bytes.withUnsafeBytes {
            sqlite3_bind_blob(insertion, 9, $0.baseAddress, Int32($0.count), Self.transient)
        }
        let result = sqlite3_step(insertion)
        sqlite3_reset(insertion)
        guard result == SQLITE_DONE else { throw Self.failure(connection) }
    }

    /// Hands out every row, case by case by its number (byte for byte), and in a case by time, then as in the file.
    ///
    /// - Parameter body: `false` ends it.
    func sorted(_ body: (StagedRow) throws(ImportError) -> Bool) throws(ImportError) {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let sql = "SELECT * FROM events ORDER BY key, at, row"
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw Self.failure(connection)
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: guard try body(Self.row(statement)) else { return }
            case SQLITE_DONE: return
            default: throw Self.failure(connection)
            }
        }
    }

    private static func row(_ statement: OpaquePointer) -> StagedRow {
        let reason = text(statement, 6).flatMap(ImportReject.Reason.init(rawValue:))
        let count = Int(sqlite3_column_bytes(statement, 8))
        let bytes = sqlite3_column_blob(statement, 8).map {
            [UInt8](UnsafeRawBufferPointer(start: $0, count: count))
        }
        return StagedRow(
            key: text(statement, 0) ?? "", at: sqlite3_column_int64(statement, 1),
            row: Int(sqlite3_column_int64(statement, 2)), line: Int(sqlite3_column_int64(statement, 3)),
            activity: Int(sqlite3_column_int64(statement, 4)),
            fault: reason.map {
                ImportRow.Fault(column: text(statement, 5) ?? "", reason: $0, detail: text(statement, 7) ?? "")
            }, fields: PackedFields(bytes: bytes ?? []))
    }

    private static func text(_ statement: OpaquePointer, _ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(statement, column) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    private func bind(_ place: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(insertion, place)
            return
        }
        text.withUTF8 {
            _ = $0.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(insertion, place, $0.baseAddress, Int32($0.count), Self.transient)
            }
        }
    }

    private static func failure(_ connection: OpaquePointer?) -> ImportError {
        .sorting(connection.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory")
    }

    /// `SQLITE_TRANSIENT`, which C spells as a cast that Swift does not import: SQLite copies what it is given.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
