import Casework
import Foundation
import GRDB

/// Entries about cases on their way into the journal, some dozens in one statement: the guards of the journal are asked
/// for each all the same, but SQLite sets out once for all of them.
///
/// What is appended has its number at once and stands in the journal after ``write()`` at the latest.
struct EntryBatch {
    /// So many make a statement.
    private static let width = 32

    /// The last entry, those that wait included.
    private(set) var head: (sequence: Int64, hash: Data)
    private let actor: StaffID
    private let database: Database
    private var waiting: [(entry: JournalEntry, hash: Data)] = []
    private var hasher = EntryHasher()

    private static let subjectKind = JournalFact.SubjectKind.case.rawValue

    init(behind head: (sequence: Int64, hash: Data), by actor: StaffID, in database: Database) {
        self.head = head
        self.actor = actor
        self.database = database
        waiting.reserveCapacity(Self.width)
    }

    /// - Returns: the number of the entry.
    mutating func append(_ kind: String, _ body: String, about id: CaseID, at: Instant) throws -> Int64 {
        let entry = JournalEntry(
            sequence: head.sequence + 1, at: at, actor: actor, subjectKind: Self.subjectKind, subject: id.value,
            kind: kind, body: body, previous: head.hash)
        let hash = entry.hash(&hasher)
        waiting.append((entry, hash))
        head = (entry.sequence, hash)
        if waiting.count == Self.width { try write() }
        return entry.sequence
    }

    /// Writes what still waits.
    mutating func write() throws {
        defer { waiting.removeAll(keepingCapacity: true) }
        var place = 0
        while place < waiting.count {
            // Those that are left over at the end go one by one: a statement of each length would be kept otherwise.
            let count = waiting.count - place == Self.width ? Self.width : 1
            let statement = try RawStatement(cached: count == 1 ? Self.single : Self.wide, in: database)
            for row in 0..<count {
                waiting[place + row].entry.bind(to: statement, row: row, hash: waiting[place + row].hash)
            }
            try statement.run()
            place += count
        }
    }

    private static let single = JournalEntry.insertion(of: 1)
    private static let wide = JournalEntry.insertion(of: width)
}
