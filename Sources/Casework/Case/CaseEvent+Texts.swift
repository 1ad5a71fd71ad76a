/// What people wrote with an event, and whom and when it names: for masking, for the trace on the screen, for output.
extension CaseEvent {
    /// The same event with every text that somebody typed put through `transform`.
    ///
    /// The switch is exhaustive: a new event says here what of it has to be masked.
    public func mappingTexts(_ transform: (String) -> String) -> CaseEvent {
        switch self {
        case .accepted(var value):
            value.authorisation = value.authorisation?.mappingTexts(transform)
            return .accepted(value)
        case .registered(var value):
            if let reason = value.history?.reason { value.history?.reason = transform(reason) }
            if let facts = value.history?.carried?.facts {
                value.history?.carried?.facts = facts.mappingTexts(transform)
            }
            value.intake.note = value.intake.note.map(transform)
            value.intake.authorisation = value.intake.authorisation?.mappingTexts(transform)
            return .registered(value)
        case .declined(var value):
            value.reason = transform(value.reason)
            value.office = value.office.map(transform)
            value.missing = value.missing?.map(transform)
            return .declined(value)
        case .completed(let value):
            return .completed(
                Completion(note: value.note.map(transform), lateReason: value.lateReason.map(transform)))
        case .approved(var value):
            value.note = value.note.map(transform)
            return .approved(value)
        case .rejected(var value):
            value.reason = transform(value.reason)
            return .rejected(value)
        case .revealed(let value): return .revealed(Reveal(reason: transform(value.reason)))
        case .undone(var value):
            value.before.reason = value.before.reason.map(transform)
            value.before.authorisation = value.before.authorisation?.mappingTexts(transform)
            return .undone(value)
        case .answered(let value):
            return .answered(Answer(text: transform(value.text), office: value.office.map(transform)))
        case .authorised(let value): return .authorised(value.mappingTexts(transform))
        case .supplementAsked(var value):
            value.missing = value.missing.map(transform)
            value.note = value.note.map(transform)
            value.again = value.again.map(transform)
            return .supplementAsked(value)
        case .originalsTaken(let value): return .originalsTaken(Originals(names: value.names.map(transform)))
        case .originalsReturned(let value): return .originalsReturned(Originals(names: value.names.map(transform)))
        case .verified(var value):
            value.cadre = transform(value.cadre)
            value.finding = transform(value.finding)
            return .verified(value)
        case .forwarded(var value):
            value.office = transform(value.office)
            value.papers = transform(value.papers)
            return .forwarded(value)
        case .resultReceived(var value):
            value.result = transform(value.result)
            return .resultReceived(value)
        case .relayed(var value):
            value.note = value.note.map(transform)
            return .relayed(value)
        case .branchOpened(var value):
            value.department = transform(value.department)
            value.task = transform(value.task)
            return .branchOpened(value)
        case .branchEnded(let value):
            return .branchEnded(BranchEnded(number: value.number, result: transform(value.result)))
        case .helpAsked(var value):
            value.to = transform(value.to)
            value.question = transform(value.question)
            return .helpAsked(value)
        case .helpAnswered(let value):
            return .helpAnswered(HelpAnswered(number: value.number, answer: transform(value.answer)))
        case .visitPlanned(var value):
            value.place = transform(value.place)
            value.materials = value.materials.map(transform)
            return .visitPlanned(value)
        case .visitRefused(let value): return .visitRefused(VisitRefused(reason: transform(value.reason)))
        case .setAside(let value):
            return .setAside(Waiting(reason: transform(value.reason), condition: transform(value.condition)))
        case .fedBack(var value):
            value.text = transform(value.text)
            return .fedBack(value)
        case .feeTaken(let value):
            return .feeTaken(
                Fee(amount: value.amount, basis: transform(value.basis), receipt: transform(value.receipt)))
        case .withdrawn(let value): return .withdrawn(Withdrawal(reason: transform(value.reason)))
        case .delivered(let value):
            return .delivered(Delivery(signedBy: transform(value.signedBy), note: value.note.map(transform)))
        case .rated(var value):
            value.rating.words = value.rating.words.map(transform)
            return .rated(value)
        case .ratingFollowedUp(let value):
            return .ratingFollowedUp(RatingFollowedUp(finding: transform(value.finding)))
        case .complained(var value):
            value.words = transform(value.words)
            return .complained(value)
        case .complaintDecided(var value):
            value.finding = transform(value.finding)
            return .complaintDecided(value)
        case .faultDecided(let value):
            return .faultDecided(FaultFinding(isOwnFault: value.isOwnFault, reason: transform(value.reason)))
        case .filed(let value): return .filed(Filing(place: transform(value.place)))
        case .recomputed(var value):
            value.reason = transform(value.reason)
            return .recomputed(value)
        case .redone(let value): return .redone(Redone(by: value.by, reason: value.reason.map(transform)))
        case .reassigned, .urged, .supplemented, .visitAsked, .visitArrived, .visitEnded, .resumed,
            .handedOver, .warned, .notified, .merged:
            // Of a merged case nothing is told but that it was merged.
            return self
        }
    }

