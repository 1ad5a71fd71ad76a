import Casework

/// What a verification looks at besides the record itself.
public struct VerificationOptions: Sendable {
    /// Looks at everything: SQLite's whole integrity, the spelling of whole values byte for byte, and what follows from the rows.
    public var isFull = false
    /// Anchors that were kept outside the record.
    public var anchors: [KeptAnchor] = []
    /// Lines of the same file that say: from here anew.
    public var restarts: [KeptRestart] = []
    /// The month that was over last, for which an anchor should have been signed.
    public var lastMonth: CivilMonth?
    var threads = PrivateCrew.usualSize
    var derived: [any DerivedTable.Type] = DerivedTables.all

    public init(isFull: Bool = false, anchors: [KeptAnchor] = [], lastMonth: CivilMonth? = nil) {
        self.isFull = isFull
        self.anchors = anchors
        self.lastMonth = lastMonth
    }
}

/// Proves that the record is whole.
extension CaseStore {
    /// Checks SQLite's own integrity, the schema with the journal's guards, the hash chain, the anchors, and that the projections
    /// are what the journal gives when it is replayed.
    ///
    /// Works on threads of its own through many short pieces, each in a read transaction of its own, and in memory that
    /// does not grow with the record. A piece sees its entries and its rows at one moment, at which they have to agree;
    /// that another piece sees a later moment harms nothing, because entries are only ever added. So nobody is kept
    /// from writing, and the log can be taken into the file in between however long it takes. The longest transaction
    /// is SQLite's own check, a single statement.
    ///
    /// What is written meanwhile behind the last entry of the beginning is not looked at by the chain.
    ///
    /// - Parameter progress: called on the calling thread at the beginning and several times a second; `false` stops
    ///   the verification.
    public func verify(
        _ options: VerificationOptions = VerificationOptions(), progress: (VerificationProgress) -> Bool = { _ in true }
    ) throws(StoreError) -> VerificationReport {
        let record = try current()
        let verification = Verification(store: self, record: record, options: options)
        do {
            return try verification.run(progress)
        } catch {
            throw StoreError(error, path: path)
        }
    }

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

    func firstBreak(
        of record: OpenRecord, threads: Int = PrivateCrew.usualSize, progress: (VerificationProgress) -> Bool
    ) throws -> VerificationReport.Finding? {
        let (pieces, last) = try examine(record) { database in
            (try ChainCheck.pieces(in: database), try Self.lastSequence(in: database))
        }
        let end = try journalEnd(of: record)
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

    private func journalEnd(of record: OpenRecord) throws -> VerificationReport.Finding? {
        var end: VerificationReport.Finding??
        do {
            try examine(record) { end = .some(try JournalEnd(database: $0).finding()) }
        } catch {
            // A transaction that met damage cannot be ended; what was found in it stands.
            guard let end else { throw error }
            return end
        }
        return end ?? nil
    }

    /// Opens the record to be read and verifies it. A file so damaged that it cannot be opened is a finding like any other.
    ///
    /// - Throws: ``StoreError``, as ``open(at:access:patience:upgrading:)`` does, but for `corrupt` and `notADatabase`.
    public static func verify(
        at path: String, _ options: VerificationOptions = VerificationOptions(),
        progress: (VerificationProgress) -> Bool = { _ in true }
    ) throws(StoreError) -> VerificationReport {
        do {
            let store = try CaseStore.open(at: path, access: .readOnly)
            // A copy that is sound may be moved next.
            defer { try? store.close() }
            return try store.verify(options, progress: progress)
        } catch {
            guard let damage = FileDamage(error) else { throw error }
            return VerificationReport(findings: [.database(damage)])
        }
    }
}
