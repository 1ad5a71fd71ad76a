/// Where a case stands in its life. The whole table of states, commands and guards is generated from the code:
/// <doc:CaseLife>.
///
///     pending ──► accepted ──► inReview ──► approved ──► delivered ──► filed
///                   │ ▲          │ ▲
///                   ▼ │          ▼ │
///                 waiting      returned
///
///     every open state ──► withdrawn ──► filed
///     pending, accepted, returned ──► declined ──► filed
///     pending, a consultation ──► answered ──► filed
public enum CaseState: String, Hashable, Codable, CaseIterable, Sendable {
    /// Asked for, nobody has taken it yet (待受理).
    case pending
    /// Taken; the agent handles it (办理中).
    case accepted
    /// Handled; waits for the township's review (待审核).
    case inReview = "in-review"
    /// Rejected in review, back with its agent (退回).
    case returned
    /// Set aside until conditions allow it (待条件成熟); its clocks stand still.
    case waiting
    /// Reviewed and approved (通过).
    case approved
    /// The applicant has the result and has signed for it (已送达).
    case delivered
    /// Put away with everything settled (已归档).
    case filed
    /// Not taken, or not done, with a reason (不予受理、不予办理).
    case declined
    /// Taken back by the applicant (撤回申请).
    case withdrawn
    /// A consultation that has its answer (已答复).
    case answered

    /// Whether the matter itself is not settled yet.
    public var isOpen: Bool {
        switch self {
        case .pending, .accepted, .inReview, .returned, .waiting: true
        case .approved, .delivered, .filed, .declined, .withdrawn, .answered: false
        }
    }
}
