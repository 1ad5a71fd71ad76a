/// The rules of a decision: the guards of every command, and the events that it becomes.

/// What a decision rests on besides the case: the rulebook, the days that count, the centre's civil time.
public struct Rules: Hashable, Sendable {
    public var rulebook: Rulebook
    public var calendar: WorkCalendar
    public var offset: UTCOffset

    public init(rulebook: Rulebook, calendar: WorkCalendar, offset: UTCOffset) {
        self.rulebook = rulebook
        self.calendar = calendar
        self.offset = offset
    }

    func deadline(_ rule: ClockRule, from start: Instant) -> Deadline {
        rule.deadline(from: start, calendar: calendar, offset: offset)
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
        return try events(of: command, at: now, rules: rules)
    }

    /// What `command` becomes, once it is permitted.
    func events(of command: CaseCommand, at now: Instant, rules: Rules) throws(Refusal) -> [CaseEvent] {
        switch command {
        case .accept(let check):
            return [.accepted(try acceptance(check, at: now, rules))]
        case .decline(let decline):
            return [.declined(try Self.checked(decline))]
        case .complete(let note, let lateReason):
            return try completion(note: note, lateReason: lateReason, at: now, rules)
        case .approve(let note):
            return [.approved(approval(try EntryField.note.checkedIfAny(note), at: now, rules))]
        case .reject(let reason):
            let rework = rules.deadline(rules.rulebook.clocks.rework, from: now)
            let feedback = rules.deadline(rules.rulebook.clocks.feedback, from: now)
            return [
                .rejected(
                    Rejection(reason: try Self.checked(reason), agent: holder, rework: rework, feedback: feedback))
            ]
        case .reassign(let agent):
            guard agent.isActive, agent.role == .agent else { throw .notAnAgent }
            guard agent.id != holder else { throw .alreadyTheHolder }
            return [.reassigned(Reassignment(from: holder, to: agent.id, holder: holderDeadline(from: now, rules)))]
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
            return [.undone(Undo(kind: lastAction.kind, before: restored(lastAction, rules)))]
        case .answer, .authorise, .askSupplement, .supplement, .takeOriginals, .returnOriginals, .verify, .forward,
            .receiveResult, .relay, .openBranch, .endBranch, .askHelp, .answerHelp, .setAside, .resume, .feedBack,
            .takeFee:
            return [try work(command, at: now, rules)].compactMap(\.self)
        case .askVisit, .planVisit, .refuseVisit, .arrive, .endVisit:
            return [try visit(command, at: now, rules)].compactMap(\.self)
        case .withdraw, .deliver, .rate, .followUp, .complain, .decideComplaint, .decideFault, .file:
            return [try ending(command, at: now, rules)].compactMap(\.self)
        }
    }

    // MARK: The gates

    private func acceptance(_ check: AcceptanceCheck, at now: Instant, _ rules: Rules) throws(Refusal) -> Acceptance {
        let guards = rules.rulebook.guards
        let given = check.authorisation.map { Intake.Authorisation(form: $0, at: now) }
        guard !guards.authorisation || authorisation != nil || given != nil else { throw .authorisationMissing }
        guard !guards.materials || check.materialsChecked else { throw .materialsNotChecked }
        guard !facts.isSupplementOpen else { throw .supplementOpen }
        let clocks = rules.rulebook.clocks
        var others = [CaseClock(kind: .feedback, deadline: rules.deadline(clocks.feedback, from: now))]
        if itemKind == .forwarded {
            let rule = intake.isUrgent ? clocks.urgentForwarding : clocks.forwarding
            others.append(CaseClock(kind: .forwarding, deadline: rules.deadline(rule, from: now)))
        }
        if holder != nil, let deadline = holderDeadline(from: now, rules) {
            others.append(CaseClock(kind: .holder, deadline: deadline))
        }
        return Acceptance(
            completion: rules.deadline(completionRule(rules), from: now),
            authorisation: authorisation == nil ? given : nil, clocks: others, receipt: number)
    }

