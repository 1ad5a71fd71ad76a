import Casework
import GRDB

/// Reads the lines of the money ledger.
enum MoneyReader {
    static func lines(
        _ database: Database, of person: StaffID? = nil, in period: CivilMonth? = nil
    ) throws -> [MoneyLine] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT seq, staff, at, actor, kind, fen, period, ground, note FROM money \
                WHERE (?1 IS NULL OR staff = ?1) AND (?2 IS NULL OR period = ?2) ORDER BY seq
                """, arguments: [person?.value, period?.description])
        return try rows.map { row in
            guard let kind = MoneyEntry.Kind(rawValue: try row.value(4)),
                let period = CivilMonth((try row.value(6) as String)),
                let entry = try? MoneyEntry(
                    kind: kind, fen: try row.value(5), period: period, ground: try row.value(7),
                    note: try row.value(8))
            else {
                throw UnreadableRecord(
                    place: "money of entry \((try row.value(0) as Int64))",
                    detail: "\((try row.value(4) as String))")
            }
            return MoneyLine(
                sequence: try row.value(0), staff: StaffID(try row.value(1)),
                at: Instant(milliseconds: try row.value(2)),
                actor: StaffID(try row.value(3)), entry: entry)
        }
    }
}
