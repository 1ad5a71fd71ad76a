import Casework
import GRDB

/// The lists of service items as they are now, by code, with the fields that their own files have.
struct ItemExport: ExportTable {
    var columns: [String] { ItemField.allCases.map(\.rawValue) }

    func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM service_items WHERE is_withdrawn = 0") ?? 0
    }

    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws {
        for listing in try ItemProjection.listings("WHERE is_withdrawn = 0", in: database) {
            try body(ItemField.allCases.map { .text(listing.item.cell($0)) })
        }
    }
}
