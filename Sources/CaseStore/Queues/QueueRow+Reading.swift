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
        let number: String = row[2]
        let stateName: String = row[3]
        guard let state = CaseState(rawValue: stateName) else {
            throw UnreadableRecord(place: "case \(number)", detail: "unknown state \(stateName)")
        }
        self.init(
            reference: CaseReference(id: CaseID(row[0]), version: row[1]), number: number, state: state,
            applicant: Masking.name(row[4]), item: row[5], village: row[6],
            holder: (row[7] as Int64?).map(StaffID.init), holderName: row[8],
            submittedAt: Instant(milliseconds: row[9]),
            completedAt: (row[10] as Int64?).map(Instant.init(milliseconds:)),
            dueAt: (row[11] as Int64?).map(Instant.init(milliseconds:)),
            warnAt: (row[12] as Int64?).map(Instant.init(milliseconds:)),
            clock: (row[17] as String?).flatMap(ClockRule.Kind.init(rawValue:)),
            isProvisional: row[13], isUrgent: row[14], returns: row[15], urgings: row[16])
    }
}
