import GRDB
import GRDBSQLite

/// Gathers what one transaction writes into the write-ahead log, so that it goes into the file in one piece.
///
/// SQLite writes every page in two calls, its head and itself: an action of twenty pages makes forty calls of the system,
/// a rebuild some ten thousand. For the time of one transaction the methods of the log's file (sqlite.org/c3ref/io_methods.html)
/// are exchanged for ones that keep consecutive writes in memory, and hand them on as soon as anybody could ask for them:
/// before the log is synced, which with `synchronous=FULL` comes before a commit is told to anybody, before this
/// connection reads there, asks how long the file is or cuts it, and when the memory is full. So the file gets the same
/// bytes in the same order.
///
/// What a transaction leaves behind that was rolled back is dropped: it was never anybody's, and from then on another
/// process may write in its place. For the same reason nothing is handed on, and nothing more is taken, once SQLite has
/// ended the transaction itself. And where handing on has failed once, everything fails that comes after it: SQLite
/// believes that the bytes are there, and a log with a hole in it must never be synced.
///
/// Used by the thread that has the connection that writes.
final class LogGathering: @unchecked Sendable {
    /// Bytes: some thirty pages. SQLite's own files take no more at once.
    private static let capacity = 0x1_FFFF

    /// What lies behind the methods of a file while it gathers. The methods are its beginning: SQLite sees them only.
    private struct Gathered {
        var methods: sqlite3_io_methods
        let original: UnsafePointer<sqlite3_io_methods>
        let connection: OpaquePointer
        /// The statement that commits is under way: SQLite calls the transaction ended from its beginning on.
        var isCommitting = false
        /// What handing on has failed with.
        var failure = SQLITE_OK
        let memory: UnsafeMutableRawPointer
        /// Where in the file the gathered bytes belong, and how many there are.
        var start: Int64 = 0
        var count = 0

        var end: Int64 { start + Int64(count) }
        var isOver: Bool { !isCommitting && sqlite3_get_autocommit(connection) != 0 }
    }

    private let memory = UnsafeMutableRawPointer.allocate(byteCount: LogGathering.capacity, alignment: 16)

    deinit { memory.deallocate() }

    /// Runs `body` inside a transaction that writes, and then `commit`.
    func gather<Result>(
        on database: Database, _ body: () throws -> Result, commit: () throws -> Void
    ) throws -> Result {
        guard let connection = database.sqliteConnection, let file = Self.log(of: connection),
            let original = file.pointee.pMethods,
            // Otherwise commits are told before the log is synced, or the log is filled up behind the sync.
            try RawStatement.number("PRAGMA synchronous", in: database) ?? 0 >= 2,
            original.pointee.xDeviceCharacteristics(file) & SQLITE_IOCAP_POWERSAFE_OVERWRITE != 0
        else {
            let result = try body()
            try commit()
            return result
        }
        var gathered = Gathered(
            methods: Self.methods(over: original.pointee), original: original, connection: connection, memory: memory)
        return try withUnsafeMutablePointer(to: &gathered) { gathered in
            file.pointee.pMethods = UnsafeRawPointer(gathered).assumingMemoryBound(to: sqlite3_io_methods.self)
            defer { file.pointee.pMethods = original }
            let result = try body()
            gathered.pointee.isCommitting = true
            defer { gathered.pointee.isCommitting = false }
            try commit()
            return result
        }
    }

    /// The file of the write-ahead log; `nil` where there is none.
    private static func log(of connection: OpaquePointer) -> UnsafeMutablePointer<sqlite3_file>? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file)
        return code == SQLITE_OK ? file : nil
    }

    private static func gathered(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<Gathered> {
        UnsafeMutableRawPointer(mutating: UnsafeRawPointer(file.pointee.pMethods!)).assumingMemoryBound(
            to: Gathered.self)
    }

    /// Hands on what was gathered.
    private static func handOn(
        _ gathered: UnsafeMutablePointer<Gathered>, to file: UnsafeMutablePointer<sqlite3_file>
    ) -> Int32 {
        guard gathered.pointee.failure == SQLITE_OK else { return gathered.pointee.failure }
        let (start, count) = (gathered.pointee.start, gathered.pointee.count)
        gathered.pointee.count = 0
        guard count > 0, !gathered.pointee.isOver else { return SQLITE_OK }
        let code = gathered.pointee.original.pointee.xWrite(file, gathered.pointee.memory, Int32(count), start)
        gathered.pointee.failure = code
        return code
    }

    private static func methods(over original: sqlite3_io_methods) -> sqlite3_io_methods {
        var methods = original
        // As far as this program knows them.
        methods.iVersion = min(methods.iVersion, 3)
        methods.xWrite = { file, bytes, count, offset in
            guard let file, let bytes else { return SQLITE_MISUSE }
            let (gathered, count) = (LogGathering.gathered(file), Int(count))
            guard gathered.pointee.failure == SQLITE_OK else { return gathered.pointee.failure }
            // A statement by itself, after SQLite has ended the transaction that it was meant for.
            guard !gathered.pointee.isOver else { return SQLITE_ABORT }
            if gathered.pointee.count > 0,
                offset != gathered.pointee.end || gathered.pointee.count + count > LogGathering.capacity
            {
                let code = LogGathering.handOn(gathered, to: file)
                guard code == SQLITE_OK else { return code }
            }
            guard count <= LogGathering.capacity else {
                return gathered.pointee.original.pointee.xWrite(file, bytes, Int32(count), offset)
            }
            if gathered.pointee.count == 0 { gathered.pointee.start = offset }
            (gathered.pointee.memory + gathered.pointee.count).copyMemory(from: bytes, byteCount: count)
            gathered.pointee.count += count
            return SQLITE_OK
        }
        methods.xRead = { file, bytes, count, offset in
            guard let file else { return SQLITE_MISUSE }
            let gathered = LogGathering.gathered(file)
            if offset < gathered.pointee.end, offset + Int64(count) > gathered.pointee.start {
                let code = LogGathering.handOn(gathered, to: file)
                guard code == SQLITE_OK else { return code }
            }
            return gathered.pointee.original.pointee.xRead(file, bytes, count, offset)
        }
        methods.xSync = { file, flags in
            guard let file else { return SQLITE_MISUSE }
            let gathered = LogGathering.gathered(file)
            let code = LogGathering.handOn(gathered, to: file)
            return code == SQLITE_OK ? gathered.pointee.original.pointee.xSync(file, flags) : code
        }
        methods.xFileSize = { file, size in
            guard let file else { return SQLITE_MISUSE }
            let gathered = LogGathering.gathered(file)
            let code = LogGathering.handOn(gathered, to: file)
            return code == SQLITE_OK ? gathered.pointee.original.pointee.xFileSize(file, size) : code
        }
        methods.xTruncate = { file, size in
            guard let file else { return SQLITE_MISUSE }
            let gathered = LogGathering.gathered(file)
            let code = LogGathering.handOn(gathered, to: file)
            return code == SQLITE_OK ? gathered.pointee.original.pointee.xTruncate(file, size) : code
        }
        return methods
    }
}
