import Casework
import GRDB

/// How a queue row comes out of the tables.
extension QueueRow {
    static let selection = """
        cases.id, cases.version, cases.number, cases.state, cases.applicant, cases.item, cases.village, \
        cases.holder, staff.name, cases.submitted_at, cases.completed_at, cases.due_at, cases.warn_at, \
        cases.is_provisional, cases.is_urgent, cases.returns, cases.urgings, cases.clock
        """

    static let holderJoin = "LEFT JOIN staff ON staff.id = cases.holder"

    init(_ row: RawStatement) throws {
        // Of a damaged file any column may hold nothing.
        let number = row.text(2)
        if let empty = (Int32(2)...6).first(where: row.isNull) {
            throw UnreadableRecord(place: "case \(number)", detail: "\(row.name(empty)) is empty")
        }
        func whole(_ column: Int32) throws -> Int64 {
            guard let value = try row.number(column) else {
                throw UnreadableRecord(place: "case \(number)", detail: "\(row.name(column)) is empty")
            }
            return value
        }
        guard let state = CaseState(rawValue: row.text(3)) else {
            throw UnreadableRecord(place: "case \(number)", detail: "unknown state \(row.text(3))")
        }
        let name = row.text(4)
        self.init(
            reference: CaseReference(id: CaseID(try whole(0)), version: Int(try whole(1))), number: number,
            state: state, applicant: Masking.name(name), item: Masking.item(row.text(5), hiding: name),
            village: row.text(6), holder: try row.number(7).map(StaffID.init),
            holderName: row.isNull(8) ? nil : row.text(8), submittedAt: Instant(milliseconds: try whole(9)),
            completedAt: try row.number(10).map(Instant.init(milliseconds:)),
            dueAt: try row.number(11).map(Instant.init(milliseconds:)),
            warnAt: try row.number(12).map(Instant.init(milliseconds:)),
            clock: row.isNull(17) ? nil : ClockRule.Kind(rawValue: row.text(17)),
            isProvisional: try whole(13) != 0, isUrgent: try whole(14) != 0, returns: Int(try whole(15)),
            urgings: Int(try whole(16)))
    }

    /// All that a statement gives, in its order.
    static func all(_ rows: RawStatement) throws -> [QueueRow] {
        var all: [QueueRow] = []
        while try rows.next() { all.append(try QueueRow(rows)) }
        return all
    }
}
