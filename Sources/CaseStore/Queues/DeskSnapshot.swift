import Casework

/// What a desk shows, as of one moment: all of it was read in one transaction.
public struct DeskSnapshot: Hashable, Sendable {
    /// The `now` of the request.
    public var takenAt: Instant
    public var pages: [Queue: QueuePage]
    /// The agents who have not left, by number.
    public var agents: [AgentLoad]
    public var counters: Counters
    /// The number of the newest journal entry: two snapshots with the same one and the same `takenAt` are equal.
    public var lastSequence: Int64
    /// How many changes the centre has made to its calendar: more than before, and dates are explained by another one.
    public var calendarChanges: Int
    /// What the record says about today's duty.
    public var duty: DutyFacts
    /// The file that it was read from; another one than before, and all of it is of another record.
    public var record: RecordMark?

    public init(
        takenAt: Instant, pages: [Queue: QueuePage], agents: [AgentLoad], counters: Counters, lastSequence: Int64,
        calendarChanges: Int = 0, duty: DutyFacts = DutyFacts(), record: RecordMark? = nil
    ) {
        self.duty = duty
        self.record = record
        self.takenAt = takenAt
        self.pages = pages
        self.agents = agents
        self.counters = counters
        self.lastSequence = lastSequence
        self.calendarChanges = calendarChanges
    }
}

/// A window on a queue.
public struct QueuePage: Hashable, Sendable {
    public var rows: [QueueRow]
    /// The rank of the first row in the filtered queue, from 0.
    public var offset: Int
    /// How many the filter leaves.
    public var total: Int
    public var unfilteredTotal: Int

    public init(rows: [QueueRow] = [], offset: Int = 0, total: Int = 0, unfilteredTotal: Int = 0) {
        self.rows = rows
        self.offset = offset
        self.total = total
        self.unfilteredTotal = unfilteredTotal
    }
}

/// The numbers in the header. They do not depend on filters.
public struct Counters: Hashable, Sendable {
    public var pending: Int
    /// Open, past the warning mark, not yet overdue.
    public var near: Int
    /// Open and past the deadline.
    public var overdue: Int
    public var inReview: Int
    /// Agents at their post.
    public var onDuty: Int
    /// Agents who have not left the office.
    public var agents: Int
    /// Approved since midnight, civil time of the centre.
    public var approvedToday: Int
    /// Entries of villages that were not simply taken over and wait for a person.
    public var relayTasks: Int

    public init(
        pending: Int = 0, near: Int = 0, overdue: Int = 0, inReview: Int = 0, onDuty: Int = 0, agents: Int = 0,
        approvedToday: Int = 0, relayTasks: Int = 0
    ) {
        self.pending = pending
        self.near = near
        self.overdue = overdue
        self.inReview = inReview
        self.onDuty = onDuty
        self.agents = agents
        self.approvedToday = approvedToday
        self.relayTasks = relayTasks
    }
}

/// One case as a queue shows it.
public struct QueueRow: Hashable, Identifiable, Sendable {
    public var reference: CaseReference
    public var number: String
    public var state: CaseState
    /// Masked (``Masking/name(_:)``).
    public var applicant: String
    public var item: String
    public var village: String
    public var holder: StaffID?
    public var holderName: String?
    public var submittedAt: Instant
    /// When it was last handed to review.
    public var completedAt: Instant?
    /// The end of the clock that runs now.
    public var dueAt: Instant?
    public var warnAt: Instant?
    /// What that clock limits.
    public var clock: ClockRule.Kind?
    public var isProvisional: Bool
    public var isUrgent: Bool
    public var returns: Int
    public var urgings: Int

    public var id: CaseID { reference.id }

    public init(
        reference: CaseReference, number: String, state: CaseState, applicant: String, item: String, village: String,
        holder: StaffID? = nil, holderName: String? = nil, submittedAt: Instant, completedAt: Instant? = nil,
        dueAt: Instant? = nil, warnAt: Instant? = nil, clock: ClockRule.Kind? = nil, isProvisional: Bool = false,
        isUrgent: Bool = false,
        returns: Int = 0, urgings: Int = 0
    ) {
        self.reference = reference
        self.number = number
        self.state = state
        self.applicant = applicant
        self.item = item
        self.village = village
        self.holder = holder
        self.holderName = holderName
        self.submittedAt = submittedAt
        self.completedAt = completedAt
        self.dueAt = dueAt
        self.warnAt = warnAt
        self.clock = clock
        self.isProvisional = isProvisional
        self.isUrgent = isUrgent
        self.returns = returns
        self.urgings = urgings
    }
}

/// An agent, where the person is, and how much there is to do.
public struct AgentLoad: Hashable, Identifiable, Sendable {
    public var member: StaffMember
    public var presence: DutyPresence
    /// When the person last came or went; `nil` when that never happened.
    public var since: Instant?
    /// Cases that wait for this agent: pending, accepted or returned. What is in review waits for somebody else.
    public var inHand: Int
    /// How many of those are past their deadline.
    public var overdue: Int
    /// Whether ``inHand`` and ``overdue`` were asked for; both are 0 otherwise.
    public var isCounted: Bool

    public var id: StaffID { member.id }

    public init(
        member: StaffMember, presence: DutyPresence, since: Instant? = nil, inHand: Int = 0, overdue: Int = 0,
        isCounted: Bool = true
    ) {
        self.member = member
        self.presence = presence
        self.since = since
        self.inHand = inHand
        self.overdue = overdue
        self.isCounted = isCounted
    }

    /// In the order of lists: who is there first, then who is missing, then who is off, by number within each.
    public static func isBefore(_ one: AgentLoad, _ other: AgentLoad) -> Bool {
        (one.presence.rank, one.member.number, one.member.id)
            < (other.presence.rank, other.member.number, other.member.id)
    }
}

extension DutyPresence {
    /// The order in which lists show people.
    public var rank: Int {
        switch self {
        case .onDuty: 0
        case .outsideDuty: 1
        case .scheduled: 2
        case .away: 3
        case .leave: 4
        case .offDuty: 5
        }
    }
}
