/// The only place where a case changes.
extension Case {
    /// Takes over what `event` says.
    ///
    /// Events are facts that were decided before; nothing is checked here.
    public mutating func apply(_ event: CaseEvent, at instant: Instant, by actor: StaffID) {
        guard event.movesVersion else {
            applyBeside(event, at: instant)
            return
        }
        // What is kept of before is copied by the change, and only these can be taken back.
        let before = event.canBeUndone ? beforeAction : nil
        version += 1
        lastAction = nil
        func undoable(_ kind: UndoableAction.Kind) {
            lastAction = before.map { UndoableAction(kind: kind, actor: actor, at: instant, before: $0) }
        }
        if event.isHandling, !handlers.contains(actor) { handlers.append(actor) }
        switch event {
        case .registered, .revealed, .warned, .recomputed, .notified:
            // A registration makes the case; a second one for the same id cannot be decided. The others move nothing.
            break
        case .accepted(let acceptance):
            accept(acceptance, at: instant)
            undoable(.accepted)
        case .declined(let decline):
            close(as: .declined, because: decline.reason, at: instant)
            undoable(.declined)
        case .completed:
            state = .inReview
            completedAt = instant
            for kind in [ClockRule.Kind.rework, .holder, .feedback] { clocks.end(kind, at: instant) }
        case .approved(let approval):
            state = .approved
            closedAt = instant
            clocks.endAll(at: instant)
            if let delivery = approval.delivery { clocks.start(.delivery, delivery) }
            // Nobody reviews what they handled: such an approval is the end of a completion without review, and no
            // decision of its own that could be taken back.
            if !handlers.contains(actor) { undoable(.approved) }
        case .rejected(let rejection):
            state = .returned
            returns += 1
            reason = rejection.reason
            if let rework = rejection.rework { clocks.start(.rework, rework) }
            if let feedback = rejection.feedback { clocks.start(.feedback, feedback) }
            undoable(.rejected)
        case .reassigned(let reassignment):
            passOn(to: reassignment.to, note: nil, holder: reassignment.holder, at: instant)
            undoable(.reassigned)
        case .urged:
            urgings += 1
            lastUrgedAt = instant
            undoable(.urged)
        case .undone(let undo):
            restore(undo)
        case .merged(let merged):
            // The version counts what happened here, wherever the rest of the case comes from.
            let counted = version
            self = Case(merged.case, id: id, version: counted)
        case .answered, .authorised, .supplementAsked, .supplemented, .originalsTaken, .originalsReturned, .verified,
            .forwarded, .resultReceived, .relayed, .branchOpened, .branchEnded, .helpAsked, .helpAnswered, .visitAsked,
            .visitPlanned, .visitRefused, .visitArrived, .visitEnded, .setAside, .resumed, .fedBack, .feeTaken,
            .withdrawn, .delivered, .rated, .ratingFollowedUp, .complained, .complaintDecided, .faultDecided, .filed,
            .redone, .handedOver:
            applyLife(event, at: instant)
        }
    }

    private var beforeAction: UndoableAction.Before {
        UndoableAction.Before(
            state: state, holder: holder, acceptedAt: acceptedAt, completedAt: completedAt, closedAt: closedAt,
            completion: completion, returns: returns, reason: reason, urgings: urgings, lastUrgedAt: lastUrgedAt,
            clocks: clocks, authorisation: facts.authorisation)
    }

    /// What leaves the version alone.
    private mutating func applyBeside(_ event: CaseEvent, at instant: Instant) {
        switch event {
        case .warned(let warning):
            if !facts.warnings.contains(where: { $0.isSame(as: warning.mark) }) { facts.warnings.append(warning.mark) }
            facts.nextUrging = warning.nextUrging
            guard warning.urged != nil else { return }
            urgings += 1
            lastUrgedAt = instant
        case .recomputed(let recomputation): clocks.replace(recomputation.clocks)
        default: break
        }
    }

    private mutating func accept(_ acceptance: Acceptance, at instant: Instant) {
        state = .accepted
        acceptedAt = instant
        if let authorisation = acceptance.authorisation { facts.authorisation = authorisation }
        clocks.end(.acceptance, at: instant)
        clocks.start(.completion, acceptance.completion)
        for clock in acceptance.clocks ?? [] {
            // Who got it while it was pending has a clock already.
            clocks.end(clock.kind, at: instant)
            clocks.append(clock)
        }
    }

    mutating func close(as state: CaseState, because reason: String?, at instant: Instant) {
        self.state = state
        closedAt = instant
        if let reason { self.reason = reason }
        clocks.endAll(at: instant)
    }

    /// Another person has it from now on: only the holder's own clock begins anew.
    mutating func passOn(to next: StaffID, note: String?, holder deadline: Deadline?, at instant: Instant) {
        var facts = facts
        if facts.legs.isEmpty, let holder {
            facts.legs.append(RelayLeg(holder: holder, since: intake.submittedAt))
        }
        if let last = facts.legs.indices.last { facts.legs[last].until = instant }
        facts.legs.append(RelayLeg(holder: next, since: instant, note: note))
        self.facts = facts
        holder = next
        if let deadline {
            clocks.end(.holder, at: instant)
            clocks.start(.holder, deadline)
        }
    }

    private mutating func restore(_ undo: Undo) {
        let before = undo.before
        if undo.kind == .reassigned, facts.legs.count >= 2 {
            facts.legs.removeLast()
            facts.legs[facts.legs.count - 1].until = nil
            if facts.legs.count == 1 { facts.legs = [] }
        }
        state = before.state
        holder = before.holder
        acceptedAt = before.acceptedAt
        completedAt = before.completedAt
        closedAt = before.closedAt
        returns = before.returns
        reason = before.reason
        urgings = before.urgings
        lastUrgedAt = before.lastUrgedAt
        if facts.authorisation != before.authorisation { facts.authorisation = before.authorisation }
        if let clocks = before.clocks {
            self.clocks = clocks
        } else {
            // An entry of when a case had two clocks: what runs follows from the state.
            clocks.removeAll { $0.kind == .completion }
            if let completion = before.completion { clocks.start(.completion, completion) }
            for index in clocks.indices {
                let isDone = clocks[index].kind == .acceptance ? state != .pending : !state.isOpen
                clocks[index].endedAt = isDone ? clocks[index].endedAt : nil
            }
        }
    }
}

extension CaseEvent {
    /// Whether who did it worked on the case itself, and so does not review it.
    var isHandling: Bool {
        switch self {
        case .completed, .forwarded, .resultReceived, .relayed, .branchOpened, .branchEnded, .visitArrived, .visitEnded:
            true
        case .registered, .accepted, .declined, .approved, .rejected, .reassigned, .urged, .revealed, .undone,
            .answered, .authorised, .supplementAsked, .supplemented, .originalsTaken, .originalsReturned, .verified,
            .helpAsked, .helpAnswered, .visitAsked, .visitPlanned, .visitRefused, .setAside, .resumed, .fedBack,
            .feeTaken, .withdrawn, .delivered, .rated, .ratingFollowedUp, .complained, .complaintDecided,
            .faultDecided, .filed, .redone, .handedOver, .warned, .recomputed, .notified, .merged:
            false
        }
    }
}
