import Casework

/// The counts of an import that is under way, the villages and items known so far, and the rejects file.
struct ImportRun: ~Copyable {
    struct Row {
        var record: CSVRecord
        var entry: ImportRow.Entry
    }

    enum Outcome {
        case imported(CaseState)
        case alreadyThere
        /// The same, with another state than the row says.
        case otherState(ImportDifference)
        case unknownAgent(String)
        case numberTaken(String)

        /// Whether what the row says of that had any consequence.
        func depends(on meaning: UnknownWord.Meaning) -> Bool {
            switch self {
            case .imported: true
            case .otherState: meaning == .state
            case .alreadyThere, .unknownAgent, .numberTaken: false
            }
        }
    }

    /// What the centre has.
    struct Directory {
        var villages: Set<String>
        var items: Set<String>
        /// By staff number.
        var agents: [String: StaffID]

        /// Villages that were not there before, the first by their names.
        func firstVillages(besides before: Directory) -> [String] {
            Array(villages.subtracting(before.villages).sorted().prefix(ImportReport.newNameLimit))
        }
    }

    var report = ImportReport(
        progress: ImportProgress(), states: [:], newVillages: 0, newItems: 0, rejects: [], rejectsPath: nil,
        wasStopped: false)
    var directory: Directory
    private let before: Directory
    private let header: [String]
    private let keepsRejects: Bool
    private var rejects: RejectsFile
    /// Those of the batch that is under way.
    private var batchRejects: [ImportReject] = []

    init(header: [String], rejects: consuming RejectsFile, keepsRejects: Bool, directory: Directory) {
        self.header = header
        self.rejects = rejects
        self.keepsRejects = keepsRejects
        self.directory = directory
        before = directory
    }

    mutating func count(_ row: Row, _ outcome: Outcome, columns: ImportMapping.Columns) {
        switch outcome {
        case .imported(let state):
            report.progress.imported += 1
            report.states[state, default: 0] += 1
        case .alreadyThere:
            report.progress.alreadyThere += 1
        case .otherState(let difference): count(difference)
        case .unknownAgent(let agent):
            reject(row.record, ImportRow.Fault(column: columns.agent ?? "", reason: .unknownAgent, detail: agent))
        case .numberTaken(let number):
            reject(row.record, ImportRow.Fault(column: columns.number, reason: .numberTaken, detail: number))
        }
        for word in row.entry.unknownWords where outcome.depends(on: word.meaning) { count(word) }
    }

    /// A word that the mapping's default stands in for: told, since the default may be far from what it means.
    private mutating func count(_ word: UnknownWord) {
        let isTold = report.unknownWords[word] != nil || report.unknownWords.count < ImportReport.rejectLimit
        let told = isTold ? word : UnknownWord(meaning: word.meaning, word: "…")
        report.unknownWords[told, default: 0] += 1
    }

    /// A case that is there in another state than the row says. It stays as it is: nobody has acted on it here.
    mutating func count(_ difference: ImportDifference) {
        report.progress.otherState += 1
        if report.differences.count < ImportReport.differenceLimit { report.differences.append(difference) }
    }

    mutating func reject(_ record: CSVRecord, _ fault: ImportRow.Fault) {
        add(
            ImportReject(
                row: record.row, line: record.line, column: fault.column, reason: fault.reason, detail: fault.detail,
                fields: record.fields))
    }

    mutating func reject(_ defect: CSVDefect) {
        let (reason, detail) = Self.reason(defect.kind)
        let index = defect.column - 1
        var column = header.indices.contains(index) ? header[index] : "\(defect.column)"
        // Which one is missing or too many, nobody knows.
        if reason == .fieldCount { column = "" }
        add(
            ImportReject(
                row: defect.row, line: defect.line, column: column, reason: reason, detail: detail,
                fields: defect.fields))
    }

    /// Writes the rejects of a batch in the order of the file.
    mutating func endBatch(rows: Int, bytesRead: Int64) throws(ImportError) {
        batchRejects.sort { $0.row < $1.row }
        report.progress.rejected += batchRejects.count
        report.rejects += batchRejects.prefix(ImportReport.rejectLimit - report.rejects.count)
        if keepsRejects {
            for reject in batchRejects { try rejects.append(reject) }
        }
        batchRejects.removeAll()
        report.progress.rowsRead += rows
        report.progress.bytesRead = bytesRead
    }

    consuming func finish() throws(ImportError) -> ImportReport {
        var report = report
        report.newVillages = directory.villages.count - before.villages.count
        report.newVillageNames = directory.firstVillages(besides: before)
        report.newItems = directory.items.count - before.items.count
        report.rejectsPath = try rejects.finish()
        return report
    }

    private mutating func add(_ reject: ImportReject) {
        batchRejects.append(reject)
    }

    static func reason(_ kind: CSVDefect.Kind) -> (ImportReject.Reason, detail: String) {
        switch kind {
        case .unclosedQuote: (.unclosedQuote, "")
        case .strayQuote: (.strayQuote, "")
        case .fieldCount(let found, let expected): (.fieldCount, "\(found)/\(expected)")
        case .invalidUTF8: (.invalidUTF8, "")
        case .fieldTooLong: (.fieldTooLong, "> \(CSVReader.fieldLimit)")
        case .notAnObject: (.notAnObject, "")
        case .nul: (.nul, "U+0000")
        }
    }
}
