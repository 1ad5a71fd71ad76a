import Casework
import GRDB

/// One entry as a replay meets it.
struct ReplayedEntry {
    var sequence: Int64
    var at: Instant
    var actor: StaffID
    var subject: Int64
    /// What it says, or why that cannot be read.
    var fact: Result<JournalFact, any Error>
}

/// Reads the entries about many subjects, one subject after the other, each from its beginning.
enum JournalReplay {
    /// The index that brings them in that order.
    static let index = "journal_by_subject"
    /// What can be a moment at all, in milliseconds: some ten thousand years around 1970. Further away nobody can reckon
    /// with it.
    private static let moments: ClosedRange<Int64> = -300_000_000_000_000...300_000_000_000_000

    static func hasIndex(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = ?",
            arguments: [index]) ?? false
    }

    static func entries(
        about kind: JournalFact.SubjectKind, _ subjects: ClosedRange<Int64> = .min ... .max, in database: Database,
        _ body: (ReplayedEntry) throws -> Void
    ) throws {
        // Without the index it is slow, and still right.
        let hint = try hasIndex(in: database) ? "INDEXED BY \(index)" : ""
        let rows = try RawStatement(
            database,
            sql: """
                SELECT seq, at, actor, subject, kind, body FROM journal \(hint) \
                WHERE subject_kind = '\(kind.rawValue)' AND subject BETWEEN ? AND ? ORDER BY subject, seq
                """)
        rows.bind(subjects.lowerBound, 1)
        rows.bind(subjects.upperBound, 2)
        while try rows.next() {
            let fact = Result {
                let moment = rows.integer(1)
                guard Self.moments.contains(moment) else {
                    throw UnreadableRecord(place: "journal", detail: "no moment: \(moment)")
                }
                return try JournalFact(subjectKind: kind, kind: rows.text(4), body: JournalBody(bytes: rows.bytes(5)))
            }
            try body(
                ReplayedEntry(
                    sequence: rows.integer(0), at: Instant(milliseconds: rows.integer(1)),
                    actor: StaffID(rows.integer(2)), subject: rows.integer(3), fact: fact))
        }
    }

    /// Plays the cases of that range through, one after the other.
    ///
    /// - Parameters:
    ///   - unreadable: an entry that cannot be read.
    ///   - body: the id and what became of the case: `nil` when the journal does not tell how it began. A case with an
    ///     unreadable entry is left out, but for its id.
    static func cases(
        _ ids: ClosedRange<Int64>, in database: Database, watch: PrivateCrew.Watch,
        unreadable: (Int64, any Error) throws -> Void, _ body: (Int64, ReplayedCase) throws -> Void
    ) throws {
        var now: Int64?
        var value: Case?
        var isReadable = true
        var counted = 0
        func close() throws {
            guard let now else { return }
            try body(now, isReadable ? value.map(ReplayedCase.whole) ?? .withoutBeginning : .unreadable)
        }
        try entries(about: .case, ids, in: database) { entry in
            if entry.subject != now {
                try close()
                (now, value, isReadable) = (entry.subject, nil, true)
            }
            switch entry.fact {
            case .success(.case(.registered(let registration))):
                value = Case(id: CaseID(entry.subject), registration: registration, at: entry.at)
            case .success(.case(let event)):
                value?.apply(event, at: entry.at, by: entry.actor)
            case .success(.staff), .success(.centre):
                isReadable = false
            case .failure(let error):
                isReadable = false
                try unreadable(entry.sequence, error)
            }
            counted += 1
            if counted % 1_024 == 0 { try watch.count(1_024) }
        }
        try close()
        try watch.count(counted % 1_024)
    }
}

enum ReplayedCase {
    case whole(Case)
    case withoutBeginning
    case unreadable
}
