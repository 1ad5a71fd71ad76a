import Casework
import GRDB

/// Whether the journal goes as far as the tables that were made of it. The chain of a journal whose last entries were taken
/// away is whole; but rows name their entries, and those were there.
struct JournalEnd {
    let database: Database

    /// Tables whose rows each name an entry, besides the ledgers.
    private static let others = ["case_work", "relay_origins"]

    /// - Returns: that entries are missing at the end, if any table says so.
    func finding() throws -> VerificationReport.Finding? {
        let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM journal") ?? 0
        var known = last
        for table in Ledger.allCases.map(\.rawValue) + Self.others {
            known = max(known, try newest("seq", of: table) ?? 0)
        }
        if known == last, try hasNewerCase() { known = last + 1 }
        return known > last ? .journalCut(entries: last, known: known) : nil
    }

    /// Whether the newest case has no entry.
    private func hasNewerCase() throws -> Bool {
        guard let id = try newest("id", of: "cases") else { return false }
        return try Int64.fetchOne(
            database, sql: "SELECT seq FROM journal WHERE subject_kind = 'case' AND subject = ? LIMIT 1",
            arguments: [id]) == nil
    }

    /// `nil` also where the table is not there, or is not as it should be: that is the schema's finding.
    private func newest(_ column: String, of table: String) throws -> Int64? {
        do {
            return try Int64.fetchOne(database, sql: "SELECT max(\(column)) FROM \(table)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
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
            let record = try current()
            let (pieces, last, end) = try read(record) { database in
                (
                    try ChainCheck.pieces(in: database), try Self.lastSequence(in: database),
                    try JournalEnd(database: database).finding()
                )
            }
            let watch = PrivateCrew.Watch()
            var findings: [VerificationReport.Finding] = []
            try PrivateCrew.work(
                pieces: pieces.count, watch: watch,
                tick: {
                    let told = VerificationProgress(done: watch.count, total: Int(clamping: last))
                    guard progress(told) else { throw PrivateCrew.Stopped() }
                },
                make: { number in
                    try self.examine(record) { try ChainCheck(database: $0, watch: watch).run(pieces[number]) }
                },
                take: { findings += $0.findings })
            return findings.first ?? end
        } catch is PrivateCrew.Stopped {
            throw .stopped(path: path)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
