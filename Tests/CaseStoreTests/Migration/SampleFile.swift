import Foundation
import GRDB

@testable import CaseStore

/// A kept file of an earlier schema, as SQL text that a person can read and a review can compare.
enum SampleFile {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Samples").path

    static func path(schema: Int) -> String { "\(folder)/schema-\(schema).sql" }

    /// The versions that have a sample.
    static func kept() throws -> Set<Int> {
        Set(
            try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
                name.hasPrefix("schema-") && name.hasSuffix(".sql") ? Int(name.dropFirst(7).dropLast(4)) : nil
            })
    }

    /// Makes the database file that a sample tells of.
    static func make(schema: Int, at path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: String(contentsOfFile: SampleFile.path(schema: schema), encoding: .utf8))
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }

    /// The text of a database file: tables with their rows, then indexes and triggers, so that no trigger stands in the
    /// way of the rows.
    static func text(of path: String) throws -> String {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            var lines: [String] = []
            for mark in ["application_id", "user_version"] {
                lines.append("PRAGMA \(mark) = \(try Int64.fetchOne(database, sql: "PRAGMA \(mark)") ?? 0);")
            }
            let objects = try Row.fetchAll(
                database,
                sql: """
                    SELECT type, name, sql FROM sqlite_schema \
                    WHERE sql IS NOT NULL AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence') \
                    ORDER BY type = 'table' DESC, rowid
                    """)
            for object in objects {
                let (kind, name, sql) = (object[0] as String, object[1] as String, object[2] as String)
                if sql.hasPrefix("CREATE VIRTUAL TABLE") {
                    // Its tables follow as what they are; made by its own statement, they would be there twice.
                    let row = try String.fetchOne(
                        database,
                        sql: "SELECT 'VALUES(''table'',' || quote(?1) || ',' || quote(?1) || ',0,' || quote(?2) || ')'",
                        arguments: [name, sql])
                    lines += [
                        "PRAGMA writable_schema = ON;",
                        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) \(row ?? "");",
                        "PRAGMA writable_schema = OFF;",
                    ]
                    continue
                }
                if name != "sqlite_sequence" { lines.append(sql + ";") }
                if kind == "table" { lines += try rows(of: name, database) }
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private static func rows(of table: String, _ database: Database) throws -> [String] {
        let columns = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
        let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ', ' || ")
        return try String.fetchAll(database, sql: "SELECT \(values) FROM \"\(table)\"").map {
            "INSERT INTO \"\(table)\" VALUES (\($0));"
        }
    }
}
