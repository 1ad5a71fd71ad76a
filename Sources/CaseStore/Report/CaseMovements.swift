import Casework
import GRDB

/// Goes through what sheets count about cases: each registration, each approval with who did the work (the one who had
/// handed the case to review), each approval that was taken back. Read from an index of the journal alone, case by case
/// in its order; the rows of cases give item and village, which never change.
///
/// What came in by file from a village counts when ``Booking`` says: a month that was over by then stays as it was.
struct CaseMovements {
    let database: Database

    struct Movement {
        enum Kind {
            case registered, approved
            /// An approval was taken back.
            case takenBack
        }

        var kind: Kind
        var sequence: Int64
        var caseID: Int64
        var at: Instant
        /// Who did the work, of an approval.
        var staff: StaffID
        var item: String
        var village: String

        var factor: Int { kind == .takenBack ? -1 : 1 }
    }

    static let index = "journal_of_sheets"

    /// The entries in the order of the cases; without the index it is slow, and still right.
    static func query(isIndexed: Bool) -> String {
        """
        SELECT journal.subject, journal.seq, journal.kind, journal.actor, journal.at, cases.item, cases.village \
        FROM journal \(isIndexed ? "INDEXED BY \(index)" : "") \
        CROSS JOIN cases ON cases.id = journal.subject \
        WHERE journal.kind IN ('registered', 'completed', 'approved', 'undone') \
        ORDER BY journal.subject, journal.seq
        """
    }

    /// Approvals by person, month and item between two instants.
    func approved(from start: Instant, to end: Instant, offset: UTCOffset) throws -> [ApprovedCount] {
        struct Key: Hashable {
            var staff: StaffID
            var month: CivilMonth
            var item: String
        }
        var counts: [Key: Int] = [:]
        var months = Months(offset: offset)
        try each(from: start, to: end) { movement in
            guard movement.kind != .registered else { return }
            let key = Key(staff: movement.staff, month: months.month(of: movement.at), item: movement.item)
            counts[key, default: 0] += movement.factor
        }
        return counts.map { ApprovedCount(staff: $0.staff, month: $0.month, item: $0.item, count: $1) }
            .sorted { ($0.staff, $0.month, $0.item) < ($1.staff, $1.month, $1.item) }
    }

    func each(from start: Instant, to end: Instant, _ body: (Movement) throws -> Void) throws {
        let hint = try database.indexes(on: "journal").contains { $0.name == Self.index }
        let booking = try Booking(in: database)
        let rows = try RawStatement(database, sql: Self.query(isIndexed: hint))
        var subject: Int64 = -1
        var worker: Int64?
        var isApproved = false
        while try rows.next() {
            let (id, sequence, actor) = (rows.integer(0), rows.integer(1), rows.integer(3))
            if id != subject { (subject, worker, isApproved) = (id, nil, false) }
            let kind: Movement.Kind
            if rows.holds("completed", 2) {
                worker = actor
                continue
            } else if rows.holds("registered", 2) {
                kind = .registered
            } else if rows.holds("approved", 2) {
                (isApproved, kind) = (true, .approved)
            } else if isApproved, try undoesApproval(sequence) {
                (isApproved, kind) = (false, .takenBack)
            } else {
                continue
            }
            let at = booking.moment(of: sequence, at: Instant(milliseconds: rows.integer(4)))
            guard at >= start, at < end else { continue }
            try body(
                Movement(
                    kind: kind, sequence: sequence, caseID: id, at: at,
                    staff: StaffID(worker ?? actor), item: rows.text(5), village: rows.text(6)))
        }
    }

    private func undoesApproval(_ sequence: Int64) throws -> Bool {
        let body = try String.fetchOne(
            database.cachedStatement(sql: "SELECT body FROM journal WHERE seq = ?"), arguments: [sequence])
        guard let body else { return false }
        return try CanonicalJSON.value(Undo.self, from: body).kind == .approved
    }
}

/// The months of instants, reckoned once a day.
struct Months {
    let offset: UTCOffset
    private var known: [Int64: CivilMonth] = [:]

    init(offset: UTCOffset) {
        self.offset = offset
    }

    mutating func month(of instant: Instant) -> CivilMonth {
        let day = (instant.milliseconds + Int64(offset.minutes) * 60_000) / 86_400_000
        if let month = known[day] { return month }
        let month = CivilMonth(of: offset.civil(instant).date)
        known[day] = month
        return month
    }
}
