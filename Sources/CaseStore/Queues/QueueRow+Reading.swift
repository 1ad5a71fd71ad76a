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

    init(row: Row) throws {
        let number: String = try row.value(2)
        let stateName: String = try row.value(3)
        guard let state = CaseState(rawValue: stateName) else {
            throw UnreadableRecord(place: "case \(number)", detail: "unknown state \(stateName)")
        }
        let name: String = try row.value(4)
        try self.init(
            reference: CaseReference(id: CaseID(row.value(0)), version: row.value(1)), number: number, state: state,
            applicant: Masking.name(name), item: Masking.item(row.value(5), hiding: name), village: row.value(6),
            holder: (row.value(7) as Int64?).map(StaffID.init), holderName: row.value(8),
            submittedAt: Instant(milliseconds: row.value(9)),
            completedAt: (row.value(10) as Int64?).map(Instant.init(milliseconds:)),
            dueAt: (row.value(11) as Int64?).map(Instant.init(milliseconds:)),
            warnAt: (row.value(12) as Int64?).map(Instant.init(milliseconds:)),
            clock: (row.value(17) as String?).flatMap(ClockRule.Kind.init(rawValue:)),
            isProvisional: row.value(13), isUrgent: row.value(14), returns: row.value(15), urgings: row.value(16))
    }
}
