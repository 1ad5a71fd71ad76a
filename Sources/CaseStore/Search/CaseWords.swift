import Casework
import GRDB

/// Keeps the two indexes of words: one of all cases, and one of the open ones, which the filters of the desk look into.
///
/// An index without content forgets what it was given: to take a case out, its words are made again from the case as
/// it was.
struct CaseWords {
    let database: Database

    func move(from before: QueuedCase?, to after: QueuedCase) throws {
        let isSame =
            before.map {
                $0.number == after.number && $0.applicant == after.applicant && $0.item == after.item
                    && $0.village == after.village && $0.holder == after.holder
            } ?? false
        let wasOpen = before?.place.isOpen == true
        if isSame, wasOpen == after.place.isOpen { return }
        let old = try before.map(words)
        let new = isSame && old != nil ? old ?? "" : try words(of: after)
        if !isSame {
            if let old { try remove(old, after.id, from: CaseSearchTable.table) }
            try add(new, after.id, to: CaseSearchTable.table)
        }
        if wasOpen, let old { try remove(old, after.id, from: OpenCaseSearchTable.table) }
        if after.place.isOpen { try add(new, after.id, to: OpenCaseSearchTable.table) }
    }

    func words(of value: QueuedCase) throws -> String {
        SearchTokens(
            number: value.number, applicant: value.applicant,
            item: try SearchNames.id(of: value.item, .item, in: database),
            village: try SearchNames.id(of: value.village, .village, in: database), holder: value.holder
        ).text
    }

    private func add(_ words: String, _ id: Int64, to table: String) throws {
        try write("INSERT INTO \(table) (rowid, words) VALUES (?, ?)", words, id)
    }

    private func remove(_ words: String, _ id: Int64, from table: String) throws {
        try write("INSERT INTO \(table) (\(table), rowid, words) VALUES ('delete', ?, ?)", words, id)
    }

    private func write(_ sql: String, _ words: String, _ id: Int64) throws {
        let statement = try RawStatement(cached: sql, in: database)
        statement.bind(id, 1)
        statement.bind(words, 2)
        try statement.run()
    }
}

/// The names of items and villages as they stand in cases, each with the id that its token is made of. There are few of
/// them, whatever the number of cases; none is ever taken out.
enum SearchNames {
    enum Kind: Int64 {
        case item = 1
        case village = 2
    }

    static func id(of name: String, _ kind: Kind, in database: Database) throws -> Int64 {
        if let known = try known(name, kind, in: database) { return known }
        try database.cachedStatement(sql: "INSERT INTO search_names (kind, name) VALUES (?, ?)")
            .execute(arguments: [kind.rawValue, name])
        return database.lastInsertedRowID
    }

    static func known(_ name: String, _ kind: Kind, in database: Database) throws -> Int64? {
        let row = try RawStatement(cached: "SELECT id FROM search_names WHERE kind = ? AND name = ?", in: database)
        row.bind(kind.rawValue, 1)
        row.bind(name, 2)
        return try row.next() ? row.integer(0) : nil
    }

    /// All of one kind.
    static func all(_ kind: Kind, in database: Database) throws -> [String: Int64] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT name, id FROM search_names WHERE kind = ?", arguments: [kind.rawValue])
        return try Dictionary(
            rows.map { (try $0.value(0), try $0.value(1)) }, uniquingKeysWith: { first, _ in first })
    }
}
