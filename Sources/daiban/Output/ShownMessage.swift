import CaseStore
import Casework

/// A message of the outbox as `--json` prints it; no phone, no text.
struct ShownMessage: Encodable {
    var id: Int64
    /// The journal entry that it follows from.
    var cause: Int64
    var number: String
    var kind: String
    var to: String
    /// The staff number of the agent it goes to.
    var agent: String?
    var agentName: String?
    var language: String
    var state: String
    var tries: Int
    var queued: String
    /// When it is tried next; absent when nothing follows.
    var next: String?
    var channel: String?
    var detail: String?

    init(_ message: OutboxMessage, agent: StaffMember?, offset: UTCOffset) {
        id = message.id
        cause = message.cause
        number = message.number
        kind = message.kind.rawValue
        switch message.recipient {
        case .applicant: to = "applicant"
        case .agent: to = "agent"
        }
        self.agent = agent?.number
        agentName = agent?.name
        language = message.language.rawValue
        state = message.state.rawValue
        tries = message.tries
        queued = message.queuedAt.iso8601(offset)
        next = message.state == .queued || message.state == .failed ? message.nextTry.iso8601(offset) : nil
        channel = message.channel
        detail = message.detail
    }
}
