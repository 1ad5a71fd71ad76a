/// What people wrote into the facts of a case: for masking.
extension CaseFacts {
    /// The same facts with every text that somebody typed put through `transform`.
    public func mappingTexts(_ transform: (String) -> String) -> CaseFacts {
        var facts = self
        facts.authorisation?.note = authorisation?.note.map(transform)
        facts.supplements = supplements.map { supplement in
            var supplement = supplement
            supplement.missing = supplement.missing.map(transform)
            supplement.note = supplement.note.map(transform)
            supplement.again = supplement.again.map(transform)
            return supplement
        }
        facts.originals = originals.map(transform)
        facts.verification = verification.map {
            Verification(
                cadre: transform($0.cadre), finding: transform($0.finding), isConfirmed: $0.isConfirmed)
        }
        if var forwarding {
            forwarding.office = transform(forwarding.office)
            forwarding.papers = transform(forwarding.papers)
            forwarding.result = forwarding.result.map(transform)
            facts.forwarding = forwarding
        }
        facts.legs = legs.map { leg in
            var leg = leg
            leg.note = leg.note.map(transform)
            return leg
        }
        facts.branches = branches.map { branch in
            var branch = branch
            branch.department = transform(branch.department)
            branch.task = transform(branch.task)
            branch.result = branch.result.map(transform)
            return branch
        }
        facts.help = help.map { request in
            var request = request
            request.to = transform(request.to)
            request.question = transform(request.question)
            request.answer = request.answer.map(transform)
            return request
        }
        if var visit {
            visit.place = visit.place.map(transform)
            visit.materials = visit.materials.map(transform)
            visit.refusal = visit.refusal.map(transform)
            facts.visit = visit
        }
        facts.waiting = waiting.map { Waiting(reason: transform($0.reason), condition: transform($0.condition)) }
        facts.delivery = delivery.map { Delivery(signedBy: transform($0.signedBy), note: $0.note.map(transform)) }
        facts.rating?.words = rating?.words.map(transform)
        facts.ratingFollowUp = ratingFollowUp.map(transform)
        facts.complaints = complaints.map { complaint in
            var complaint = complaint
            complaint.words = transform(complaint.words)
            complaint.finding = complaint.finding.map(transform)
            return complaint
        }
        facts.fees = fees.map { Fee(amount: $0.amount, basis: transform($0.basis), receipt: transform($0.receipt)) }
        facts.fault = fault.map { FaultFinding(isOwnFault: $0.isOwnFault, reason: transform($0.reason)) }
        facts.answer = answer.map { Answer(text: transform($0.text), office: $0.office.map(transform)) }
        facts.filedAt = filedAt.map(transform)
        return facts
    }
}
