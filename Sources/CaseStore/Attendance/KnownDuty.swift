import Casework
import GRDB
import Synchronization

/// Today's facts about duty as they were read last: a desk reads them with every frame, and they change some dozen times a
/// day.
final class KnownDuty: Sendable {
    /// The newest rows of what the facts are made of, and who there is.
    private struct Key: Hashable {
        var day: CivilDate
        var newest: [Int64]
        var members: [StaffMember]
    }

    private let known = Mutex<(key: Key, facts: DutyFacts)?>(nil)

    func today(_ now: Instant, agents: [StaffMember], in database: Database) throws -> DutyFacts {
        let offset = try CentreProjection.centre(in: database).offset
        let day = offset.civil(now).date
        let newest = try [Ledger.attendance, .duty, .exceptions].map { ledger in
            try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT max(seq) FROM \(ledger.rawValue)")) ?? 0
        }
        let key = Key(day: day, newest: newest, members: agents)
        if let known = known.withLock({ $0 }), known.key == key { return known.facts }
        let reader = DutyReader(database: database, offset: offset)
        var facts = try reader.facts(of: nil, from: day, to: day)
        facts.keptSince = try reader.keptSince() ?? DutyFacts.never
        known.withLock { $0 = (key, facts) }
        return facts
    }
}
