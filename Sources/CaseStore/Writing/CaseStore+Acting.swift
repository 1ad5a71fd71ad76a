import Casework
import GRDB

/// Acting on a case: decide with the regulations, record, bring the row along, commit; or change nothing and say why.
extension CaseStore {
    /// Gives `command` on the case as `reference` saw it.
    ///
    /// One transaction that holds the write lock from its first moment: between the look at the version and the commit
    /// nobody else can act. The actor and the member that a case is reassigned to are read again, so that a person
    /// who has left meanwhile, or whose role has changed, is taken for what the record says.
    ///
    /// - Parameter seen: the file in which the case was seen, of a person who has it before their eyes: in a file that took
    ///   its place the same id and version may be another case.
    /// - Returns: the case afterwards.
    /// - Throws: ``ActionError``; nothing is written then.
    @discardableResult
    public func perform(
        _ command: CaseCommand, on reference: CaseReference, seenIn seen: RecordMark? = nil, by actor: Actor,
        at now: Instant, rules: Rules
    ) throws(ActionError) -> Case {
        do {
            return try write(seenIn: seen) { transaction in
                try transaction.perform(command, on: reference, by: actor, at: now, rules: rules)
            }
        } catch let error as ActionError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

extension RecordTransaction {
    func perform(
        _ command: CaseCommand, on reference: CaseReference, by actor: Actor, at now: Instant, rules: Rules
    ) throws(ActionError) -> Case {
        do {
            let (current, actor) = try current(reference, for: actor)
            let command = try guarded { try refreshed(command) }
            let inForce = try guarded { try self.current(rules) }
            // A clock that stands behind the record shortens nobody's deadlines: they begin no earlier than what
            // happened to the case before. The journal keeps the time as it was told.
            let start = max(now, try guarded { try lastInstant(of: current.id) } ?? now)
            let events: [CaseEvent]
            do {
                events = try current.decide(command, by: actor, at: start, rules: inForce)
            } catch {
                throw ActionError.refused(error)
            }
            return try guarded {
                var value = current
                for event in events { value = try record(event, on: value, at: now, by: actor.id) }
                return value
            }
        } catch let error as ActionError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// The case as somebody saw it and as it still is, and that somebody as the record knows them.
    ///
    /// - Throws: ``ActionError/missing(_:)``, ``ActionError/conflict(_:)``, or a refusal for who is not on the staff.
    func current(_ reference: CaseReference, for actor: Actor) throws(ActionError) -> (Case, Actor) {
        do {
            guard let current = try guarded({ try find(reference.id) }) else {
                throw ActionError.missing(reference.id)
            }
            guard current.version == reference.version else {
                throw ActionError.conflict(try guarded { try conflict(on: current, since: reference.version) })
            }
            guard let actor = try guarded({ try known(actor) }) else { throw ActionError.refused(.notOnStaff) }
            return (current, actor)
        } catch let error as ActionError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    private func lastInstant(of id: CaseID) throws -> Instant? {
        try RawStatement.number(
            "SELECT at FROM journal WHERE subject_kind = 'case' AND subject = ? ORDER BY seq DESC LIMIT 1", id.value,
            in: database
        ).map(JournalReplay.moment)
    }

    private func conflict(on current: Case, since version: Int) throws -> Conflict {
        // The registration makes version 1, and every entry that moves the version adds one.
        let moving = try Trace.entries(of: current.id, in: database).filter(\.event.movesVersion)
        return Conflict(current: current, entries: Array(moving.dropFirst(max(0, version))))
    }

    /// The actor with the role that the record gives, whatever the caller believes; `nil` for somebody who is not on
    /// the staff, or not any more. The office itself is nobody's row, and stays what it is.
    private func known(_ actor: Actor) throws -> Actor? {
        guard actor.id != .office else { return actor }
        let row = try RawStatement(cached: "SELECT role FROM staff WHERE id = ? AND is_active = 1", in: database)
        row.bind(actor.id.value, 1)
        guard try row.next() else { return nil }
        let name = row.text(0)
        guard let role = Role(rawValue: name) else {
            throw UnreadableRecord(place: "staff id \(actor.id.value)", detail: "unknown role \(name)")
        }
        return Actor(id: actor.id, role: role)
    }

    /// The command with the person it names as the record knows them now.
    private func refreshed(_ command: CaseCommand) throws -> CaseCommand {
        func known(_ member: StaffMember) throws -> StaffMember {
            if let known = try StaffProjection.find(member.id, in: database)?.member { return known }
            var gone = member
            gone.isActive = false
            return gone
        }
        switch command {
        case .reassign(let member): return .reassign(to: try known(member))
        case .relay(let member, let note): return .relay(to: try known(member), note: note)
        default: return command
        }
    }
}
