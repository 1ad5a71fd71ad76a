import Casework
import GRDB

/// What a row of `cases` says to the counters of the queues and to the search: its places, and the words that find it.
struct QueuedCase: Hashable {
    var place: RankedCase
    var number: String
    var applicant: String
    var item: String
    var village: String
    var holder: Int64?

    var id: Int64 { place.id }

    init(_ value: Case) {
        let due = value.currentClock?.deadline
        place = RankedCase(
            id: value.id.value, isPending: value.state == .pending, isInReview: value.state == .inReview,
            isOpen: value.isOpen, dueOrder: due?.due.milliseconds ?? .max,
            warnAt: due.map { min($0.warnAt, $0.due).milliseconds },
            reviewOrder: (value.completedAt ?? value.intake.submittedAt).milliseconds)
        number = value.number
        applicant = value.intake.applicant.name
        item = value.intake.item
        village = value.intake.village
        holder = value.holder?.value
    }

    /// In the order of ``init(row:)``.
    static let selection = """
        cases.id, cases.state, cases.is_open, cases.due_order, cases.warn_at, cases.review_order, cases.number, \
        cases.applicant, cases.item, cases.village, cases.holder
        """

    init(row: Row) throws {
        let state: String = try row.value(1)
        place = RankedCase(
            id: try row.value(0), isPending: state == CaseState.pending.rawValue,
            isInReview: state == CaseState.inReview.rawValue, isOpen: try row.value(2), dueOrder: try row.value(3),
            warnAt: try row.value(4),
            reviewOrder: try row.value(5))
        number = try row.value(6)
        applicant = try row.value(7)
        item = try row.value(8)
        village = try row.value(9)
        holder = try row.value(10)
    }

    /// As the row is now.
    static func stored(_ id: CaseID, in database: Database) throws -> QueuedCase? {
        let statement = try database.cachedStatement(sql: "SELECT \(selection) FROM cases WHERE id = ?")
        // By cursor: a row that is fetched alone is copied first.
        let rows = try Row.fetchCursor(statement, arguments: [id.value])
        return try rows.next().map(QueuedCase.init(row:))
    }
}
