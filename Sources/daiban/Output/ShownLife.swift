import CaseStore
import Casework

/// What belongs to a case beside its state, for `--json`: each fact under a name of its own that never changes; what a
/// case does not have is absent. Texts are masked like everything else, times are ISO 8601, amounts are fen.
struct ShownLife: Encodable {
    struct Supplement: Encodable {
        var missing: [String]
        var told: String
        var supplied: String?
        var again: String?
    }

    struct Forwarding: Encodable {
        var office: String
        var papers: String
        var at: String
        var result: String?
        var resultAt: String?
    }

    struct Verification: Encodable {
        var cadre: String
        var finding: String
        var confirmed: Bool
    }

    struct Leg: Encodable {
        var holder: String
        var since: String
        var until: String?
    }

    struct Branch: Encodable {
        var number: Int
        var department: String
        var task: String
        var opened: String
        var ended: String?
        var result: String?
    }

    struct Help: Encodable {
        var number: Int
        var level: String
        var to: String
        var question: String
        var asked: String
        var answer: String?
        var answered: String?
    }

    struct Visit: Encodable {
        var asked: String
        var planned: String?
        var place: String?
        var materials: String?
        var refusal: String?
        var arrived: String?
        var ended: String?
        var deliversLater: Bool?
    }

    struct Waiting: Encodable {
        var reason: String
        var condition: String
    }

    struct Fee: Encodable {
        var fen: Int
        var basis: String
        var receipt: String
    }

    struct Rating: Encodable {
        var level: Int
        var channel: String
        var services: [String]
        var words: String?
        var followUp: String?
        var followUpOpen: Bool
    }

    struct Complaint: Encodable {
        var number: Int
        var subject: String
        var words: String
        var at: String
        var finding: String?
        var upheld: Bool?
    }

    struct Fault: Encodable {
        var own: Bool
        var reason: String
    }

    /// `request` or `consultation`.
    var matter: String
    var direction: String?
    var authorisation: String?
    /// Who took the request (平政办发〔2024〕14号 二(一)1(4)).
    var firstAsked: String?
    var priority: [String]?
    var supplements: [Supplement]
    var originals: [String]
    var verification: Verification?
    var forwarding: Forwarding?
    var legs: [Leg]
    var branches: [Branch]
    var help: [Help]
    var visit: Visit?
    var waiting: Waiting?
    var told: String?
    var fees: [Fee]
    var answer: String?
    var answerOffice: String?
    var signedBy: String?
    var rating: Rating?
    var complaints: [Complaint]
    var fault: Fault?
    var filedAt: String?
    var redoOf: String?
    var redoneBy: String?

    init(_ detail: CaseDetail, offset: UTCOffset, isRevealed: Bool) {
        let subject = detail.case
        let facts = subject.facts
        func text(_ text: String) -> String { isRevealed ? text : subject.masked(text) }
        func time(_ instant: Instant) -> String { instant.iso8601(offset) }
        func number(_ id: CaseID) -> String { detail.linkedNumbers[id] ?? "#\(id.value)" }
        matter = (subject.intake.matter ?? .request).rawValue
        direction = subject.intake.direction?.rawValue
        authorisation = subject.authorisation?.form.rawValue
        if let first = detail.trace.last, case .registered = first.event { firstAsked = first.actorName }
        priority = subject.intake.priority?.map(\.rawValue)
        supplements = facts.supplements.map {
            Supplement(
                missing: $0.missing.map(text), told: time($0.askedAt), supplied: $0.suppliedAt.map(time),
                again: $0.again.map(text))
        }
        originals = facts.originals.map(text)
        verification = facts.verification.map {
            Verification(cadre: text($0.cadre), finding: text($0.finding), confirmed: $0.isConfirmed)
        }
        forwarding = facts.forwarding.map {
            Forwarding(
                office: text($0.office), papers: text($0.papers), at: time($0.at), result: $0.result.map(text),
                resultAt: $0.resultAt.map(time))
        }
        legs = facts.legs.map {
            Leg(
                holder: detail.staffNames[$0.holder] ?? "#\($0.holder.value)", since: time($0.since),
                until: $0.until.map(time))
        }
        branches = facts.branches.map {
            Branch(
                number: $0.number, department: text($0.department), task: text($0.task), opened: time($0.openedAt),
                ended: $0.endedAt.map(time), result: $0.result.map(text))
        }
        help = facts.help.map {
            Help(
                number: $0.number, level: $0.level.rawValue, to: text($0.to), question: text($0.question),
                asked: time($0.askedAt), answer: $0.answer.map(text), answered: $0.answeredAt.map(time))
        }
        visit = facts.visit.map {
            Visit(
                asked: time($0.askedAt), planned: $0.plannedFor.map(time), place: $0.place.map(text),
                materials: $0.materials.map(text), refusal: $0.refusal.map(text), arrived: $0.arrivedAt.map(time),
                ended: $0.endedAt.map(time), deliversLater: $0.deliversLater)
        }
        waiting = facts.waiting.map { Waiting(reason: text($0.reason), condition: text($0.condition)) }
        told = facts.lastFeedback.map(time)
        fees = facts.fees.map { Fee(fen: $0.amount, basis: text($0.basis), receipt: $0.receipt) }
        answer = facts.answer.map { text($0.text) }
        answerOffice = facts.answer?.office.map(text)
        signedBy = facts.delivery.map { isRevealed ? $0.signedBy : Masking.name($0.signedBy) }
        rating = facts.rating.map {
            Rating(
                level: $0.level, channel: $0.channel.rawValue, services: $0.services.map(\.rawValue),
                words: $0.words.map(text), followUp: facts.ratingFollowUp.map(text),
                followUpOpen: subject.isFollowUpOpen)
        }
        complaints = facts.complaints.map {
            Complaint(
                number: $0.number, subject: $0.subject.rawValue, words: text($0.words), at: time($0.at),
                finding: $0.finding.map(text), upheld: $0.isUpheld)
        }
        fault = facts.fault.map { Fault(own: $0.isOwnFault, reason: text($0.reason)) }
        filedAt = facts.filedAt.map(text)
        redoOf = subject.intake.redoOf.map(number)
        redoneBy = facts.redoneBy.map(number)
    }
}
