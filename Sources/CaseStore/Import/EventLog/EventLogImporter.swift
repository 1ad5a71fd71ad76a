import Casework
import Foundation

/// Brings the event log of another system into the record, as whole histories: one journal entry for each event, with the
/// time of the log, by whoever imports.
///
/// Three threads work in two rounds. First one reads and understands the rows while the other keeps them on disk, where
/// they are sorted by case, time and place in the file. Then one follows the cases through the life that the regulations
/// give them and spells their entries, while the other writes: some hundred cases in a transaction, so that people can
/// work beside it.
///
/// A case is taken whole or not at all. One whose history cannot have been, or one row of which cannot be understood, goes
/// to the rejects file with all its rows.
///
/// It can be broken off at any time, by whatever. Cases are taken in the order of their numbers, and each transaction notes
/// how far it came with this very file: run again, the import passes over what is done without deciding anything anew,
/// looks again only at the cases that were rejected (so that the rejects file is whole), and ends with the record that an
/// uninterrupted run would have made.
public struct EventLogImporter: Sendable {
    /// The most events of a case; a log with more in one is another kind of file.
    public static let eventLimit = 10_000
    /// About so many journal entries are written in one transaction.
    public static let batchSize = 4_000
    /// Seconds between two transactions in which the pen lies free: longer than anybody who waits for it sleeps between
    /// two looks.
    private static let pause = 0.002

    private let mapping: EventLogMapping
    private let store: CaseStore
    private let rules: Rules
    private let actor: StaffID
    private let now: Instant

    /// - Parameters:
    ///   - actor: who imports; the journal says so in every entry.
    ///   - now: what is later than this cannot have happened yet and is rejected.
    public init(mapping: EventLogMapping, store: CaseStore, rules: Rules, actor: StaffID = .office, now: Instant) {
        self.mapping = mapping
        self.store = store
        self.rules = rules
        self.actor = actor
        self.now = now
    }

    /// Reads `file` to its end and records its cases.
    ///
    /// - Parameters:
    ///   - rejects: where the rejected rows go, as ``CaseImporter/run(file:rejects:batchSize:progress:)`` has it.
    ///   - batchSize: about so many journal entries in one transaction.
    ///   - progress: called now and then; `false` ends the run there, what was recorded stays.
    public func run(
        file path: String, rejects rejectsPath: String? = nil, batchSize: Int = Self.batchSize,
        progress: (EventLogProgress) -> Bool = { _ in true }
    ) throws(ImportError) -> EventLogReport {
        guard store.access == .readWrite else { throw .store(.readOnly(path: store.path)) }
        let staging = try EventStaging()
        var run = EventLogRun(keepsRejects: rejectsPath != nil)
        let parsing = EventLogParsing(mapping: mapping, now: now, path: path, rejectsPath: rejectsPath)
        let parsed = Passage<ParsedLog>.from(room: 8) { (passage) throws(ImportError) in try parsing.run(passage) }
        defer { parsed.close() }
        var header: [String] = []
        var digest: [UInt8] = []
        while let element = try parsed.take() {
            switch element {
            case .header(let names, let size):
                header = names
                run.begin(
                    RejectsFile(path: rejectsPath ?? "", header: names, delimiter: mapping.delimiter), size: size)
            case .rows(let rows, let rejects, let bytesRead):
                for row in rows { try staging.insert(row) }
                try run.count(read: rows.count + rejects.count, rejects: rejects, bytesRead: bytesRead)
                guard progress(run.report.progress) else {
                    run.report.wasStopped = true
                    return try run.finish()
                }
            case .end(let hash): digest = hash
            }
        }
        run.report.progress.phase = .recording
        guard progress(run.report.progress) else {
            run.report.wasStopped = true
            return try run.finish()
        }
        try record(staging, header: header, digest: digest, batchSize: batchSize, &run, progress)
        return try run.finish()
    }

    // MARK: Recording

