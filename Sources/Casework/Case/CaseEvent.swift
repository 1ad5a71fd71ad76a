/// What happened to a case: facts in the past tense, each with what is needed to apply it again years later.
///
/// The journal keeps them as JSON under ``kind``; a released shape never changes, new facts get new fields or events.
public enum CaseEvent: Hashable, Sendable {
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
    case answered(Answer)
    case authorised(Intake.Authorisation)
    case supplementAsked(SupplementAsked)
    case supplemented(Resumed)
    case originalsTaken(Originals)
    case originalsReturned(Originals)
    case verified(Verification)
    case forwarded(Forwarded)
    case resultReceived(ResultReceived)
    case relayed(Relayed)
    case branchOpened(BranchOpened)
    case branchEnded(BranchEnded)
    case helpAsked(HelpAsked)
    case helpAnswered(HelpAnswered)
    case visitAsked(VisitAsked)
    case visitPlanned(VisitPlanned)
    case visitRefused(VisitRefused)
    case visitArrived
    case visitEnded(VisitEnded)
    case setAside(Waiting)
    case resumed(Resumed)
    case fedBack(FedBack)
    case feeTaken(Fee)
    case withdrawn(Withdrawal)
    case delivered(Delivery)
    case rated(Rated)
    case ratingFollowedUp(RatingFollowedUp)
    case complained(Complained)
    case complaintDecided(ComplaintDecided)
    case faultDecided(FaultFinding)
    case filed(Filing)
    /// Done again by another case, because it was done wrongly.
    case redone(Redone)
    /// Given to another agent with everything the leaving one had in hand.
    case handedOver(HandedOver)
    /// A clock passed a mark; said once, by whichever program noticed first.
    case warned(Warning)
    /// The calendar or the rulebook changed.
    case recomputed(Recomputation)
    /// A message about the case reached its end: sent, or given up.
    case notified(Notification)
    /// Entries of another site came between: the case as it stands with all of them.
    case merged(Merged)

    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case registered, accepted, declined, completed, approved, rejected, reassigned, urged, revealed, undone
        case answered, authorised, supplementAsked, supplemented, originalsTaken, originalsReturned, verified
        case forwarded, resultReceived, relayed, branchOpened, branchEnded, helpAsked, helpAnswered
        case visitAsked, visitPlanned, visitRefused, visitArrived, visitEnded, setAside, resumed, fedBack, feeTaken
        case withdrawn, delivered, rated, ratingFollowedUp, complained, complaintDecided, faultDecided, filed
        case redone, handedOver, warned, recomputed, notified, merged
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
        case .answered: .answered
        case .authorised: .authorised
        case .supplementAsked: .supplementAsked
        case .supplemented: .supplemented
        case .originalsTaken: .originalsTaken
        case .originalsReturned: .originalsReturned
        case .verified: .verified
        case .forwarded: .forwarded
        case .resultReceived: .resultReceived
        case .relayed: .relayed
        case .branchOpened: .branchOpened
        case .branchEnded: .branchEnded
        case .helpAsked: .helpAsked
        case .helpAnswered: .helpAnswered
        case .visitAsked: .visitAsked
        case .visitPlanned: .visitPlanned
        case .visitRefused: .visitRefused
        case .visitArrived: .visitArrived
        case .visitEnded: .visitEnded
        case .setAside: .setAside
        case .resumed: .resumed
        case .fedBack: .fedBack
        case .feeTaken: .feeTaken
        case .withdrawn: .withdrawn
        case .delivered: .delivered
        case .rated: .rated
        case .ratingFollowedUp: .ratingFollowedUp
        case .complained: .complained
        case .complaintDecided: .complaintDecided
        case .faultDecided: .faultDecided
        case .filed: .filed
        case .redone: .redone
        case .handedOver: .handedOver
        case .warned: .warned
        case .recomputed: .recomputed
        case .notified: .notified
        case .merged: .merged
        }
    }

    /// Whether the case is another one afterwards for whoever wants to act on it.
    ///
    /// Looking, warning and telling do not count, nor does a date that was computed anew: an action that was begun
    /// before still means the same case.
    public var movesVersion: Bool {
        switch kind {
        case .revealed, .warned, .recomputed, .notified: false
        case .registered, .accepted, .declined, .completed, .approved, .rejected, .reassigned, .urged, .undone,
            .answered, .authorised, .supplementAsked, .supplemented, .originalsTaken, .originalsReturned,
            .verified, .forwarded, .resultReceived, .relayed, .branchOpened, .branchEnded, .helpAsked,
            .helpAnswered, .visitAsked, .visitPlanned, .visitRefused, .visitArrived, .visitEnded, .setAside,
            .resumed, .fedBack, .feeTaken, .withdrawn, .delivered, .rated, .ratingFollowedUp, .complained,
            .complaintDecided, .faultDecided, .filed, .redone, .handedOver, .merged:
            true
        }
    }

    /// Whether it is an action that its person can take back (``UndoableAction``).
    var canBeUndone: Bool {
        switch kind {
        case .accepted, .declined, .approved, .rejected, .reassigned, .urged: true
        default: false
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
        /// Everything else, when the case comes from a record of ours.
        public var carried: Carried?

        /// The rest of a case that was taken out of one record and comes into another: the clocks as they ran, and what
        /// belongs to it beside its state.
        public struct Carried: Hashable, Codable, Sendable {
            public var clocks: [CaseClock]
            public var returns: Int
            public var urgings: Int
            public var lastUrgedAt: Instant?
            public var handlers: [StaffID]
            /// `nil` when there are none.
            public var facts: CaseFacts?

            public init(
                clocks: [CaseClock], returns: Int, urgings: Int, lastUrgedAt: Instant?, handlers: [StaffID],
                facts: CaseFacts?
            ) {
                self.clocks = clocks
                self.returns = returns
                self.urgings = urgings
                self.lastUrgedAt = lastUrgedAt
                self.handlers = handlers
                self.facts = facts
            }
        }

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
    /// Clocks that run from the beginning beside that of acceptance, such as a campaign's target.
    public var clocks: [CaseClock]?

    public init(
        number: String, intake: Intake, holder: StaffID?, acceptance: Deadline?, history: History? = nil,
        source: String? = nil, clocks: [CaseClock]? = nil
    ) {
        self.number = number
        self.intake = intake
        self.holder = holder
        self.acceptance = acceptance
        self.history = history
        self.source = source
        self.clocks = clocks
    }
}

public struct Acceptance: Hashable, Codable, Sendable {
    public var completion: Deadline
    /// How the applicant gave the authorisation, when that was said with the acceptance.
    public var authorisation: Intake.Authorisation?
    /// The other clocks that begin.
    public var clocks: [CaseClock]?
    /// The number of the receipt that the applicant was given.
    public var receipt: String?

    public init(
        completion: Deadline, authorisation: Intake.Authorisation? = nil, clocks: [CaseClock]? = nil,
        receipt: String? = nil
    ) {
        self.completion = completion
        self.authorisation = authorisation
        self.clocks = clocks
        self.receipt = receipt
    }
}

/// Not taken, or not done, with the one-time notice that the applicant is given.
public struct Decline: Hashable, Codable, Sendable {
    public enum Ground: String, Hashable, Codable, CaseIterable, Sendable {
        /// Another office is right; it is named (内放办〔2022〕3号 五(一)7).
        case outOfScope = "out-of-scope"
        /// Something is missing; all of it is named (四川《指导意见》 一(二)法治).
        case notQualified = "not-qualified"
        /// Policy forbids it; the reason explains (内放办〔2022〕3号 五).
        case policy
    }

    public var reason: String
    /// `nil` in the journal is ``Ground/policy``.
    public var ground: Ground?
    /// The right office.
    public var office: String?
    /// What is missing.
    public var missing: [String]?

    public init(reason: String, ground: Ground? = nil, office: String? = nil, missing: [String]? = nil) {
        self.reason = reason
        self.ground = ground
        self.office = office
        self.missing = missing
    }
}

/// The agent has done the work and hands the case to review.
public struct Completion: Hashable, Codable, Sendable {
    public var note: String?
    /// Why it is late: what the applicant is told.
    public var lateReason: String?

    public init(note: String? = nil, lateReason: String? = nil) {
        self.note = note
        self.lateReason = lateReason
    }
}

public struct Approval: Hashable, Codable, Sendable {
    public var note: String?
    /// When the applicant should have the result.
    public var delivery: Deadline?

    public init(note: String? = nil, delivery: Deadline? = nil) {
        self.note = note
        self.delivery = delivery
    }
}

/// Review sends the case back to its agent.
public struct Rejection: Hashable, Codable, Sendable {
    public var reason: String
    public var agent: StaffID?
    /// When it should be back in review.
    public var rework: Deadline?
    /// When the applicant is to hear how the matter stands, which ended with the submission to review.
    public var feedback: Deadline?

    public init(reason: String, agent: StaffID?, rework: Deadline? = nil, feedback: Deadline? = nil) {
        self.reason = reason
        self.agent = agent
        self.rework = rework
        self.feedback = feedback
    }
}

public struct Reassignment: Hashable, Codable, Sendable {
    public var from: StaffID?
    public var to: StaffID
    /// How long the new holder may have it; the applicant's clocks go on as they were.
    public var holder: Deadline?

    public init(from: StaffID?, to: StaffID, holder: Deadline? = nil) {
        self.from = from
        self.to = to
        self.holder = holder
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
