import Casework
import GRDB

/// Compares the rows of the exchange by file with what the journal makes of an empty database.
struct RelayCheck {
    let database: Database

    func run(_ report: inout VerificationReport) throws {
        // A temporary file of SQLite's own, so that memory does not grow with the record.
        let expected = try DatabaseQueue(path: "")
        defer { try? expected.close() }
        try expected.inDatabase { copy in
            try copy.execute(sql: SchemaStep.relay.sql)
            do {
                try RelayProjection.replay(from: database) { event, at in
                    try RelayProjection.apply(event, at: at, in: copy)
                }
            } catch is UnreadableRecord {
                // An entry that nobody can read is a finding of its own.
                return
            }
            for table in SchemaStep.relayTables where try !isSame(table, as: copy) {
                report.add(.centreDiffers(field: table))
            }
        }
    }

    private func isSame(_ table: String, as copy: Database) throws -> Bool {
        let sql = "SELECT * FROM \(table) ORDER BY 1, 2, 3"
        let rows = try Row.fetchCursor(database, sql: sql)
        let others = try Row.fetchCursor(copy, sql: sql)
        while true {
            let (row, other) = (try rows.next(), try others.next())
            guard row == other else { return false }
            if row == nil { return true }
        }
    }
}
