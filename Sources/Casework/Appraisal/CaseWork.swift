/// What one entry about a case counts for, and for whom: the atom of every figure of the appraisal
/// (武政管办〔2022〕36号 第八条, 第十二条, 第十五条; 建政发〔2022〕33号 二(三)1).
///
/// The work counts for who had the case in hand at that moment, whoever pressed the key; only a request that comes in is
/// the office's. What is taken back counts once less, at the moment when it was taken back: a month that is over stays as
/// it is. Every sheet and every appraisal counts from these rows: see ``OutsideDuty`` for acceptances outside the hours
/// of duty.
public struct CaseWork: Hashable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case accepted, declined
        /// A consultation.
        case answered
        case completed, approved
        /// Sent back by review.
        case returned
        /// Overdue, and somebody decided that it was the agent's own fault.
        case overdueByFault = "overdue-by-fault"
        case complained
        case complaintUpheld = "complaint-upheld"
        case complaintDismissed = "complaint-dismissed"
        case rated
        /// A bad rating was followed up.
        case followedUp = "followed-up"
        /// A request came in: the office's, whoever gets it into the hand.
        case received

        /// Whether somebody worked on a case: a month with none of these is an idle one.
        public var isHandling: Bool {
            switch self {
            case .accepted, .declined, .answered, .completed: true
            case .approved, .returned, .overdueByFault, .complained, .complaintUpheld, .complaintDismissed, .rated,
                .followedUp, .received:
                false
            }
        }
    }

    public var staff: StaffID
    public var kind: Kind
    /// 1, or -1 for what takes back an earlier one.
    public var factor: Int
    /// The level of a rating; the number of a complaint; 1 for an online case that was overdue, 0 for another one;
    /// ``elsewhere`` for what a case had behind it when it came here.
    public var detail: Int?

    public static let elsewhere = 1

    public init(staff: StaffID, kind: Kind, factor: Int = 1, detail: Int? = nil) {
        self.staff = staff
        self.kind = kind
        self.factor = factor
        self.detail = detail
    }
}

extension Registration {
    /// What the beginning of a case counts for: the request itself, and the life that it has behind it elsewhere.
    ///
    /// - Parameter at: when it was entered. What was taken over from another system tells itself when the request was
    ///   made, and counts then; what is entered here counts when it is.
    public func firstWork(at entered: Instant) -> [(work: CaseWork, at: Instant)] {
        let received = source == nil ? entered : min(intake.submittedAt, entered)
        return [(CaseWork(staff: .office, kind: .received), received)] + pastWork
    }

    /// What the life counts for that a case from elsewhere has behind it, each part at the moment when it happened there.
    public var pastWork: [(work: CaseWork, at: Instant)] {
        guard let holder, let history else { return [] }
        let end: CaseWork.Kind? =
            switch history.state {
            case .approved, .delivered, .filed: .approved
            case .declined: .declined
            case .answered: .answered
            default: nil
            }
        let steps: [(CaseWork.Kind?, Instant?)] = [
            (.accepted, history.acceptedAt), (.completed, history.completedAt), (end, history.closedAt),
        ]
        return steps.compactMap { kind, at in
            guard let kind, let at else { return nil }
            return (CaseWork(staff: holder, kind: kind, detail: CaseWork.elsewhere), at)
        }
    }
}

/// What has to be known of a case in order to count its next entry.
public struct WorkTrail: Hashable, Sendable {
    public private(set) var holder: StaffID?
    private var isOnline: Bool
    /// Whom the overdue case was counted against.
    private var atFault: StaffID?
    /// Complaint -> who had the case in hand.
    private var complaints: [Int: StaffID] = [:]

    public init(_ registration: Registration) {
        holder = registration.holder
        isOnline = registration.intake.origin == .online
    }

    /// The trail as far as a case itself tells it. Whom a decided fault or a complaint was counted against only the
    /// journal knows: see ``needsHistory(_:)``.
    public init(_ value: Case) {
        holder = value.holder
        isOnline = value.intake.origin == .online
    }

