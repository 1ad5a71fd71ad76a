/// The decisions during the work on a case and after it. The guards of ``Case/permit(_:_:)`` hold already.
///
/// Each part answers `nil` to a command that is none of its own: ``Case/decide(_:by:at:rules:)`` knows which is whose.
extension Case {
    func work(_ command: CaseCommand, at now: Instant, _ rules: Rules) throws(Refusal) -> CaseEvent? {
        switch command {
        case .answer(let answer):
            return .answered(
                Answer(
                    text: try EntryField.answer.checked(answer.text),
                    office: try EntryField.office.checkedIfAny(answer.office)))
        case .authorise(let form, let note):
            return .authorised(
                Intake.Authorisation(form: form, at: now, note: try EntryField.note.checkedIfAny(note)))
        case .askSupplement(let missing, let note, let again):
            return .supplementAsked(try supplementRequest(missing, note, again, at: now, rules))
        case .supplement:
            return .supplemented(Resumed(clocks: resumedClocks(at: now, rules)))
        case .takeOriginals(let names):
            return .originalsTaken(Originals(names: try Self.named(names)))
        case .returnOriginals(let names):
            let wanted = try Self.named(names)
            let absent = wanted.filter { !facts.originals.contains($0) }
            guard absent.isEmpty else { throw .notInCustody(absent) }
            return .originalsReturned(Originals(names: wanted))
        case .verify(let verification):
            return .verified(
                Verification(
                    cadre: try EntryField.cadre.checked(verification.cadre),
                    finding: try EntryField.finding.checked(verification.finding),
                    isConfirmed: verification.isConfirmed))
        case .forward(let office, let papers, let days):
            return .forwarded(try forwarding(office, papers, days, at: now, rules))
        case .receiveResult(let result):
            // While the applicant still has to bring something, the clock goes on standing still.
            let completion =
                facts.isSupplementOpen
                ? nil : completion?.resumed(at: now, calendar: rules.calendar, offset: rules.offset)
            return .resultReceived(
                ResultReceived(result: try EntryField.result.checked(result), completion: completion))
        case .relay(let next, let note):
            guard next.isActive, next.role.handles else { throw .notAHelper }
            guard let holder else { throw .noHolder }
            guard next.id != holder else { throw .alreadyTheHolder }
            return .relayed(
                Relayed(
                    from: holder, to: next.id, note: try EntryField.note.checkedIfAny(note),
                    holder: holderDeadline(from: now, rules)))
        case .openBranch(let department, let task):
            return .branchOpened(
                BranchOpened(
                    number: facts.branches.count + 1, department: try EntryField.office.checked(department),
                    task: try EntryField.task.checked(task)))
        case .endBranch(let number, let result):
            guard facts.openBranches.contains(where: { $0.number == number }) else { throw .noSuchBranch(number) }
            return .branchEnded(BranchEnded(number: number, result: try EntryField.result.checked(result)))
        case .askHelp(let level, let to, let question):
            return .helpAsked(
                HelpAsked(
                    number: facts.help.count + 1, level: level, to: try EntryField.office.checked(to),
                    question: try EntryField.question.checked(question)))
        case .answerHelp(let number, let answer):
            guard facts.openHelp.contains(where: { $0.number == number }) else { throw .noSuchHelp(number) }
            return .helpAnswered(HelpAnswered(number: number, answer: try EntryField.answer.checked(answer)))
        case .setAside(let waiting):
            return .setAside(
                Waiting(
                    reason: try Self.checked(waiting.reason),
                    condition: try EntryField.condition.checked(waiting.condition)))
        case .resume:
            return .resumed(Resumed(clocks: resumedClocks(at: now, rules)))
        case .feedBack(let text):
            return .fedBack(
                FedBack(
                    text: try EntryField.note.checked(text),
                    next: begun(rules.deadline(rules.rulebook.clocks.feedback, from: now), at: now)))
        case .takeFee(let fee):
            guard fee.amount > 0 else { throw .feeWithoutBasis }
            return .feeTaken(
                Fee(
                    amount: fee.amount, basis: try EntryField.basis.checked(fee.basis),
                    receipt: try EntryField.receipt.checked(fee.receipt)))
        default: return nil
        }
    }

    func visit(_ command: CaseCommand, at now: Instant, _ rules: Rules) throws(Refusal) -> CaseEvent? {
        switch command {
        case .askVisit:
            return .visitAsked(VisitAsked(plan: rules.deadline(rules.rulebook.clocks.visitPlan, from: now)))
        case .planVisit(let at, let place, let materials):
            guard at >= now else { throw .visitInThePast }
            return .visitPlanned(
                VisitPlanned(
                    at: at, place: try EntryField.place.checked(place),
                    materials: try EntryField.note.checkedIfAny(materials)))
        case .refuseVisit(let reason): return .visitRefused(VisitRefused(reason: try Self.checked(reason)))
        case .arrive: return .visitArrived
        case .endVisit(let deliversLater): return .visitEnded(VisitEnded(deliversLater: deliversLater))
        default: return nil
        }
    }

