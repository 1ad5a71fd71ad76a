import Casework
import GRDB

/// Goes through what sheets count about cases, month by month: the rows of `case_work`, which appraisals are made of, too.
///
/// So a request counts in the month in which it came in, and an approval in the month in which it was given or taken
/// back; what came in by file from a village, in the month of its arrival; what was taken over from another system, in
/// the month that it tells itself. Two sheets look at the same approval from two sides: a village's is the village's, a
/// piece is paid to who handed the case to review. Who had the case in hand when it was approved stands in the row, and is
/// what an appraisal counts by.
struct CountedCases {
    let database: Database

    /// One approval, or one that was taken back.
    struct Approval {
        var sequence: Int64
        var caseID: Int64
        var at: Instant
        var month: CivilMonth
        /// Who handed the case to review: the last who did before. Who had it in hand, where nobody did who handles
        /// cases, as with what was taken over from another system.
        var staff: StaffID
        var item: String
        var village: String
        /// 1, or -1 for what was taken back.
        var factor: Int
        /// It was given elsewhere, before the case came here.
        var isImported: Bool
    }

    static let index = "journal_completions"

    /// Nobody else than persons has approvals: the key of `case_work` begins with them.
    static let approvals = """
        SELECT case_work.month, case_work.seq, case_work.at, case_work.case_id, case_work.factor, case_work.staff, \
        cases.item, cases.village, \
        (SELECT completed.actor FROM journal AS completed INDEXED BY \(index) \
        WHERE completed.kind = 'completed' AND completed.subject = case_work.case_id AND completed.seq < case_work.seq \
        ORDER BY completed.seq DESC LIMIT 1), case_work.detail \
        FROM staff CROSS JOIN case_work ON case_work.staff = staff.id \
        CROSS JOIN cases ON cases.id = case_work.case_id \
        WHERE case_work.month BETWEEN ?1 AND ?2 AND case_work.kind = 'approved'
        """

    /// Every person, month and kind lies together.
    func eachApproval(
        from first: CivilMonth, through last: CivilMonth, _ body: (Approval) throws -> Void
    ) throws {
        let handling = Set(
            try StaffProjection.fetch("", [], in: database).map(\.member).filter(\.role.handles).map(\.id.value))
        var months = KnownMonths()
        let rows = try RawStatement(database, sql: Self.approvals)
        rows.bind(first.description, 1)
        rows.bind(last.description, 2)
        while try rows.next() {
            let completing = rows.isNull(8) ? nil : rows.integer(8)
            try body(
                Approval(
                    sequence: rows.integer(1), caseID: rows.integer(3), at: Instant(milliseconds: rows.integer(2)),
                    month: try months.month(rows.text(0)),
                    staff: StaffID(completing.flatMap { handling.contains($0) ? $0 : nil } ?? rows.integer(5)),
                    item: rows.text(6), village: rows.text(7), factor: Int(rows.integer(4)),
                    isImported: rows.integer(9) == Int64(CaseWork.elsewhere)))
        }
    }

    static let requests = """
        SELECT case_work.month, cases.item, cases.village FROM case_work \
        CROSS JOIN cases ON cases.id = case_work.case_id \
        WHERE case_work.staff = \(StaffID.office.value) AND case_work.month BETWEEN ?1 AND ?2 \
        AND case_work.kind = 'received'
        """

    func eachRequest(
        from first: CivilMonth, through last: CivilMonth,
        _ body: (_ month: CivilMonth, _ item: String, _ village: String) throws -> Void
    ) throws {
        var months = KnownMonths()
        let rows = try RawStatement(database, sql: Self.requests)
        rows.bind(first.description, 1)
        rows.bind(last.description, 2)
        while try rows.next() { try body(try months.month(rows.text(0)), rows.text(1), rows.text(2)) }
    }

    /// Approvals by who handed the case to review, month and item.
    func approved(from first: CivilMonth, through last: CivilMonth) throws -> [ApprovedCount] {
        struct Key: Hashable {
            var staff: StaffID
            var month: CivilMonth
            var item: String
        }
        var counts: [Key: (all: Int, imported: Int)] = [:]
        try eachApproval(from: first, through: last) { approval in
            let key = Key(staff: approval.staff, month: approval.month, item: approval.item)
            counts[key, default: (0, 0)].all += approval.factor
            if approval.isImported { counts[key]?.imported += approval.factor }
        }
        return counts.map { key, count in
            ApprovedCount(
                staff: key.staff, month: key.month, item: key.item, count: count.all, imported: count.imported)
        }
        .sorted { ($0.staff, $0.month, $0.item) < ($1.staff, $1.month, $1.item) }
    }
}

/// The months of their texts, read once.
private struct KnownMonths {
    private var known: [String: CivilMonth] = [:]

    mutating func month(_ text: String) throws -> CivilMonth {
        if let month = known[text] { return month }
        guard let month = CivilMonth(text) else { throw UnreadableRecord(place: "case_work", detail: text) }
        known[text] = month
        return month
    }
}
