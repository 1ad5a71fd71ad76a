/// One matter of one applicant, from the request to the file.
///
/// A value: it changes only by ``apply(_:at:by:)``, event by event, so the same journal always gives the same case.
public struct Case: Hashable, Codable, Sendable {
    public internal(set) var id: CaseID
    /// Counts the events that moved it so far (``CaseEvent/movesVersion``); 1 after registration.
    public internal(set) var version: Int
    public let number: String
    public internal(set) var state: CaseState
    public let intake: Intake
    /// Who has it in hand.
    public internal(set) var holder: StaffID?
    public internal(set) var acceptedAt: Instant?
    /// When the agent last handed it to review.
    public internal(set) var completedAt: Instant?
    /// When it was approved, declined, withdrawn or answered.
    public internal(set) var closedAt: Instant?
    /// Every clock that ever ran, in the order in which they began.
    public internal(set) var clocks: [CaseClock]
    /// How often review sent it back.
    public internal(set) var returns: Int
    /// Why review sent it back last, or why it was declined or withdrawn.
    public internal(set) var reason: String?
    public internal(set) var urgings: Int
    public internal(set) var lastUrgedAt: Instant?
    /// Everybody who worked on it; none of them may review it.
    public internal(set) var handlers: [StaffID]
    /// The last action, while it can still be undone.
    public internal(set) var lastAction: UndoableAction?
    /// Most cases have none: what is not there takes no room in the record.
    private var storedFacts: CaseFacts?

    /// What belongs to it beside its state.
    public internal(set) var facts: CaseFacts {
        get { storedFacts ?? CaseFacts() }
        set { storedFacts = newValue == Self.noFacts ? nil : newValue }
        // Changed where they stand: a replay of millions of entries would copy and compare all of them at each.
        _modify {
            var facts = storedFacts ?? CaseFacts()
            storedFacts = nil
            defer { storedFacts = facts == Self.noFacts ? nil : facts }
            yield &facts
        }
    }

    private static let noFacts = CaseFacts()

    private enum CodingKeys: String, CodingKey {
        case id, version, number, state, intake, holder, acceptedAt, completedAt, closedAt, clocks, returns, reason
        case urgings, lastUrgedAt, handlers, lastAction
        case storedFacts = "facts"
    }

    /// The same case under its id here.
    public init(_ other: Case, id: CaseID, version: Int) {
        self.id = id
        self.version = version
        number = other.number
        state = other.state
        intake = other.intake
        holder = other.holder
        acceptedAt = other.acceptedAt
        completedAt = other.completedAt
        closedAt = other.closedAt
        clocks = other.clocks
        returns = other.returns
        reason = other.reason
        urgings = other.urgings
        lastUrgedAt = other.lastUrgedAt
        handlers = other.handlers
        lastAction = other.lastAction
        storedFacts = other.storedFacts
    }

    /// The case that a registration begins.
    public init(id: CaseID, registration: Registration, at instant: Instant) {
        self.id = id
        version = 1
        number = registration.number
        intake = registration.intake
        holder = registration.holder
        clocks = []
        returns = 0
        urgings = 0
        handlers = []
        state = registration.history?.state ?? .pending
        if let acceptance = registration.acceptance { clocks.start(.acceptance, acceptance) }
        clocks += registration.clocks ?? []
        guard let history = registration.history else { return }
        acceptedAt = history.acceptedAt
        completedAt = history.completedAt
        closedAt = history.closedAt
        reason = history.reason
        if let carried = history.carried {
            clocks = carried.clocks
            returns = carried.returns
            urgings = carried.urgings
            lastUrgedAt = carried.lastUrgedAt
            handlers = carried.handlers
            storedFacts = carried.facts
            return
        }
        if state != .pending { clocks.end(.acceptance, at: acceptedAt ?? closedAt ?? instant) }
        if let completion = history.completion {
            clocks.start(.completion, completion)
            if !state.isOpen { clocks.end(.completion, at: completedAt ?? closedAt ?? instant) }
        }
    }
}

extension Case {
    public var reference: CaseReference { CaseReference(id: id, version: version) }

    public var acceptance: Deadline? { clocks.newest(.acceptance)?.deadline }
    public var completion: Deadline? { clocks.newest(.completion)?.deadline }

    /// The deadline by which it stands in the queues: the earliest of the clocks that run; none when nothing runs.
    public var currentDeadline: Deadline? { currentClock?.deadline }

    public var currentClock: CaseClock? {
        clocks.filter { $0.isRunning && $0.kind.leadsQueues }.min { $0.deadline.due < $1.deadline.due }
    }

    /// The clocks that explain where the case stands: the newest of each kind; of what only warns, what still runs.
    public var shownClocks: [CaseClock] {
        ClockRule.Kind.allCases.compactMap { kind in
            guard let clock = clocks.newest(kind) else { return nil }
            return kind.leadsQueues || clock.endedAt == nil ? clock : nil
        }
    }

    /// Whether somebody still has to do something: settle the matter, bring the result, follow up.
    public var isOpen: Bool { state.isOpen || currentClock != nil }

    /// Whether its clocks stand still: for missing materials, for conditions, or while its papers are at a window.
    public var isStopped: Bool { clocks.contains { $0.endedAt == nil && $0.deadline.isStopped } }

    /// The applicant's word that the office may act; an online application is one.
    public var authorisation: Intake.Authorisation? {
        if let given = facts.authorisation ?? intake.authorisation { return given }
        return intake.origin == .online ? Intake.Authorisation(form: .online, at: intake.submittedAt) : nil
    }

    public var isConsultation: Bool { intake.matter == .consultation }

    public var itemKind: ItemKind { intake.listedItem?.kind ?? .promised }

    /// The time from acceptance to completion, or the window's own, was exceeded.
    public func isLate(at now: Instant) -> Bool {
        [ClockRule.Kind.completion, .promise].contains { clocks.newest($0)?.isOverdue(at: now) == true }
    }
}
