import Casework
import GRDB

/// Compares the rows of ledgers with the entries that make them.
final class LedgerCheck {
    private let database: Database
    private var rows: [Ledger: RawStatement] = [:]
    private var sums: [MoneySums.Key: MoneySums.Sum] = [:]

    init(database: Database) {
        self.database = database
    }

    /// Looks at the row of one entry.
    func compare(_ entry: ReplayedEntry, _ fact: JournalFact, _ report: inout VerificationReport) throws {
        guard
            let expected = try Ledger.row(
                of: fact, sequence: entry.sequence, at: entry.at, actor: entry.actor, subject: entry.subject)
        else { return }
        let row = try statement(expected.ledger)
        row.bind(entry.sequence, 1)
        if try !row.next() {
            report.add(.ledgerMissing(ledger: expected.ledger.rawValue, sequence: entry.sequence))
        } else if expected.values.enumerated().contains(where: { !row.holds($1, Int32($0)) }) {
            report.add(.ledgerDiffers(ledger: expected.ledger.rawValue, sequence: entry.sequence))
        }
        row.reset()
        if case .staff(.moneyEntered(let money)) = fact {
            let key = MoneySums.Key(period: money.period.description, kind: money.kind.rawValue)
            sums[key, default: MoneySums.Sum()].entries += 1
            sums[key, default: MoneySums.Sum()].fen &+= money.fen
        }
    }

    /// All entries about a person were looked at: their sums are known.
    ///
    /// - Parameter number: theirs, as the journal has it.
    func closeSums(of staff: StaffID, number: String?, _ report: inout VerificationReport) throws {
        let stored = try MoneySums.stored(of: staff, in: database)
        let periods = Set(sums.keys).union(stored.keys).filter { sums[$0] != stored[$0] }.map(\.period)
        for period in Set(periods).sorted() {
            report.add(.moneySumDiffers(staff: staff, number: number, period: period))
        }
        sums.removeAll(keepingCapacity: true)
    }

    /// Rows that no entry makes.
    func extras(of kind: JournalFact.SubjectKind, _ report: inout VerificationReport) throws {
        for ledger in Ledger.allCases where ledger.subjectKind == kind {
            let kinds = ledger.kinds.map { "'\($0)'" }.joined(separator: ", ")
            let rows = try RawStatement(
                database,
                sql: """
                    SELECT seq FROM \(ledger.rawValue) WHERE NOT EXISTS (SELECT 1 FROM journal \
                    WHERE journal.seq = \(ledger.rawValue).seq AND subject_kind = '\(kind.rawValue)' \
                    AND kind IN (\(kinds))) ORDER BY seq
                    """)
            while try rows.next() { report.add(.ledgerExtra(ledger: ledger.rawValue, sequence: rows.integer(0))) }
        }
        guard kind == .staff else { return }
        let strangers = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT staff, period FROM money_sums WHERE NOT EXISTS (SELECT 1 FROM journal \
                WHERE subject_kind = 'staff' AND subject = money_sums.staff) ORDER BY staff, period
                """)
        for row in strangers {
            report.add(.moneySumDiffers(staff: StaffID(try row.value(0)), number: nil, period: try row.value(1)))
        }
    }

    private func statement(_ ledger: Ledger) throws -> RawStatement {
        if let known = rows[ledger] { return known }
        let columns = ledger.columns.joined(separator: ", ")
        let made = try RawStatement(database, sql: "SELECT \(columns) FROM \(ledger.rawValue) WHERE seq = ?")
        rows[ledger] = made
        return made
    }
}
