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

    /// Where an entry stands.
    struct Place {
        var sequence: Int64
        var at: Instant
        var subject: Int64
    }

    static func hasIndex(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = ?",
            arguments: [index]) ?? false
    }

    static func entries(
        about kind: JournalFact.SubjectKind, _ subjects: ClosedRange<Int64> = .min ... .max, in database: Database,
        _ body: (ReplayedEntry) throws -> Void
    ) throws {
        let rows = try rows("seq, at, actor, subject, kind, body", about: kind, subjects, in: database)
        while try rows.next() {
            let fact = Result {
                _ = try moment(rows.integer(1))
                return try JournalFact(subjectKind: kind, kind: rows.text(4), body: JournalBody(bytes: rows.bytes(5)))
            }
            try body(
                ReplayedEntry(
                    sequence: rows.integer(0), at: Instant(milliseconds: rows.integer(1)),
                    actor: StaffID(rows.integer(2)), subject: rows.integer(3), fact: fact))
        }
    }

    private static func rows(
        _ columns: String, about kind: JournalFact.SubjectKind, _ subjects: ClosedRange<Int64>, in database: Database
    ) throws -> RawStatement {
        // Without the index it is slow, and still right.
        let hint = try hasIndex(in: database) ? "INDEXED BY \(index)" : ""
        let rows = try RawStatement(
            database,
            sql: """
                SELECT \(columns) FROM journal \(hint) \
                WHERE subject_kind = '\(kind.rawValue)' AND subject BETWEEN ? AND ? ORDER BY subject, seq
                """)
        rows.bind(subjects.lowerBound, 1)
        rows.bind(subjects.upperBound, 2)
        return rows
    }

    /// Plays the cases of that range through, one after the other.
    ///
    /// - Parameters:
    ///   - unreadable: an entry that cannot be read.
    ///   - event: one that can.
    ///   - body: the id and what became of the case: `nil` when the journal does not tell how it began. A case with an
    ///     unreadable entry is left out, but for its id.
    static func cases(
        _ ids: ClosedRange<Int64>, in database: Database, watch: PrivateCrew.Watch,
        unreadable: (Int64, any Error) throws -> Void,
        event told: (CaseEvent, Place) throws -> Void = { _, _ in },
        _ body: (Int64, ReplayedCase) throws -> Void
    ) throws {
        let rows = try rows("seq, at, actor, subject, kind, body", about: .case, ids, in: database)
        var reader = EventReader()
        var replay = CaseReplay(id: CaseID(0))
        var hasBegun = false
        var isReadable = true
        var counted = 0
        func close() throws {
            guard hasBegun else { return }
            try body(
                replay.id.value, isReadable ? replay.value.map(ReplayedCase.whole) ?? .withoutBeginning : .unreadable)
        }
        while try rows.next() {
            counted += 1
            if counted % 1_024 == 0 { try watch.count(1_024) }
            let subject = rows.integer(3)
            if !hasBegun || subject != replay.id.value {
                try close()
                (replay, hasBegun, isReadable) = (CaseReplay(id: CaseID(subject)), true, true)
            }
            let event: CaseEvent
            let at: Instant
            do {
                at = try moment(rows.integer(1))
                event = try reader.event(kind: rows.bytes(4), body: rows.bytes(5))
            } catch {
                isReadable = false
                try unreadable(rows.integer(0), error)
                continue
            }
            try told(event, Place(sequence: rows.integer(0), at: at, subject: subject))
            replay.take(event, at: at, by: StaffID(rows.integer(2)))
        }
        try close()
        try watch.count(counted % 1_024)
    }

    /// Every case that the journal tells of, one after the other.
    ///
    /// - Throws: ``UnreadableRecord`` at the first entry that cannot be read.
    static func cases(in database: Database, _ body: (Case) throws -> Void) throws {
        try cases(.min ... .max, in: database, watch: PrivateCrew.Watch()) { sequence, error in
            throw UnreadableRecord(place: "journal entry \(sequence)", error)
        } _: { _, replayed in
            if case .whole(let value) = replayed { try body(value) }
        }
    }

    /// The case with that id; `nil` when the journal does not tell how it began.
    ///
    /// - Throws: ``UnreadableRecord`` at an entry that cannot be read.
    static func `case`(_ id: CaseID, in database: Database) throws -> Case? {
        let rows = try RawStatement(
            cached: """
                SELECT seq, at, actor, kind, body FROM journal \
                WHERE subject_kind = 'case' AND subject = ? ORDER BY seq
                """, in: database)
        rows.bind(id.value, 1)
        var replay = CaseReplay(id: id)
        while try rows.next() {
            do {
                let event = try CaseEvent(kind: rows.text(3), body: JournalBody(bytes: rows.bytes(4)))
                replay.take(event, at: try moment(rows.integer(1)), by: StaffID(rows.integer(2)))
            } catch {
                throw UnreadableRecord(place: "journal entry \(rows.integer(0))", error)
            }
        }
        return replay.value
    }

    /// - Throws: ``UnreadableRecord`` for what can be no moment.
    static func moment(_ milliseconds: Int64) throws -> Instant {
        guard moments.contains(milliseconds) else {
            throw UnreadableRecord(place: "journal", detail: "no moment: \(milliseconds)")
        }
        return Instant(milliseconds: milliseconds)
    }
}

enum ReplayedCase {
    case whole(Case)
    case withoutBeginning
    case unreadable
}
