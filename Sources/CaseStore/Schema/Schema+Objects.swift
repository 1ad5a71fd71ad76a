import GRDB

/// What a database file is made of, to be compared with what it should be made of.
extension Schema {
    /// A table, an index, a trigger or a view.
    struct Object: Hashable, Comparable {
        var kind: String
        var name: String

        static func < (one: Object, other: Object) -> Bool { (one.kind, one.name) < (other.kind, other.name) }
    }

    /// The objects of an open file with the SQL that made them, without those that SQLite makes for itself.
    static func objects(in database: Database) throws -> [Object: String] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'")
        return Dictionary(
            rows.map { (Object(kind: $0[0], name: $0[1]), $0[2]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The objects that the first `version` steps make of an empty file.
    static func objects(ofVersion version: Int) throws -> [Object: String] {
        let queue = try DatabaseQueue()
        return try queue.inDatabase { database in
            for step in steps.prefix(version) { try database.execute(sql: step.sql) }
            return try objects(in: database)
        }
    }
}
