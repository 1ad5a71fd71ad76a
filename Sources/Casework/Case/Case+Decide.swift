/// The rules of a decision: the guards of every command, and the events that it becomes.

/// What a decision rests on besides the case: the rulebook, the days that count, the centre's civil time.
public struct Rules: Sendable {
    public var rulebook: Rulebook
    public var calendar: WorkCalendar
    public var offset: UTCOffset

    public init(rulebook: Rulebook, calendar: WorkCalendar, offset: UTCOffset) {
        self.rulebook = rulebook
        self.calendar = calendar
        self.offset = offset
    }
}

extension Case {
    /// The longest reason, in characters.
    public static let reasonLimit = 500

    /// The events that `command` becomes.
    ///
    /// - Throws: ``Refusal`` when a guard does not hold; the case stays as it is.
    public func decide(
        _ command: CaseCommand, by actor: Actor, at now: Instant, rules: Rules
    ) throws(Refusal) -> [CaseEvent] {
        try permit(command.kind, actor)
        switch command {
        case .accept:
            let completion = rules.rulebook.completion.deadline(
                from: now, calendar: rules.calendar, offset: rules.offset)
            return [.accepted(Acceptance(completion: completion))]
        case .decline(let reason):
            return [.declined(Decline(reason: try Self.checked(reason)))]
        case .complete(let note):
            let completed = CaseEvent.completed(Completion(note: try EntryField.note.checkedIfAny(note)))
            switch rules.rulebook.review {
            case .gate, .sample: return [completed]
            case .none: return [completed, .approved(Approval())]
            }
        case .approve(let note):
            return [.approved(Approval(note: try EntryField.note.checkedIfAny(note)))]
        case .reject(let reason):
            return [.rejected(Rejection(reason: try Self.checked(reason), agent: holder))]
        case .reassign(let agent):
            guard agent.isActive, agent.role == .agent else { throw .notAnAgent }
            guard agent.id != holder else { throw .alreadyTheHolder }
            return [.reassigned(Reassignment(from: holder, to: agent.id))]
        case .urge:
            guard let holder else { throw .noHolder }
            if let lastUrgedAt, now.minutes(since: lastUrgedAt) < rules.rulebook.urgingInterval {
                throw .urgedRecently(lastUrgedAt)
            }
            return [.urged(Urging(agent: holder))]
        case .reveal(let reason):
            return [.revealed(Reveal(reason: try Self.checked(reason)))]
        case .undo:
            guard let lastAction else { throw .nothingToUndo }
            guard lastAction.actor == actor.id else { throw .undoOfAnother(lastAction.actor) }
            return [.undone(Undo(kind: lastAction.kind, before: lastAction.before))]
        }
    }

    /// The guards that need no more than the case and the person: what the screen asks to know which keys apply.
    ///
    /// - Throws: ``Refusal`` when the command can not be given now, whatever is typed with it.
    public func permit(_ command: CaseCommand.Kind, _ actor: Actor) throws(Refusal) {
        guard actor.role.may(command) else { throw .notPermitted(command, actor.role) }
        guard Self.states(for: command).contains(state) else { throw .wrongState(command, state) }
        switch command {
        case .approve, .reject:
            guard !handlers.contains(actor.id), holder != actor.id else { throw .reviewerHandledIt }
        case .complete:
            guard holder == actor.id else { throw .notTheHolder }
        case .urge:
            guard holder != nil else { throw .noHolder }
        case .undo:
            guard let lastAction else { throw .nothingToUndo }
            guard lastAction.actor == actor.id else { throw .undoOfAnother(lastAction.actor) }
        case .accept, .decline, .reassign, .reveal:
            break
        }
    }

    /// The states in which a command makes sense.
    public static func states(for command: CaseCommand.Kind) -> Set<CaseState> {
        switch command {
        case .accept, .decline: [.pending]
        case .complete: [.accepted, .returned]
        case .approve, .reject: [.inReview]
        case .reassign, .urge: [.pending, .accepted, .returned]
        case .reveal, .undo: Set(CaseState.allCases)
        }
    }

    private static func checked(_ reason: String) throws(Refusal) -> String {
        let trimmed = reason.trimmingWhitespace()
        guard !trimmed.isEmpty else { throw .reasonMissing }
        guard trimmed.count <= reasonLimit else { throw .reasonTooLong }
        return try EntryField.reason.checked(trimmed)
    }
}

extension String {
    /// Without white space at either end.
    func trimmingWhitespace() -> String {
        let front = drop { $0.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
