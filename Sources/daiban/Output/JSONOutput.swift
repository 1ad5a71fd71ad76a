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
