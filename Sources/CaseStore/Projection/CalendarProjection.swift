import Casework
import GRDB

/// The centre's own calendar as rows: each change as JSON.
enum CalendarProjection {
    static func append(_ change: CalendarChange, in database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO calendar_changes (body) VALUES (?)")
            .execute(arguments: [CanonicalJSON.text(change)])
    }

    static func changes(in database: Database) throws -> [CalendarChange] {
        // A file of before the table, opened to be read only, has made no changes.
        guard try isThere(in: database) else { return [] }
        return try String.fetchAll(
            database.cachedStatement(sql: "SELECT body FROM calendar_changes ORDER BY position")
        ).map { body in
            do {
                return try CanonicalJSON.value(CalendarChange.self, from: body)
            } catch {
                throw UnreadableRecord(place: "calendar", detail: "\(error)")
            }
        }
    }

    static func count(in database: Database) throws -> Int {
        guard try isThere(in: database) else { return 0 }
        return try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM calendar_changes")) ?? 0
    }

    private static func isThere(in database: Database) throws -> Bool {
        try Schema.found(in: database) >= Schema.steps.count
            || database.tableExists("calendar_changes")
    }
}
