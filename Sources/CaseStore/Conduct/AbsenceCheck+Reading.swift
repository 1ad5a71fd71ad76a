import Casework
import GRDB

extension AbsenceCheck {
    /// With what is known of the days on which these inspections met nobody, about who was looked for and about whom they
    /// stood in for; `nil` when they met everybody.
    init?(of inspections: [Inspection], rules: Rules, in database: Database) throws {
        let missed = inspections.filter { $0.missed != nil }
        let days = missed.map { rules.offset.civil($0.at).date }
        guard let first = days.min(), let last = days.max() else { return nil }
        let reader = DutyReader(database: database, offset: rules.offset)
        var people = Set(missed.compactMap(\.missed))
        while true {
            let more = people.union(try reader.stoodInFor(by: people, from: first, to: last))
            guard more != people else { break }
            people = more
        }
        let facts = try reader.facts(of: people, from: first, to: last)
        self.init(
            book: AttendanceBook(rules, facts), roster: RosterOfThen(try CaseStore.rosterEntries(in: database)),
            villages: Set(try CentreProjection.villages(in: database)),
            centre: try CentreProjection.centre(in: database).name)
    }

    /// The sessions in which inspections found somebody missing, by the inspection's number.
    func sessions(of inspections: [Inspection]) -> [Int: DutySessionID] {
        var sessions: [Int: DutySessionID] = [:]
        for inspection in inspections {
            if case .absent(let session) = finding(of: inspection) { sessions[inspection.number] = session }
        }
        return sessions
    }
}

extension CaseStore {
    /// The sessions in which inspections found somebody missing, by the inspection's number.
    static func absences(
        of person: StaffID, rules: Rules, in database: Database
    ) throws -> [Int: DutySessionID] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT body FROM inspections WHERE agent = ? ORDER BY seq", arguments: [person.value])
        let inspections = try rows.map { try CanonicalJSON.value(Inspection.self, from: $0.value(0)) }
        return try AbsenceCheck(of: inspections, rules: rules, in: database)?.sessions(of: inspections) ?? [:]
    }
}
