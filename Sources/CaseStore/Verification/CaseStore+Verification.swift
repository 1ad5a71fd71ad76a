import Casework
import GRDB

/// Proves that the record is whole.
extension CaseStore {
    /// Checks SQLite's own integrity, the schema with the journal's guards, the hash chain, and that the projections are what the
    /// journal gives when it is replayed.
    ///
    /// Reads one moment of the record in one transaction, without keeping anybody from writing, and in memory that does
    /// not grow with the record.
    ///
    /// - Parameter progress: called about every thousand entries; `false` stops the verification.
    public func verify(
        progress: (VerificationProgress) -> Bool = { _ in true }
    ) throws(StoreError) -> VerificationReport {
        try withoutActuallyEscaping(progress) { progress throws(StoreError) in
            try read { database in
                let verification = Verification(database: database, progress: progress)
                do {
                    try verification.run()
                } catch is Verification.Stopped {
                    verification.report.wasStopped = true
                }
                return verification.report
            }
        }
    }
}

/// One run of a verification.
final class Verification {
    struct Stopped: Error {}

    let database: Database
    var report = VerificationReport()
    private let progress: (VerificationProgress) -> Bool
    private var done = 0
    private var total = 0

    private static let reportInterval = 1_024

    init(database: Database, progress: @escaping (VerificationProgress) -> Bool) {
        self.database = database
        self.progress = progress
    }

    func run() throws {
        try checkDatabase()
        // A file that SQLite itself calls broken gives nothing but consequences from here on.
        guard report.findings.isEmpty else { return }
        total = 2 * (try Int.fetchOne(database, sql: "SELECT count(*) FROM journal") ?? 0)
        try checkSchema()
        try checkChain()
        try checkCases()
        try checkStaff()
        try checkCentre()
        try checkRelay()
        _ = progress(VerificationProgress(done: done, total: total))
    }

    /// Counts one entry; from time to time tells how far it is.
    func step() throws {
        done += 1
        guard done % Self.reportInterval == 0 else { return }
        guard progress(VerificationProgress(done: done, total: total)) else { throw Stopped() }
    }

    private func checkDatabase() throws {
        let words: [String]
        do {
            words = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            report.add(.database(detail: error.message ?? "malformed"))
            return
        }
        for word in words where word != "ok" { report.add(.database(detail: word)) }
    }

    /// Compares what the file is made of with what the steps make of an empty one.
    private func checkSchema() throws {
        let expected = try Schema.objects(ofVersion: try Schema.found(in: database))
        let found = try Schema.objects(in: database)
        for (object, sql) in expected.sorted(by: { $0.key < $1.key }) where found[object] != sql {
            let isGone = found[object] == nil && SchemaStep.guards.contains(object.name)
            report.add(isGone ? .guardMissing(name: object.name) : .schemaDiffers(name: object.name))
        }
        for object in found.keys.sorted() where expected[object] == nil {
            report.add(.schemaExtra(name: object.name))
        }
    }

    private func checkChain() throws {
        var expected: Int64 = 1
        var previous = JournalEntry.origin
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(JournalEntry.columns), hash FROM journal ORDER BY seq")
        while let row = try rows.next() {
            let entry = try JournalEntry(row: row)
            if entry.sequence != expected {
                report.add(.entryMissing(sequence: expected))
            } else if entry.previous != previous {
                report.add(.chainBroken(sequence: entry.sequence))
            }
            let stored = try row.value(8) as JournalEntry.Hash
            if entry.hash() != stored { report.add(.entryAltered(sequence: entry.sequence)) }
            previous = stored
            expected = entry.sequence + 1
            report.entries += 1
            try step()
        }
    }
}
