import CaseStore
import Casework

/// A case with its trace.
struct ShownCase: Encodable {
    struct Entry: Encodable {
        var sequence: Int64
        var at: String
        var actor: String?
        var event: String
        var data: Facts
        /// Where it was made, when it came by file.
        var from: Origin?
    }

    struct Origin: Encodable {
        var site: String
        var bundle: Int
        var sequence: Int64
        var taken: String
        var clockAheadMinutes: Int?
        var inTheFuture: Bool?

        init(_ origin: RelayOrigin, offset: UTCOffset) {
            site = origin.site
            bundle = origin.bundle
            sequence = origin.sequence
            taken = origin.importedAt.iso8601(offset)
            clockAheadMinutes = origin.clockAhead >= 60_000 ? Int(origin.clockAhead / 60_000) : nil
            inTheFuture = origin.isInTheFuture ? true : nil
        }
    }

    struct Clock: Encodable {
        var kind: String
        var clause: String
        var start: String
        var due: String
        var provisional: Bool
        /// It stands still: the end that would hold if it went on at once.
        var stopped: Bool
        var ended: String?
    }

    struct Applicant: Encodable {
        var name: String
        var identityNumber: String?
        var phone: String?
        var address: String?
    }

    var number: String
    var version: Int
    var state: String
    /// Which of the five stages of an agency service it is in.
    var stage: String
    var kind: String
    var origin: String
    var item: String
    /// The listed item and its version as the case was taken.
    var itemCode: String?
    var itemVersion: Int?
    var village: String
    var agent: String?
    var urgent: Bool
    /// Absent in records of before it was asked.
    var matter: String?
    var direction: String?
    /// Who passed the request on.
    var collector: String?
    var authorisation: String?
    var priority: [String]?
    var submitted: String
    var accepted: String?
    var completed: String?
    var closed: String?
    var returns: Int
    var urgings: Int
    var reason: String?
    var note: String?
    var applicant: Applicant
    var clocks: [Clock]
    /// What belongs to it beside its state.
    var life: ShownLife
    var trace: [Entry]

    init(_ detail: CaseDetail, offset: UTCOffset, isRevealed: Bool) {
        let subject = detail.case
        let intake = subject.intake
        number = subject.number
        version = subject.version
        state = subject.state.rawValue
        stage = subject.stage.rawValue
        kind = intake.kind.rawValue
        origin = intake.origin.rawValue
        item = isRevealed ? intake.item : subject.maskedItem
        itemCode = intake.listedItem?.code
        itemVersion = intake.listedItem?.version
        village = intake.village
        agent = detail.holder?.name
        urgent = intake.isUrgent
        matter = intake.matter?.rawValue
        direction = intake.direction?.rawValue
        collector = intake.collector.flatMap { detail.staffNames[$0] }
        authorisation = intake.authorisation?.form.rawValue
        priority = intake.priority?.map(\.rawValue)
        submitted = intake.submittedAt.iso8601(offset)
        accepted = subject.acceptedAt?.iso8601(offset)
        completed = subject.completedAt?.iso8601(offset)
        closed = subject.closedAt?.iso8601(offset)
        returns = subject.returns
        urgings = subject.urgings
        func text(_ text: String?) -> String? { isRevealed ? text : text.map(subject.masked) }
        reason = text(subject.reason)
        note = text(intake.note)
        applicant = Applicant(intake.applicant, isRevealed: isRevealed)
        clocks = subject.shownClocks.map { clock in
            let deadline = clock.deadline
            return Clock(
                kind: clock.kind.rawValue, clause: deadline.rule.clause, start: deadline.start.iso8601(offset),
                due: deadline.due.iso8601(offset), provisional: deadline.isProvisional, stopped: deadline.isStopped,
                ended: clock.endedAt?.iso8601(offset))
        }
        life = ShownLife(detail, offset: offset, isRevealed: isRevealed)
        trace = detail.trace.map { entry in
            let event = isRevealed ? entry.event : entry.event.masked(hiding: intake.applicant.name)
            return Entry(
                sequence: entry.sequence, at: entry.at.iso8601(offset), actor: entry.actorName,
                event: event.kind.rawValue, data: Facts(event, names: detail.staffNames, offset: offset),
                from: entry.origin.map { Origin($0, offset: offset) })
        }
    }
}

