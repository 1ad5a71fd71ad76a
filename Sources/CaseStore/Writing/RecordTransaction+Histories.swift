import Casework
import GRDB

/// A whole life of a case that was lived elsewhere: what the journal says about it, step by step, and the case at the end.
struct CaseHistory: Sendable {
    struct Entry: Sendable {
        var at: Instant
        var kind: String
        /// Canonical JSON, spelt by whoever decided the step.
        var body: String
    }

    /// The registration first.
    var entries: [Entry]
    /// What the entries make of it; its id is given when it is written.
    var value: Case
}

/// The way for whole histories: one journal entry for each step, and the rows of the case once, as it stands at the end.
/// The same transaction holds both, and the entries are those that step by step would have been written.
///
/// No messages are queued: nobody is told today of what happened elsewhere years ago.
extension RecordTransaction {
    @discardableResult
    func append(_ history: CaseHistory, id: CaseID, by actor: StaffID) throws -> Case {
        let value = history.value.numbered(id)
        var trail: WorkTrail?
        for entry in history.entries {
            let sequence = try append(entry.kind, entry.body, about: (.case, id.value), at: entry.at, by: actor)
            guard let kind = CaseEvent.Kind(rawValue: entry.kind), WorkTrail.kinds.contains(kind) else { continue }
            if kind == .registered, trail == nil {
                guard case .registered(let registration) = try CaseEvent(kind: entry.kind, body: entry.body) else {
                    continue
                }
                trail = WorkTrail(registration)
                try count(registration, of: id, sequence: sequence, at: entry.at)
            } else if let work = try trail?.take(kind, CaseEvent(kind: entry.kind, body: entry.body)) {
                try count(work, of: id, sequence: sequence, at: entry.at)
            }
        }
        try CaseProjection.insert(value, into: database)
        return value
    }
}

extension RecordWriter {
    /// Takes a whole history into the record.
    ///
    /// - Throws: ``RecordError/caseNumberTaken(_:)`` (the batch stays usable) or ``RecordError/store(_:)``.
    mutating func append(_ history: CaseHistory, by actor: StaffID) throws(RecordError) -> Case {
        do {
            if try exists(number: history.value.number) { throw RecordError.caseNumberTaken(history.value.number) }
            return try transaction.guarded { try transaction.append(history, id: try nextID(), by: actor) }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: transaction.path))
        }
    }
}
