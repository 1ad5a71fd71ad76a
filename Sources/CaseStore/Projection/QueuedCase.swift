import Casework

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

    /// In the order of ``init(_:from:)``.
    static let selection = """
        id, state, is_open, due_order, warn_at, review_order, number, applicant, item, village, holder
        """

    /// A row as it stands.
    ///
    /// - Parameter column: where ``selection`` begins.
    init(_ row: RawStatement, from column: Int32) {
        let state = row.text(column + 1)
        func number(_ offset: Int32) -> Int64? { row.isNull(column + offset) ? nil : row.integer(column + offset) }
        place = RankedCase(
            id: row.integer(column), isPending: state == CaseState.pending.rawValue,
            isInReview: state == CaseState.inReview.rawValue, isOpen: row.integer(column + 2) != 0,
            dueOrder: row.integer(column + 3), warnAt: number(4), reviewOrder: row.integer(column + 5))
        self.number = row.text(column + 6)
        applicant = row.text(column + 7)
        item = row.text(column + 8)
        village = row.text(column + 9)
        holder = number(10)
    }
}
