/// Where a case stands in its life.
///
///     pending ──► accepted ──► inReview ──► approved
///        │            │  ▲         │
///        ▼            │  └─────────┴──► returned (and again to inReview)
///     declined        └► …
public enum CaseState: String, Hashable, Codable, CaseIterable, Sendable {
    /// Asked for, nobody has taken it yet (待受理).
    case pending
    /// Taken; the agent handles it (办理中).
    case accepted
    /// Handled; waits for the township's review (待审核).
    case inReview = "in-review"
    /// Rejected in review, back with its agent (退回).
    case returned
    /// Reviewed and approved (通过).
    case approved
    /// Not taken, with a reason (不予受理).
    case declined

    /// Whether somebody still has to do something.
    public var isOpen: Bool {
        switch self {
        case .pending, .accepted, .inReview, .returned: true
        case .approved, .declined: false
        }
    }
}
