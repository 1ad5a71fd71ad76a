/// What the events during the work and after it change: mostly the facts beside the state.
extension Case {
    mutating func applyLife(_ event: CaseEvent, at instant: Instant) {
        switch event {
        case .answered(let answer):
            facts.answer = answer
            close(as: .answered, because: nil, at: instant)
        case .authorised(let authorisation): facts.authorisation = authorisation
        case .supplementAsked(let asked):
            facts.supplements.append(
                Supplement(missing: asked.missing, note: asked.note, again: asked.again, askedAt: instant))
            stopClocks(at: instant)
            clocks.start(.supplement, asked.deadline)
        case .supplemented(let resumed):
            if let last = facts.supplements.indices.last { facts.supplements[last].suppliedAt = instant }
            clocks.end(.supplement, at: instant)
            clocks.replace(resumed.clocks)
        case .originalsTaken(let originals):
            facts.originals += originals.names.filter { !facts.originals.contains($0) }
        case .originalsReturned(let originals):
            facts.originals.removeAll { originals.names.contains($0) }
        case .verified(let verification): facts.verification = verification
        case .forwarded(let forwarded):
            facts.forwarding = Forwarding(office: forwarded.office, papers: forwarded.papers, at: instant)
            clocks.end(.forwarding, at: instant)
            stop(.completion, at: instant)
            if let promise = forwarded.promise { clocks.start(.promise, promise) }
        case .resultReceived(let received):
            facts.forwarding?.resultAt = instant
            facts.forwarding?.result = received.result
            clocks.end(.promise, at: instant)
            if let completion = received.completion {
                clocks.replace([CaseClock(kind: .completion, deadline: completion)])
            }
        case .relayed(let relayed):
            passOn(to: relayed.to, note: relayed.note, holder: relayed.holder, at: instant)
        case .branchOpened(let opened):
            facts.branches.append(
                Branch(number: opened.number, department: opened.department, task: opened.task, openedAt: instant))
        case .branchEnded(let ended):
            guard let index = facts.branches.firstIndex(where: { $0.number == ended.number }) else { return }
            facts.branches[index].endedAt = instant
            facts.branches[index].result = ended.result
        case .helpAsked(let asked):
            facts.help.append(
                HelpRequest(
                    number: asked.number, level: asked.level, to: asked.to, question: asked.question, askedAt: instant))
        case .helpAnswered(let answered):
            guard let index = facts.help.firstIndex(where: { $0.number == answered.number }) else { return }
            facts.help[index].answer = answered.answer
            facts.help[index].answeredAt = instant
        case .visitAsked, .visitPlanned, .visitRefused, .visitArrived, .visitEnded:
            applyVisit(event, at: instant)
        case .setAside(let waiting):
            facts.waiting = waiting
            state = .waiting
            stopClocks(at: instant)
        case .resumed(let resumed):
            facts.waiting = nil
            clocks.replace(resumed.clocks)
            // What review had sent back is still to be mended.
            state = clocks.newest(.rework).map { $0.endedAt == nil } == true ? .returned : .accepted
        case .fedBack(let told):
            facts.lastFeedback = instant
            clocks.end(.feedback, at: instant)
            if let next = told.next { clocks.start(.feedback, next) }
        case .feeTaken(let fee): facts.fees.append(fee)
        case .redone(let redone): facts.redoneBy = redone.by
        case .handedOver(let handover): passOn(to: handover.to, note: nil, holder: nil, at: instant)
        case .withdrawn, .delivered, .rated, .ratingFollowedUp, .complained, .complaintDecided, .faultDecided, .filed:
            applyEnd(event, at: instant)
        case .registered, .accepted, .declined, .completed, .approved, .rejected, .reassigned, .urged, .revealed,
            .undone, .warned, .recomputed, .notified, .merged:
            // Taken over by `apply` itself.
            break
        }
    }

    private mutating func applyVisit(_ event: CaseEvent, at instant: Instant) {
        switch event {
        case .visitAsked(let asked):
            facts.visit = Visit(askedAt: instant)
            clocks.start(.visitPlan, asked.plan)
        case .visitPlanned(let plan):
            facts.visit?.plannedFor = plan.at
            facts.visit?.place = plan.place
            facts.visit?.materials = plan.materials
            clocks.end(.visitPlan, at: instant)
        case .visitRefused(let refused):
            facts.visit?.refusal = refused.reason
            clocks.end(.visitPlan, at: instant)
        case .visitArrived: facts.visit?.arrivedAt = instant
        case .visitEnded(let ended):
            facts.visit?.endedAt = instant
            facts.visit?.deliversLater = ended.deliversLater
        default: break
        }
    }

    /// The end of a case, and what comes after it.
    private mutating func applyEnd(_ event: CaseEvent, at instant: Instant) {
        switch event {
        case .withdrawn(let withdrawal): close(as: .withdrawn, because: withdrawal.reason, at: instant)
        case .delivered(let delivery):
            facts.delivery = delivery
            state = .delivered
            clocks.end(.delivery, at: instant)
        case .rated(let rated):
            facts.rating = rated.rating
            if let followUp = rated.followUp { clocks.start(.followUp, followUp) }
        case .ratingFollowedUp(let followed):
            facts.ratingFollowUp = followed.finding
            clocks.end(.followUp, at: instant)
        case .complained(let complained):
            facts.complaints.append(
                Complaint(
                    number: complained.number, subject: complained.subject, words: complained.words, at: instant))
        case .complaintDecided(let decided):
            guard let index = facts.complaints.firstIndex(where: { $0.number == decided.number }) else { return }
            facts.complaints[index].finding = decided.finding
            facts.complaints[index].isUpheld = decided.isUpheld
        case .faultDecided(let fault): facts.fault = fault
        case .filed(let filing):
            facts.filedAt = filing.place
            state = .filed
            clocks.endAll(at: instant)
        default: break
        }
    }

    /// What is late already stays late: a stop may not hide it.
    private mutating func stop(_ kind: ClockRule.Kind, at instant: Instant) {
        for index in clocks.indices
        where clocks[index].kind == kind && clocks[index].isRunning && clocks[index].deadline.due >= instant {
            clocks[index].deadline = clocks[index].deadline.stopped(at: instant)
        }
    }

    /// Everything that limits the office stands still.
    private mutating func stopClocks(at instant: Instant) {
        for kind in ClockRule.Kind.allCases where kind.stopsWithTheCase { stop(kind, at: instant) }
    }
}
