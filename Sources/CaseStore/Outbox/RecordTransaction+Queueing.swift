import Casework
import GRDB

/// Queues messages in the transaction that records their cause: an event and its messages are there together or not at
/// all. While the centre sends no messages this costs one look at one row a transaction, and most events not even that.
extension RecordTransaction {
    func queueMessages(
        because event: CaseEvent, on value: Case, cause: Int64, at: Instant, by actor: StaffID
    ) throws {
        if case .undone(let undo) = event {
            return try retract(undo, on: value, cause: cause, at: at, by: actor)
        }
        let messages = OutgoingMessage.following(event, on: value, by: actor)
        guard !messages.isEmpty else { return }
        let known = try messageSwitch ?? MessageProjection.stored(in: database)
        messageSwitch = known
        guard known.isOn else { return }
        for message in messages {
            try queue(message, about: value.id, cause: cause, at: at, in: known.language)
        }
    }

    private func queue(
        _ message: OutgoingMessage, about id: CaseID, cause: Int64, at: Instant, in language: MessageSwitch.Language
    ) throws {
        let staff: Int64 =
            switch message.recipient {
            case .applicant: 0
            case .agent(let id): id.value
            }
        try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO outbox (cause, case_id, kind, staff, language, state, tries, queued_at, \
                next_try, attempt, is_claimed) VALUES (?, ?, ?, ?, ?, 'queued', 0, ?, ?, 0, 0)
                """
        ).execute(arguments: [
            cause, id.value, message.kind.rawValue, staff, language.rawValue, at.milliseconds, at.milliseconds,
        ])
    }

    /// An action was taken back: what has not been said about it is not said any more, and who has heard it is told.
    private func retract(_ undo: Undo, on value: Case, cause: Int64, at: Instant, by actor: StaffID) throws {
        let statement = try database.cachedStatement(
            sql: """
                \(OutboxMessage.selection) \(OutboxMessage.join) WHERE outbox.case_id = ? AND outbox.kind = ? \
                AND outbox.cause = (SELECT max(seq) FROM journal WHERE subject_kind = 'case' AND subject = ? \
                AND kind = ?) ORDER BY outbox.id
                """)
        let untrue = OutgoingMessage.untrue(after: undo)
        let messages = try Row.fetchAll(
            statement, arguments: [value.id.value, untrue.rawValue, value.id.value, undo.kind.rawValue]
        ).map(OutboxMessage.init(row:))
        for message in messages {
            switch message.state {
            case .queued, .failed:
                if message.isClaimed {
                    // It may be out already. Should it not be, nobody tries again.
                    try database.cachedStatement(sql: "UPDATE outbox SET tries = ? WHERE id = ?")
                        .execute(arguments: [RetryPlan.tries, message.id])
                    try correct(message, cause: cause, at: at)
                } else {
                    try giveUp(message, detail: undo.kind.rawValue, at: at, by: actor)
                }
            case .sent: try correct(message, cause: cause, at: at)
            case .givenUp: break
            }
        }
    }

    private func correct(_ message: OutboxMessage, cause: Int64, at: Instant) throws {
        try queue(
            OutgoingMessage(.corrected, to: message.recipient), about: message.caseID, cause: cause, at: at,
            in: message.language)
    }

    /// Nothing more is tried: which the journal says, too.
    func giveUp(_ message: OutboxMessage, detail: String?, at: Instant, by actor: StaffID) throws {
        try database.cachedStatement(
            sql: "UPDATE outbox SET state = 'given-up', is_claimed = 0, detail = coalesce(?, detail) WHERE id = ?"
        ).execute(arguments: [detail, message.id])
        try recordEnd(of: message, channel: message.channel ?? "-", outcome: .givenUp, at: at, by: actor)
    }

    func recordEnd(
        of message: OutboxMessage, channel: String, outcome: Notification.Outcome, at: Instant, by actor: StaffID
    ) throws {
        guard let value = try findReadable(message.caseID) else { return }
        let notification = Notification(message: message.kind.rawValue, channel: channel, outcome: outcome)
        try record(.notified(notification), on: value, at: at, by: actor)
    }
}
