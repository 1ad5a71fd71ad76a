/// How a matter stands, for whoever holds its receipt (武政管办〔2022〕36号 第十条).
///
/// The number of a receipt is easily guessed, so nothing personal is in here: no name, no phone, no address, not even the
/// village; what somebody typed goes through ``Masking/freeText(_:hiding:)``.
public struct CaseProgress: Hashable, Sendable {
    public var number: String
    public var item: String
    public var state: CaseState
    public var stage: ServiceStage
    public var submittedAt: Instant
    public var acceptedAt: Instant?
    public var completedAt: Instant?
    public var closedAt: Instant?
    /// What the office has to keep next; `nil` when nothing runs.
    public var clock: ClockRule.Kind?
    public var due: Instant?
    public var isProvisional: Bool
    public var isOverdue: Bool
    /// The clocks stand still: for what is missing, for conditions, for papers that are at an office.
    public var isStopped: Bool
    /// Which office has the papers.
    public var office: String?
    /// What the applicant still has to bring.
    public var missing: [String]
    /// What the case waits for.
    public var condition: String?
    /// Why it was declined.
    public var reason: String?
    /// The right office, when this one was not.
    public var rightOffice: String?
    public var visitAt: Instant?

    public init(_ subject: Case, decline: Decline?, at now: Instant) {
        let facts = subject.facts
        let clock = subject.currentClock
        number = subject.number
        item = subject.maskedItem
        state = subject.state
        stage = subject.stage
        submittedAt = subject.intake.submittedAt
        acceptedAt = subject.acceptedAt
        completedAt = subject.completedAt
        closedAt = subject.closedAt
        self.clock = clock?.kind
        due = clock?.deadline.due
        isProvisional = clock?.deadline.isProvisional ?? false
        isOverdue = clock?.isOverdue(at: now) ?? false
        isStopped = subject.isStopped
        // What the case was in the middle of when it ended is no news of how it stands.
        let isOpen = subject.state.isOpen
        office = isOpen ? subject.officeWithPapers.map(subject.masked) : nil
        missing = isOpen && facts.isSupplementOpen ? (facts.supplements.last?.missing ?? []).map(subject.masked) : []
        condition = subject.state == .waiting ? facts.waiting.map { subject.masked($0.condition) } : nil
        if let decline, subject.state == .declined {
            reason = subject.masked(decline.reason)
            rightOffice = decline.office.map(subject.masked)
            missing = (decline.missing ?? []).map(subject.masked)
        } else if subject.state == .declined {
            reason = subject.reason.map(subject.masked)
        }
        if isOpen, let visit = facts.visit, visit.arrivedAt == nil, visit.refusal == nil { visitAt = visit.plannedFor }
    }
}
