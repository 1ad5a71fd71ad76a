import Casework
import GRDB

/// Raising warnings: any process may do it at any time, and together they raise each mark once
/// (武政管办〔2022〕36号 第十一条).

/// A warning that was put into the record.
public struct RaisedWarning: Hashable, Sendable {
    public var caseID: CaseID
    public var number: String
    public var warning: Warning

    public init(caseID: CaseID, number: String, warning: Warning) {
        self.caseID = caseID
        self.number = number
        self.warning = warning
    }
}

extension CaseStore {
    /// So many cases are warned about in one transaction: the pen of all processes is kept for a few hundredths of a
    /// second at a time.
    public static let raisingBatch = 200

    /// How many cases have a mark that was passed and not told about; no more than `limit` are counted.
    ///
    /// One look at an index, without a write.
    public func countUnraised(at now: Instant, limit: Int = raisingBatch) throws(StoreError) -> Int {
        try unraised(at: now, limit: limit).count
    }

    /// Records, in the name of the office, every warning that is due.
    ///
    /// Nothing to do costs one read and no write. Otherwise the cases are taken in short transactions, each case read
    /// again behind the write lock: what another process has raised meanwhile is not raised twice.
    ///
    /// - Parameter limit: at most so many cases; the rest stays for the next call.
    /// - Returns: what was raised, in the order of the record.
    public func raiseWarnings(
        at now: Instant, rules: Rules, limit: Int = .max
    ) throws(StoreError) -> [RaisedWarning] {
        let due = try unraised(at: now, limit: limit)
        var raised: [RaisedWarning] = []
        var rest = due[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Self.raisingBatch)
            rest = rest.dropFirst(batch.count)
            do {
                raised += try write { try $0.raiseWarnings(about: batch, at: now, rules: rules) }
            } catch {
                throw StoreError(error, path: path)
            }
        }
        return raised
    }

    /// The cases that need a look, the longest waiting first.
    private func unraised(at now: Instant, limit: Int) throws(StoreError) -> [CaseID] {
        try read { database in
            // A file that is opened for reading only may be older than its clocks.
            guard try database.tableExists("clocks") else { return [] }
            let statement = try database.cachedStatement(
                sql: """
                    SELECT case_id FROM clocks INDEXED BY clocks_by_attention \
                    WHERE attention_at IS NOT NULL AND attention_at <= ? ORDER BY attention_at
                    """)
            var found: [CaseID] = []
            var known: Set<CaseID> = []
            let rows = try Int64.fetchCursor(statement, arguments: [now.milliseconds])
            while found.count < limit, let id = try rows.next().map(CaseID.init) {
                if known.insert(id).inserted { found.append(id) }
            }
            return found
        }
    }
}

extension RecordTransaction {
    fileprivate func raiseWarnings(
        about ids: ArraySlice<CaseID>, at now: Instant, rules: Rules
    ) throws -> [RaisedWarning] {
        let rules = try current(rules)
        var raised: [RaisedWarning] = []
        for id in ids {
            guard var value = try findReadable(id) else { continue }
            for warning in value.warnings(at: now, rules: rules) {
                value = try record(.warned(warning), on: value, at: now, by: .office)
                raised.append(RaisedWarning(caseID: id, number: value.number, warning: warning))
            }
        }
        return raised
    }

    /// `nil` also for a case with an entry that is missing or cannot be read: it must not keep the others from what is due
    /// to them, and a verification names it.
    func findReadable(_ id: CaseID) throws -> Case? {
        do {
            return try find(id)
        } catch is UnreadableRecord {
            return nil
        } catch is EntriesMissing {
            return nil
        }
    }
}
