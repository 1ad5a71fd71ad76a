import Casework

/// Takes in again what ``CaseStore/export(_:to:progress:)`` wrote: cases, people, service items, in each of the formats.
///
/// An unmasked export of cases, taken into an empty record of the same centre whose people are there, gives cases that are
/// equal in every column: exported again, they are the same bytes. A masked file is refused: what its stars stand for, it
/// does not say. The journal itself is not taken in: a case begins here with one entry that says where it comes from.
///
/// It can be run again at any time: what is there already, submitted at the same time for the same applicant, is passed
/// over.
public struct FormImporter: Sendable {
    private let format: ExportFormat
    private let store: CaseStore
    private let actor: Actor?
    private let now: Instant

    /// - Parameter actor: who imports; may be `nil` for cases, which are then the office's own entry.
    public init(format: ExportFormat, store: CaseStore, actor: Actor?, now: Instant) {
        self.format = format
        self.store = store
        self.actor = actor
        self.now = now
    }

    /// - Parameters: as ``CaseImporter/run(file:rejects:batchSize:progress:)`` has them.
    /// - Returns: which table it was, and what came of it.
    public func run(
        file path: String, rejects rejectsPath: String? = nil, batchSize: Int = 500,
        progress: (ImportProgress) -> Bool = { _ in true }
    ) throws(ImportError) -> (kind: ExportKind, report: ImportReport) {
        let file = try ImportFile(path: path)
        if let rejectsPath, file.isSame(as: rejectsPath) { throw .rejectsIsTheInput(path: rejectsPath) }
        var (reader, columns) = try open(file)
        let header = try FormHeader(columns)
        try permit(header.kind)
        var rows = try FormRows(kind: header.kind, columns: columns, store: store, actor: actor, now: now)
        var run = ImportRun(
            header: columns,
            rejects: RejectsFile(path: rejectsPath ?? "", header: columns, delimiter: UInt8(ascii: ",")),
            keepsRejects: rejectsPath != nil, directory: try rows.directory())
        run.report.progress.bytesTotal = file.size
        var isFirst = true
        var isAtEnd = false
        while !isAtEnd {
            var records: [CSVRecord] = []
            var count = 0
            while count < max(1, batchSize) || header.kind == .items {
                guard let item = try reader.next() else {
                    isAtEnd = true
                    break
                }
                count += 1
                switch item {
                case .record(let record):
                    // A file is masked from its first row on: nothing of it has been written then.
                    if isFirst, rows.isMasked(opened(record)) { throw .masked(path: path) }
                    isFirst = false
                    if format == .csv, rows.isSealed(record.fields) { throw .madeForSpreadsheets(path: path) }
                    records.append(record)
                case .defect(let defect): run.reject(defect)
                }
            }
            try rows.record(records, opened: records.map(opened), &run)
            try run.endBatch(rows: count, bytesRead: file.bytesRead)
            guard progress(run.report.progress) || isAtEnd else {
                run.report.wasStopped = true
                break
            }
        }
        return (header.kind, try run.finish())
    }

    private func opened(_ record: CSVRecord) -> [String] {
        format == .spreadsheet ? record.fields.map(SpreadsheetCell.opened) : record.fields
    }

    private func open(_ file: ImportFile) throws(ImportError) -> (TableReader, [String]) {
        let source: CSVReader.Source = { () throws(ImportError) in try file.read() }
        try file.require(format == .jsonl ? .jsonLines : .text)
        if format == .jsonl {
            var reader = JSONLinesReader(columns: [], source: source)
            guard let first = try reader.peek() else { throw .notCSV(path: file.path, line: 1, .notAnObject) }
            reader.columns = first.keys.sorted()
            return (.lines(reader), reader.columns)
        }
        var reader = CSVReader(source: source)
        switch try reader.next() {
        case nil: throw .empty(path: file.path)
        case .defect(let defect): throw .notCSV(path: file.path, line: defect.line, defect.kind)
        case .record(let record):
            reader.width = record.fields.count
            return (.csv(reader), record.fields)
        }
    }

    private func permit(_ kind: ExportKind) throws(ImportError) {
        switch kind {
        case .staff:
            guard let actor else { throw .personNeeded(kind) }
            guard actor.role.mayEnrol else { throw .notPermitted(actor.role, kind) }
        case .items:
            guard actor != nil else { throw .personNeeded(kind) }
        case .cases, .journal, .attendance, .warnings: break
        }
    }
}
