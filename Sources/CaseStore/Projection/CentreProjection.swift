import Casework
import GRDB

/// The centre, its villages and its items as rows, and back.
enum CentreProjection {
    static func apply(_ event: CentreEvent, at: Instant, by actor: StaffID, in database: Database) throws {
        switch event {
        case .founded(let centre):
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO centre (id, name, prefix, offset_minutes) VALUES (1, ?, ?, ?)"
            ).execute(arguments: [centre.name, centre.prefix, centre.offset.minutes])
        case .villageAdded(let village):
            // Naming a village twice changes nothing.
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO villages (name) VALUES (?)")
                .execute(arguments: [village.name])
        case .itemListed(let item):
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO items (name) VALUES (?)")
                .execute(arguments: [item.name])
        case .item(let event):
            try ItemProjection.apply(event, in: database)
        case .calendarChanged(let change):
            try CalendarProjection.append(change, in: database)
        case .campaign(let event):
            try CampaignProjection.apply(event, at: at, by: actor, in: database)
        case .messagesSwitched(let word):
            try MessageProjection.save(word, in: database)
        case .relay(let event):
            try RelayProjection.apply(event, at: at, in: database)
        case .dutyExcepted, .anchorSigned, .rulebookAdopted, .summaryHandedIn, .pay, .inspected, .trainingHeld,
            .pointAssessed, .notice, .villageDescribed:
            // They stand in ledgers.
            break
        case .anchorsRestarted, .projectionsRebuilt, .restored, .dataExported:
            // Of these the journal alone tells.
            break
        }
    }

    static func centre(in database: Database) throws -> Centre {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT name, prefix, offset_minutes FROM centre WHERE id = 1"))
        guard let row else { throw UnreadableRecord(place: "centre", detail: "the record has no centre") }
        let minutes: Int = try row.value(2)
        guard let offset = UTCOffset(minutes: minutes) else {
            throw UnreadableRecord(place: "centre", detail: "an offset of \(minutes) minutes")
        }
        return try Centre(name: row.value(0), prefix: row.value(1), offset: offset)
    }

    static func villages(in database: Database) throws -> [String] {
        try String.fetchAll(database.cachedStatement(sql: "SELECT name FROM villages ORDER BY position"))
    }

    /// The names of all items that the centre knows: first those listed by name alone, then those of its lists.
    static func items(in database: Database) throws -> [String] {
        var names = try namedItems(in: database)
        var known = Set(names)
        let listed = try database.cachedStatement(
            sql: "SELECT name FROM service_items WHERE is_withdrawn = 0 ORDER BY code")
        for name in try String.fetchAll(listed) where known.insert(name).inserted { names.append(name) }
        return names
    }

    /// Those that were listed by name alone.
    static func namedItems(in database: Database) throws -> [String] {
        try String.fetchAll(database.cachedStatement(sql: "SELECT name FROM items ORDER BY position"))
    }
}
