import CaseStore
import Foundation
import GRDB

/// What is left after a soak, compared with what the writers noted.
struct SoakCheck {
    /// The log may never be longer, in bytes, whoever reads: twice what one desk lets it become.
    private static let logLimit = 128 * 1_024 * 1_024

    private struct Found {
        var subject: Int64
        var entries: Int
    }

    let path: String
    let notes: [String]

    /// Prints; whether nothing is lost and the record is whole.
    func report(
        seconds: Double, kills: Int, signals: Int, largestLog: Int, readerFailed: Bool
    ) throws -> Bool {
        let ledger = try SoakLedger(paths: notes)
        var faults = ledger.faults + ledger.failures.map { "an action failed: \($0)" }
        if readerFailed { faults.append("the reader ended") }
        if largestLog > Self.logLimit { faults.append("the log grew to \(largestLog) bytes") }
        // On a machine that does much else somebody may wait in vain once; more would be starving.
        if ledger.busy > 1 + ledger.acknowledged.count / 1_000 { faults.append("\(ledger.busy) waited in vain") }
        if ledger.acknowledged.isEmpty { faults.append("nothing was done") }
        // By the program's own opening, which also brings in what is in the log.
        let verification = try CaseStore.open(at: path).verify()
        faults += verification.findings.prefix(20).map { "verify: \($0)" }
        let inJournal = try journal()
        for (at, noted) in ledger.acknowledged {
            guard let found = inJournal[at] else {
                faults.append("lost: the action of \(at) on case \(noted.subject)")
                continue
            }
            if found.count != 1 || found[0].subject != noted.subject || found[0].entries != noted.entries {
                faults.append("not as acknowledged: the action of \(at) on case \(noted.subject)")
            }
        }
        let unasked = inJournal.keys.filter { !ledger.intended.contains($0) }
        if !unasked.isEmpty { faults.append("\(unasked.count) actions that nobody began") }
        let unacknowledged = inJournal.count - ledger.acknowledged.count
        // A writer that was killed had at most one action under way.
        if unacknowledged > kills + notes.count { faults.append("\(unacknowledged) actions that nobody was told of") }

        let rate = Double(ledger.acknowledged.count) / seconds
        print(
            """
            \(ledger.acknowledged.count) actions acknowledged in \(Int(seconds)) s (\(Int(rate)) a second) \
            by \(notes.count) writers, \(ledger.refusals) refused, \(ledger.busy) waited in vain, \(kills) kills
            wait for an action: median \(ledger.wait(thousandths: 500)) ms, p99 \(ledger.wait(thousandths: 990)) ms, \
            longest \(ledger.wait(thousandths: 1_000)) ms
            \(unacknowledged) recorded but not acknowledged (their writers were killed); \(signals) signals of the feed; \
            longest log \(largestLog / 1_048_576) MiB
            verified: \(verification.entries) entries, \(verification.cases) cases
            """)
        for fault in faults.prefix(50) { print("FAULT: \(fault)") }
        print(faults.isEmpty ? "nothing lost" : "\(faults.count) faults")
        return faults.isEmpty
    }

    /// The actions on cases in the journal by their instants, without those before the soak.
    private func journal() throws -> [Int64: [Found]] {
        var found: [Int64: [Found]] = [:]
        let queue = try DatabaseQueue(path: path)
        try queue.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT at, subject, count(*) FROM journal WHERE subject_kind = 'case' AND at > ? \
                    GROUP BY at, subject, actor
                    """, arguments: [SoakTown.begin.milliseconds])
            while let row = try rows.next() {
                found[row[0], default: []].append(Found(subject: row[1], entries: row[2]))
            }
        }
        return found
    }
}
