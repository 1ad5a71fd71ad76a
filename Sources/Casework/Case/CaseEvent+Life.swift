/// The payloads of events during the work on a case and after it. Deadlines that an event starts are decided with it,
/// so that the journal gives the same case under any later rulebook.

public struct SupplementAsked: Hashable, Codable, Sendable {
    public var missing: [String]
    public var note: String?
    /// Why a second notice was needed.
    public var again: String?
    /// How long the applicant has.
    public var deadline: Deadline
}

/// Papers that go into the office's custody or back to the applicant.
public struct Originals: Hashable, Codable, Sendable {
    public var names: [String]
}

public struct Forwarded: Hashable, Codable, Sendable {
    public var office: String
    public var papers: String
    /// The time that the window named.
    public var promise: Deadline?
}

public struct ResultReceived: Hashable, Codable, Sendable {
    public var result: String
    /// The completion clock, going on from here.
    public var completion: Deadline?
}

public struct Relayed: Hashable, Codable, Sendable {
    public var from: StaffID
    public var to: StaffID
    public var note: String?
    public var holder: Deadline?
}

public struct BranchOpened: Hashable, Codable, Sendable {
    public var number: Int
    public var department: String
    public var task: String
}

public struct BranchEnded: Hashable, Codable, Sendable {
    public var number: Int
    public var result: String
}

public struct HelpAsked: Hashable, Codable, Sendable {
    public var number: Int
    public var level: HelpRequest.Level
    public var to: String
    public var question: String
}

public struct HelpAnswered: Hashable, Codable, Sendable {
    public var number: Int
    public var answer: String
}

public struct VisitAsked: Hashable, Codable, Sendable {
    /// When the plan has to be there.
    public var plan: Deadline
}

public struct VisitPlanned: Hashable, Codable, Sendable {
    public var at: Instant
    public var place: String
    public var materials: String?
}

public struct VisitRefused: Hashable, Codable, Sendable {
    public var reason: String
}

public struct VisitEnded: Hashable, Codable, Sendable {
    public var deliversLater: Bool
}

/// The clocks go on: after waiting, or with the materials complete.
public struct Resumed: Hashable, Codable, Sendable {
    public var clocks: [CaseClock]
}

public struct FedBack: Hashable, Codable, Sendable {
    public var text: String
    /// When the next word is due.
    public var next: Deadline?
}

public struct Withdrawal: Hashable, Codable, Sendable {
    public var reason: String
}

public struct Rated: Hashable, Codable, Sendable {
    public var rating: Rating
    /// When a bad one has to be followed up.
    public var followUp: Deadline?
}

public struct RatingFollowedUp: Hashable, Codable, Sendable {
    public var finding: String
}

public struct Complained: Hashable, Codable, Sendable {
    public var number: Int
    public var subject: Complaint.Subject
    public var words: String
}

public struct ComplaintDecided: Hashable, Codable, Sendable {
    public var number: Int
    public var isUpheld: Bool
    public var finding: String
}

public struct Filing: Hashable, Codable, Sendable {
    public var place: String
}

public struct Redone: Hashable, Codable, Sendable {
    public var by: CaseID
    /// What was done wrongly.
    public var reason: String?

    public init(by: CaseID, reason: String? = nil) {
        self.by = by
        self.reason = reason
    }
}

public struct HandedOver: Hashable, Codable, Sendable {
    public var from: StaffID
    public var to: StaffID
    /// Names the one act that all cases of a handover belong to.
    public var handover: String

    public init(from: StaffID, to: StaffID, handover: String) {
        self.from = from
        self.to = to
        self.handover = handover
    }
}

/// What was raised, whom it urges, and when the next urging of the same case is due (武政管办〔2022〕36号 第十一条).
public struct Warning: Hashable, Codable, Sendable {
    public var mark: WarningMark
    public var urged: StaffID?
    public var nextUrging: Instant?

    public init(mark: WarningMark, urged: StaffID?, nextUrging: Instant?) {
        self.mark = mark
        self.urged = urged
        self.nextUrging = nextUrging
    }
}

public struct Recomputation: Hashable, Codable, Sendable {
    /// Why dates changed.
    public var reason: String
    /// The clocks whose dates changed, with their new deadlines.
    public var clocks: [CaseClock]

    public init(reason: String, clocks: [CaseClock]) {
        self.reason = reason
        self.clocks = clocks
    }
}

/// A case whose own entries had to take their place behind those of the township.
public struct Merged: Hashable, Codable, Sendable {
    public var `case`: Case

    public init(_ value: Case) { `case` = value }
}

public struct Notification: Hashable, Codable, Sendable {
    public enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
        case sent
        case givenUp = "given-up"
    }

    /// Which message, such as `accepted`.
    public var message: String
    public var channel: String
    public var outcome: Outcome

    public init(message: String, channel: String, outcome: Outcome) {
        self.message = message
        self.channel = channel
        self.outcome = outcome
    }
}
