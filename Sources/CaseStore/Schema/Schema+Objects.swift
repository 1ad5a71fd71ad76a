import GRDB

/// What a database file is made of, to be compared with what it should be made of.
extension Schema {
    /// A table, an index, a trigger or a view.
    struct Object: Hashable, Comparable {
        var kind: String
        var name: String

        static func < (one: Object, other: Object) -> Bool { (one.kind, one.name) < (other.kind, other.name) }
    }

    /// An object with how it is made.
    struct Part: Hashable {
        var kind: String
        var name: String
        /// The table that it belongs to: itself, for a table.
        var table: String
        var sql: String

        var object: Object { Object(kind: kind, name: name) }
    }

    /// Everything that the open file is made of, in the order in which it was made, without what SQLite makes for itself.
    static func parts(in database: Database) throws -> [Part] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT type, name, tbl_name, sql FROM sqlite_schema \
                WHERE substr(name, 1, 7) <> 'sqlite_' AND sql IS NOT NULL ORDER BY rowid
                """
        ).map {
            Part(kind: try $0.value(0), name: try $0.value(1), table: try $0.value(2), sql: try $0.value(3))
        }
    }

    /// What a file of that version is made of; by default, of this program's.
    static func blueprint(ofVersion version: Int = Schema.version) throws -> [Part] {
        try version == Schema.version ? ownBlueprint.get() : make(blueprintOfVersion: version)
    }

    /// The same as long as the program runs.
    private static let ownBlueprint = Result { try make(blueprintOfVersion: version) }

    private static func make(blueprintOfVersion version: Int) throws -> [Part] {
        let queue = try DatabaseQueue()
        return try queue.inDatabase { database in
            for step in steps.prefix(version) { try database.execute(sql: step.sql) }
            return try parts(in: database)
        }
    }
}

extension Sequence<Schema.Part> {
    /// How each object is made.
    var byObject: [Schema.Object: String] {
        Dictionary(map { ($0.object, $0.sql) }, uniquingKeysWith: { first, _ in first })
    }
}
