import GRDB
import GRDBSQLite

/// What the head of the index of the write-ahead log says (sqlite.org/walformat.html, 2.3.1): memory that all processes
/// share, in which each commit counts one up.
///
/// It is read through the connection's own methods of SQLite's file (`sqlite3_io_methods`), which hand out the memory that
/// the connection has mapped anyway: the file is not opened a second time, which would drop SQLite's locks when it is
/// closed.
struct LogIndex: Hashable {
    /// Counts transactions.
    var changes: UInt32
    /// Frames in the log that are committed; none when it was begun anew and nobody has written since.
    var frames: UInt32

    /// The index is mapped in pieces of this size.
    private static let pieceSize: Int32 = 32_768
    /// The head stands there twice, and a writer writes the second copy first; 40 bytes of it are what it says, 8 their sum.
    private static let headSize = 48
    private static let attempts = 8

    /// - Parameter database: has read something already; otherwise there is no index for it yet.
    /// - Returns: `nil` when there is none, or while it is being written.
    init?(of database: Database) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let found = sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard found == SQLITE_OK, let file, let methods = file.pointee.pMethods, methods.pointee.iVersion >= 2,
            let map = methods.pointee.xShmMap, let barrier = methods.pointee.xShmBarrier
        else { return nil }
        var start: UnsafeMutableRawPointer?
        guard map(file, 0, Self.pieceSize, 0, &start) == SQLITE_OK, let start else { return nil }
        for _ in 0..<Self.attempts {
            let first = [UInt8](UnsafeRawBufferPointer(start: start, count: Self.headSize))
            barrier(file)
            let second = [UInt8](UnsafeRawBufferPointer(start: start + Self.headSize, count: Self.headSize))
            guard first == second else { continue }
            // In the machine's own order of bytes.
            changes = Self.number(first, 8)
            frames = Self.number(first, 16)
            return
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
    }
}
