import GRDB

/// How each object of the file is made.
extension Schema {
    struct Part: Hashable {
        var kind: String
        var name: String
        /// The table that it belongs to: itself, for a table.
        var table: String
        var sql: String
    }

    /// Everything that the open file is made of, in the order in which it was made, without what SQLite makes for itself.
    static func parts(in database: Database) throws -> [Part] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT type, name, tbl_name, sql FROM sqlite_schema \
                WHERE substr(name, 1, 7) <> 'sqlite_' AND sql IS NOT NULL ORDER BY rowid
                """
        ).map { Part(kind: $0[0], name: $0[1], table: $0[2], sql: $0[3]) }
    }

    /// What a file of this program's version is made of.
    static func blueprint() throws -> [Part] {
        let queue = try DatabaseQueue()
        return try queue.inDatabase { database in
            for step in steps { try database.execute(sql: step.sql) }
            return try parts(in: database)
        }
    }
}
