import CaseStore
import Casework
import Foundation

/// What `--json` prints: stable names, ISO 8601 times with offset, masked personal data.
enum JSONOutput {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// A case in a list.
struct ListedCase: Encodable {
    var number: String
    var version: Int
    var state: String
    var applicant: String
    var item: String
    var village: String
    var agent: String?
    var submitted: String
    var due: String?
    var provisional: Bool
    var urgent: Bool
    var returns: Int
    var urgings: Int

    init(_ row: QueueRow, offset: UTCOffset) {
        number = row.number
        version = row.reference.version
        state = row.state.rawValue
        applicant = row.applicant
        item = row.item
        village = row.village
        agent = row.holderName
        submitted = row.submittedAt.iso8601(offset)
        due = row.dueAt?.iso8601(offset)
        provisional = row.isProvisional
        urgent = row.isUrgent
        returns = row.returns
        urgings = row.urgings
    }
}

/// A case with its trace.
struct ShownCase: Encodable {
    struct Entry: Encodable {
        var sequence: Int64
        var at: String
        var actor: String?
        var event: String
        var data: CaseEvent
    }

    struct Clock: Encodable {
        var kind: String
        var clause: String
        var start: String
        var due: String
        var provisional: Bool
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
    var kind: String
    var origin: String
    var item: String
    var village: String
    var agent: String?
    var urgent: Bool
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
    var trace: [Entry]

    init(_ detail: CaseDetail, offset: UTCOffset, isRevealed: Bool) {
        let subject = detail.case
        let intake = subject.intake
        number = subject.number
        version = subject.version
        state = subject.state.rawValue
        kind = intake.kind.rawValue
        origin = intake.origin.rawValue
        item = intake.item
        village = intake.village
        agent = detail.holder?.name
        urgent = intake.isUrgent
        submitted = intake.submittedAt.iso8601(offset)
        accepted = subject.acceptedAt?.iso8601(offset)
        completed = subject.completedAt?.iso8601(offset)
        closed = subject.closedAt?.iso8601(offset)
        returns = subject.returns
        urgings = subject.urgings
        reason = subject.reason
        note = intake.note
        applicant = Applicant(intake.applicant, isRevealed: isRevealed)
        clocks = [subject.acceptance, subject.completion].compactMap { deadline in
            deadline.map {
                Clock(
                    kind: $0.rule.kind.rawValue, clause: $0.rule.clause, start: $0.start.iso8601(offset),
                    due: $0.due.iso8601(offset), provisional: $0.isProvisional)
            }
        }
        trace = detail.trace.map {
            Entry(
                sequence: $0.sequence, at: $0.at.iso8601(offset), actor: $0.actorName, event: $0.event.kind.rawValue,
                data: isRevealed ? $0.event : $0.event.masked)
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
