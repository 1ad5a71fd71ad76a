import Casework
import GRDB

/// Whether the journal goes as far as the tables that were made of it. The chain of a journal whose last entries were taken
/// away is whole; but rows name their entries, and those were there.
struct JournalEnd {
    let database: Database

    /// Where those tables are: another one for an attached file.
    var schema = "main"
    /// Whether the index of subjects may be asked; it may be what is damaged.
    var trustsIndex = true

    /// Columns besides those of the ledgers that each name an entry.
    private static let others = [("case_work", "seq"), ("relay_origins", "seq"), ("outbox", "cause")]

    /// - Returns: that entries are missing at the end, if any table says so.
    func finding() throws -> VerificationReport.Finding? {
        let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.journal") ?? 0
        var known = last
        for (table, column) in Ledger.allCases.map({ ($0.rawValue, "seq") }) + Self.others {
            known = max(known, try newest(column, of: table) ?? 0)
        }
        if known == last, try hasNewerCase() { known = last + 1 }
        return known > last ? .journalCut(entries: last, known: known) : nil
    }

    /// The same in a tenth of a millisecond, however large the record: only tables that are in the order of entries, or have
    /// their newest case at the end, are asked.
    func quickFinding() throws -> String? {
        let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM main.journal") ?? 0
        for ledger in Ledger.allCases {
            if let known = try newest("seq", of: ledger.rawValue), known > last {
                return "the journal ends at entry \(last), and \(ledger.rawValue) has one of entry \(known)"
            }
        }
        return try hasNewerCase() ? "the journal ends at entry \(last) and does not know the newest case" : nil
    }

    /// Whether the newest case has no entry.
    private func hasNewerCase() throws -> Bool {
        guard let id = try newest("id", of: "cases") else { return false }
        let sql = """
            SELECT seq FROM main.journal \(trustsIndex ? "" : "NOT INDEXED") \
            WHERE subject_kind = 'case' AND subject = ? LIMIT 1
            """
        return try Int64.fetchOne(database, sql: sql, arguments: [id]) == nil
    }

    /// `nil` also where the table is not there, is not as it should be, or cannot be read: these are findings of their own.
    private func newest(_ column: String, of table: String) throws -> Int64? {
        do {
            return try Int64.fetchOne(
                database, sql: "SELECT max(\(column)) FROM \(schema).\(table) \(trustsIndex ? "" : "NOT INDEXED")")
        } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CORRUPT].contains(error.resultCode) {
            return nil
        }
    }
}

extension CaseStore {
    /// That entries are missing at the end of the journal, if any table says so. Nothing else is looked at.
    public func journalEnd() throws(StoreError) -> VerificationReport.Finding? {
        try read { try JournalEnd(database: $0).finding() }
    }

    /// Where the journal is broken first, or ends too early; `nil` when it is whole. What the tables say otherwise is not
    /// looked at.
    ///
    /// - Parameter progress: called on the calling thread several times a second, with how many entries of how many; `false`
    ///   stops, with ``StoreError/stopped(path:)``.
    public func firstBreak(
        progress: (VerificationProgress) -> Bool = { _ in true }
    ) throws(StoreError) -> VerificationReport.Finding? {
        do {
            return try firstBreak(of: try current(), progress: progress)
        } catch is PrivateCrew.Stopped {
            throw .stopped(path: path)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func journalEnd(of record: OpenRecord, trustsIndex: Bool) throws -> VerificationReport.Finding? {
        var end: VerificationReport.Finding??
        do {
            try examine(record) { end = .some(try JournalEnd(database: $0, trustsIndex: trustsIndex).finding()) }
        } catch {
            // A transaction that met damage cannot be ended; what was found in it stands.
            guard let end else { throw error }
            return end
        }
        return end ?? nil
    }

    /// - Parameter trustsIndex: see ``JournalEnd``.
    func firstBreak(
        of record: OpenRecord, trustsIndex: Bool = true, threads: Int = PrivateCrew.usualSize,
        progress: (VerificationProgress) -> Bool
    ) throws -> VerificationReport.Finding? {
        let (pieces, last) = try examine(record) { database in
            (try ChainCheck.pieces(in: database), try Self.lastSequence(in: database))
        }
        let end = try journalEnd(of: record, trustsIndex: trustsIndex)
        let watch = PrivateCrew.Watch()
        var findings: [VerificationReport.Finding] = []
        try PrivateCrew.work(
            pieces: pieces.count, threads: threads, watch: watch,
            tick: {
                let told = VerificationProgress(done: watch.count, total: Int(clamping: last))
                guard progress(told) else { throw PrivateCrew.Stopped() }
            },
            make: { number in
                try self.examine(record) { try ChainCheck(database: $0, watch: watch).run(pieces[number]) }
            },
            take: { findings += $0.findings })
        return findings.first ?? end
    }
}
