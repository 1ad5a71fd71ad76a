import Casework
import GRDB

/// Whether the journal goes as far as the tables that were made of it. The chain of a journal whose last entries were taken
/// away is whole; but rows name their entries, and those were there.
struct JournalEnd {
    let database: Database

    /// Where those tables are: another one for an attached file.
    var schema = "main"

    /// - Returns: that entries are missing at the end, if any table says so.
    func finding() throws -> VerificationReport.Finding? {
        try finding(
            inOrder + [
                "SELECT max(seq) FROM \(schema).case_work",
                // Its index may be what is damaged.
                "SELECT max(cause) FROM \(schema).outbox NOT INDEXED",
            ])
    }

    /// The same in some tenths of a millisecond, however large the record: of what has no order of entries, only that is
    /// looked at which can have come behind the last one.
    func quickFinding() throws -> VerificationReport.Finding? {
        var sources = inOrder + ["SELECT max(cause) FROM \(schema).outbox"]
        let last = try Int64.fetchOne(database, sql: "SELECT at FROM main.journal ORDER BY seq DESC LIMIT 1")
        if let last {
            let offset = try CaseWorkTable.offset(in: database)
            let month = CivilMonth(of: offset.civil(Instant(milliseconds: last)).date)
            sources.append(
                """
                SELECT max(seq) FROM \(schema).case_work \
                WHERE staff IN (SELECT id FROM staff UNION ALL SELECT \(StaffID.office.value)) AND month >= '\(month)'
                """)
        }
        return try finding(sources)
    }

    /// Tables in the order of entries: their end is found at once.
    private var inOrder: [String] {
        (Ledger.allCases.map(\.rawValue) + ["relay_origins"]).map { "SELECT max(seq) FROM \(schema).\($0)" }
    }

    private func finding(_ sources: [String]) throws -> VerificationReport.Finding? {
        let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.journal") ?? 0
        var known = last
        for source in sources { known = max(known, try newest(source) ?? 0) }
        if known == last, try hasNewerCase() { known = last + 1 }
        return known > last ? .journalCut(entries: last, known: known) : nil
    }

    /// Whether the newest case has no entry.
    private func hasNewerCase() throws -> Bool {
        guard let id = try newest("SELECT max(id) FROM \(schema).cases") else { return false }
        func entry(_ hint: String) throws -> Int64? {
            try Int64.fetchOne(
                database,
                sql: "SELECT seq FROM main.journal \(hint) WHERE subject_kind = 'case' AND subject = ? LIMIT 1",
                arguments: [id])
        }
        // The index may not show every entry, or be torn; the entries themselves tell.
        if let shown = try? entry(""), shown > 0 { return false }
        return try entry("NOT INDEXED") == nil
    }

    /// `nil` also where the table is not there, is not as it should be, or cannot be read: these are findings of their own.
    private func newest(_ sql: String) throws -> Int64? {
        do {
            return try Int64.fetchOne(database, sql: sql)
        } catch let error as DatabaseError where error.isOfTable {
            return nil
        }
    }
}

extension DatabaseError {
    /// Whether it says that a table is not there, is not as it should be or cannot be read, and not that the disk as such
    /// has failed.
    var isOfTable: Bool {
        switch resultCode {
        case .SQLITE_ERROR, .SQLITE_CORRUPT, .SQLITE_CONSTRAINT: true
        case .SQLITE_IOERR:
            [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS].contains(extendedResultCode)
        default: false
        }
    }
}
