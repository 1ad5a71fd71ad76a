import Casework
import GRDB

/// A table with one row for each journal entry of some kinds: what people count and add up, without reading the journal.
///
/// A row is made with its entry, names it by `seq`, and is never changed.
enum Ledger: String, CaseIterable, Sendable {
    /// Who came, went and took leave, and when.
    case attendance
    /// Money put down for a person.
    case money
    /// Which rulebook is in force since when.
    case rulebooks = "rulebook_adoptions"
    /// The anchors that were signed.
    case anchors = "signed_anchors"
    /// What inspections found.
    case inspections
    /// The training sessions that were held.
    case trainings
    /// What service points have, as somebody saw it.
    case points = "point_assessments"
    /// What was decided about people whom the rules had brought up.
    case decisions = "tenure_decisions"

    /// The first is the number of the entry.
    var columns: [String] {
        switch self {
        case .attendance: ["seq", "staff", "at", "kind"]
        case .money: ["seq", "staff", "at", "actor", "kind", "fen", "period", "ground", "note"]
        case .rulebooks: ["seq", "at", "actor", "name", "digest", "body"]
        case .anchors: ["seq", "at", "actor", "month", "up_to", "hash"]
        case .inspections: ["seq", "at", "actor", "number", "inspected_at", "agent", "body"]
        case .trainings: ["seq", "at", "actor", "number", "held_on", "holder", "body"]
        case .points: ["seq", "at", "actor", "point", "body"]
        case .decisions: ["seq", "staff", "at", "actor", "month", "outcome", "body"]
        }
    }

    /// The kinds of entries that make its rows.
    var subjectKind: JournalFact.SubjectKind {
        switch self {
        case .attendance, .money, .decisions: .staff
        case .rulebooks, .anchors, .inspections, .trainings, .points: .centre
        }
    }

    var kinds: [String] {
        switch self {
        case .attendance: [StaffEvent.Kind.checkedIn, .checkedOut, .leaveTaken].map(\.rawValue)
        case .money: [StaffEvent.Kind.moneyEntered.rawValue]
        case .rulebooks: [CentreEvent.Kind.rulebookAdopted.rawValue]
        case .anchors: [CentreEvent.Kind.anchorSigned.rawValue]
        case .inspections: [CentreEvent.Kind.inspected.rawValue]
        case .trainings: [CentreEvent.Kind.trainingHeld.rawValue]
        case .points: [CentreEvent.Kind.pointAssessed.rawValue]
        case .decisions: [StaffEvent.Kind.tenureDecided.rawValue]
        }
    }

    /// The row that an entry makes.
    static func row(
        of fact: JournalFact, sequence: Int64, at: Instant, actor: StaffID, subject: Int64
    ) throws -> (ledger: Ledger, values: [DatabaseValue])? {
        let (entry, moment, who) = (sequence.databaseValue, at.milliseconds.databaseValue, actor.value.databaseValue)
        switch fact {
        case .case: return nil
        case .staff(.moneyEntered(let money)):
            return (
                .money,
                [
                    entry, subject.databaseValue, moment, who, money.kind.rawValue.databaseValue,
                    money.fen.databaseValue, money.period.description.databaseValue, money.ground.databaseValue,
                    money.note.databaseValue,
                ]
            )
        case .staff(.tenureDecided(let decision)):
            return (
                .decisions,
                [
                    entry, subject.databaseValue, moment, who, decision.month.description.databaseValue,
                    decision.outcome.rawValue.databaseValue, try CanonicalJSON.text(decision).databaseValue,
                ]
            )
        case .centre(.inspected(let inspection)):
            return (
                .inspections,
                [
                    entry, moment, who, inspection.number.databaseValue, inspection.at.milliseconds.databaseValue,
                    (inspection.agent?.value).databaseValue, try CanonicalJSON.text(inspection).databaseValue,
                ]
            )
        case .centre(.trainingHeld(let training)):
            return (
                .trainings,
                [
                    entry, moment, who, training.number.databaseValue, training.on.description.databaseValue,
                    training.holder.rawValue.databaseValue, try CanonicalJSON.text(training).databaseValue,
                ]
            )
        case .centre(.pointAssessed(let assessment)):
            return (
                .points,
                [
                    entry, moment, who, assessment.point.databaseValue,
                    try CanonicalJSON.text(assessment).databaseValue,
                ]
            )
        case .staff(let event):
            guard attendance.kinds.contains(event.kind.rawValue) else { return nil }
            return (.attendance, [entry, subject.databaseValue, moment, event.kind.rawValue.databaseValue])
        case .centre(.rulebookAdopted(let adopted)):
            return (
                .rulebooks,
                [
                    entry, moment, who, adopted.name.databaseValue, adopted.digest.databaseValue,
                    try CanonicalJSON.text(adopted).databaseValue,
                ]
            )
        case .centre(.anchorSigned(let anchor)):
            return (
                .anchors,
                [
                    entry, moment, who, anchor.month.description.databaseValue, anchor.sequence.databaseValue,
                    anchor.hash.databaseValue,
                ]
            )
        case .centre: return nil
        }
    }

    /// Puts down what an entry says, if it is of a kind that some ledger keeps.
    static func enter(
        _ fact: JournalFact, sequence: Int64, at: Instant, actor: StaffID, subject: Int64, in database: Database
    ) throws {
        guard let row = try row(of: fact, sequence: sequence, at: at, actor: actor, subject: subject) else { return }
        let columns = row.ledger.columns
        try database.cachedStatement(
            sql: """
                INSERT INTO \(row.ledger.rawValue) (\(columns.joined(separator: ", "))) \
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """
        ).execute(arguments: StatementArguments(row.values))
        if case .staff(.moneyEntered(let money)) = fact { try MoneySums.add(money, to: StaffID(subject), in: database) }
    }

    /// Puts down what the whole journal says; the ledgers have to be empty.
    static func fill(in database: Database, step: () throws -> Void = {}) throws {
        for kind in [JournalFact.SubjectKind.staff, .centre] {
            try JournalReplay.entries(about: kind, in: database) { entry in
                try step()
                guard case .success(let fact) = entry.fact else { return }
                try enter(
                    fact, sequence: entry.sequence, at: entry.at, actor: entry.actor, subject: entry.subject,
                    in: database)
            }
        }
    }
}

/// What was put down for a person in a month, by kind: `money_sums`.
enum MoneySums {
    struct Key: Hashable, Comparable {
        var period: String
        var kind: String

        static func < (one: Key, other: Key) -> Bool { (one.period, one.kind) < (other.period, other.kind) }
    }

    struct Sum: Hashable {
        var entries = 0
        var fen: Int64 = 0
    }

    static func add(_ money: MoneyEntry, to staff: StaffID, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO money_sums (staff, period, kind, entries, fen) VALUES (?, ?, ?, 1, ?) \
                ON CONFLICT (staff, period, kind) DO UPDATE SET entries = entries + 1, fen = fen + excluded.fen
                """
        ).execute(arguments: [staff.value, money.period.description, money.kind.rawValue, money.fen])
    }

    static func stored(of staff: StaffID, in database: Database) throws -> [Key: Sum] {
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT period, kind, entries, fen FROM money_sums WHERE staff = ?"),
            arguments: [staff.value])
        return try Dictionary(
            rows.map { row in
                try (
                    Key(period: row.value(0), kind: row.value(1)), Sum(entries: row.value(2), fen: row.value(3))
                )
            },
            uniquingKeysWith: { first, _ in first })
    }
}
