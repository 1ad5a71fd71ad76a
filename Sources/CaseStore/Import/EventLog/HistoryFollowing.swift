import Casework

/// Some cases on their way into the record, in the order of their numbers.
struct FollowedBatch: Sendable {
    var cases: [LoggedCase] = []
    /// Rows of the log that they took.
    var rows = 0
    /// The number of the last one.
    var lastCase = ""
    /// Whether there is anything to write: not while everything is passed over.
    var writes = false
    var weight = 0
}

/// What the thread does that makes histories: takes the sorted rows case by case, passes over what is done, follows the
/// rest.
struct HistoryFollowing: Sendable {
    let maker: HistoryMaker
    let staging: EventStaging
    let store: CaseStore
    let source: String
    /// The last case of an earlier run over the same file.
    let done: String?
    let batchSize: Int

    func run(_ passage: Passage<FollowedBatch>) throws(ImportError) {
        var known = done.map { KnownCases(store: store, source: source, upTo: $0) }
        var group: [StagedRow] = []
        var overfullKey: String?
        var batch = FollowedBatch()
        var isWanted = true

        func send() {
            guard batch.rows > 0 else { return }
            isWanted = passage.put(batch)
            batch = FollowedBatch()
        }
        func add(_ logged: LoggedCase?, rows: Int, key: String, isNews: Bool) {
            if let logged {
                batch.cases.append(logged)
                batch.weight += logged.weight
            }
            batch.rows += rows
            batch.lastCase = key
            batch.writes = batch.writes || isNews
            if batch.weight >= batchSize || batch.rows >= 50 * batchSize { send() }
        }
        func finishGroup() throws(ImportError) {
            guard let first = group.first else { return }
            let rows = group
            group.removeAll(keepingCapacity: true)
            if first.key == overfullKey {
                return add(overfull(rows), rows: rows.count, key: first.key, isNews: true)
            }
            if let done, !done.utf8.lexicographicallyPrecedes(first.key.utf8) {
                if let submittedAt = HistoryMaker.submission(rows),
                    try known?.has(first.key, submittedAt: submittedAt) == true
                {
                    return add(.passedOver, rows: rows.count, key: first.key, isNews: false)
                }
            } else if batch.rows > 0, !batch.writes {
                // What is passed over and what is new do not go together: the first writes nothing.
                send()
            }
            add(maker.make(rows), rows: rows.count, key: first.key, isNews: true)
        }
        try staging.sorted { (row) throws(ImportError) in
            if let first = group.first, first.key != row.key { try finishGroup() }
            group.append(row)
            if group.count > EventLogImporter.eventLimit {
                // Too many for one case: they go out as they come, so that they do not fill the memory.
                overfullKey = row.key
                try finishGroup()
            }
            return isWanted
        }
        guard isWanted else { return }
        try finishGroup()
        send()
    }

    private func overfull(_ rows: [StagedRow]) -> LoggedCase {
        .rejected(
            rows.map {
                $0.reject(
                    ImportRow.Fault(
                        column: "", reason: .tooManyEvents, detail: "> \(EventLogImporter.eventLimit)"))
            })
    }
}
