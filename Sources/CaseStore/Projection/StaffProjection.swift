import Casework
import GRDB

/// How a member of the staff becomes a row of `staff`, and back.
enum StaffProjection {
    static let columns = [
        "id", "number", "name", "role", "village", "is_active", "presence", "present_since", "body",
    ]

    static func values(_ record: StaffRecord) throws -> [DatabaseValue] {
        let member = record.member
        let body = try CanonicalJSON.text(record)
        return [
            member.id.value.databaseValue, member.number.databaseValue, member.name.databaseValue,
            member.role.rawValue.databaseValue, member.village.databaseValue, member.isActive.databaseValue,
            record.presence.rawValue.databaseValue, (record.presentSince?.milliseconds).databaseValue,
            body.databaseValue,
        ]
    }

    static func save(_ record: StaffRecord, in database: Database) throws {
        let statement = try database.cachedStatement(sql: saving)
        try statement.execute(arguments: StatementArguments(values(record)))
    }

    static func find(_ id: StaffID, in database: Database) throws -> StaffRecord? {
        try fetch("WHERE id = ?", [id.value], in: database).first
    }

    static func find(number: String, in database: Database) throws -> StaffRecord? {
        try fetch("WHERE number = ?", [number], in: database).first
    }

    /// The records that `condition` (from WHERE on) selects, by number.
    static func fetch(
        _ condition: String, _ arguments: StatementArguments, in database: Database
    ) throws -> [StaffRecord] {
        let statement = try database.cachedStatement(
            sql: "SELECT number, body FROM staff \(condition) ORDER BY number")
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            try decode(row.value(1), number: row.value(0))
        }
    }

    static func decode(_ body: String, number: String) throws -> StaffRecord {
        do {
            return try CanonicalJSON.value(StaffRecord.self, from: body)
        } catch {
            throw UnreadableRecord(place: "staff \(number)", error)
        }
    }

    private static let saving = """
        INSERT INTO staff (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) \
        ON CONFLICT (id) DO UPDATE SET \
        \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """
}