    /// An item that promises its own time is held to it; the others to the rulebook's (建政发〔2022〕33号 五(一)3).
    private func completionRule(_ rules: Rules) -> ClockRule {
        guard let days = intake.listedItem?.promisedDays, itemKind != .instant else {
            return rules.rulebook.completion(of: itemKind)
        }
        var rule = rules.rulebook.clocks.promise
        rule.limit = days
        return rule
    }

    func holderDeadline(from now: Instant, _ rules: Rules) -> Deadline? {
        begun(rules.deadline(rules.rulebook.clocks.holder, from: now), at: now)
    }

    /// A clock that begins while the case stands still stands with it, and goes on with the others.
    func begun(_ deadline: Deadline, at now: Instant) -> Deadline {
        facts.isSupplementOpen || state == .waiting ? deadline.stopped(at: now) : deadline
    }

    /// What an undo brings back: the values of before, with what has come since beside the version. Dates follow the
    /// calendar of now, and an urging of the office stays one.
    private func restored(_ action: UndoableAction, _ rules: Rules) -> UndoableAction.Before {
        var before = action.before
        before.clocks = before.clocks?.map { clock in
            guard clock.endedAt == nil else { return clock }
            let deadline = clock.deadline.recomputed(calendar: rules.calendar, offset: rules.offset)
            return CaseClock(kind: clock.kind, deadline: deadline)
        }
        let isUrging = action.kind == .urged
        before.urgings = urgings - (isUrging ? 1 : 0)
        if !isUrging || lastUrgedAt != action.at { before.lastUrgedAt = lastUrgedAt }
        return before
    }

    private func completion(
        note: String?, lateReason: String?, at now: Instant, _ rules: Rules
    ) throws(Refusal) -> [CaseEvent] {
        let why = try EntryField.reason.checkedIfAny(lateReason)
        guard !rules.rulebook.guards.lateReason || !isLate(at: now) || why != nil else { throw .lateReasonMissing }
        if itemKind == .forwarded, rules.rulebook.guards.verification, facts.verification == nil {
            throw .verificationMissing
        }
        let completed = CaseEvent.completed(
            Completion(note: try EntryField.note.checkedIfAny(note), lateReason: why))
        return waitsForReview(rules.rulebook.review)
            ? [completed] : [completed, .approved(approval(nil, at: now, rules))]
    }

    /// Which cases a sample takes follows from the id alone, so that nobody can choose and everybody can check.
    func waitsForReview(_ review: Rulebook.Review) -> Bool {
        switch review {
        case .gate: return true
        case .none: return false
        case .sample(let percent):
            // A multiplier without a common factor with 100 spreads neighbouring ids over all residues.
            return returns > 0 || (id.value &* 61) % 100 < Int64(percent)
        }
    }

    private func approval(_ note: String?, at now: Instant, _ rules: Rules) -> Approval {
        Approval(note: note, delivery: rules.deadline(rules.rulebook.clocks.delivery, from: now))
    }

    private static func checked(_ decline: Decline) throws(Refusal) -> Decline {
        let missing = try checked(decline.missing ?? [], as: .material)
        let office = try EntryField.office.checkedIfAny(decline.office)
        switch decline.ground ?? .policy {
        case .outOfScope: guard office != nil else { throw .officeMissing }
        case .notQualified: guard !missing.isEmpty else { throw .missingNotNamed }
        case .policy: break
        }
        return Decline(
            reason: try checked(decline.reason), ground: decline.ground, office: office,
            missing: missing.isEmpty ? nil : missing)
    }

    // MARK: Texts

    static func checked(_ reason: String) throws(Refusal) -> String {
        let trimmed = reason.trimmingWhitespace()
        guard !trimmed.isEmpty else { throw .reasonMissing }
        guard trimmed.count <= reasonLimit else { throw .reasonTooLong }
        return try EntryField.reason.checked(trimmed)
    }

    /// Every text of a list, without those that are blank.
    static func checked(_ texts: [String], as field: EntryField) throws(Refusal) -> [String] {
        var result: [String] = []
        for text in texts {
            if let checked = try field.checkedIfAny(text), !result.contains(checked) { result.append(checked) }
        }
        return result
    }
}
