/// Which command makes sense when: the states, and the guards that need no more than the case and the person.
extension Case {
    /// The guards that can be answered before anything is typed: what the screen asks to know which keys apply.
    ///
    /// - Throws: ``Refusal`` when the command can not be given now, whatever is typed with it.
    public func permit(_ command: CaseCommand.Kind, _ actor: Actor) throws(Refusal) {
        guard actor.role.may(command) else { throw .notPermitted(command, actor.role) }
        try permitState(command)
        try permitPerson(command, actor)
        try permitFacts(command)
    }

    /// Whether the command makes sense where the case stands.
    func permitState(_ command: CaseCommand.Kind) throws(Refusal) {
        guard Self.states(for: command).contains(state) else { throw .wrongState(command, state) }
        if isConsultation, !Self.ofConsultations.contains(command) { throw .isConsultation }
    }

    /// Whether this person may give it, beside the role: who has the case in hand, who worked on it, who did what.
    private func permitPerson(_ command: CaseCommand.Kind, _ actor: Actor) throws(Refusal) {
        if command.needsHolder, actor.role.handles, holder != actor.id { throw .notTheHolder }
        switch command {
        case .approve, .reject:
            guard !handlers.contains(actor.id), holder != actor.id else { throw .reviewerHandledIt }
        case .undo:
            guard let lastAction else { throw .nothingToUndo }
            guard lastAction.actor == actor.id else { throw .undoOfAnother(lastAction.actor) }
        case .rate, .decideComplaint, .decideFault:
            guard holder != actor.id, !handlers.contains(actor.id) else { throw .ownWork }
        case .followUp:
            guard holder != actor.id else { throw .ownWork }
        default: break
        }
    }

    /// Whether what belongs to the case allows it, whoever asks.
    func permitFacts(_ command: CaseCommand.Kind) throws(Refusal) {
        switch command {
        case .answer:
            guard isConsultation else { throw .isNoConsultation }
        case .urge:
            guard holder != nil else { throw .noHolder }
        case .complete: try permitCompletion()
        case .askSupplement, .setAside:
            guard !facts.isSupplementOpen else { throw .supplementOpen }
        case .supplement:
            guard facts.isSupplementOpen else { throw .noSupplementOpen }
        case .returnOriginals:
            guard !facts.originals.isEmpty else { throw .notInCustody([]) }
        case .forward:
            if let office = officeWithPapers { throw .papersAt(office) }
        case .receiveResult:
            guard officeWithPapers != nil else { throw .notForwarded }
        case .endBranch:
            guard !facts.openBranches.isEmpty else { throw .noBranches }
        case .answerHelp:
            guard !facts.openHelp.isEmpty else { throw .noSuchHelp(0) }
        case .askVisit:
            if let visit = facts.visit, visit.endedAt == nil, visit.refusal == nil { throw .visitAskedAlready }
        case .planVisit, .refuseVisit:
            guard let visit = facts.visit, visit.endedAt == nil, visit.refusal == nil else { throw .visitNotAsked }
        case .arrive:
            guard let visit = facts.visit, visit.plannedFor != nil, visit.endedAt == nil else { throw .visitNotPlanned }
        case .endVisit:
            guard let visit = facts.visit, visit.arrivedAt != nil, visit.endedAt == nil else { throw .visitNotArrived }
        case .rate:
            guard facts.rating == nil else { throw .alreadyRated }
        case .followUp:
            guard isFollowUpOpen else { throw .noBadRating }
        case .decideComplaint:
            guard !facts.openComplaints.isEmpty else { throw .noSuchComplaint(0) }
        case .file: try permitFiling()
        case .accept, .decline, .approve, .reject, .reassign, .reveal, .undo, .authorise, .takeOriginals, .verify,
            .relay, .openBranch, .askHelp, .resume, .feedBack, .takeFee, .withdraw, .deliver, .complain, .decideFault:
            break
        }
    }

