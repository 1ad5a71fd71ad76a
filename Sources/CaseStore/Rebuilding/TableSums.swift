import GRDB

/// How many rows each table has and what they hold together, added up so that no order changes it: what a rebuild has put
/// right is where that is another sum afterwards.
struct TableSums: Sendable {
    private var sums: [String: RowSum] = [:]

    /// The numbers under which rules are kept are nobody's business; clocks are compared with the rules themselves.
    private static let uncompared: Set = ["clock_rules"]

    /// As readers see them; while a rebuild is under way, those are the old rows.
    ///
    /// - Parameter tables: one that is not there, or cannot be read, has no sum. Each is read by itself: a transaction that
    ///   met damage cannot be ended.
    init(of tables: [String], in store: CaseStore, _ record: OpenRecord, watch: PrivateCrew.Watch) throws {
        try self.init(of: tables) { table in
            try store.examine(record) { try Self.sum(of: table, in: $0) { try watch.count(0) } }
        }
    }

    /// As the connection that writes sees them.
    ///
    /// - Parameter step: called from time to time; throws to stop.
    init(of tables: [String], in database: Database, step: () throws -> Void) throws {
        try self.init(of: tables) { try Self.sum(of: $0, in: database, step: step) }
    }

    private init(of tables: [String], _ sum: (String) throws -> RowSum) throws {
        for table in tables where !Self.uncompared.contains(table) {
            do {
                sums[table] = try sum(table)
            } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CORRUPT].contains(error.resultCode) {
                continue
            } catch StoreError.corrupt {
                continue
            }
        }
    }

    /// Where these differ from those of before, in the order of `tables`.
    func changes(since before: TableSums, of tables: [String]) -> [RebuildReport.Change] {
        tables.compactMap { table in
            guard sums[table] != before.sums[table] else { return nil }
            return RebuildReport.Change(
                table: table, before: before.sums[table]?.rows, after: sums[table]?.rows ?? 0)
        }
    }

    private static func sum(of table: String, in database: Database, step: () throws -> Void) throws -> RowSum {
        let rows = try RawStatement(database, sql: selection(of: table))
        let columns = rows.columnCount
        var sum = RowSum()
        while try rows.next() {
            var hasher = Hasher()
            for column in 0..<columns { rows.hash(column, into: &hasher) }
            sum.add(hasher.finalize())
            if sum.rows % 16_384 == 0 { try step() }
        }
        return sum
    }

    private static func selection(of table: String) -> String {
        guard table == "clocks" else { return "SELECT * FROM \(table)" }
        let columns = ClockProjection.columns.map { $0 == "rule" ? "clock_rules.body" : "clocks.\($0)" }
        return
            "SELECT \(columns.joined(separator: ", ")) FROM clocks LEFT JOIN clock_rules ON clock_rules.id = clocks.rule"
    }
}
