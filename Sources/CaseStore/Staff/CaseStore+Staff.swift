import Casework
import GRDB

/// Reading people with everything that the journal says about them.
extension CaseStore {
    /// The person who signs in with that number, also one who has left.
    public func staffRecord(number: String) throws(StoreError) -> StaffRecord? {
        try read { try StaffProjection.find(number: number, in: $0) }
    }

    /// What happened to the roster since `instant` (武政管办〔2022〕36号 第六条), read from the journal.
    public func rosterChanges(since instant: Instant) throws(StoreError) -> [RosterChange] {
        try read { RosterChange.list(try Self.rosterEntries(in: $0), since: instant) }
    }

    /// The day of the record's first entry.
    static func firstDay(of database: Database, _ offset: UTCOffset) throws -> CivilDate? {
        let at = try Int64.fetchOne(database.cachedStatement(sql: "SELECT at FROM journal ORDER BY seq LIMIT 1"))
        return at.map { offset.civil(Instant(milliseconds: $0)).date }
    }

    /// All that the journal says about who serves where, oldest first.
    static func rosterEntries(in database: Database) throws -> [RosterChange.Entry] {
        let kinds = [StaffEvent.Kind.enrolled, .changed, .left].map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT seq, at, actor, subject, kind, body FROM journal \
                WHERE subject_kind = 'staff' AND kind IN (\(kinds)) ORDER BY seq
                """)
        var entries: [RosterChange.Entry] = []
        while let row = try rows.next() {
            let fact = try JournalFact(
                subjectKind: JournalFact.SubjectKind.staff.rawValue, kind: row.value(4), body: row.value(5),
                sequence: row.value(0))
            guard case .staff(let event) = fact else { continue }
            try entries.append(
                RosterChange.Entry(
                    at: Instant(milliseconds: row.value(1)), actor: StaffID(row.value(2)),
                    member: StaffID(row.value(3)),
                    event: event))
        }
        return entries
    }
}