    func ending(_ command: CaseCommand, at now: Instant, _ rules: Rules) throws(Refusal) -> CaseEvent? {
        switch command {
        case .withdraw(let reason): return .withdrawn(Withdrawal(reason: try Self.checked(reason)))
        case .deliver(let delivery):
            let signer = try EntryField.signature.checkedIfAny(delivery.signedBy)
            guard !rules.rulebook.guards.signature || signer != nil else { throw .signatureMissing }
            guard facts.originals.isEmpty else { throw .originalsInCustody(facts.originals) }
            return .delivered(Delivery(signedBy: signer ?? "", note: try EntryField.note.checkedIfAny(delivery.note)))
        case .rate(let rating):
            guard (1...5).contains(rating.level) else { throw .levelOutOfRange(rating.level) }
            let isBad = rating.level <= rules.rulebook.badRating
            var checked = rating
            checked.words = try EntryField.note.checkedIfAny(rating.words)
            return .rated(
                Rated(
                    rating: checked,
                    followUp: isBad ? rules.deadline(rules.rulebook.clocks.followUp, from: now) : nil))
        case .followUp(let finding):
            return .ratingFollowedUp(RatingFollowedUp(finding: try EntryField.finding.checked(finding)))
        case .complain(let subject, let words):
            return .complained(
                Complained(
                    number: facts.complaints.count + 1, subject: subject,
                    words: try EntryField.note.checked(words)))
        case .decideComplaint(let number, let isUpheld, let finding):
            guard facts.openComplaints.contains(where: { $0.number == number }) else { throw .noSuchComplaint(number) }
            return .complaintDecided(
                ComplaintDecided(
                    number: number, isUpheld: isUpheld, finding: try EntryField.finding.checked(finding)))
        case .decideFault(let fault):
            guard clocks.contains(where: { $0.kind.leadsQueues && $0.isOverdue(at: now) }) else { throw .notOverdue }
            return .faultDecided(FaultFinding(isOwnFault: fault.isOwnFault, reason: try Self.checked(fault.reason)))
        case .file(let place): return .filed(Filing(place: try EntryField.place.checked(place)))
        default: return nil
        }
    }

    // MARK: Parts

    private func supplementRequest(
        _ missing: [String], _ note: String?, _ again: String?, at now: Instant, _ rules: Rules
    ) throws(Refusal) -> SupplementAsked {
        let names = try Self.checked(missing, as: .material)
        guard !names.isEmpty else { throw .missingNotNamed }
        let why = try EntryField.reason.checkedIfAny(again)
        guard facts.supplements.isEmpty || why != nil else { throw .toldOnceAlready }
        return SupplementAsked(
            missing: names, note: try EntryField.note.checkedIfAny(note), again: why,
            deadline: rules.deadline(rules.rulebook.clocks.supplement, from: now))
    }

    private func forwarding(
        _ office: String, _ papers: String, _ days: Int?, at now: Instant, _ rules: Rules
    ) throws(Refusal) -> Forwarded {
        // What goes up has been verified by the village's cadres (建政发〔2022〕33号 五(二)3).
        guard !rules.rulebook.guards.verification || facts.verification?.isConfirmed == true else {
            throw .verificationMissing
        }
        var promise: Deadline?
        if let days {
            guard (1...365).contains(days) else { throw .promiseOutOfRange(days) }
            var rule = rules.rulebook.clocks.promise
            rule.limit = days
            promise = begun(rules.deadline(rule, from: now), at: now)
        }
        return Forwarded(
            office: try EntryField.office.checked(office), papers: try EntryField.material.checked(papers),
            promise: promise)
    }

    /// The clocks that go on now; completion stays where it is while the papers are at a window.
    private func resumedClocks(at now: Instant, _ rules: Rules) -> [CaseClock] {
        clocks.compactMap { clock in
            guard clock.endedAt == nil, clock.deadline.isStopped else { return nil }
            if clock.kind == .completion, officeWithPapers != nil { return nil }
            let deadline = clock.deadline.resumed(at: now, calendar: rules.calendar, offset: rules.offset)
            return CaseClock(kind: clock.kind, deadline: deadline)
        }
    }

    private static func named(_ names: [String]) throws(Refusal) -> [String] {
        let checked = try checked(names, as: .material)
        guard !checked.isEmpty else { throw .unfit(.material, .missing) }
        return checked
    }
}
