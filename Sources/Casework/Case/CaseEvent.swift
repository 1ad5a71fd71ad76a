/// What happened to a case: facts in the past tense, each with what is needed to apply it again years later.
///
/// The journal keeps them as JSON under ``kind``; a released shape never changes, new facts get new fields or events.
public enum CaseEvent: Hashable, Codable, Sendable {
    case registered(Registration)
    case accepted(Acceptance)
    case declined(Decline)
    case completed(Completion)
    case approved(Approval)
    case rejected(Rejection)
    case reassigned(Reassignment)
    case urged(Urging)
    case revealed(Reveal)
    case undone(Undo)

    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case registered, accepted, declined, completed, approved, rejected, reassigned, urged, revealed, undone
    }

    public var kind: Kind {
        switch self {
        case .registered: .registered
        case .accepted: .accepted
        case .declined: .declined
        case .completed: .completed
        case .approved: .approved
        case .rejected: .rejected
        case .reassigned: .reassigned
        case .urged: .urged
        case .revealed: .revealed
        case .undone: .undone
        }
    }
}

/// A case begins.
public struct Registration: Hashable, Codable, Sendable {
    /// The part of its life that an imported case already has behind it.
    public struct History: Hashable, Codable, Sendable {
        public var state: CaseState
        public var acceptedAt: Instant?
        public var completedAt: Instant?
        public var closedAt: Instant?
        public var completion: Deadline?
        public var reason: String?

        public init(
            state: CaseState, acceptedAt: Instant? = nil, completedAt: Instant? = nil, closedAt: Instant? = nil,
            completion: Deadline? = nil, reason: String? = nil
        ) {
            self.state = state
            self.acceptedAt = acceptedAt
            self.completedAt = completedAt
            self.closedAt = closedAt
            self.completion = completion
            self.reason = reason
        }
    }

    public var number: String
    public var intake: Intake
    /// The agent of the village, where there is one.
    public var holder: StaffID?
    public var acceptance: Deadline?
    public var history: History?
    /// Where an imported case came from, such as `requests.csv`.
    public var source: String?

    public init(
        number: String, intake: Intake, holder: StaffID?, acceptance: Deadline?, history: History? = nil,
        source: String? = nil
    ) {
        self.number = number
        self.intake = intake
        self.holder = holder
        self.acceptance = acceptance
        self.history = history
        self.source = source
    }
}

public struct Acceptance: Hashable, Codable, Sendable {
    public var completion: Deadline

    public init(completion: Deadline) { self.completion = completion }
}

public struct Decline: Hashable, Codable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// The agent has done the work and hands the case to review.
public struct Completion: Hashable, Codable, Sendable {
    public var note: String?

    public init(note: String? = nil) { self.note = note }
}

public struct Approval: Hashable, Codable, Sendable {
    public var note: String?

    public init(note: String? = nil) { self.note = note }
}

/// Review sends the case back to its agent.
public struct Rejection: Hashable, Codable, Sendable {
    public var reason: String
    public var agent: StaffID?

    public init(reason: String, agent: StaffID?) {
        self.reason = reason
        self.agent = agent
    }
}

public struct Reassignment: Hashable, Codable, Sendable {
    public var from: StaffID?
    public var to: StaffID

    public init(from: StaffID?, to: StaffID) {
        self.from = from
        self.to = to
    }
}

public struct Urging: Hashable, Codable, Sendable {
    public var agent: StaffID

    public init(agent: StaffID) { self.agent = agent }
}

/// Somebody looked at what is masked; which field and why.
public struct Reveal: Hashable, Codable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// A compensating entry: the named action is taken back.
public struct Undo: Hashable, Codable, Sendable {
    public var kind: UndoableAction.Kind
    public var before: UndoableAction.Before

    public init(kind: UndoableAction.Kind, before: UndoableAction.Before) {
        self.kind = kind
        self.before = before
    }
}
