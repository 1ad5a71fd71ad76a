import Casework
import GRDB

/// A case that was done wrongly is done again: the new case and the note on the first one, in one transaction.
extension RecordWriter {
    /// Registers the same matter anew, linked to `reference`'s case.
    ///
    /// The new case starts under the item as the list has it now and goes to the agent of its village, as any request
    /// does (四川《指导意见》 二(二)1).
    ///
    /// - Parameter error: what was done wrongly.
    /// - Returns: the new case.
    /// - Throws: ``ActionError``; nothing is written then.
    @discardableResult
    public mutating func redo(
        _ reference: CaseReference, because error: String, by actor: Actor, at now: Instant, rules: Rules
    ) throws(ActionError) -> Case {
        let (first, actor) = try transaction.current(reference, for: actor)
        let listed = try listed(first.intake)
        let wanted: (intake: Intake, reason: String)
        do {
            wanted = try first.redo(because: error, listedItem: listed, by: actor, at: now)
        } catch {
            throw .refused(error)
        }
        let inForce: Rules
        let start: Instant
        do {
            (inForce, start) = try transaction.guarded {
                (try transaction.current(rules), try transaction.start(of: now))
            }
        } catch {
            throw .store(error)
        }
        let acceptance = inForce.rulebook.acceptance.deadline(
            from: start, calendar: inForce.calendar, offset: inForce.offset)
        let again: Case
        do {
            again = try register(wanted.intake, acceptance: acceptance, at: now, by: actor.id)
        } catch {
            throw ActionError(error)
        }
        do {
            _ = try transaction.guarded {
                try transaction.record(
                    .redone(Redone(by: again.id, reason: wanted.reason)), on: first, at: now, by: actor.id)
            }
        } catch {
            throw .store(error)
        }
        return again
    }

    private func listed(_ intake: Intake) throws(ActionError) -> Intake.ListedItem? {
        guard let code = intake.listedItem?.code else { return nil }
        do {
            return try transaction.guarded {
                try ItemProjection.listings(
                    "WHERE code = ? AND is_withdrawn = 0", [code], in: transaction.database
                ).first?.item.listed
            }
        } catch {
            throw .store(error)
        }
    }
}

extension CaseStore {
    /// The same in a transaction of its own.
    ///
    /// - Returns: the new case.
    @discardableResult
    public func redo(
        _ reference: CaseReference, because error: String, by actor: Actor, at now: Instant, rules: Rules
    ) throws(ActionError) -> Case {
        do {
            return try batch { writer in
                try writer.redo(reference, because: error, by: actor, at: now, rules: rules)
            }
        } catch let error as ActionError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

extension ActionError {
    /// What a registration without a number and without a holder of its own can meet.
    fileprivate init(_ error: RecordError) {
        switch error {
        case .store(let error): self = .store(error)
        case .noSuchStaff, .refused: self = .refused(.notOnStaff)
        case .caseNumberTaken, .staffNumberTaken: self = .refused(.cannotBeRedone)
        }
    }
}
