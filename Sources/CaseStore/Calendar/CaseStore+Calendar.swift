import Casework
import GRDB

/// The calendar that this record's dates rest on: the national one, and what the centre added to it.
extension CaseStore {
    /// What the centre added, in its order.
    public func calendarChanges() throws(StoreError) -> [CalendarChange] {
        try read { try CalendarProjection.changes(in: $0) }
    }

    /// Adds what the calendar lacks, in one transaction; what it has already is left out.
    ///
    /// Dates of open cases follow with ``recompute(under:because:at:by:progress:)``.
    ///
    /// - Returns: how many changes were new.
    public func addToCalendar(
        _ changes: [CalendarChange], at now: Instant, by actor: StaffID
    ) throws(StoreError) -> Int {
        do {
            return try write { transaction in
                let known = try CalendarProjection.changes(in: transaction.database)
                let fresh = changes.filter { !known.contains($0) }
                for change in fresh {
                    try transaction.record(.centre(.calendarChanged(change)), about: 0, at: now, by: actor)
                }
                return fresh.count
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

extension RecordTransaction {
    /// `rules` with what the centre has added to its calendar by now, whatever the caller knew.
    func current(_ rules: Rules) throws -> Rules {
        guard try CalendarProjection.count(in: database) > 0 else { return rules }
        var rules = rules
        rules.calendar = rules.calendar.with(try CalendarProjection.changes(in: database))
        return rules
    }
}
