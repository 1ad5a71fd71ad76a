import Casework
import GRDB

/// Campaigns as rows, and back.
enum CampaignProjection {
    /// Files that are opened for reading only may be older than the table.
    static func isThere(in database: Database) throws -> Bool { try database.tableExists("campaigns") }

    static func save(_ value: Campaign, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO campaigns (code, is_closed, body) VALUES (?, ?, ?) \
                ON CONFLICT (code) DO UPDATE SET is_closed = excluded.is_closed, body = excluded.body
                """
        ).execute(arguments: [value.code, value.isClosed, try CanonicalJSON.text(value)])
    }

    static func apply(_ event: CampaignEvent, at: Instant, by actor: StaffID, in database: Database) throws {
        if case .opened(let opened) = event {
            return try save(Campaign(opened, at: at, by: actor), in: database)
        }
        guard var known = try find(event.code, in: database) else {
            throw UnreadableRecord(place: "campaign \(event.code)", detail: "there is no such campaign")
        }
        known.apply(event, at: at, by: actor)
        try save(known, in: database)
    }

    static func find(_ code: String, in database: Database) throws -> Campaign? {
        guard try isThere(in: database) else { return nil }
        let statement = try database.cachedStatement(sql: "SELECT body FROM campaigns WHERE code = ?")
        return try String.fetchOne(statement, arguments: [code]).map { try decode($0, code: code) }
    }

    static func all(in database: Database) throws -> [Campaign] {
        guard try isThere(in: database) else { return [] }
        return try Row.fetchAll(database, sql: "SELECT code, body FROM campaigns ORDER BY code").map { row in
            try decode(try row.value(1), code: try row.value(0))
        }
    }

    private static func decode(_ body: String, code: String) throws -> Campaign {
        do {
            return try CanonicalJSON.value(Campaign.self, from: body)
        } catch {
            throw UnreadableRecord(place: "campaign \(code)", error)
        }
    }
}
