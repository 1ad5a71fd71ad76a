import GRDB

extension Database {
    /// Runs `body` in one transaction that holds the write lock from its first moment, and commits when it returns; when
    /// it throws, nothing is written.
    ///
    /// What begins and ends it is kept by the connection: to read these two statements anew with every action would take
    /// as long as reading the case.
    func inWriteTransaction<Result>(gathering: LogGathering, _ body: () throws -> Result) throws -> Result {
        try cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        do {
            return try gathering.gather(on: self, body) { try cachedStatement(sql: "COMMIT").execute() }
        } catch {
            // SQLite has ended it by itself after some errors.
            if isInsideTransaction { try? execute(sql: "ROLLBACK") }
            throw error
        }
    }
}