    /// Whether the next entry counts by what an earlier one said.
    public static func needsHistory(_ kind: CaseEvent.Kind) -> Bool {
        kind == .faultDecided || kind == .complaintDecided
    }

    /// The kinds of entries that count, or that move the case to somebody else.
    public static let kinds: [CaseEvent.Kind] = [
        .registered, .accepted, .declined, .answered, .completed, .approved, .rejected, .undone, .reassigned, .relayed,
        .handedOver, .merged, .complained, .complaintDecided, .faultDecided, .rated, .ratingFollowedUp,
    ]

    /// Goes on by one entry.
    ///
    /// - Parameter event: read only where the kind alone does not say it.
    /// - Returns: what it counts for; `nil` for nothing, or when nobody has the case in hand.
    public mutating func take(
        _ kind: CaseEvent.Kind, _ event: @autoclosure () throws -> CaseEvent
    ) rethrows -> CaseWork? {
        switch kind {
        case .accepted: return count(.accepted)
        case .declined: return count(.declined)
        case .answered: return count(.answered)
        case .completed: return count(.completed)
        case .approved: return count(.approved)
        case .ratingFollowedUp: return count(.followedUp)
        case .rejected, .undone, .reassigned, .relayed, .handedOver, .merged, .complained, .complaintDecided,
            .faultDecided, .rated:
            return take(try event())
        case .registered, .urged, .revealed, .authorised, .supplementAsked, .supplemented, .originalsTaken,
            .originalsReturned, .verified, .forwarded, .resultReceived, .branchOpened, .branchEnded, .helpAsked,
            .helpAnswered, .visitAsked, .visitPlanned, .visitRefused, .visitArrived, .visitEnded, .setAside, .resumed,
            .fedBack, .feeTaken, .withdrawn, .delivered, .filed, .redone, .warned, .recomputed, .notified:
            return nil
        }
    }

    private mutating func take(_ event: CaseEvent) -> CaseWork? {
        switch event {
        case .rejected(let rejection): return count(.returned, for: rejection.agent)
        case .reassigned(let reassignment): holder = reassignment.to
        case .relayed(let relayed): holder = relayed.to
        case .handedOver(let handover): holder = handover.to
        case .merged(let merged): holder = merged.case.holder
        case .undone(let undo): return takeBack(undo)
        case .complained(let complained):
            complaints[complained.number] = holder
            return count(.complained, detail: complained.number)
        case .complaintDecided(let decided):
            return count(
                decided.isUpheld ? .complaintUpheld : .complaintDismissed, for: complaints[decided.number],
                detail: decided.number)
        case .faultDecided(let fault): return decide(fault)
        case .rated(let rated): return count(.rated, detail: rated.rating.level)
        default: break
        }
        return nil
    }

    private func count(_ kind: CaseWork.Kind, for person: StaffID? = nil, detail: Int? = nil) -> CaseWork? {
        (person ?? holder).map { CaseWork(staff: $0, kind: kind, detail: detail) }
    }

    private mutating func takeBack(_ undo: Undo) -> CaseWork? {
        holder = undo.before.holder
        let kind: CaseWork.Kind? =
            switch undo.kind {
            case .accepted: .accepted
            case .declined: .declined
            case .approved: .approved
            case .rejected: .returned
            case .reassigned, .urged: nil
            }
        guard let kind, let holder else { return nil }
        return CaseWork(staff: holder, kind: kind, factor: -1)
    }

    /// A second decision says the same, or takes the first one back.
    private mutating func decide(_ fault: FaultFinding) -> CaseWork? {
        let online = isOnline ? 1 : 0
        switch (fault.isOwnFault, atFault) {
        case (true, nil):
            atFault = holder
            return count(.overdueByFault, detail: online)
        case (false, .some(let person)):
            atFault = nil
            return CaseWork(staff: person, kind: .overdueByFault, factor: -1, detail: online)
        case (true, .some), (false, nil): return nil
        }
    }
}
