import Casework
import GRDB

/// A table with one row for each journal entry of some kinds: what people count and add up, without reading the journal.
///
/// A row is made with its entry, names it by `seq`, and is never changed.
enum Ledger: String, CaseIterable, Sendable {
    /// Who came, went and took leave, and when.
    case attendance
    /// Leaves, corrections and stand-ins, with the days that they are about.
    case duty = "duty_entries"
    /// Days on which a village has no duty or other hours.
    case exceptions = "duty_exceptions"
    /// Money put down for a person.
    case money
    /// Which rulebook is in force since when.
    case rulebooks = "rulebook_adoptions"
    /// The anchors that were signed.
    case anchors = "signed_anchors"
    /// When villages handed in their monthly summaries.
    case summaries = "village_summaries"
    /// What is paid from when on.
    case payRates = "pay_rates"
    /// How far the quarterly allowance sheets are; the sheets themselves stand in the journal alone.
    case allowanceSteps = "allowance_steps"
    /// What inspections found.
    case inspections
    /// The training sessions that were held.
    case trainings
    /// What service points have, as somebody saw it.
    case points = "point_assessments"
    /// What was decided about people whom the rules had brought up.
    case decisions = "tenure_decisions"
    /// The notices that were put up in the hall.
    case notices
    /// Those that were taken down before their last day.
    case noticeRemovals = "notice_removals"
    /// How large villages are and how far away.
    case villageFacts = "village_facts"

    /// The first is the number of the entry.
    var columns: [String] {
        switch self {
        case .attendance: ["seq", "staff", "at", "kind"]
        case .duty: ["seq", "staff", "day", "last_day", "kind"]
        case .exceptions: ["seq", "village", "day", "last_day"]
        case .money: ["seq", "staff", "at", "actor", "kind", "fen", "period", "ground", "note"]
        case .rulebooks: ["seq", "at", "actor", "name", "digest", "body"]
        case .anchors: ["seq", "at", "actor", "month", "up_to", "hash"]
        case .summaries: ["seq", "at", "actor", "village", "month"]
        case .payRates: ["seq", "at", "actor", "kind", "name", "fen", "first_month", "ground"]
        case .allowanceSteps: ["seq", "at", "actor", "quarter", "step"]
        case .inspections: ["seq", "at", "actor", "number", "inspected_at", "agent", "body"]
        case .trainings: ["seq", "at", "actor", "number", "held_on", "holder", "body"]
        case .points: ["seq", "at", "actor", "point", "body"]
        case .decisions: ["seq", "staff", "at", "actor", "month", "outcome", "body"]
        case .notices: ["seq", "at", "actor", "number", "day", "last_day", "is_urgent", "text"]
        case .noticeRemovals: ["seq", "at", "actor", "number", "reason"]
        case .villageFacts: ["seq", "at", "actor", "village", "residents", "kilometres"]
        }
    }

    /// The kinds of entries that make its rows.
    var subjectKind: JournalFact.SubjectKind {
        switch self {
        case .attendance, .duty, .money, .decisions: .staff
        case .exceptions, .rulebooks, .anchors, .summaries, .payRates, .allowanceSteps, .inspections, .trainings,
            .points, .notices, .noticeRemovals, .villageFacts:
            .centre
        }
    }

