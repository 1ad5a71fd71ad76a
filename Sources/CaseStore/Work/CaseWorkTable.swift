import Casework
import GRDB

/// The rows of `case_work`: made with their entries, made anew from the journal, and compared with it.
///
/// A row stands in the month that ``Booking`` gives its entry. Only an import of another system's cases brings their past
/// along, in its own months.
enum CaseWorkTable {
    /// What a person calls it in findings.
    static let name = "work"

    static let columns = ["staff", "month", "kind", "seq", "at", "case_id", "factor", "detail"]

    struct Row {
        var work: CaseWork
        var sequence: Int64
        var at: Instant
        var caseID: Int64
        var month: CivilMonth

        var values: [DatabaseValue] {
            [
                work.staff.value.databaseValue, month.description.databaseValue, work.kind.rawValue.databaseValue,
                sequence.databaseValue, at.milliseconds.databaseValue, caseID.databaseValue,
                work.factor.databaseValue, work.detail.databaseValue,
            ]
        }
    }

    static func insert(_ row: Row, in database: Database) throws {
        try RawStatement(cached: insertion, in: database).run(row.values)
    }

    static let insertion = """
        INSERT INTO case_work (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """

    /// The centre's civil time; that of China while the record has no centre.
    static func offset(in database: Database) throws -> UTCOffset {
        let minutes = try RawStatement.number("SELECT offset_minutes FROM centre WHERE id = 1", in: database)
        return minutes.flatMap { UTCOffset(minutes: Int($0)) } ?? .china
    }

    // MARK: Making anew

    /// Makes the rows anew, on the connection that writes.
    ///
    /// - Parameter step: called after each case; throws to stop.
    static func rebuild(in database: Database, step: () throws -> Void) throws {
        try database.execute(sql: "DELETE FROM case_work")
        let insertion = try RawStatement(database, sql: insertion)
        let booking = try Booking(in: database)
        var count = WorkCount(booking)
        // What cannot be read is a finding of its own elsewhere; here it counts for nothing.
        try JournalReplay.cases(
            .min ... .max, in: database, watch: PrivateCrew.Watch(), unreadable: { _, _ in },
            event: { event, entry in for row in count.rows(event, entry) { try insertion.run(row.values) } },
            { _, _ in try step() })
    }
}

/// The rows that the entries about cases make, while these are gone through case by case.
struct WorkCount {
    private let booking: Booking
    private var id: Int64?
    private var trail: WorkTrail?

    init(_ booking: Booking) { self.booking = booking }

    mutating func rows(_ event: CaseEvent, _ entry: JournalReplay.Place) -> [CaseWorkTable.Row] {
        if entry.subject != id { (id, trail) = (entry.subject, nil) }
        func row(_ work: CaseWork, at moment: Instant) -> CaseWorkTable.Row {
            CaseWorkTable.Row(
                work: work, sequence: entry.sequence, at: moment, caseID: entry.subject,
                month: booking.month(of: entry.sequence, at: moment))
        }
        guard trail != nil else {
            guard case .registered(let registration) = event else { return [] }
            trail = WorkTrail(registration)
            return registration.firstWork(at: entry.at).map { row($0.work, at: $0.at) }
        }
        return trail?.take(event.kind, event).map { [row($0, at: entry.at)] } ?? []
    }
}
