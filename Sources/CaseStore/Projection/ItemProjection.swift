import Casework
import GRDB

/// The lists of service items as rows, and back.
enum ItemProjection {
    static let columns = [
        "code", "version", "level", "name", "kind", "area", "promised_days", "is_claimed", "is_withdrawn",
    ]

    static func values(_ listing: ItemListing) -> [DatabaseValue] {
        let item = listing.item
        return [
            item.code.databaseValue, item.version.databaseValue, item.level.rawValue.databaseValue,
            item.name.databaseValue, item.kind.rawValue.databaseValue, item.area.text.databaseValue,
            item.promisedDays.databaseValue, listing.isClaimed.databaseValue, listing.isWithdrawn.databaseValue,
        ]
    }

    static func apply(_ event: ItemEvent, in database: Database) throws {
        switch event {
        case .listed(let item), .revised(let item):
            var listing = try listing(item.code, in: database) ?? ItemListing(item: item)
            listing.item = item
            listing.isWithdrawn = false
            try database.cachedStatement(sql: saving).execute(arguments: StatementArguments(values(listing)))
            try database.cachedStatement(
                sql: "INSERT INTO service_item_versions (code, version, body) VALUES (?, ?, ?)"
            ).execute(arguments: [item.code, item.version, try CanonicalJSON.text(item)])
        case .withdrawn(let ending):
            try change("is_withdrawn = 1, is_claimed = 0", of: ending.code, in: database)
        case .claimed(let claim):
            try change("is_claimed = 1", of: claim.code, in: database)
        case .givenBack(let ending):
            try change("is_claimed = 0", of: ending.code, in: database)
        }
    }

    /// The item, withdrawn or not.
    static func listing(_ code: String, in database: Database) throws -> ItemListing? {
        try listings("WHERE code = ?", [code], in: database).first
    }

    /// The items that `condition` (from WHERE on) selects, by level and code.
    static func listings(
        _ condition: String, _ arguments: StatementArguments = [], in database: Database
    ) throws -> [ItemListing] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT code, body, is_claimed, is_withdrawn FROM service_items \
                JOIN service_item_versions USING (code, version) \(condition) \
                ORDER BY CASE level WHEN 'county' THEN 0 WHEN 'township' THEN 1 ELSE 2 END, code
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            try ItemListing(
                item: decode(row.value(1), code: row.value(0)), isClaimed: row.value(2), isWithdrawn: row.value(3))
        }
    }

    static func version(_ version: Int, of code: String, in database: Database) throws -> ServiceItem? {
        let statement = try database.cachedStatement(
            sql: "SELECT body FROM service_item_versions WHERE code = ? AND version = ?")
        guard let body = try String.fetchOne(statement, arguments: [code, version]) else { return nil }
        return try decode(body, code: code)
    }

    /// Oldest first.
    static func versions(of code: String, in database: Database) throws -> [ServiceItem] {
        let statement = try database.cachedStatement(
            sql: "SELECT body FROM service_item_versions WHERE code = ? ORDER BY version")
        return try String.fetchAll(statement, arguments: [code]).map { try decode($0, code: code) }
    }

    /// Everything, as the rules look at it.
    static func catalogue(in database: Database) throws -> ItemCatalogue {
        var catalogue = ItemCatalogue()
        let listings = try listings("", in: database)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT code, body FROM service_item_versions ORDER BY code, version")
        while let row = try rows.next() { catalogue.apply(.listed(try decode(row.value(1), code: row.value(0)))) }
        for listing in listings {
            let code = listing.item.code
            if listing.isClaimed { catalogue.apply(.claimed(ItemEvent.Claim(code: code))) }
            if listing.isWithdrawn { catalogue.apply(.withdrawn(ItemEvent.Ending(code: code, reason: ""))) }
        }
        return catalogue
    }

    private static func change(_ assignments: String, of code: String, in database: Database) throws {
        try database.cachedStatement(sql: "UPDATE service_items SET \(assignments) WHERE code = ?")
            .execute(arguments: [code])
    }

    static func decode(_ body: String, code: String) throws -> ServiceItem {
        do {
            return try CanonicalJSON.value(ServiceItem.self, from: body)
        } catch {
            throw UnreadableRecord(place: "item \(code)", error)
        }
    }

    private static let saving = """
        INSERT INTO service_items (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) \
        ON CONFLICT (code) DO UPDATE SET \
        \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """
}
