import Casework
import GRDB

/// Counting an entry in the transaction that writes it.
extension RecordTransaction {
    /// Puts down what the entry counts for, if it does.
    ///
    /// - Parameter before: the case as it was.
    func count(_ event: CaseEvent, on before: Case, sequence: Int64, at: Instant) throws {
        var trail = WorkTrail(before)
        if WorkTrail.needsHistory(event.kind) { trail = try self.trail(of: before.id, until: sequence) ?? trail }
        guard let work = trail.take(event.kind, event) else { return }
        try count(work, of: before.id, sequence: sequence, at: at)
    }

    /// The request itself, and what a case from elsewhere brings along.
    func count(_ registration: Registration, of id: CaseID, sequence: Int64, at entered: Instant) throws {
        for (work, at) in registration.firstWork(at: entered) { try count(work, of: id, sequence: sequence, at: at) }
    }

    func count(_ work: CaseWork, of id: CaseID, sequence: Int64, at: Instant) throws {
        let offset = try civilTime()
        let moment = Booking.moment(at: at, arrival: arrival)
        try CaseWorkTable.insert(
            CaseWorkTable.Row(
                work: work, sequence: sequence, at: at, caseID: id.value,
                month: CivilMonth(of: offset.civil(moment).date)), in: database)
    }

    private func civilTime() throws -> UTCOffset {
        if let knownOffset { return knownOffset }
        let offset = try CaseWorkTable.offset(in: database)
        knownOffset = offset
        return offset
    }

    /// What the journal says about the case before an entry.
    private func trail(of id: CaseID, until sequence: Int64) throws -> WorkTrail? {
        var trail: WorkTrail?
        try JournalReplay.entries(about: .case, id.value...id.value, in: database) { entry in
            guard entry.sequence < sequence, case .success(.case(let event)) = entry.fact else { return }
            if case .registered(let registration) = event {
                trail = trail ?? WorkTrail(registration)
            } else {
                _ = trail?.take(event.kind, event)
            }
        }
        return trail
    }
}
