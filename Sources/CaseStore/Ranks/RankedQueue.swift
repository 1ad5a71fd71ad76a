/// The orders in which open cases stand, as far as somebody asks how many come before a place in them.
public enum RankedQueue: Int64, CaseIterable, Sendable {
    /// Waiting to be accepted, by deadline.
    case pending = 1
    /// Open, by deadline.
    case open = 2
    /// Open, by warning mark. Cases without a mark are not in it. Nobody's place is asked for here, only how many marks
    /// were passed, so the moments alone are the order.
    case marked = 3
    /// In review, by the moment of completion.
    case inReview = 4

    /// The partial index of `cases` that is in this order.
    var index: String {
        switch self {
        case .pending: "cases_pending_by_due"
        case .open: "cases_open_by_due"
        case .marked: "cases_open_by_warning"
        case .inReview: "cases_in_review"
        }
    }

    /// Which cases are in it.
    var condition: String {
        switch self {
        case .pending: "cases.state = 'pending'"
        case .open: "cases.is_open = 1"
        case .marked: "cases.is_open = 1 AND cases.warn_at IS NOT NULL"
        case .inReview: "cases.state = 'in-review'"
        }
    }

    /// The column they are sorted by; the id decides between equals.
    var order: String {
        switch self {
        case .pending, .open: "cases.due_order"
        case .marked: "cases.warn_at"
        case .inReview: "cases.review_order"
        }
    }

    /// The second half of a place.
    var tie: String { self == .marked ? "0" : "cases.id" }

    /// For ORDER BY.
    var sorting: String { self == .marked ? order : "\(order), cases.id" }
}

/// A place in a queue: sorted by the order, then by the id of the case.
struct RankKey: Hashable, Comparable {
    var order: Int64
    var id: Int64

    static let front = RankKey(order: .min, id: .min)

    static func < (one: RankKey, other: RankKey) -> Bool { (one.order, one.id) < (other.order, other.id) }
}

/// What the counters have to know of a case: its place in each queue that it is in.
struct RankedCase: Hashable {
    var id: Int64
    var isPending: Bool
    var isInReview: Bool
    var isOpen: Bool
    var dueOrder: Int64
    var warnAt: Int64?
    var reviewOrder: Int64

    func key(in queue: RankedQueue) -> RankKey? {
        switch queue {
        case .pending: isPending ? RankKey(order: dueOrder, id: id) : nil
        case .open: isOpen ? RankKey(order: dueOrder, id: id) : nil
        case .marked: isOpen ? warnAt.map { RankKey(order: $0, id: 0) } : nil
        case .inReview: isInReview ? RankKey(order: reviewOrder, id: id) : nil
        }
    }
}