    /// One thing that an event says.
    public enum Said: Hashable, Sendable {
        /// Somebody's words, or the name of an office, a paper, a place.
        case text(String)
        case person(StaffID)
        case passage(from: StaffID?, to: StaffID)
        case instant(Instant)
        /// A clock that was warned about, or got another end.
        case clock(ClockRule.Kind, due: Instant)
        case fault(isOwn: Bool)
        case complaint(Complaint.Subject)
        case upheld(Bool)
        case level(Int)
        case amount(fen: Int)
        case message(String, Notification.Outcome)
    }

    /// What the event says besides its kind, in reading order.
    public var said: [Said] {
        func texts(_ values: String?...) -> [Said] { values.compactMap { $0.map(Said.text) } }
        switch self {
        case .registered, .accepted, .supplemented, .visitAsked, .visitArrived, .visitEnded, .resumed:
            return []
        case .redone(let value): return texts(value.reason)
        case .declined(let value):
            return texts(value.reason) + texts(value.office) + (value.missing ?? []).map(Said.text)
        case .completed(let value): return texts(value.note, value.lateReason)
        case .approved(let value): return texts(value.note)
        case .rejected(let value): return texts(value.reason)
        case .reassigned(let value): return [.passage(from: value.from, to: value.to)]
        case .urged(let value): return [.person(value.agent)]
        case .revealed(let value): return texts(value.reason)
        case .undone: return []
        case .answered(let value): return texts(value.text, value.office)
        case .authorised(let value): return texts(value.note)
        case .supplementAsked(let value): return value.missing.map(Said.text) + texts(value.note, value.again)
        case .originalsTaken(let value), .originalsReturned(let value): return value.names.map(Said.text)
        case .verified(let value): return texts(value.cadre, value.finding)
        case .forwarded(let value): return texts(value.office, value.papers)
        case .resultReceived(let value): return texts(value.result)
        case .relayed(let value): return [.passage(from: value.from, to: value.to)] + texts(value.note)
        case .branchOpened(let value): return texts(value.department, value.task)
        case .branchEnded(let value): return texts(value.result)
        case .helpAsked(let value): return texts(value.to, value.question)
        case .helpAnswered(let value): return texts(value.answer)
        case .visitPlanned(let value): return [.instant(value.at)] + texts(value.place, value.materials)
        case .visitRefused(let value): return texts(value.reason)
        case .setAside(let value): return texts(value.reason, value.condition)
        case .fedBack(let value): return texts(value.text)
        case .feeTaken(let value): return [.amount(fen: value.amount)] + texts(value.basis, value.receipt)
        case .withdrawn(let value): return texts(value.reason)
        case .delivered(let value): return texts(value.signedBy, value.note)
        case .rated(let value): return [.level(value.rating.level)] + texts(value.rating.words)
        case .ratingFollowedUp(let value): return texts(value.finding)
        case .complained(let value): return [.complaint(value.subject)] + texts(value.words)
        case .complaintDecided(let value): return [.upheld(value.isUpheld)] + texts(value.finding)
        case .faultDecided(let value): return [.fault(isOwn: value.isOwnFault)] + texts(value.reason)
        case .filed(let value): return texts(value.place)
        case .handedOver(let value): return [.passage(from: value.from, to: value.to)]
        case .warned(let value):
            return [.clock(value.mark.clock, due: value.mark.due)] + (value.urged.map { [.person($0)] } ?? [])
        case .recomputed(let value):
            return texts(value.reason) + value.clocks.map { .clock($0.kind, due: $0.deadline.due) }
        case .notified(let value): return [.message(value.message, value.outcome)]
        case .merged: return []
        }
    }
}

extension Intake.Authorisation {
    fileprivate func mappingTexts(_ transform: (String) -> String) -> Intake.Authorisation {
        Intake.Authorisation(form: form, at: at, note: note.map(transform))
    }
}
