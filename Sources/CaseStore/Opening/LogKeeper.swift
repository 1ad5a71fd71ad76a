import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Keeps the write-ahead log short, however many readers there are and however long they stay.
///
/// A log begins anew only when all of it is in the database and nobody reads in it. SQLite tries that inside the commit
/// that crosses a thousand pages, where a person waits for it, and never waits for readers: with a wall display and a
/// few desks somebody always reads, and the log grows for months. So here a thread of its own copies the log into the
/// database beside the work (PASSIVE, which keeps nobody waiting), and then what has come meanwhile, in its turn among
/// the writers, waiting a moment for the readers to be done (RESTART). Who begins to read meanwhile finds everything in
/// the database and is in nobody's way, so the wait is as long as the longest read that was under way; when that is too
/// long, the next try comes later.
///
/// A log that begins anew in time hardly grows: the disk has nothing to note down with a commit but the pages.
final class LogKeeper: Sendable {
    /// Pages in the log from which it is copied into the database and made to begin anew.
    static let limit = 2_000
    /// Pages from which the writer itself does it before it goes on: nobody else was able to, as when short commands
    /// write beside a display that never closes.
    static let hardLimit = 16_000
    /// After a try the log grows by so many pages before the next.
    private static let step = 500
    /// How long readers are waited for, and writers with them, in milliseconds.
    private static let patience: Int32 = 20
    /// How long the turn is waited for, in milliseconds: some dozen commits.
    private static let turnPatience = 100
    /// The file of a log that has begun anew is cut to this size, in bytes. Well above what it has on most days: writing
    /// over old pages is quicker than making the file longer.
    static let fileLimit = 16 * 1_024 * 1_024

    private struct State {
        /// Pages in the log after the last commit of this process.
        var pages = 0
        var lastTry = 0
        var isWorking = false
        var turn: WritingTurn?
    }

    private let state = Mutex(State())

    /// Takes over from SQLite's own way on the connection that writes.
    func attach(to database: Database) throws {
        try database.execute(sql: "PRAGMA journal_size_limit = \(Self.fileLimit)")
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let keeper = Unmanaged<LogKeeper>.fromOpaque(context).takeUnretainedValue()
                keeper.state.withLock { $0.pages = Int(pages) }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// After a commit, which stands whatever happens here.
    func look(after record: OpenRecord) {
        let (pages, isDue) = state.withLock { state in
            // It has begun anew.
            if state.pages < state.lastTry { state.lastTry = 0 }
            let isDue =
                state.pages >= Self.limit && !state.isWorking
                && (state.lastTry == 0 || state.pages >= state.lastTry + Self.step)
            if isDue {
                state.lastTry = state.pages
                state.isWorking = true
            }
            return (state.pages, isDue)
        }
        guard isDue else { return }
        let (path, files) = (record.path, record.files)
        if pages >= Self.hardLimit {
            work(on: path, files)
        } else {
            // Without the record: it is closed by whoever used it, when they are done.
            let thread = Thread { [self] in work(on: path, files) }
            thread.name = "daiban.log"
            thread.stackSize = 512 * 1_024
            thread.start()
        }
    }

    /// On a connection of its own, so that the one that writes is free; of SQLite's own interface, not GRDB's (see
    /// ``MainFile``). A failure is no news: the log is as long as it was, and the next commit tries again.
    private func work(on path: String, _ files: RecordFiles) {
        defer { state.withLock { $0.isWorking = false } }
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        guard files.standing == .same,
            sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
            // A connection that has read nothing knows of no log.
            sqlite3_exec(connection, "PRAGMA schema_version", nil, nil, nil) == SQLITE_OK,
            files.standing == .same
        else { return }
        // Another desk may be at it, or have done it by now.
        guard copy(connection) >= Self.limit else { return }
        let turn = turn(at: path)
        turn.take()
        defer { turn.giveBack() }
        // The same while this one stood in line.
        guard copy(connection) >= Self.limit else { return }
        sqlite3_busy_timeout(connection, Self.patience)
        sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_RESTART, nil, nil)
    }

    /// Copies what is in the log, as far as nobody has to wait.
    ///
    /// - Returns: how many pages the log has; -1 while somebody else does it.
    private func copy(_ connection: OpaquePointer?) -> Int {
        var length: Int32 = -1
        sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, &length, nil)
        return Int(length)
    }

    /// One for all tries: whoever waits in vain leaves a thread behind that goes on waiting.
    private func turn(at path: String) -> WritingTurn {
        state.withLock { state in
            let turn = state.turn ?? WritingTurn(path: path, patience: Self.turnPatience)
            state.turn = turn
            return turn
        }
    }

    /// Waits until the private thread has closed its connection, so that the last one to close is the record's own and
    /// takes the log away.
    func rest() {
        while state.withLock({ $0.isWorking }) { usleep(500) }
    }

    /// Empties the log after a commit whose fsync failed.
    ///
    /// Its pages stand in the file of the log, whole but not counted: should this process be killed before the next
    /// commit overwrites them, the next one to open the record would find and count them, and an action that was
    /// refused would be there.
    func discardUncounted(_ database: Database, waits: BusyWaits) {
        guard let connection = database.sqliteConnection, !database.isInsideTransaction else { return }
        defer { waits.attach(to: database) }
        sqlite3_busy_timeout(connection, Self.patience)
        sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    }
}
