import Casework
import GRDB

/// Keeping the outbox: whether the centre sends messages at all, which are dropped, which are tried again.

/// Why messages were not dropped, or not tried again.
public enum OutboxError: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(Role)
    /// There is no such message.
    case unknown(Int64)
    /// It is in a state in which that makes no sense, or somebody is sending it.
    case settled(Int64, OutboxMessage.State)
    case beingSent(Int64)
    case store(StoreError)
}

extension CaseStore {
    /// Lets messages that failed or were given up be tried at once, as if they were new; all that failed for `nil`.
    ///
    /// - Returns: how many.
    @discardableResult
    public func retryMessages(_ ids: [Int64]?, by actor: Actor, at now: Instant) throws(OutboxError) -> Int {
        try change(ids, by: actor, or: [.failed]) { transaction, message throws(OutboxError) in
            // What was taken back is not true any more, whoever asks for it.
            guard message.state == .failed || message.state == .givenUp, !message.isRetracted else {
                throw .settled(message.id, message.state)
            }
            try transaction.asOutbox {
                try transaction.database.cachedStatement(
                    sql: """
                        UPDATE outbox SET state = 'queued', tries = 0, is_claimed = 0, queued_at = ?, next_try = ? \
                        WHERE id = ?
                        """
                ).execute(arguments: [now.milliseconds, now.milliseconds, message.id])
            }
        }
    }

    /// Gives messages up before they are sent; all that wait for `nil`.
    ///
    /// - Returns: how many.
    @discardableResult
    public func dropMessages(_ ids: [Int64]?, by actor: Actor, at now: Instant) throws(OutboxError) -> Int {
        try change(ids, by: actor, or: [.queued, .failed]) { transaction, message throws(OutboxError) in
            guard message.state == .queued || message.state == .failed else {
                throw .settled(message.id, message.state)
            }
            try transaction.asOutbox { try transaction.giveUp(message, detail: nil, at: now, by: actor.id) }
        }
    }

    /// Says whether the centre sends messages. What is queued already stays.
    public func switchMessages(_ word: MessageSwitch, by actor: Actor, at now: Instant) throws(OutboxError) {
        try asOutbox { transaction throws(OutboxError) in
            try transaction.requireKeeper(actor)
            try transaction.asOutbox {
                guard try MessageProjection.stored(in: transaction.database) != word else { return }
                try transaction.record(.centre(.messagesSwitched(word)), about: 0, at: now, by: actor.id)
            }
        }
    }

    private func change(
        _ ids: [Int64]?, by actor: Actor, or states: Set<OutboxMessage.State>,
        _ body: (RecordTransaction, OutboxMessage) throws(OutboxError) -> Void
    ) throws(OutboxError) -> Int {
        try asOutbox { transaction throws(OutboxError) in
            try transaction.requireKeeper(actor)
            let messages = try transaction.messages(ids, or: states)
            for message in messages { try body(transaction, message) }
            return messages.count
        }
    }

    private func asOutbox<Result>(
        _ body: (RecordTransaction) throws(OutboxError) -> Result
    ) throws(OutboxError) -> Result {
        do {
            return try write { try body($0) }
        } catch let error as OutboxError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

extension RecordTransaction {
    /// Those messages, or all in `states` that nobody is sending.
    fileprivate func messages(
        _ ids: [Int64]?, or states: Set<OutboxMessage.State>
    ) throws(OutboxError) -> [OutboxMessage] {
        guard let ids else {
            return try asOutbox {
                let marks = states.map { _ in "?" }.joined(separator: ", ")
                return try Row.fetchAll(
                    database,
                    sql: """
                        \(OutboxMessage.selection) \(OutboxMessage.join) \
                        WHERE outbox.state IN (\(marks)) AND outbox.is_claimed = 0 ORDER BY outbox.id
                        """, arguments: StatementArguments(states.map(\.rawValue).sorted())
                ).map(OutboxMessage.init(row:))
            }
        }
        var found: [OutboxMessage] = []
        for id in ids {
            guard let message = try asOutbox({ try OutboxMessage.find(id, in: database) }) else { throw .unknown(id) }
            guard !message.isClaimed else { throw .beingSent(id) }
            found.append(message)
        }
        return found
    }

    fileprivate func requireKeeper(_ actor: Actor) throws(OutboxError) {
        guard actor.id != .office else { return }
        guard let member = try asOutbox({ try StaffProjection.find(actor.id, in: database)?.member }), member.isActive
        else { throw .notOnStaff }
        guard member.role.keepsMessages else { throw .notPermitted(member.role) }
    }

    fileprivate func asOutbox<Result>(_ body: () throws -> Result) throws(OutboxError) -> Result {
        do throws(StoreError) {
            return try guarded(body)
        } catch {
            throw .store(error)
        }
    }
}
