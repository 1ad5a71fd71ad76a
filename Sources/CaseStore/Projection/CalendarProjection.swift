import Casework
import GRDB

/// The centre's own calendar as rows: each change as JSON.
enum CalendarProjection {
    static func append(_ change: CalendarChange, in database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO calendar_changes (body) VALUES (?)")
            .execute(arguments: [CanonicalJSON.text(change)])
    }

    static func changes(in database: Database) throws -> [CalendarChange] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT body FROM calendar_changes ORDER BY position")
        ).map { body in
            do {
                return try CanonicalJSON.value(CalendarChange.self, from: body)
            } catch {
                throw UnreadableRecord(place: "calendar", error)
            }
        }
    }

    static func count(in database: Database) throws -> Int {
        Int(try RawStatement.number("SELECT count(*) FROM calendar_changes", in: database) ?? 0)
    }
}
