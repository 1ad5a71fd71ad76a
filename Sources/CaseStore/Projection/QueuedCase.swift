import Casework

/// What a case says to the counters of the queues and to the search: its places, and the words that find it.
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
}
