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

    private struct Entry {
        var at: Instant
        var subject: Int64
        var kind: String
        var body: String
        var previous: Data
        var hash: Data
    }

    /// The last entry, those that wait included.
    private(set) var head: (sequence: Int64, hash: Data)
    private let actor: StaffID
    private let database: Database
    private var waiting: [Entry] = []
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
        let sequence = head.sequence + 1
        let hash = hash(kind, body, about: id, at: at, sequence: sequence)
        waiting.append(
            Entry(at: at, subject: id.value, kind: kind, body: body, previous: head.hash, hash: hash))
        head = (sequence, hash)
        if waiting.count == Self.width { try write() }
        return sequence
    }

    /// Writes what still waits.
    mutating func write() throws {
        defer { waiting.removeAll(keepingCapacity: true) }
        var place = 0
        while place < waiting.count {
            // Those that are left over at the end go one by one: a statement of each length would be kept otherwise.
            let count = waiting.count - place == Self.width ? Self.width : 1
            let statement = try RawStatement(cached: count == 1 ? Self.single : Self.wide, in: database)
            for row in 0..<count { bind(waiting[place + row], at: place + row, to: statement, row: row) }
            try statement.run()
            place += count
        }
    }

    private func bind(_ entry: Entry, at place: Int, to statement: RawStatement, row: Int) {
        let first = Int32(row * 8)
        statement.bind(head.sequence - Int64(waiting.count - 1 - place), first + 1)
        statement.bind(entry.at.milliseconds, first + 2)
        statement.bind(actor.value, first + 3)
        statement.bind(entry.subject, first + 4)
        statement.bind(entry.kind, first + 5)
        statement.bind(entry.body, first + 6)
        statement.bind(entry.previous, first + 7)
        statement.bind(entry.hash, first + 8)
    }

    private mutating func hash(
        _ kind: String, _ body: String, about id: CaseID, at: Instant, sequence: Int64
    ) -> Data {
        var (kind, body, subjectKind) = (kind, body, Self.subjectKind)
        let (previous, actor) = (head.hash, actor)
        return subjectKind.withUTF8 { subjectKind in
            kind.withUTF8 { kind in
                body.withUTF8 { body in
                    previous.withUnsafeBytes { previous in
                        Data(
                            hasher.hash(
                                sequence: sequence, at: at.milliseconds, actor: actor.value, subjectKind: subjectKind,
                                subject: id.value, kind: kind, body: body,
                                previous: previous.bindMemory(to: UInt8.self)))
                    }
                }
            }
        }
    }

    private static let single = insertion(of: 1)
    private static let wide = insertion(of: width)

    private static func insertion(of count: Int) -> String {
        let row = "(?, ?, ?, '\(subjectKind)', ?, ?, ?, ?, ?)"
        return "INSERT INTO journal (\(JournalEntry.columns), hash) VALUES "
            + Array(repeating: row, count: count).joined(separator: ", ")
    }
}
