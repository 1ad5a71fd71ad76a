import Casework
import GRDB

/// By which rulebook the centre works, as the record has it.

/// The rulebook that the record says is in force.
public struct RulebookInForce: Hashable, Sendable {
    public var sequence: Int64
    public var since: Instant
    public var actor: StaffID
    public var adopted: RulebookAdopted
}

/// Why a rulebook was not adopted.
public enum RulebookError: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(Role)
    case store(StoreError)
}

extension CaseStore {
    /// The rulebook that was adopted last; `nil` when none ever was.
    public func rulebookInForce() throws(StoreError) -> RulebookInForce? {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT seq, at, actor, body FROM rulebook_adoptions ORDER BY seq DESC LIMIT 1")
            return try row.map { row in
                RulebookInForce(
                    sequence: try row.value(0), since: Instant(milliseconds: try row.value(1)),
                    actor: StaffID(try row.value(2)),
                    adopted: try CanonicalJSON.value(RulebookAdopted.self, from: try row.value(3)))
            }
        }
    }

    /// Records which rulebook the centre works by from now on.
    ///
    /// - Returns: `false` when exactly this is in force already; nothing is written then.
    public func adoptRulebook(_ adopted: RulebookAdopted, by actor: Actor, at now: Instant) throws(RulebookError)
        -> Bool
    {
        do {
            return try write { transaction in
                guard let role = try transaction.role(of: actor) else { throw RulebookError.notOnStaff }
                guard role.may(.adoptRulebook) else { throw RulebookError.notPermitted(role) }
                let body = try String.fetchOne(
                    transaction.database, sql: "SELECT body FROM rulebook_adoptions ORDER BY seq DESC LIMIT 1")
                let last = try body.map { try CanonicalJSON.value(RulebookAdopted.self, from: $0) }
                if let last, last.name == adopted.name, last.digest == adopted.digest,
                    last.overrides == adopted.overrides
                {
                    return false
                }
                try transaction.record(.centre(.rulebookAdopted(adopted)), about: 0, at: now, by: actor.id)
                return true
            }
        } catch let error as RulebookError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}
