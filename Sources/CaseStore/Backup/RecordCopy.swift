import Foundation
import GRDBSQLite

/// How far a copy is, in pages of the database.
public struct CopyProgress: Hashable, Sendable {
    public var done: Int
    public var total: Int
}

/// Copies a record as it stands at one moment, page by page, while others write.
///
/// All pages are read in one read transaction. SQLite's backup would begin again whenever another process commits; in a
/// transaction of a write-ahead log it sees no commit and never does. Writers do not wait for a reader; what they would
/// feel is the disk. So the copy goes in small steps with a breath between them, and what it wrote is brought to the disk
/// every mebibyte: otherwise the first `fsync` of a writer would have to wait for hundreds of them. While it lasts, the
/// log cannot be folded in beyond the moment of the copy, and grows by what is written meanwhile.
struct RecordCopy {
    /// How hard the disk is driven.
    struct Pace {
        /// Pages read in one step.
        var pages: Int32 = 64
        /// Microseconds between two steps.
        var pause: UInt32 = 1_000
        /// Pages after which the disk is waited for.
        var stretch = 256

        static let gentle = Pace()
        /// Where nobody else is at work.
        static let alone = Pace(pages: 1_024, pause: 0, stretch: 8_192)
    }

    struct Stopped: Error {}

    let source: String
    let draft: FileDraft
    var pace = Pace.gentle
    /// The disk is full after so many pages; for tests.
    var room: Int?

    /// Makes the copy: one file in the old journal mode, which has no log and is opened without making files beside it.
    ///
    /// - Returns: the head of the record at the moment of the copy.
    /// - Throws: ``StoreError``, or ``Stopped`` when `progress` answered `false`.
    func run(progress: (CopyProgress) -> Bool) throws -> RecordHead {
        let from = try PlainConnection(path: source, .reading)
        try from.execute("BEGIN")
        // The first read settles the moment.
        let head = try RecordHead.read(from)
        do {
            let to = try PlainConnection(path: draft.path, place: draft.target, .writing)
            // A half-made draft is worth nothing: no journal for it, no waiting for the disk but our own.
            try to.execute(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
                    + "PRAGMA cache_size = -2048")
            if let room { try to.execute("PRAGMA max_page_count = \(room)") }
            try copy(from, to, progress)
        }
        try settle()
        try draft.sync()
        return head
    }

    private func copy(_ from: PlainConnection, _ to: PlainConnection, _ progress: (CopyProgress) -> Bool) throws {
        guard let backup = sqlite3_backup_init(to.handle, "main", from.handle, "main") else {
            throw to.failure(sqlite3_errcode(to.handle))
        }
        var isOpen = true
        defer { if isOpen { sqlite3_backup_finish(backup) } }
        var unsettled = 0
        while true {
            let code = sqlite3_backup_step(backup, pace.pages)
            guard code == SQLITE_OK || code == SQLITE_DONE else {
                isOpen = false
                sqlite3_backup_finish(backup)
                throw to.failure(code)
            }
            let total = Int(sqlite3_backup_pagecount(backup))
            let isGoingOn = progress(
                CopyProgress(done: total - Int(sqlite3_backup_remaining(backup)), total: total))
            guard isGoingOn else { throw Stopped() }
            if code == SQLITE_DONE { return }
            unsettled += Int(pace.pages)
            if unsettled >= pace.stretch {
                try draft.sync()
                unsettled = 0
            }
            if pace.pause > 0 { usleep(pace.pause) }
        }
    }

    /// The first page was copied with the mark of the write-ahead log; a backup is one file.
    private func settle() throws(StoreError) {
        let connection = try PlainConnection(path: draft.path, place: draft.target, .writing)
        let mode = try connection.rows("PRAGMA journal_mode = DELETE").first?.first?.text
        guard mode == "delete" else {
            throw .failed(path: draft.target, detail: "the journal mode of the copy is \(mode ?? "unknown")")
        }
    }
}
