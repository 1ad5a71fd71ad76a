import Casework
import GRDB

/// Compares the rows of `case_work` with what the entries count for.
///
/// Nearly always they agree, and to seek the row of each entry costs as much as all that is read besides: so sums are
/// compared first, which no order changes, and only where they differ the rows are sought that are to blame.
struct WorkCheck: Sendable {
    let booking: Booking
    /// The last entry that is looked at: what was written behind it concerns later rows, which are not counted either.
    let last: Int64

    /// The sum of the rows that there are. Rows that no entry makes are among them, wherever they stand.
    func stored(in database: Database, watch: PrivateCrew.Watch) throws -> RowSum {
        let rows = try RawStatement(
            database,
            sql: """
                SELECT \(CaseWorkTable.columns.joined(separator: ", ")) FROM case_work WHERE seq <= ?1 \
                OR NOT EXISTS (SELECT 1 FROM journal WHERE journal.seq = case_work.seq)
                """)
        rows.bind(last, 1)
        var sum = RowSum()
        while try rows.next() {
            sum.add(WorkDigest.hash(of: rows))
            if sum.rows % 16_384 == 0 { try watch.count(0) }
        }
        return sum
    }

    /// Names the rows to blame, one by one, and counts those that are there.
    func differences(
        _ ids: ClosedRange<Int64>, in database: Database, watch: PrivateCrew.Watch
    ) throws -> (report: VerificationReport, found: Int64) {
        let stored = try RawStatement(
            database,
            sql: """
                SELECT \(CaseWorkTable.columns.joined(separator: ", ")) FROM case_work \
                WHERE staff = ? AND month = ? AND kind = ? AND seq = ?
                """)
        var count = WorkCount(booking)
        var report = VerificationReport()
        var found: Int64 = 0
        // What cannot be read is a finding of its own already.
        try JournalReplay.cases(ids, in: database, watch: watch, unreadable: { _, _ in }) { event, entry in
            for row in count.rows(event, entry) where row.sequence <= last {
                let values = row.values
                for place in 0..<4 { stored.bind(values[place], Int32(place + 1)) }
                defer { stored.reset() }
                guard try stored.next() else {
                    report.add(Self.finding(.workMissing(sequence: row.sequence)))
                    continue
                }
                found += 1
                if values.enumerated().contains(where: { !stored.holds($1, Int32($0)) }) {
                    report.add(Self.finding(.workDiffers(sequence: row.sequence)))
                }
            }
        } _: { _, _ in
        }
        return (report, found)
    }

    static func finding(_ difference: DerivedDifference) -> VerificationReport.Finding {
        .derivedDiffers(table: CaseWorkTable.name, difference)
    }
}

/// What the entries count for, added up while they are gone through case by case.
struct WorkDigest {
    private(set) var sum = RowSum()
    private let last: Int64
    private var count: WorkCount
    private var month: (value: CivilMonth, text: String)?

    init(_ check: WorkCheck) {
        last = check.last
        count = WorkCount(check.booking)
    }

    mutating func add(_ event: CaseEvent, _ entry: JournalReplay.Place) {
        for row in count.rows(event, entry) where row.sequence <= last { sum.add(hash(of: row)) }
    }

    private mutating func hash(of row: CaseWorkTable.Row) -> Int {
        // A case lives in one month or two.
        let known = month.flatMap { $0.value == row.month ? $0.text : nil }
        let text = known ?? row.month.description
        if known == nil { month = (row.month, text) }
        var hasher = Hasher()
        hasher.combine(row.work.staff.value)
        Self.combine(text, &hasher)
        Self.combine(row.work.kind.rawValue, &hasher)
        hasher.combine(row.sequence)
        hasher.combine(row.at.milliseconds)
        hasher.combine(row.caseID)
        hasher.combine(Int64(row.work.factor))
        Self.combine(row.work.detail.map(Int64.init), &hasher)
        return hasher.finalize()
    }

    /// The same of a row that stands in the table, its columns in their order.
    static func hash(of row: RawStatement) -> Int {
        var hasher = Hasher()
        hasher.combine(row.integer(0))
        combine(row.bytes(1), &hasher)
        combine(row.bytes(2), &hasher)
        for column in Int32(3)...6 { hasher.combine(row.integer(column)) }
        combine(row.isNull(7) ? nil : row.integer(7), &hasher)
        return hasher.finalize()
    }

    private static func combine(_ text: String, _ hasher: inout Hasher) {
        var text = text
        text.withUTF8 { combine($0, &hasher) }
    }

    private static func combine(_ bytes: UnsafeBufferPointer<UInt8>, _ hasher: inout Hasher) {
        hasher.combine(bytes.count)
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }

    private static func combine(_ number: Int64?, _ hasher: inout Hasher) {
        hasher.combine(number == nil)
        hasher.combine(number ?? 0)
    }
}
