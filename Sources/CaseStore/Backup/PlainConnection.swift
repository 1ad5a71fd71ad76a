import Foundation
import GRDB
import GRDBSQLite

/// A connection through SQLite's own interface, for what GRDB has no words for: page copies, and a lock that is held
/// while files are put in another's place.
///
/// Used by one thread at a time. Errors name ``place``, the file that the person knows, which need not be the one that is
/// opened.
final class PlainConnection {
    enum Mode {
        /// Reads what stands in the file and its log.
        case reading
        /// Reads a file that nobody changes and that has no log: makes no files beside it.
        case still
        case writing
    }

    let place: String
    private let mode: Mode
    private(set) var handle: OpaquePointer?
    private var watch: PrivateCrew.Watch?

    init(path: String, place: String? = nil, _ mode: Mode) throws(StoreError) {
        self.place = place ?? path
        self.mode = mode
        let flags =
            switch mode {
            case .reading: SQLITE_OPEN_READONLY
            case .still: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            case .writing: SQLITE_OPEN_READWRITE
            }
        let name = if case .still = mode { MainFile.uri(path) } else { path }
        let code = sqlite3_open_v2(name, &handle, flags, nil)
        guard code == SQLITE_OK else {
            let error = failure(code)
            close()
            throw error
        }
        sqlite3_busy_timeout(handle, Int32(StoreError.patience * 1_000))
    }

    deinit { close() }

    func close() {
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// Lets a long statement end with an error when no more is wanted.
    func stop(with watch: PrivateCrew.Watch) {
        self.watch = watch
        sqlite3_progress_handler(
            handle, 10_000,
            { pointer in
                guard let pointer else { return 0 }
                return Unmanaged<PrivateCrew.Watch>.fromOpaque(pointer).takeUnretainedValue().isStopped ? 1 : 0
            }, Unmanaged.passUnretained(watch).toOpaque())
    }

    /// Keeps the closing of this connection from deleting the log by its name, which may be another file's by then.
    func leaveLogAlone() {
        var isOn: Int32 = 1
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &isOn)
    }

    /// Lets go of the pages that were read: the next reading reads them from the file again.
    func forgetPages() { sqlite3_db_release_memory(handle) }

    /// Runs statements whose answers do not matter.
    func execute(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    /// One field of an answer.
    enum Field: Hashable {
        case number(Int64), text(String), bytes(Data), null

        var number: Int64? { if case .number(let value) = self { value } else { nil } }
        var text: String? { if case .text(let value) = self { value } else { nil } }
        var bytes: Data? { if case .bytes(let value) = self { value } else { nil } }
    }

    /// Every row that a statement answers; for small answers.
    func rows(_ sql: String) throws(StoreError) -> [[Field]] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        var code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK else { throw failure(code) }
        var rows: [[Field]] = []
        while true {
            code = sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw failure(code) }
            rows.append((0..<sqlite3_column_count(statement)).map { Self.field(statement, $0) })
        }
    }

    func failure(_ code: Int32) -> StoreError {
        let words = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        let error = StoreError(DatabaseError(resultCode: ResultCode(rawValue: code), message: words), path: place)
        return if case .writing = mode { error } else { error.whenReading }
    }

    private static func field(_ statement: OpaquePointer?, _ column: Int32) -> Field {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER:
            return .number(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
            return sqlite3_column_text(statement, column).map { .text(String(cString: $0)) } ?? .null
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(statement, column))
            guard count > 0, let bytes = sqlite3_column_blob(statement, column) else { return .bytes(Data()) }
            return .bytes(Data(bytes: bytes, count: count))
        default:
            return .null
        }
    }
}
