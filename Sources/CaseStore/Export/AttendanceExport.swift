import Casework
import GRDB

/// Who came, went and was on leave, in the order of the journal.
struct AttendanceExport: ExportTable {
    let context: ExportContext

    let columns = ["seq", "at", "number", "name", "event", "reason", "recorded_by", "masked"]

    private static let condition = """
        WHERE subject_kind = 'staff' AND kind IN ('checkedIn', 'checkedOut', 'leaveTaken', 'left', 'checkedIn@2', \
        'checkedOut@2', 'leaveAsked', 'leaveGranted', 'leaveRefused', 'sessionCorrected')
        """

    func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM journal \(Self.condition)") ?? 0
    }

    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws {
        let cursor = try Row.fetchCursor(
            database,
            sql: "SELECT seq, at, actor, subject, kind, body FROM journal \(Self.condition) ORDER BY seq")
        while let row = try cursor.next() {
            let fact = try JournalFact(
                subjectKind: "staff", kind: try row.value(4), body: try row.value(5), sequence: try row.value(0))
            let member = context.staff[StaffID(try row.value(3))]
            var reason: String?
            switch fact {
            case .staff(.leaveTaken(let leave)): reason = leave.reason
            case .staff(.left(let departure)): reason = departure.reason
            case .staff(.leaveAsked(let request)): reason = request.reason
            case .staff(.leaveGranted(let decision)), .staff(.leaveRefused(let decision)): reason = decision.note
            case .staff(.sessionCorrected(let correction)): reason = correction.reason
            default: break
            }
            if context.isMasked { reason = reason.map { Masking.freeText($0, hiding: member?.name ?? "") } }
            // The person's own time, where it is another than the entry's.
            var at = Instant(milliseconds: try row.value(1))
            if case .staff(let event) = fact, let mark = event.mark { at = mark.at }
            try body([
                .number(try row.value(0) as Int64), .instant(at), .text(member?.number), .text(member?.name),
                .text(try row.value(4) as String), .text(reason), .text(context.number(StaffID(try row.value(2)))),
                .flag(context.isMasked),
            ])
        }
    }
}
