import Casework

/// Brings an export into the record: row by row, one transaction for each batch of rows.
///
/// It can be run again at any time: a row whose number the record knows from the same source, submitted at the same
/// time, is passed over, and told apart where its state is another one than the case has here; a number that is another case's is rejected. What is wrong with a row goes
/// into the rejects file, with its place and reason, and the rest goes on. Villages and items that the centre does not
/// have yet are added with the first case that needs them. The imported cases are cases like any other: they have
/// deadlines (the export's targets, or else the rulebook's), and whoever may act on a case may act on them.
///
///     let importer = CaseImporter(mapping: mapping, store: store, rules: rules, actor: me, now: now)
///     let report = try importer.run(file: "requests.csv", rejects: "requests.rejects.csv")
public struct CaseImporter: Sendable {
    private let mapping: ImportMapping
    private let store: CaseStore
    private let rules: Rules
    private let actor: StaffID
    private let now: Instant

    /// - Parameters:
    ///   - actor: who imports; the journal says so in every entry.
    ///   - now: what is later than this cannot have happened yet and is rejected.
    public init(mapping: ImportMapping, store: CaseStore, rules: Rules, actor: StaffID = .office, now: Instant) {
        self.mapping = mapping
        self.store = store
        self.rules = rules
        self.actor = actor
        self.now = now
    }

    /// Reads `file` to its end.
    ///
    /// - Parameters:
    ///   - rejects: where the rejected rows go; written only when there are any, and under another name when the
    ///     place is taken (``ImportReport/rejectsPath`` tells). `nil` writes none.
    ///   - batchSize: rows in one transaction.
    ///   - progress: called after each batch; `false` ends the run there, what was recorded stays.
    /// - Throws: ``ImportError``. Batches before the failing one stay recorded; no rejects file is left then.
    public func run(
        file path: String, rejects rejectsPath: String? = nil, batchSize: Int = 500,
        progress: (ImportProgress) -> Bool = { _ in true }
    ) throws(ImportError) -> ImportReport {
        let file = try ImportFile(path: path)
        if let rejectsPath, file.isSame(as: rejectsPath) { throw .rejectsIsTheInput(path: rejectsPath) }
        try file.require(.text)
        var reader = CSVReader(delimiter: mapping.delimiter) { () throws(ImportError) in try file.read() }
        let header = try header(&reader, path: path)
        reader.width = header.count
        let row = try ImportRow(mapping: mapping, rules: rules, now: now, header: header)
        var run = ImportRun(
            header: header, rejects: RejectsFile(path: rejectsPath ?? "", header: header, delimiter: mapping.delimiter),
            keepsRejects: rejectsPath != nil, directory: try directory())
        run.report.progress.bytesTotal = file.size
        var isAtEnd = false
        while !isAtEnd {
            var entries: [ImportRun.Row] = []
            var count = 0
            while count < max(1, batchSize) {
                guard let item = try reader.next() else {
                    isAtEnd = true
                    break
                }
                count += 1
                switch item {
                case .record(let record):
                    do throws(ImportRow.Fault) {
                        entries.append(ImportRun.Row(record: record, entry: try row.entry(record.fields)))
                    } catch {
                        run.reject(record, error)
                    }
                case .defect(let defect):
                    run.reject(defect)
                }
            }
            try record(entries, &run)
            try run.endBatch(rows: count, bytesRead: file.bytesRead)
            guard progress(run.report.progress) || isAtEnd else {
                run.report.wasStopped = true
                break
            }
        }
        return try run.finish()
    }

    /// The names of the columns.
    private func header(_ reader: inout CSVReader, path: String) throws(ImportError) -> [String] {
        switch try reader.next() {
        case nil: throw .empty(path: path)
        case .defect(let defect): throw .notCSV(path: path, line: defect.line, defect.kind)
        case .record(let record):
            return record.fields.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        }
    }

    /// What the centre has already.
    private func directory() throws(ImportError) -> ImportRun.Directory {
        do throws(StoreError) {
            return ImportRun.Directory(
                villages: Set(try store.villages()), items: Set(try store.items()),
                agents: Dictionary(
                    try store.staff(role: .agent).map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first }))
        } catch {
            throw .store(error)
        }
    }

    /// Records one batch, all of it or nothing.
    private func record(_ rows: [ImportRun.Row], _ run: inout ImportRun) throws(ImportError) {
        guard !rows.isEmpty else { return }
        var directory = run.directory
        let outcomes: [ImportRun.Outcome]
        do {
            outcomes = try store.batch { writer in
                var outcomes: [ImportRun.Outcome] = []
                for row in rows { outcomes.append(try register(row.entry, with: &writer, &directory)) }
                return outcomes
            }
        } catch let error as StoreError {
            throw .store(error)
        } catch RecordError.store(let error) {
            throw .store(error)
        } catch {
            throw .record("\(error)")
        }
        run.directory = directory
        for (row, outcome) in zip(rows, outcomes) { run.count(row, outcome, columns: mapping.columns) }
    }

    private func register(
        _ entry: ImportRow.Entry, with writer: inout RecordWriter, _ directory: inout ImportRun.Directory
    ) throws -> ImportRun.Outcome {
        if let known = try writer.registration(number: entry.number) {
            // A number alone proves nothing: exports of different years or offices count from 1, too.
            let isSame = known.source == mapping.name && known.intake.submittedAt == entry.intake.submittedAt
            guard isSame else { return .numberTaken(entry.number) }
            let difference = ImportDifference(
                number: entry.number, said: entry.history?.state ?? .pending, found: try writer.state(of: entry.number))
            return difference.map { .otherState($0) } ?? .alreadyThere
        }
        var holder: StaffID?
        if let agent = entry.agent {
            guard let known = directory.agents[agent] else { return .unknownAgent(agent) }
            holder = known
        }
        if directory.villages.insert(entry.intake.village).inserted {
            let added = CentreEvent.VillageAdded(name: entry.intake.village)
            try writer.record(.villageAdded(added), at: now, by: actor)
        }
        if directory.items.insert(entry.intake.item).inserted {
            try writer.record(.itemListed(CentreEvent.ItemListed(name: entry.intake.item)), at: now, by: actor)
        }
        let registered = try writer.register(
            entry.intake, number: entry.number, holder: holder, history: entry.history, source: mapping.name,
            acceptance: entry.acceptance, at: now, by: actor)
        return .imported(registered.state)
    }
}