    var kinds: [String] {
        switch self {
        case .attendance:
            [StaffEvent.Kind.checkedIn, .checkedOut, .leaveTaken, .cameIn, .wentOut].map(\.rawValue)
        case .duty:
            [
                StaffEvent.Kind.leaveAsked, .leaveGranted, .leaveRefused, .sessionCorrected, .standInSet,
                .standInEnded,
            ]
            .map(\.rawValue)
        case .exceptions: [CentreEvent.Kind.dutyExcepted.rawValue]
        case .money: [StaffEvent.Kind.moneyEntered.rawValue]
        case .rulebooks: [CentreEvent.Kind.rulebookAdopted.rawValue]
        case .anchors: [CentreEvent.Kind.anchorSigned.rawValue]
        case .summaries: [CentreEvent.Kind.summaryHandedIn.rawValue]
        case .payRates: [CentreEvent.Kind.payRateSet.rawValue]
        case .allowanceSteps:
            [CentreEvent.Kind.allowancePrepared, .allowanceReviewed, .allowanceReturned, .allowanceSigned]
                .map(\.rawValue)
        case .inspections: [CentreEvent.Kind.inspected.rawValue]
        case .trainings: [CentreEvent.Kind.trainingHeld.rawValue]
        case .points: [CentreEvent.Kind.pointAssessed.rawValue]
        case .decisions: [StaffEvent.Kind.tenureDecided.rawValue]
        case .notices: [CentreEvent.Kind.noticePosted.rawValue]
        case .noticeRemovals: [CentreEvent.Kind.noticeRemoved.rawValue]
        case .villageFacts: [CentreEvent.Kind.villageDescribed.rawValue]
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
        case .centre(.notice(.posted(let notice))):
            return (
                .notices,
                [
                    entry, moment, who, notice.number.databaseValue, notice.from.dayNumber.databaseValue,
                    notice.to.dayNumber.databaseValue, notice.isUrgent.databaseValue, notice.text.databaseValue,
                ]
            )
        case .centre(.notice(.removed(let removal))):
            return (
                .noticeRemovals,
                [entry, moment, who, removal.number.databaseValue, removal.reason.databaseValue]
            )
        case .staff(let event):
            if let days = DutyDays.about(event, at: at) {
                let (first, last) = (days.first.databaseValue, days.last.databaseValue)
                return (.duty, [entry, subject.databaseValue, first, last, event.kind.rawValue.databaseValue])
            }
            guard attendance.kinds.contains(event.kind.rawValue) else { return nil }
            // The person's own time, which is not always that of the entry.
            let own = event.mark?.at.milliseconds.databaseValue ?? moment
            return (.attendance, [entry, subject.databaseValue, own, event.kind.rawValue.databaseValue])
        case .centre(.dutyExcepted(let exception)):
            return (
                .exceptions,
                [
                    entry, exception.village.databaseValue, exception.from.dayNumber.databaseValue,
                    exception.to.dayNumber.databaseValue,
                ]
            )
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
        case .centre(.summaryHandedIn(let summary)):
            return (
                .summaries,
                [entry, moment, who, summary.village.databaseValue, summary.month.description.databaseValue]
            )
        case .centre(.villageDescribed(let facts)):
            return (
                .villageFacts,
                [
                    entry, moment, who, facts.village.databaseValue, facts.residents.databaseValue,
                    facts.kilometres.databaseValue,
                ]
            )
        case .centre(.pay(.rateSet(let setting))):
            return (
                .payRates,
                [
                    entry, moment, who, setting.kind.rawValue.databaseValue, setting.name.databaseValue,
                    setting.fen.databaseValue, setting.from.description.databaseValue, setting.ground.databaseValue,
                ]
            )
        case .centre(.pay(let event)):
            return (
                .allowanceSteps,
                [
                    entry, moment, who, (event.quarter?.description).databaseValue,
                    CentreEvent.pay(event).kind.rawValue.databaseValue,
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

    /// Those that the schema began with.
    static let first: Set<Ledger> = [.attendance, .money, .rulebooks, .anchors]

    /// Puts down what the whole journal says; the ledgers have to be empty.
    ///
    /// - Parameter wanted: while a file is brought forward, the ones that are there by then.
    static func fill(
        _ wanted: Set<Ledger> = Set(allCases), in database: Database, step: () throws -> Void = {}
    ) throws {
        for kind in [JournalFact.SubjectKind.staff, .centre] {
            try JournalReplay.entries(about: kind, in: database) { entry in
                try step()
                guard case .success(let fact) = entry.fact else { return }
                if wanted.count < allCases.count {
                    let row = try row(
                        of: fact, sequence: entry.sequence, at: entry.at, actor: entry.actor, subject: entry.subject)
                    guard let row, wanted.contains(row.ledger) else { return }
                }
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
