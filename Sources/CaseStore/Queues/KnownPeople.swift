import Casework
import GRDB
import Synchronization

/// The people as they were read last, so that hundreds of them need not be decoded for each frame: whose row says the
/// same is the same.
final class KnownPeople: Sendable {
    private let records = Mutex<[Int64: (number: String, body: String, record: StaffRecord)]>([:])

    /// Those whom a statement finds that gives id, number and body.
    func records(_ sql: String, _ values: [DatabaseValue] = [], in database: Database) throws -> [StaffRecord] {
        let row = try RawStatement(cached: sql, in: database)
        row.start(values)
        var records: [StaffRecord] = []
        while try row.next() { records.append(try record(row)) }
        return records
    }

    /// - Parameter row: id, number and body.
    func record(_ row: RawStatement) throws -> StaffRecord {
        let id = row.integer(0)
        if let known = records.withLock({ $0[id] }), row.holds(known.body, 2), row.holds(known.number, 1) {
            return known.record
        }
        let (number, body) = (row.text(1), row.text(2))
        let record = try StaffProjection.decode(body, number: number)
        records.withLock { $0[id] = (number, body, record) }
        return record
    }
}
