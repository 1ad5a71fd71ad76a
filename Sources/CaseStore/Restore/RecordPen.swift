import Foundation

/// The write lock of a record whose log is empty: while it is held nobody commits, and all of the record stands in its
/// main file.
final class RecordPen {
    /// Reads what the main file holds.
    let connection: PlainConnection
    /// The file whose lock it is.
    let identity: FileFacts.Identity?

    private init(_ connection: PlainConnection, _ identity: FileFacts.Identity?) {
        self.connection = connection
        self.identity = identity
    }

    /// So often is it tried; each attempt waits for its locks itself.
    private static let attempts = 4

    /// - Parameters:
    ///   - place: behind symbolic links.
    ///   - patience: how long one attempt waits for a lock, in milliseconds.
    /// - Throws: ``RestoreError/inUse(path:seconds:)`` when somebody reads or writes for so long that the log cannot be
    ///   folded in; ``StoreError`` of a file that cannot be used.
    static func take(_ place: String, patience: Int) throws -> RecordPen {
        let identity = FileFacts.identity(place)
        let connection = try PlainConnection(path: place, .writing)
        try connection.execute("PRAGMA busy_timeout = \(patience)")
        connection.leaveLogAlone()
        for _ in 0..<attempts where try isFolded(connection) {
            return RecordPen(connection, identity)
        }
        throw RestoreError.inUse(path: place, seconds: attempts * patience / 1_000)
    }

    /// Folds the log in and takes the lock.
    private static func isFolded(_ connection: PlainConnection) throws(StoreError) -> Bool {
        do {
            let row = try connection.rows("PRAGMA wal_checkpoint(TRUNCATE)").first
            guard row?.first?.number == 0 else { return false }
            try connection.execute("BEGIN IMMEDIATE")
        } catch .busy {
            return false
        }
        // Somebody may have come in between the two, and is seen by what it left in the log.
        if FileFacts.size(connection.place + "-wal") ?? 0 == 0 { return true }
        try connection.execute("ROLLBACK")
        return false
    }
}
