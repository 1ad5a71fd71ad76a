/// The last action on a case and what it replaced, kept so that the same person can take it back.
///
/// Taking back writes a compensating entry with the values of before; the journal keeps both. It is possible only while
/// nothing came after.
public struct UndoableAction: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case accepted, declined, approved, rejected, reassigned, urged
    }

    /// What the action changed, as it was.
    public struct Before: Hashable, Codable, Sendable {
        public var state: CaseState
        public var holder: StaffID?
        public var acceptedAt: Instant?
        public var completedAt: Instant?
        public var closedAt: Instant?
        public var completion: Deadline?
        public var returns: Int
        public var reason: String?
        public var urgings: Int
        public var lastUrgedAt: Instant?
        /// All clocks as they were; `nil` in entries of when a case had only two.
        public var clocks: [CaseClock]?
        /// The word that was given during the work; an acceptance can bring one.
        public var authorisation: Intake.Authorisation?

        public init(
            state: CaseState, holder: StaffID?, acceptedAt: Instant?, completedAt: Instant?, closedAt: Instant?,
            completion: Deadline?, returns: Int, reason: String?, urgings: Int, lastUrgedAt: Instant?,
            clocks: [CaseClock]? = nil, authorisation: Intake.Authorisation? = nil
        ) {
            self.state = state
            self.holder = holder
            self.acceptedAt = acceptedAt
            self.completedAt = completedAt
            self.closedAt = closedAt
            self.completion = completion
            self.returns = returns
            self.reason = reason
            self.urgings = urgings
            self.lastUrgedAt = lastUrgedAt
            self.clocks = clocks
            self.authorisation = authorisation
        }
    }

    public var kind: Kind
    public var actor: StaffID
    public var at: Instant
    public var before: Before

    public init(kind: Kind, actor: StaffID, at: Instant, before: Before) {
        self.kind = kind
        self.actor = actor
        self.at = at
        self.before = before
    }
}

extension CaseCommand.Kind {
    /// Whether the same person can take it back while nothing came after.
    public var canBeUndone: Bool {
        switch self {
        case .accept, .decline, .approve, .reject, .reassign, .urge: true
        case .complete, .reveal, .undo, .answer, .authorise, .askSupplement, .supplement, .takeOriginals,
            .returnOriginals, .verify, .forward, .receiveResult, .relay, .openBranch, .endBranch, .askHelp, .answerHelp,
            .askVisit, .planVisit, .refuseVisit, .arrive, .endVisit, .setAside, .resume, .feedBack, .takeFee, .withdraw,
            .deliver, .rate, .followUp, .complain, .decideComplaint, .decideFault, .file:
            false
        }
    }
}
