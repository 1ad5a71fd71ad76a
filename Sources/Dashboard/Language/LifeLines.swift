import CaseStore
import Casework

/// What belongs to a case beside its state, line by line: the same for the desk's detail and for `case show`. Only what
/// exists is named, in the order in which a case goes through its life.
public struct LifeLine: Hashable, Sendable {
    public var field: LifeField
    /// One fact each; several of a field (branches, complaints, legs) are lines of their own.
    public var message: LifeMessage
}

extension LifeLine {
    /// - Parameters:
    ///   - shown: what becomes of a text that somebody typed: masked, unless it may be seen.
    ///   - person: what becomes of the name of somebody who is not of the office.
    public static func lines(
        of detail: CaseDetail, offset: UTCOffset, language: Language, shown: (String) -> String,
        person: (String) -> String = Masking.name
    ) -> [LifeLine] {
        let subject = detail.case
        let facts = subject.facts
        var lines: [LifeLine] = []
        func add(_ field: LifeField, _ messages: LifeMessage?...) {
            lines += messages.compactMap(\.self).map { LifeLine(field: field, message: $0) }
        }
        func when(_ instant: Instant) -> String { instant.shortCivilText(offset) }
        func name(_ id: StaffID) -> String { detail.staffNames[id] ?? Message.unknownPerson.text(language) }

        if let first = detail.trace.last, case .registered = first.event, let who = first.actorName {
            add(.firstAsked, .names([who]))
        }
        if let collector = subject.intake.collector { add(.collector, .names([name(collector)])) }
        if let direction = subject.intake.direction { add(.direction, .direction(direction)) }
        if let authorisation = subject.authorisation {
            let form = Message.intake(.authorisation(authorisation.form)).text(language)
            add(
                .authorisation, .names([form, when(authorisation.at)] + (authorisation.note.map { [shown($0)] } ?? [])))
        }
        for supplement in facts.supplements {
            let names = supplement.missing.map(shown)
            add(
                .missing,
                supplement.suppliedAt.map { .supplied(names, on: when($0)) }
                    ?? .stillMissing(names, since: when(supplement.askedAt)))
        }
        if !facts.originals.isEmpty { add(.originals, .names(facts.originals.map(shown))) }
        if let found = facts.verification {
            add(
                .verification,
                .verified(by: shown(found.cadre), isConfirmed: found.isConfirmed, finding: shown(found.finding)))
        }
        if let forwarding = facts.forwarding {
            add(
                .forwarding,
                .forwarded(office: shown(forwarding.office), on: when(forwarding.at), papers: shown(forwarding.papers)),
                forwarding.result.map { .result(shown($0)) } ?? .noResult)
        }
        for branch in facts.branches {
            add(
                .branch,
                .branch(
                    branch.number, department: shown(branch.department), task: shown(branch.task),
                    result: branch.endedAt == nil ? nil : shown(branch.result ?? "")))
        }
        for help in facts.help {
            add(
                .help,
                .help(
                    help.number, help.level, to: shown(help.to), question: shown(help.question),
                    answer: help.answer.map(shown)))
        }
        if let visit = facts.visit { lines += of(visit, when: when, shown: shown) }
        if let waiting = facts.waiting {
            add(.waiting, .waiting(reason: shown(waiting.reason), condition: shown(waiting.condition)))
        }
        for leg in facts.legs {
            add(.legs, .leg(holder: name(leg.holder), from: when(leg.since), until: leg.until.map(when)))
        }
        add(.told, facts.lastFeedback.map { .lastTold(when($0)) })
        for fee in facts.fees { add(.fees, .fee(fen: fee.amount, basis: shown(fee.basis), receipt: fee.receipt)) }
        if let answer = facts.answer {
            add(.answer, .names([shown(answer.text)] + (answer.office.map { [shown($0)] } ?? [])))
        }
        return lines + ofTheEnd(detail, shown: shown, person: person)
    }

    private static func of(
        _ visit: Visit, when: (Instant) -> String, shown: (String) -> String
    ) -> [LifeLine] {
        var messages: [LifeMessage] = []
        if let at = visit.plannedFor {
            messages.append(
                .visitPlanned(when(at), place: shown(visit.place ?? ""), materials: visit.materials.map(shown)))
        } else if visit.refusal == nil {
            messages.append(.visitAsked(when(visit.askedAt)))
        }
        if let refusal = visit.refusal { messages.append(.visitRefused(shown(refusal))) }
        if visit.endedAt != nil {
            messages.append(.visitEnded(deliversLater: visit.deliversLater ?? false))
        } else if let at = visit.arrivedAt {
            messages.append(.visitArrived(when(at)))
        }
        return messages.map { LifeLine(field: .visit, message: $0) }
    }

    private static func ofTheEnd(
        _ detail: CaseDetail, shown: (String) -> String, person: (String) -> String
    ) -> [LifeLine] {
        let subject = detail.case
        let facts = subject.facts
        var lines: [LifeLine] = []
        func add(_ field: LifeField, _ messages: LifeMessage?...) {
            lines += messages.compactMap(\.self).map { LifeLine(field: field, message: $0) }
        }
        if let delivery = facts.delivery {
            add(.delivery, .signed(by: person(delivery.signedBy)), delivery.note.map { .names([shown($0)]) })
        }
        if let rating = facts.rating {
            add(
                .rating,
                .rating(
                    level: rating.level, rating.channel, rating.services, words: rating.words.map(shown)),
                facts.ratingFollowUp.map { .followedUp(shown($0)) } ?? (subject.isFollowUpOpen ? .followUpOpen : nil))
        }
        for complaint in facts.complaints {
            add(
                .complaint, .complaint(complaint.number, complaint.subject, words: shown(complaint.words)),
                complaint.finding.map {
                    .complaintDecided(isUpheld: complaint.isUpheld ?? false, finding: shown($0))
                } ?? .complaintOpen)
        }
        add(.fault, facts.fault.map { .fault(isOwn: $0.isOwnFault, reason: shown($0.reason)) })
        add(.filed, facts.filedAt.map { .names([shown($0)]) })
        func number(_ id: CaseID) -> LifeMessage { .names([detail.linkedNumbers[id] ?? "#\(id.value)"]) }
        add(.redoOf, subject.intake.redoOf.map(number))
        add(.redoneBy, facts.redoneBy.map(number))
        return lines
    }
}
