import Casework
import GRDB

/// A whole life of a case that was lived elsewhere: what the journal says about it, step by step, and the case at the end.
struct CaseHistory: Sendable {
    struct Entry: Sendable {
        var at: Instant
        var kind: String
        /// Canonical JSON, spelt by whoever decided the step.
        var body: String
        /// What it counts for, and when.
        var work: [(work: CaseWork, at: Instant)] = []
    }

    /// The registration first.
    private(set) var entries: [Entry]
    /// What the entries make of it; its id is given when it is written.
    private(set) var value: Case
    private var trail: WorkTrail

    /// Begins with the registration.
    init(_ registration: Registration, at: Instant) throws {
        let event = CaseEvent.registered(registration)
        value = Case(id: CaseID(0), registration: registration, at: at)
        trail = WorkTrail(registration)
        entries = [
            Entry(at: at, kind: event.kind.rawValue, body: try event.body(), work: registration.firstWork(at: at))
        ]
    }

    /// Goes on by one step.
    mutating func add(_ event: CaseEvent, at: Instant, by actor: StaffID) throws {
        value.apply(event, at: at, by: actor)
        let work = trail.take(event.kind, event).map { [(work: $0, at: at)] } ?? []
        entries.append(Entry(at: at, kind: event.kind.rawValue, body: try event.body(), work: work))
    }
}

/// The way for whole histories: one journal entry for each step, and the rows of the case once, as it stands at the end.
/// The same transaction holds both, and the entries are those that step by step would have been written.
///
/// No messages are queued: nobody is told today of what happened elsewhere years ago.
extension RecordTransaction {
    /// - Returns: the cases as they stand at the end.
    @discardableResult
    func append(_ histories: [(id: CaseID, history: CaseHistory)], by actor: StaffID) throws -> [Case] {
        var entries = EntryBatch(behind: try currentHead(), by: actor, in: database)
        for (id, history) in histories {
            for entry in history.entries {
                let sequence = try entries.append(entry.kind, entry.body, about: id, at: entry.at)
                for (work, at) in entry.work { try count(work, of: id, sequence: sequence, at: at) }
            }
        }
        try entries.write()
        head = entries.head
        // Behind the entries: with each statement that writes to the journal, the indexes of words would put down what
        // they hold, and be put together again later.
        return try histories.map { id, history in
            let value = history.value.numbered(id)
            try CaseProjection.insert(value, into: database)
            return value
        }
    }
}

extension RecordWriter {
    /// Takes a whole history into the record.
    ///
    /// - Throws: ``RecordError/caseNumberTaken(_:)`` (the batch stays usable) or ``RecordError/store(_:)``.
    mutating func append(_ history: CaseHistory, by actor: StaffID) throws(RecordError) -> Case {
        do {
            if try exists(number: history.value.number) { throw RecordError.caseNumberTaken(history.value.number) }
            return try transaction.guarded { try transaction.append([(try nextID(), history)], by: actor)[0] }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: transaction.path))
        }
    }

    /// Takes many in, in their order. Nobody may have their numbers, and no two of them the same.
    mutating func append(_ histories: [CaseHistory], by actor: StaffID) throws(StoreError) {
        guard !histories.isEmpty else { return }
        try transaction.guarded {
            _ = try transaction.append(try histories.map { (try nextID(), $0) }, by: actor)
        }
    }
}
