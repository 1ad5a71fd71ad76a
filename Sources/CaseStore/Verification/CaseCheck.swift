import Casework
import GRDB

/// Replays cases and compares each with its rows: journal and tables are gone through side by side, in the order of the
/// ids, so that a row too many is met like one that is missing. What the entries count for is compared on the way.
struct CaseCheck {
    let database: Database
    let watch: PrivateCrew.Watch
    /// What the work is counted by; `nil` for none at all.
    var work: WorkCheck?

    func run(_ ids: ClosedRange<Int64>) throws -> VerificationReport {
        var report = VerificationReport()
        let rows = try CaseRows(ids, in: database)
        var made = work.map(WorkDigest.init)
        try JournalReplay.cases(ids, in: database, watch: watch) { sequence, error in
            report.add(.unreadable(sequence, error, of: .case))
        } event: { event, entry in
            made?.add(event, entry)
        } _: { id, replayed in
            report.cases += 1
            try rows.pass(to: id, &report)
            switch replayed {
            case .whole(let value): try compare(value, rows, &report)
            case .withoutBeginning:
                let number = rows.cases.id == id ? rows.cases.row.text(1) : nil
                report.add(.registrationMissing(id: CaseID(id), number: number))
            // What follows from an unreadable entry is no finding of its own.
            case .unreadable: break
            }
            try rows.leave(id)
        }
        try rows.pass(to: nil, &report)
        report.workMade = made?.sum ?? RowSum()
        return report
    }

    private func compare(_ value: Case, _ rows: CaseRows, _ report: inout VerificationReport) throws {
        let id = value.id.value
        guard rows.cases.id == id else {
            report.add(.caseMissing(number: value.number))
            return
        }
        let expected = CaseProjection.fixedValues(value) + CaseProjection.movingValues(value)
        for (column, value) in expected.enumerated() where !rows.cases.row.holds(value, Int32(column)) {
            let field = CaseProjection.columns[column]
            // Names of applicants do not come out of here.
            let values = field == "applicant" ? nil : FieldValues(value, rows.cases.row, Int32(column))
            report.add(.caseDiffers(number: rows.number(expected), field: field, values: values))
        }
        if try rows.clocks(of: id) != ClockProjection.expected(value) {
            report.add(.caseDiffers(number: value.number, field: "clocks", values: nil))
        }
    }
}

extension VerificationReport.Finding {
    /// What `error` means that came up when entry `sequence` was read.
    static func unreadable(_ sequence: Int64, _ error: any Error, of kind: JournalFact.SubjectKind) -> Self {
        guard let unknown = error as? UnknownKind else {
            return .entryUnreadable(sequence: sequence, detail: error.brief)
        }
        if let version = unknown.version, JournalFact.isKnown(unknown.base, of: kind) {
            return .entryNewer(sequence: sequence, kind: unknown.base, version: version)
        }
        return .entryUnknown(sequence: sequence, kind: unknown.name)
    }
}

/// The rows of cases in a range of ids, in the order of the ids: of `cases` and of `clocks`.
private final class CaseRows {
    /// One of the two: where it stands.
    struct Walk {
        let row: RawStatement
        /// The id of the row that it stands at; `nil` behind the last one.
        private(set) var id: Int64?

        init(_ sql: String, _ ids: ClosedRange<Int64>, in database: Database) throws {
            row = try RawStatement(database, sql: sql)
            row.bind(ids.lowerBound, 1)
            row.bind(ids.upperBound, 2)
            try advance()
        }

        mutating func advance() throws { id = try row.next() ? row.integer(0) : nil }

        mutating func leave(_ left: Int64) throws {
            while id == left { try advance() }
        }
    }

    private(set) var cases: Walk
    private var clocks: Walk

    init(_ ids: ClosedRange<Int64>, in database: Database) throws {
        let columns = CaseProjection.columns.joined(separator: ", ")
        cases = try Walk("SELECT \(columns) FROM cases WHERE id BETWEEN ? AND ? ORDER BY id", ids, in: database)
        clocks = try Walk(
            """
            SELECT case_id, \(ClockProjection.spelling) FROM clocks LEFT JOIN clock_rules ON clock_rules.id = clocks.rule \
            WHERE case_id BETWEEN ? AND ? ORDER BY case_id, position
            """, ids, in: database)
    }

    /// The case's number as a finding names it: as it should be.
    func number(_ expected: [DatabaseValue]) -> String { String.fromDatabaseValue(expected[1]) ?? "" }

    /// Goes on to `id`, or to the end; what lies on the way belongs to no case of the journal.
    func pass(to id: Int64?, _ report: inout VerificationReport) throws {
        while let first = [cases.id, clocks.id].compactMap(\.self).min(), id.map({ first < $0 }) ?? true {
            if cases.id == first {
                report.add(.caseExtra(number: cases.row.text(1)))
            } else {
                report.add(.clockExtra(id: CaseID(first)))
            }
            try leave(first)
        }
    }

    func leave(_ id: Int64) throws {
        try cases.leave(id)
        try clocks.leave(id)
    }

    func clocks(of id: Int64) throws -> [String] {
        var found: [String] = []
        while clocks.id == id {
            found.append(clocks.row.text(1))
            try clocks.advance()
        }
        return found
    }
}