    private func permitCompletion() throws(Refusal) {
        guard !facts.isSupplementOpen else { throw .supplementOpen }
        if let office = officeWithPapers { throw .papersAt(office) }
        let open = facts.openBranches
        guard open.isEmpty else { throw .branchesOpen(open.map(\.department)) }
        // A major item is one because several departments have their part in it (内放办〔2022〕3号 五).
        guard itemKind != .major || !facts.branches.isEmpty else { throw .noBranches }
        guard itemKind != .forwarded || facts.forwarding != nil else { throw .notForwarded }
    }

    private func permitFiling() throws(Refusal) {
        guard facts.originals.isEmpty else { throw .originalsInCustody(facts.originals) }
        guard !isFollowUpOpen else { throw .followUpOpen }
        guard facts.openComplaints.isEmpty else { throw .complaintsOpen(facts.openComplaints.count) }
    }

    /// Where the papers are, while they are away.
    public var officeWithPapers: String? {
        guard let forwarding = facts.forwarding, forwarding.resultAt == nil else { return nil }
        return forwarding.office
    }

    public var isFollowUpOpen: Bool { clocks.newest(.followUp).map { $0.endedAt == nil } ?? false }

    /// What can be done with a consultation (建政发〔2022〕33号 五(二)1).
    static let ofConsultations: Set<CaseCommand.Kind> = [
        .answer, .reassign, .urge, .reveal, .withdraw, .askHelp, .answerHelp, .complain, .decideComplaint, .rate,
        .followUp, .decideFault, .file, .undo,
    ]

    /// The states in which a command makes sense.
    public static func states(for command: CaseCommand.Kind) -> Set<CaseState> {
        switch command {
        case .accept, .answer: [.pending]
        case .decline: [.pending, .accepted, .returned]
        case .complete, .forward, .openBranch, .setAside, .arrive: [.accepted, .returned]
        case .approve, .reject: [.inReview]
        case .reassign, .urge: [.pending, .accepted, .returned]
        case .relay, .verify, .receiveResult, .endBranch, .feedBack: [.accepted, .returned]
        case .askSupplement: [.pending, .accepted, .returned]
        case .supplement, .authorise: [.pending, .accepted, .returned, .waiting]
        case .askHelp, .answerHelp: [.pending, .accepted, .returned, .inReview, .waiting]
        case .askVisit, .planVisit, .refuseVisit: [.pending, .accepted, .returned, .waiting]
        // What cannot end on the spot is brought later, when the case itself may be closed.
        case .endVisit: [.accepted, .returned, .inReview, .approved, .delivered]
        case .resume: [.waiting]
        case .takeOriginals, .takeFee: [.pending, .accepted, .returned, .waiting]
        case .withdraw: [.pending, .accepted, .returned, .inReview, .waiting]
        case .deliver: [.approved]
        case .rate: [.approved, .delivered, .filed, .answered]
        case .followUp: [.approved, .delivered, .answered, .filed]
        case .complain, .decideComplaint, .decideFault, .reveal, .undo, .returnOriginals: Set(CaseState.allCases)
        case .file: [.delivered, .declined, .withdrawn, .answered]
        }
    }
}

extension CaseCommand.Kind {
    /// Whether only the person with the case in hand does it, among those who handle cases at all.
    var needsHolder: Bool {
        switch self {
        case .complete, .forward, .receiveResult, .relay, .openBranch, .arrive, .endVisit, .setAside: true
        case .accept, .decline, .approve, .reject, .reassign, .urge, .reveal, .undo, .answer, .authorise,
            .askSupplement, .supplement, .takeOriginals, .returnOriginals, .verify, .endBranch, .askHelp, .answerHelp,
            .askVisit, .planVisit, .refuseVisit, .resume, .feedBack, .takeFee, .withdraw, .deliver, .rate, .followUp,
            .complain, .decideComplaint, .decideFault, .file:
            false
        }
    }
}
