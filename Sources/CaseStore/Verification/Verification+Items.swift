import Casework
import GRDB

/// Compares the lists of service items that the journal gives with their rows.
extension Verification {
    func compare(_ catalogue: ItemCatalogue) throws {
        let sql = "SELECT \(ItemProjection.columns.joined(separator: ", ")) FROM service_items ORDER BY code"
        var stored: [String: [DatabaseValue]] = [:]
        for row in try Row.fetchAll(database, sql: sql) {
            stored[row[0]] = ItemProjection.columns.indices.map { row[$0] as DatabaseValue }
        }
        var bodies: [String: [Int: String]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT code, version, body FROM service_item_versions")
        while let row = try rows.next() { bodies[row[0], default: [:]][row[1]] = row[2] }

        for listing in catalogue.all {
            let code = listing.item.code
            guard let row = stored.removeValue(forKey: code) else {
                report.add(.itemMissing(code: code))
                continue
            }
            for (column, (expected, found)) in zip(
                ItemProjection.columns, zip(ItemProjection.values(listing), row))
            where expected != found {
                report.add(.itemDiffers(code: code, field: column))
            }
            var versions = bodies[code] ?? [:]
            for item in catalogue.versions(code) {
                let body = versions.removeValue(forKey: item.version)
                // Another spelling of the same value is no difference.
                let found = body.flatMap { try? ItemProjection.decode($0, code: code) }
                if found != item { report.add(.itemDiffers(code: code, field: "version \(item.version)")) }
            }
            for version in versions.keys.sorted() {
                report.add(.itemDiffers(code: code, field: "version \(version)"))
            }
        }
        for code in stored.keys.sorted() { report.add(.itemExtra(code: code)) }
    }
}
