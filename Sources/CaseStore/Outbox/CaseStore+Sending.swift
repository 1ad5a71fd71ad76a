import Casework
import GRDB

/// A message that one sender holds, with all that it takes to send it.
public struct ClaimedMessage: Hashable, Sendable {
    public var message: OutboxMessage
    public var content: MessageContent
    /// The recipient's phone as the record has it now; `nil` when there is none, or the agent has left.
    public var address: String?
}

/// What a claim found.
public struct MessageClaim: Hashable, Sendable {
    public var claimed: [ClaimedMessage] = []
    /// Too old, or tried too often.
    public var givenUp: [OutboxMessage] = []

    /// Whether there was nothing to do.
    public var isEmpty: Bool { claimed.isEmpty && givenUp.isEmpty }
}

/// How an attempt ended.
public enum SendingOutcome: Hashable, Sendable {
    case sent
    /// May be tried again.
    case failed(String)
    /// Nothing will ever come of it, such as a recipient without a phone.
    case hopeless(String)
}

/// Sending: claim a message behind the write lock, hand it to a program, settle it. Any number of senders may do so at
/// once; none gets what another one holds.
///
/// A sender that dies while it holds a message loses it when the lease ends, and the message is tried again: it may have
/// gone out already, so the program is told the message's id, by which it can know it again.
extension CaseStore {
    /// How long a sender holds a message, in minutes.
    public static let messageLease = 10

    /// Takes up to `limit` messages whose time has come, the longest waiting first.
    public func claimMessages(at now: Instant, limit: Int = 1) throws(StoreError) -> MessageClaim {
        // Mostly there is nothing: that costs no lock.
        guard try hasMessages(at: now) else { return MessageClaim() }
        do {
            return try write { try $0.claimMessages(at: now, limit: limit) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes down how the attempt ended, in the journal too when it was the last.
    ///
    /// - Returns: the message afterwards; `nil` when the lease was lost and somebody else has it, or has settled it.
    @discardableResult
    public func settle(
        _ claimed: ClaimedMessage, as outcome: SendingOutcome, channel: String, at now: Instant
    ) throws(StoreError) -> OutboxMessage? {
        do {
            return try write { try $0.settle(claimed.message, as: outcome, channel: channel, at: now) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func hasMessages(at now: Instant) throws(StoreError) -> Bool {
        try read { database in
            guard try database.tableExists("outbox") else { return false }
            let statement = try database.cachedStatement(sql: "SELECT 1 \(RecordTransaction.waiting) LIMIT 1")
            return try Row.fetchOne(statement, arguments: [now.milliseconds]) != nil
        }
    }
}

extension RecordTransaction {
    fileprivate static let waiting =
        "FROM outbox INDEXED BY outbox_waiting WHERE outbox.state IN ('queued', 'failed') AND outbox.next_try <= ?"

    fileprivate func claimMessages(at now: Instant, limit: Int) throws -> MessageClaim {
        let statement = try database.cachedStatement(
            sql: "SELECT outbox.id \(Self.waiting) ORDER BY outbox.next_try, outbox.id LIMIT ?")
        var claim = MessageClaim()
        for id in try Int64.fetchAll(statement, arguments: [now.milliseconds, limit]) {
            guard let waiting = try OutboxMessage.find(id, in: database) else { continue }
            if RetryPlan.isOver(tries: waiting.tries, queuedAt: waiting.queuedAt, now: now) {
                try giveUp(waiting, detail: nil, at: now, by: .office)
                claim.givenUp.append(waiting)
                continue
            }
            let until = now.advanced(minutes: CaseStore.messageLease)
            try database.cachedStatement(
                sql: """
                    UPDATE outbox SET is_claimed = 1, attempt = attempt + 1, tries = tries + 1, next_try = ? WHERE id = ?
                    """
            ).execute(arguments: [until.milliseconds, id])
            guard let message = try OutboxMessage.find(id, in: database), let subject = try findReadable(message.caseID)
            else { continue }
            claim.claimed.append(
                ClaimedMessage(
                    message: message,
                    content: MessageContent(message.kind, because: try event(message.cause), on: subject),
                    address: try address(of: message.recipient, subject)))
        }
        return claim
    }

    fileprivate func settle(
        _ claimed: OutboxMessage, as outcome: SendingOutcome, channel: String, at now: Instant
    ) throws -> OutboxMessage? {
        guard var message = try OutboxMessage.find(claimed.id, in: database), message.isClaimed,
            message.attempt == claimed.attempt
        else { return nil }
        message.channel = channel
        let statement = try database.cachedStatement(
            sql: "UPDATE outbox SET state = ?, is_claimed = 0, channel = ?, detail = ?, next_try = ? WHERE id = ?")
        switch outcome {
        case .sent:
            try statement.execute(arguments: ["sent", channel, nil, now.milliseconds, message.id])
            try recordEnd(of: message, channel: channel, outcome: .sent, at: now, by: .office)
        case .failed(let detail)
        where !RetryPlan.isOver(tries: message.tries, queuedAt: message.queuedAt, now: now):
            let next = now.advanced(minutes: RetryPlan.wait(after: message.tries))
            try statement.execute(arguments: ["failed", channel, detail, next.milliseconds, message.id])
        case .failed(let detail), .hopeless(let detail):
            try statement.execute(arguments: ["given-up", channel, detail, now.milliseconds, message.id])
            try recordEnd(of: message, channel: channel, outcome: .givenUp, at: now, by: .office)
        }
        return try OutboxMessage.find(message.id, in: database)
    }

    private func event(_ sequence: Int64) throws -> CaseEvent {
        let statement = try database.cachedStatement(sql: "SELECT kind, body FROM journal WHERE seq = ?")
        guard let row = try Row.fetchOne(statement, arguments: [sequence]),
            case .case(let event) = try JournalFact(
                subjectKind: JournalFact.SubjectKind.case.rawValue, kind: try row.value(0), body: try row.value(1),
                sequence: sequence)
        else { throw UnreadableRecord(place: "journal entry \(sequence)", detail: "not about a case") }
        return event
    }

    private func address(of recipient: OutgoingMessage.Recipient, _ subject: Case) throws -> String? {
        switch recipient {
        case .applicant: return subject.intake.applicant.phone
        case .agent(let id):
            guard let member = try StaffProjection.find(id, in: database)?.member, member.isActive else { return nil }
            return member.phone
        }
    }
}
