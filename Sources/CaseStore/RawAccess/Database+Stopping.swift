import GRDB
import GRDBSQLite

extension Database {
    /// Runs `body`, in which a long statement of SQLite ends with an error when `watch` is stopped.
    func stoppable<Result>(by watch: PrivateCrew.Watch, _ body: () throws -> Result) throws -> Result {
        let pointer = Unmanaged.passUnretained(watch).toOpaque()
        sqlite3_progress_handler(
            sqliteConnection, 10_000,
            { pointer in
                guard let pointer else { return 0 }
                return Unmanaged<PrivateCrew.Watch>.fromOpaque(pointer).takeUnretainedValue().isStopped ? 1 : 0
            }, pointer)
        defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
        do {
            return try withExtendedLifetime(watch, body)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT && watch.isStopped {
            throw PrivateCrew.Stopped()
        }
    }
}
