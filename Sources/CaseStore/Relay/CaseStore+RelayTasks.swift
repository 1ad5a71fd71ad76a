import Casework
import GRDB

/// How the exchange with one partner stands.
public struct RelayStanding: Hashable, Sendable {
    public var site: RelaySite
    public var isActive: Bool
    /// The last bundle that was taken over, and when; 0 before the first.
    public var received: Int
    public var receivedAt: Instant?
    /// The last bundle that was made.
    public var sent: Int
    public var sentAt: Instant?
    /// The last of ours that the partner has told of.
    public var confirmed: Int
    /// Bundles that wait for the ones before them.
    public var held: [Int]
    /// Entries that the partner has not been sent yet.
    public var unsent: Int
    public var openTasks: Int
}

public struct RelayStatus: Hashable, Sendable {
    /// `nil` when this record is no site.
    public var own: RelaySite?
    public var partners: [RelayStanding]
    /// Whether the private keys are there and are those of the record.
    public var hasKeys: Bool
}

/// Looking at the exchange, and settling what did not fit.
extension CaseStore {
    public func relayStatus() throws(RelayError) -> RelayStatus {
        let (own, partners) = try relayRead { database in
            let own = try RelayProjection.own(in: database)
            let tasks = try RelayProjection.tasks(in: database).filter(\.isOpen)
            let partners = try RelayProjection.partners(in: database).map { partner in
                let id = partner.site.id
                let received = try RelayProjection.last(id, isOurs: false, in: database)
                let sent = try RelayProjection.last(id, isOurs: true, in: database)
                func moment(_ isOurs: Bool) throws -> Instant? {
                    try Int64.fetchOne(
                        database, sql: "SELECT max(at) FROM relay_bundles WHERE site = ? AND is_ours = ?",
                        arguments: [id, isOurs]
                    ).map(Instant.init(milliseconds:))
                }
                let unsent = try own.map {
                    let outgoing = RelayOutgoing(database: database, own: $0, partner: partner.site)
                    let last = try Self.lastSequence(in: database)
                    return try outgoing.entries(
                        from: (sent?.last ?? 0) + 1, to: last, isFounding: sent == nil && $0.site.isTownship
                    ).count
                }
                return RelayStanding(
                    site: partner.site, isActive: partner.isActive, received: received?.number ?? 0,
                    receivedAt: try moment(false), sent: sent?.number ?? 0, sentAt: try moment(true),
                    confirmed: received?.seen.number ?? 0,
                    held: try RelayProjection.held(id, in: database).map(\.bundle.number), unsent: unsent ?? 0,
                    openTasks: tasks.count { own?.site.isTownship == false || $0.site == id })
            }
            return (own, partners)
        }
        var hasKeys = false
        if own != nil, (try? relayKeys()) != nil { hasKeys = true }
        return RelayStatus(own: own?.site, partners: partners, hasKeys: hasKeys)
    }

    /// Everything of the villages that was not simply taken over, oldest first.
    public func relayTasks(onlyOpen: Bool = true) throws(RelayError) -> [RelayTask] {
        try relayRead { try RelayProjection.tasks(in: $0).filter { !onlyOpen || $0.isOpen } }
    }

    /// Ends a task: the entry is taken over now, or it is not.
    ///
    /// - Parameters:
    ///   - name: the village's site and the number of the entry there, as ``RelayTask/name`` gives it.
    ///   - applies: takes the entry over, if the rules allow it as the case stands now.
    /// - Throws: ``RelayError/stillInTheWay(_:)`` when they do not; the task stays open then.
    @discardableResult
    public func settleRelay(
        _ name: String, applies: Bool, reason: String, by actor: Actor, at now: Instant
    ) throws(RelayError) -> RelayTask {
        guard let reason = try? EntryField.reason.checked(reason) else { throw .reasonMissing }
        return try relayWrite { transaction in
            let database = transaction.database
            let person = try transaction.relayActor(actor, for: .settle)
            guard let own = try RelayProjection.own(in: database) else { throw RelayError.notIntroduced }
            guard own.site.isTownship else { throw RelayError.onlyTownship(.settle) }
            guard let member = try StaffProjection.find(person, in: database)?.member else {
                throw RelayError.notOnStaff
            }
            guard var task = try RelayProjection.tasks(in: database).first(where: { $0.name == name }),
                let partner = try RelayProjection.partners(in: database).first(where: { $0.site.id == task.site })
            else { throw RelayError.noSuchTask(name) }
            guard task.status == .open else { throw RelayError.taskSettled }
            var settlement = RelayTask.Settlement(by: member.number, name: member.name, at: now, reason: reason)
            task.status = applies ? .applied : .dropped
            if applies {
                let mark = RelayBundleMark(
                    site: task.site, number: task.bundle, first: 0, last: 0, seen: .init(), previous: "", hash: "")
                let incoming = RelayIncoming(
                    transaction, own: own, partner: partner.site, mark: mark, at: now, by: person)
                do {
                    if let obstacle = try incoming.attempt(task.entry, settling: true) {
                        throw RelayError.stillInTheWay(obstacle)
                    }
                } catch let unknown as RelayIncoming.Unknown {
                    throw RelayError.stillInTheWay(RelayObstacle(unknown.kind))
                } catch is UnknownKind {
                    throw RelayError.stillInTheWay(RelayObstacle(.unreadable))
                }
                settlement.row = try transaction.currentHead().sequence
            }
            task.settlement = settlement
            try transaction.record(.centre(.relay(.task(task))), about: 0, at: now, by: person)
            return task
        }
    }
}

extension RelayTask {
    /// What a person calls it: the first digits of the village's site, and the entry's number there.
    public var name: String { "\(site.prefix(6))-\(entry.seq)" }
}