extension ShownCase.Applicant {
    init(_ applicant: Intake.Applicant, isRevealed: Bool) {
        let shown = isRevealed ? applicant : applicant.masked
        name = shown.name
        identityNumber = shown.identityNumber
        phone = shown.phone
        address = shown.address
    }
}

extension ShownCase {
    /// What an entry of the trace says, each fact under a name of its own that never changes; what an event does not
    /// say is absent. People are named, times are ISO 8601.
    struct Facts: Encodable {
        var reason: String?
        var note: String?
        /// Why it was late, as the applicant was told.
        var lateReason: String?
        /// Why it was declined, which office is right, and what is missing.
        var ground: String?
        var office: String?
        var missing: [String]?
        /// Whose hands the case was in before.
        var from: String?
        /// Whose hands it went to.
        var to: String?
        /// Who was meant: the agent that a case was given to, sent back to, or urged about.
        var agent: String?
        /// The action that was taken back.
        var undone: String?
        /// The state that an imported case came with, or that an undo restored.
        var state: String?
        /// The end of the clock that the event started.
        var due: String?
        /// Where an imported case came from.
        var source: String?
        /// What was written with the event, in reading order: papers, offices, questions, answers, findings.
        var texts: [String]?
        /// A time that was agreed.
        var at: String?
        /// A rating, from 1 to 5.
        var level: Int?
        var fen: Int?
        /// What a complaint is about, and whether it was upheld.
        var subject: String?
        var upheld: Bool?
        var ownFault: Bool?
        /// Clocks that were warned about or computed anew.
        var clocks: [ClockEnd]?

        struct ClockEnd: Encodable {
            var kind: String
            var due: String
        }

        init(_ event: CaseEvent, names: [StaffID: String], offset: UTCOffset) {
            func name(_ id: StaffID?) -> String? { id.map { names[$0] ?? "#\($0.value)" } }
            switch event {
            case .registered(let registration):
                agent = name(registration.holder)
                reason = registration.history?.reason
                state = registration.history?.state.rawValue
                due = (registration.history?.completion ?? registration.acceptance)?.due.iso8601(offset)
                source = registration.source
            case .accepted(let acceptance): due = acceptance.completion.due.iso8601(offset)
            case .declined(let decline):
                reason = decline.reason
                ground = decline.ground?.rawValue
                office = decline.office
                missing = decline.missing
            case .completed(let completion):
                note = completion.note
                lateReason = completion.lateReason
            case .approved(let approval): note = approval.note
            case .rejected(let rejection):
                reason = rejection.reason
                agent = name(rejection.agent)
            case .reassigned(let reassignment):
                from = name(reassignment.from)
                to = name(reassignment.to)
            case .urged(let urging): agent = name(urging.agent)
            case .revealed(let reveal): reason = reveal.reason
            case .undone(let undo):
                undone = undo.kind.rawValue
                state = undo.before.state.rawValue
            default: take(event.said, names: names, offset: offset)
            }
        }

        private mutating func take(_ said: [CaseEvent.Said], names: [StaffID: String], offset: UTCOffset) {
            func name(_ id: StaffID) -> String { names[id] ?? "#\(id.value)" }
            for said in said {
                switch said {
                case .text(let text): texts = (texts ?? []) + [text]
                case .person(let id): agent = name(id)
                case .passage(let before, let after): (from, to) = (before.map(name), name(after))
                case .instant(let instant): at = instant.iso8601(offset)
                case .clock(let kind, let end):
                    clocks = (clocks ?? []) + [ClockEnd(kind: kind.rawValue, due: end.iso8601(offset))]
                case .fault(let isOwn): ownFault = isOwn
                case .complaint(let about): subject = about.rawValue
                case .upheld(let isUpheld): upheld = isUpheld
                case .level(let stars): level = stars
                case .amount(let amount): fen = amount
                case .message(let message, let outcome): texts = (texts ?? []) + [message, outcome.rawValue]
                }
            }
        }
    }
}
