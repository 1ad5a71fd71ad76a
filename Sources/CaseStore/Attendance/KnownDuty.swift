import Casework
import Foundation
import GRDB
import Synchronization

/// Today's facts about duty as they were read last: many a change of the staff or the centre says nothing about duty, and
/// to read the facts of some hundred people takes longer than all the rest of a desk.
final class KnownDuty: Sendable {
    /// The newest rows of what the facts are made of, with the hash of the newest of all, which no other record has; and
    /// who there is.
    private struct Key: Hashable {
        var day: CivilDate
        var newest: [Int64]
        var hash: Data?
        var members: [StaffMember]
    }

    private let known = Mutex<(key: Key, facts: DutyFacts)?>(nil)
    private let people: KnownPeople

    init(_ people: KnownPeople) { self.people = people }

    /// - Parameter offset: the centre's civil time.
    func facts(
        of day: CivilDate, _ offset: UTCOffset, agents: [StaffMember], in database: Database
    ) throws -> DutyFacts {
        let newest = try [Ledger.attendance, .duty, .exceptions].map { ledger in
            try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT max(seq) FROM \(ledger.rawValue)")) ?? 0
        }
        let hash = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT hash FROM journal WHERE seq = ?"), arguments: [newest.max()])
        let key = Key(day: day, newest: newest, hash: hash, members: agents)
        if let known = known.withLock({ $0 }), known.key == key { return known.facts }
        let reader = DutyReader(database: database, offset: offset, known: people)
        var facts = try reader.facts(of: nil, from: day, to: day)
        facts.keptSince = try reader.keptSince() ?? DutyFacts.never
        known.withLock { $0 = (key, facts) }
        return facts
    }
}
