import Casework
import GRDB

/// Setting PINs, looking whether one is right, and unlocking.

/// What was said to a PIN.
public enum PINAnswer: Hashable, Sendable {
    case right
    /// Wrong, and so many may follow before the number is locked.
    case wrong(left: Int)
    /// Not looked at: too many wrong ones came before.
    case pause(until: Instant)
    case locked
    /// None was ever set, or it is not kept any more.
    case missing
}

extension CaseStore {
    /// Whether a PIN can be asked of the person: one was set, and is not lost with a damaged page.
    public func keepsPIN(of person: StaffID) throws(StoreError) -> Bool {
        try read { try PINRecord.find(person, in: $0) != nil }
    }

    /// Sets a person's PIN: a supervisor anybody's, everybody their own when they know the one before.
    ///
    /// A supervisor's setting also unlocks; nobody can unlock themself.
    ///
    /// - Parameters:
    ///   - old: what the person says is the one before; not asked of who keeps PINs, unless it is their own.
    ///   - rounds: what a try costs; lower for tests only.
    /// - Throws: ``RecordError/refused(_:)``.
    public func setPIN(
        _ pin: PIN, of person: StaffID, old: String? = nil, by actor: Actor, source: AttendanceSource,
        rules: AgentRules.Duty.PINs, at now: Instant, rounds: Int = 32_768
    ) throws(RecordError) {
        if person == actor.id {
            switch try answer(old ?? "", of: person, source: source, rules: rules, at: now) {
            case .right: break
            case .missing:
                // The first one is set by who keeps them.
                guard actor.role.may(.keepPINs) else { throw .refused(.pinMissing) }
            case .wrong, .pause, .locked: throw .refused(.pinWrong)
            }
        }
        do {
            // Outside the transaction: it takes a tenth of a second.
            let record = try PINRecord(pin, rounds: rounds)
            try batch { writer in
                let action: StaffAction? = person == actor.id ? nil : .keepPINs
                try writer.decide(action, about: person, at: now, by: actor) { _, _ in
                    .pinSet(PINSet(digest: record.digest))
                }
                try writer.transaction.guarded {
                    try record.save(person, in: writer.transaction.database)
                    try PINTriesTable.save(nil, of: person, in: writer.transaction.database)
                }
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// Lets a locked number be tried again, and forgets the wrong tries of one that has to wait or would be locked soon.
    ///
    /// - Throws: ``RecordError/refused(_:)``: nobody unlocks themself.
    public func unlockPIN(of person: StaffID, by actor: Actor, at now: Instant) throws(RecordError) {
        do {
            try batch { writer in
                let hasTries = try PINTriesTable.find(person, in: writer.transaction.database) != nil
                try writer.decide(.keepPINs, about: person, at: now, by: actor) { record throws(StaffRefusal) in
                    guard record.member.id != actor.id else { throw .concernsOneself }
                    guard record.pin?.lockedAt != nil || hasTries else { throw .pinNotLocked }
                    return .pinUnlocked
                }
                try writer.transaction.guarded {
                    try PINTriesTable.save(nil, of: person, in: writer.transaction.database)
                }
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// Looks whether `typed` is a person's PIN. A wrong one is counted, and locks the number when there were too many; the
    /// lock is recorded.
    ///
    /// - Throws: ``RecordError/store(_:)``, also when a wrong try could not be counted; nothing is told then.
    public func answer(
        _ typed: String, of person: StaffID, source: AttendanceSource, rules: AgentRules.Duty.PINs, at now: Instant
    ) throws(RecordError) -> PINAnswer {
        do {
            let (standing, kept, tries) = try read { database in
                (
                    try StaffProjection.find(person, in: database)?.pin, try PINRecord.find(person, in: database),
                    try PINTriesTable.find(person, in: database)
                )
            }
            if let answer = Self.before(standing, kept, tries, rules, now) { return answer }
            guard let kept else { return .missing }
            guard try !kept.matches(typed) else {
                // The next right one takes the old tries away, should the record be locked by somebody now.
                let answer = try read { database in
                    // Meanwhile another door may have locked the number, or somebody set another PIN.
                    Self.before(
                        try StaffProjection.find(person, in: database)?.pin,
                        try PINRecord.find(person, in: database) == kept ? kept : nil,
                        try PINTriesTable.find(person, in: database), rules, now)
                }
                if let answer { return answer }
                if tries != nil { try? write { try PINTriesTable.save(nil, of: person, in: $0.database) } }
                return .right
            }
            return try write { transaction in
                let database = transaction.database
                let standing = try StaffProjection.find(person, in: database)?.pin
                let tries = try PINTriesTable.find(person, in: database)
                // Another door was faster.
                if let answer = Self.before(standing, kept, tries, rules, now) { return answer }
                let before = tries ?? PINTries(count: 0, last: now)
                let after = PINTries(count: before.count + 1, last: now)
                try PINTriesTable.save(after, of: person, in: database)
                guard before.locks(rules) else { return .wrong(left: rules.lockAfter - after.count) }
                let event = StaffEvent.pinLocked(PINLocked(tries: after.count, source: source))
                try transaction.record(.staff(event), about: person.value, at: now, by: .office)
                return .locked
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// What can be said without looking at the PIN.
    private static func before(
        _ standing: PINStanding?, _ kept: PINRecord?, _ tries: PINTries?, _ rules: AgentRules.Duty.PINs, _ now: Instant
    ) -> PINAnswer? {
        guard let standing, let kept else { return .missing }
        // Somebody has put a record of their own in the place of the one that was set.
        guard kept.digest == standing.digest else { return .missing }
        if standing.lockedAt != nil { return .locked }
        if let until = tries?.pause(at: now, rules: rules) { return .pause(until: until) }
        return nil
    }
}