    private func record(
        _ staging: EventStaging, header: [String], digest: [UInt8], batchSize: Int, _ run: inout EventLogRun,
        _ progress: (EventLogProgress) -> Bool
    ) throws(ImportError) {
        let checkpoint = ImportCheckpoint(source: mapping.name, digest: digest)
        let following: HistoryFollowing
        var directory: ImportRun.Directory
        do throws(StoreError) {
            let maker = HistoryMaker(
                mapping: mapping, rules: rules, actor: actor, staff: try store.allStaff(), header: header)
            following = HistoryFollowing(
                maker: maker, staging: staging, store: store, source: mapping.name,
                done: try checkpoint.lastCase(in: store),
                batchSize: batchSize)
            directory = ImportRun.Directory(
                villages: Set(try store.villages()), items: Set(try store.items()), agents: [:])
        } catch {
            throw .store(error)
        }
        let before = directory
        let followed = Passage<FollowedBatch>.from(room: 3) { (passage) throws(ImportError) in
            try following.run(passage)
        }
        defer { followed.close() }
        while let batch = try followed.take() {
            var attempt = directory
            let outcomes: [ImportRun.Outcome]
            do {
                outcomes =
                    batch.writes ? try write(batch, checkpoint, &attempt) : batch.cases.map { _ in .alreadyThere }
            } catch let error as StoreError {
                throw .store(error)
            } catch RecordError.store(let error) {
                throw .store(error)
            } catch {
                throw .record("\(error)")
            }
            directory = attempt
            if batch.writes { Thread.sleep(forTimeInterval: Self.pause) }
            try run.count(batch, outcomes, caseColumn: mapping.events.case)
            run.report.newVillages = directory.villages.count - before.villages.count
            run.report.newVillageNames = directory.firstVillages(besides: before)
            run.report.newItems = directory.items.count - before.items.count
            guard progress(run.report.progress) else {
                run.report.wasStopped = true
                return
            }
        }
    }

    /// One transaction: the histories, the villages and items that they need first, and how far it came.
    private func write(
        _ batch: FollowedBatch, _ checkpoint: ImportCheckpoint, _ directory: inout ImportRun.Directory
    ) throws -> [ImportRun.Outcome] {
        try store.batch { writer in
            var outcomes: [ImportRun.Outcome] = []
            // They are written together, but none before what its case needs.
            var ready: [CaseHistory] = []
            for logged in batch.cases {
                guard case .history(let history, _) = logged else {
                    outcomes.append(.alreadyThere)
                    continue
                }
                if let known = try known(history.value, to: writer) {
                    outcomes.append(known)
                    continue
                }
                let news = news(in: history.value.intake, &directory)
                if !news.isEmpty {
                    try writer.append(ready, by: actor)
                    ready.removeAll(keepingCapacity: true)
                    for event in news { try writer.record(event, at: now, by: actor) }
                }
                ready.append(history)
                outcomes.append(.imported(history.value.state))
            }
            try writer.append(ready, by: actor)
            try checkpoint.save(lastCase: batch.lastCase, with: writer)
            return outcomes
        }
    }

    /// What the record says to a case that it has already.
    private func known(_ value: Case, to writer: RecordWriter) throws(StoreError) -> ImportRun.Outcome? {
        guard try writer.exists(number: value.number) else { return nil }
        let known = try writer.registration(number: value.number)
        let isSame = known?.source == mapping.name && known?.intake.submittedAt == value.intake.submittedAt
        guard isSame else { return .numberTaken(value.number) }
        let difference = ImportDifference(
            number: value.number, said: value.state, found: try writer.state(of: value.number))
        return difference.map { .otherState($0) } ?? .alreadyThere
    }

    /// The village and the item, where the centre does not have them yet.
    private func news(in intake: Intake, _ directory: inout ImportRun.Directory) -> [CentreEvent] {
        var news: [CentreEvent] = []
        if directory.villages.insert(intake.village).inserted {
            news.append(.villageAdded(CentreEvent.VillageAdded(name: intake.village)))
        }
        if directory.items.insert(intake.item).inserted {
            news.append(.itemListed(CentreEvent.ItemListed(name: intake.item)))
        }
        return news
    }
}

extension EventLogMapping {
    /// What stands between the fields of the rejects file.
    var delimiter: UInt8 {
        switch format {
        case .csv(let delimiter): delimiter
        case .jsonl: UInt8(ascii: ",")
        }
    }
}
