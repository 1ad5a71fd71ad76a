/// Whether an entry that was made elsewhere fits a case as it stands here.
///
/// The township's journal is the one order in which the entries of both sides count. A village's entry takes its place
/// there when it comes: it fits, or it becomes a task for a person.
extension Case {
    /// What lies between the case as the entry's maker saw it and the case here.
    public struct RelayContext: Hashable, Sendable {
        /// The kinds of the entries that the other side made and the maker did not know.
        public var unseen: Set<CaseEvent.Kind>
        /// An earlier entry of the same maker about this case was not taken over, and the maker did not know.
        public var restsOnTask: Bool
        /// It belongs to the completion just before it, of the same person and moment.
        public var followsCompletion: Bool

        public init(unseen: Set<CaseEvent.Kind> = [], restsOnTask: Bool = false, followsCompletion: Bool = false) {
            self.unseen = unseen
            self.restsOnTask = restsOnTask
            self.followsCompletion = followsCompletion
        }
    }

    /// What stands in the way of `event`; `nil` when it may be applied.
    ///
    /// - Parameter actor: who did it, in the role that the record here gives; `nil` for the office itself.
    public func obstacle(to event: CaseEvent, by actor: Actor?, _ context: RelayContext) -> RelayObstacle? {
        switch event {
        case .warned(let warning):
            return facts.warnings.contains { $0.isSame(as: warning.mark) }
                ? RelayObstacle(.knownAlready, state: state) : nil
        case .revealed, .recomputed, .notified: return nil
        case .registered: return RelayObstacle(.numberTaken, state: state)
        case .merged: return RelayObstacle(.unreadable, state: state)
        default: break
        }
        if !event.kind.addsUp {
            if context.restsOnTask { return RelayObstacle(.restsOnTask, state: state) }
            if context.unseen.contains(event.kind) { return RelayObstacle(.doneHere, state: state) }
            // Who ends or judges a case has to know what was done about it.
            if event.kind.isVerdict, context.unseen.contains(where: { !$0.addsUp }) {
                return RelayObstacle(.doneHere, state: state)
            }
        }
        if case .approved = event, context.followsCompletion, state == .inReview { return nil }
        return contradiction(of: event) ?? refusal(of: event, by: actor)
    }

    private func refusal(of event: CaseEvent, by actor: Actor?) -> RelayObstacle? {
        guard let command = event.kind.command else { return nil }
        guard let actor else { return RelayObstacle(.refused, rule: "notPermitted", state: state) }
        do {
            try permit(command, actor)
            return nil
        } catch {
            return RelayObstacle(.refused, rule: error.name, state: state)
        }
    }

    /// What an event names has to be what is there.
    private func contradiction(of event: CaseEvent) -> RelayObstacle? {
        func fits(_ condition: Bool, _ kind: RelayObstacle.Kind, _ rule: String? = nil) -> RelayObstacle? {
            condition ? nil : RelayObstacle(kind, rule: rule, state: state)
        }
        switch event {
        case .reassigned(let value): return fits(value.from == holder, .holderMoved)
        case .relayed(let value): return fits(value.from == holder, .holderMoved)
        case .handedOver(let value): return fits(value.from == holder, .holderMoved)
        case .branchOpened(let value): return fits(value.number == facts.branches.count + 1, .doneHere)
        case .helpAsked(let value): return fits(value.number == facts.help.count + 1, .doneHere)
        case .complained(let value): return fits(value.number == facts.complaints.count + 1, .doneHere)
        case .branchEnded(let value):
            return fits(facts.openBranches.contains { $0.number == value.number }, .refused, "noSuchBranch")
        case .helpAnswered(let value):
            return fits(facts.openHelp.contains { $0.number == value.number }, .refused, "noSuchHelp")
        case .complaintDecided(let value):
            return fits(facts.openComplaints.contains { $0.number == value.number }, .refused, "noSuchComplaint")
        case .originalsReturned(let value):
            return fits(value.names.allSatisfy(facts.originals.contains), .refused, "notInCustody")
        case .undone(let value): return fits(lastAction?.kind == value.kind, .refused, "nothingToUndo")
        case .redone: return fits(facts.redoneBy == nil, .refused, "redoneAlready")
        default: return nil
        }
    }
}

extension CaseEvent.Kind {
    /// Whether entries of this kind from two sides stand beside each other, whichever came first.
    public var addsUp: Bool {
        switch self {
        case .revealed, .fedBack, .feeTaken, .originalsTaken, .warned, .recomputed, .notified: true
        default: false
        }
    }

    /// Whether it ends the case, or says whether the work on it is good.
    var isVerdict: Bool {
        switch self {
        case .declined, .withdrawn, .approved, .rejected: true
        default: false
        }
    }

    /// The command that becomes such an event; `nil` for what is no command on the case.
    var command: CaseCommand.Kind? {
        switch self {
        case .registered, .redone, .handedOver, .warned, .recomputed, .notified, .merged: nil
        case .accepted: .accept
        case .declined: .decline
        case .completed: .complete
        case .approved: .approve
        case .rejected: .reject
        case .reassigned: .reassign
        case .urged: .urge
        case .revealed: .reveal
        case .undone: .undo
        case .answered: .answer
        case .authorised: .authorise
        case .supplementAsked: .askSupplement
        case .supplemented: .supplement
        case .originalsTaken: .takeOriginals
        case .originalsReturned: .returnOriginals
        case .verified: .verify
        case .forwarded: .forward
        case .resultReceived: .receiveResult
        case .relayed: .relay
        case .branchOpened: .openBranch
        case .branchEnded: .endBranch
        case .helpAsked: .askHelp
        case .helpAnswered: .answerHelp
        case .visitAsked: .askVisit
        case .visitPlanned: .planVisit
        case .visitRefused: .refuseVisit
        case .visitArrived: .arrive
        case .visitEnded: .endVisit
        case .setAside: .setAside
        case .resumed: .resume
        case .fedBack: .feedBack
        case .feeTaken: .takeFee
        case .withdrawn: .withdraw
        case .delivered: .deliver
        case .rated: .rate
        case .ratingFollowedUp: .followUp
        case .complained: .complain
        case .complaintDecided: .decideComplaint
        case .faultDecided: .decideFault
        case .filed: .file
        }
    }
}
