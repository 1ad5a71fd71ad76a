import Casework

/// The counts of an import of an event log that is under way, and its rejects file.
struct EventLogRun: ~Copyable {
    var report = EventLogReport()
    private let keepsRejects: Bool
    private var rejects: RejectsFile?

    init(keepsRejects: Bool) { self.keepsRejects = keepsRejects }

    mutating func begin(_ rejects: consuming RejectsFile, size: Int64) {
        self.rejects = consume rejects
        report.progress.bytesTotal = size
    }

    /// Counts rows that were read; those that belong to no case are rejected at once.
    mutating func count(read rows: Int, rejects: [ImportReject], bytesRead: Int64) throws(ImportError) {
        report.progress.rows += rows
        report.progress.rowsDone += rejects.count
        report.progress.bytesRead = bytesRead
        try reject(rejects)
    }

    mutating func count(
        _ batch: FollowedBatch, _ outcomes: [ImportRun.Outcome], caseColumn: String
    ) throws(ImportError) {
        report.progress.rowsDone += batch.rows
        for (logged, outcome) in zip(batch.cases, outcomes) {
            switch (logged, outcome) {
            case (.passedOver, _), (.history, .alreadyThere):
                report.progress.alreadyThere += 1
            case (.history, .otherState(let difference)):
                report.progress.otherState += 1
                if report.differences.count < ImportReport.differenceLimit { report.differences.append(difference) }
            case (.history(let history, _), .imported(let state)):
                report.progress.cases += 1
                report.progress.events += history.entries.count
                report.states[state, default: 0] += 1
            case (.history(_, let rows), .numberTaken(let number)), (.history(_, let rows), .unknownAgent(let number)):
                report.progress.casesRejected += 1
                let fault = ImportRow.Fault(column: caseColumn, reason: .numberTaken, detail: number)
                try reject(rows.map { $0.reject(fault) })
            case (.rejected(let rejects), _):
                report.progress.casesRejected += 1
                try reject(rejects)
            }
        }
    }

    consuming func finish() throws(ImportError) -> EventLogReport {
        var report = report
        report.rejectsPath = try rejects.take()?.finish()
        return report
    }

    private mutating func reject(_ rows: [ImportReject]) throws(ImportError) {
        report.progress.rowsRejected += rows.count
        for row in rows where row.reason != .otherRow && report.rejects.count < ImportReport.rejectLimit {
            report.rejects.append(row)
        }
        guard keepsRejects else { return }
        for row in rows { try rejects?.append(row) }
    }
}
