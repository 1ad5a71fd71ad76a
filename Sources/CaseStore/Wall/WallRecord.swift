import Casework
import Synchronization

/// The record as a wall in the service hall may see it: opened read-only, and allowed to read nothing but the views that
/// were made for the wall. There is no way to write from here, and no way to ask for anything else.
///
///     let record = WallRecord(path: path, rules: rules, supervisionPhone: phone)
///     let board = try record.board(at: now)
///
/// The file may go away, be replaced by a backup or be brought forward while the wall hangs: each board looks for the
/// file that stands at the path then. Between two boards no transaction is open, so the log can be taken in.
public final class WallRecord: Sendable {
    public let path: String
    private let rules: Rules
    private let supervisionPhone: String?
    private let patience: Int
    private let opened = Mutex<Opened?>(nil)

    private struct Opened: Sendable {
        var connection: WallConnection
        var files: RecordFiles
        /// When the file had been written to before it was read.
        var written: Int64?
        /// What was read before and stays as it is.
        var known = WallMemory()
    }

    /// Touches nothing yet: a wall may be switched on before its record is there.
    ///
    /// - Parameters:
    ///   - rules: with the national calendar; the centre's offset and its own changes are read.
    ///   - patience: how long somebody else's lock is waited for, in milliseconds.
    public init(path: String, rules: Rules, supervisionPhone: String? = nil, patience: Int? = nil) {
        self.path = path
        self.rules = rules
        self.supervisionPhone = supervisionPhone
        self.patience = patience ?? StoreError.patience * 1_000
    }

    /// The same, with a look whether the record can be read.
    ///
    /// - Throws: ``StoreError``, as ``board(at:)`` does.
    public static func open(
        at path: String, rules: Rules, supervisionPhone: String? = nil, patience: Int? = nil
    ) throws(StoreError) -> WallRecord {
        let record = WallRecord(path: path, rules: rules, supervisionPhone: supervisionPhone, patience: patience)
        try record.opened.withLock { opened throws(StoreError) in try record.open(&opened) }
        return record
    }

    /// Everything that the wall shows, as of one moment: read in one transaction.
    ///
    /// - Throws: ``StoreError``: `notFound` while there is no file, `disk` and `readOnly` while it cannot be read, `busy`,
    ///   `older` and `newer` while another version of the program works with it, `replaced` while a file and its log do not
    ///   belong together, `corrupt`. The next call tries again from the start.
    public func board(at now: Instant) throws(StoreError) -> WallBoard {
        try opened.withLock { opened throws(StoreError) in try readOrReopen(&opened, now) }
    }

    /// Whether the file itself was written to since the last board. Commits go to its log; but what is taken over from there, and
    /// what damages it, makes no news.
    public var isTouched: Bool {
        opened.withLock { opened in opened.map { FileFacts.written(path) != $0.written } ?? false }
    }

    /// Tells when somebody has written to the record. Where there is none to be had, as on a disk that takes no writes, the
    /// board is read from time to time.
    public func changes() throws(StoreError) -> ChangeFeed { try ChangeFeed(path: path) }

    private func readOrReopen(_ opened: inout Opened?, _ now: Instant) throws(StoreError) -> WallBoard {
        do {
            return try read(&opened, now)
        } catch .replaced {
            return try read(&opened, now)
        }
    }

    private func read(_ opened: inout Opened?, _ now: Instant) throws(StoreError) -> WallBoard {
        try open(&opened)
        guard var current = opened else { throw .notFound(path: path) }
        opened = nil
        let written = FileFacts.written(path)
        if written != current.written { current.connection.forgetPages() }
        current.written = written
        let (rules, phone, path) = (rules, supervisionPhone, path)
        let board: Result<WallBoard, StoreError>
        do {
            board = .success(
                try current.connection.read {
                    var reader = WallReader(
                        connection: current.connection, rules: rules, now: now, known: current.known)
                    let board = try reader.board(supervisionPhone: phone)
                    current.known = reader.known
                    return board
                })
        } catch {
            board = .failure(error)
        }
        // What the remains of another file say, also their errors, is no news of this one.
        guard current.files.standing == .same else { throw .replaced(path: path) }
        // Somebody began to write: what was read without a log may be of two moments.
        if current.connection.isStill, Self.hasLog(path) { throw .replaced(path: path) }
        if case .failure(let error) = board {
            if case .busy = error { opened = current }
            throw error
        }
        opened = current
        return try board.get()
    }

    /// Makes sure that the file at the path is the one that is open.
    private func open(_ opened: inout Opened?) throws(StoreError) {
        if let known = opened {
            let isStale = known.connection.isStill && !FileFacts.isOnReadOnlyDisk(path)
            switch known.files.standing {
            case .same where !isStale: return
            case .entangled: throw .replaced(path: path)
            case .same, .gone, .replaced: opened = nil
            }
        }
        guard let identity = FileFacts.identity(path) else { throw .notFound(path: path) }
        guard !FileFacts.isFolder(path) else { throw .notADatabase(path: path) }
        guard FileFacts.isReadable(path) else { throw .failed(path: path, detail: "permission denied") }
        let connection: WallConnection
        do {
            connection = try WallConnection(path: path, patience: patience)
        } catch .readOnly where !Self.hasLog(path) {
            // The log's index can neither be found nor made, and nobody writes: the file is all there is.
            connection = try WallConnection(path: path, isStill: true, patience: patience)
        }
        opened = Opened(connection: connection, files: RecordFiles(path: path, database: identity))
    }

    private static func hasLog(_ path: String) -> Bool { FileFacts.exists(FileFacts.resolved(path) + "-wal") }
}
