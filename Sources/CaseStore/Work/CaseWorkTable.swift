import Casework
import GRDB

/// The rows of `case_work`: made with their entries, made anew from the journal, and compared with it.
///
/// A row stands in the month of its entry's moment. An entry that came in from a village later stands in the month in
/// which it came: a month that is over is not written to any more. Only an import of another system's cases brings
/// their past along, in its own months.
enum CaseWorkTable: DerivedTable {
    static let name = "work"
    static let tables = ["case_work"]

    static let columns = ["staff", "month", "kind", "seq", "at", "case_id", "factor", "detail"]

    /// So many entries are read between two steps.
    private static let stride = 4_096

    struct Row {
        var work: CaseWork
        var sequence: Int64
        var at: Instant
        var caseID: Int64
        var month: CivilMonth

        var values: [DatabaseValue] {
            [
                work.staff.value.databaseValue, month.description.databaseValue, work.kind.rawValue.databaseValue,
                sequence.databaseValue, at.milliseconds.databaseValue, caseID.databaseValue,
                work.factor.databaseValue, work.detail.databaseValue,
            ]
        }
    }

    static func insert(_ row: Row, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO case_work (\(columns.joined(separator: ", "))) \
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """
        ).execute(arguments: StatementArguments(row.values))
    }

    /// The centre's civil time; that of China while the record has no centre.
    static func offset(in database: Database) throws -> UTCOffset {
        let minutes = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT offset_minutes FROM centre WHERE id = 1"))
        return minutes.flatMap { UTCOffset(minutes: $0) } ?? .china
    }

    // MARK: Making anew and comparing

    static func rebuild(in database: Database, step: () throws -> Void) throws {
        try database.execute(sql: "DELETE FROM case_work")
        let insertion = try RawStatement(
            database,
            sql: """
                INSERT INTO case_work (\(columns.joined(separator: ", "))) \
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """)
        try replay(in: database, step: step) { row in
            for (place, value) in row.values.enumerated() { insertion.bind(value, Int32(place + 1)) }
            try insertion.run()
        }
    }

    static func differences(in database: Database, step: () throws -> Void) throws -> [String] {
        var differences: [String] = []
        func add(_ text: String) { if differences.count < 1_000 { differences.append(text) } }
        let stored = try RawStatement(
            database,
            sql: """
                SELECT \(columns.joined(separator: ", ")) FROM case_work \
                WHERE staff = ? AND month = ? AND kind = ? AND seq = ?
                """)
        var found: Int64 = 0
        try replay(in: database, step: step) { row in
            let values = row.values
            for place in 0..<4 { stored.bind(values[place], Int32(place + 1)) }
            defer { stored.reset() }
            guard try stored.next() else { return add("entry \(row.sequence) is not counted") }
            found += 1
            if values.enumerated().contains(where: { !stored.holds($1, Int32($0)) }) {
                add("entry \(row.sequence) is counted as something else")
            }
        }
        let all = try Int64.fetchOne(database, sql: "SELECT count(*) FROM case_work") ?? 0
        if all != found { add("\(all - found) rows that no entry makes") }
        return differences
    }

    /// Goes through the entries about cases and gives the rows that they make, case by case.
    static func replay(in database: Database, step: () throws -> Void, _ body: (Row) throws -> Void) throws {
        let booking = try Booking(in: database)
        let kinds = WorkTrail.kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let hint = try JournalReplay.hasIndex(in: database) ? "INDEXED BY \(JournalReplay.index)" : ""
        let entries = try RawStatement(
            database,
            sql: """
                SELECT seq, at, subject, kind, body FROM journal \(hint) \
                WHERE subject_kind = 'case' AND kind IN (\(kinds)) ORDER BY subject, seq
                """)
        var id: Int64?
        var trail: WorkTrail?
        var read = 0
        while try entries.next() {
            read += 1
            if read % stride == 0 { try step() }
            if entries.integer(2) != id { (id, trail) = (entries.integer(2), nil) }
            let name = entries.text(3)
            // What cannot be read is a finding of its own elsewhere; here it counts for nothing.
            guard let kind = CaseEvent.Kind(rawValue: name) else { continue }
            func event() throws -> CaseEvent { try CaseEvent(kind: name, body: JournalBody(bytes: entries.bytes(4))) }
            guard trail != nil else {
                if kind == .registered, case .registered(let registration)? = try? event() {
                    trail = WorkTrail(registration)
                    for (work, at) in registration.firstWork(at: Instant(milliseconds: entries.integer(1))) {
                        try body(
                            Row(
                                work: work, sequence: entries.integer(0), at: at, caseID: entries.integer(2),
                                month: booking.month(of: entries.integer(0), at: at)))
                    }
                }
                continue
            }
            guard let work = try? trail?.take(kind, try event()) else { continue }
            let sequence = entries.integer(0)
            let at = Instant(milliseconds: entries.integer(1))
            try body(
                Row(
                    work: work, sequence: sequence, at: at, caseID: entries.integer(2),
                    month: booking.month(of: sequence, at: at)))
        }
    }
}

/// The month in which an entry counts.
private struct Booking {
    private let offset: UTCOffset
    /// The entries that came from elsewhere.
    private let foreign: Set<Int64>
    /// The entries that close what came in, with their moments: those before them came with them.
    private let arrivals: [(sequence: Int64, at: Int64)]

    init(in database: Database) throws {
        offset = try CaseWorkTable.offset(in: database)
        foreign = Set(try Int64.fetchAll(database, sql: "SELECT seq FROM relay_origins WHERE is_own = 0"))
        arrivals =
            foreign.isEmpty
            ? []
            : try GRDB.Row.fetchAll(
                database,
                sql: """
                    SELECT seq, at FROM journal WHERE subject_kind = 'centre' AND subject = 0 \
                    AND kind IN ('\(CentreEvent.Kind.relayImported.rawValue)', '\(CentreEvent.Kind.relayTask.rawValue)') \
                    AND seq NOT IN (SELECT seq FROM relay_origins WHERE is_own = 0) ORDER BY seq
                    """
            ).map { (sequence: try $0.value(0), at: try $0.value(1)) }
    }

    func month(of sequence: Int64, at: Instant) -> CivilMonth {
        var moment = at
        if foreign.contains(sequence) {
            var (low, high) = (0, arrivals.count)
            while low < high {
                let middle = (low + high) / 2
                if arrivals[middle].sequence > sequence { high = middle } else { low = middle + 1 }
            }
            if low < arrivals.count { moment = max(at, Instant(milliseconds: arrivals[low].at)) }
        }
        return CivilMonth(of: offset.civil(moment).date)
    }
}
