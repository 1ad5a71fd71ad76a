import Casework
import Crypto

/// What the thread that reads a log tells the one that keeps it.
enum ParsedLog: Sendable {
    /// The names of the columns.
    case header([String], size: Int64)
    case rows([StagedRow], rejects: [ImportReject], bytesRead: Int64)
    /// The SHA-256 of the file, when all of it was read.
    case end([UInt8])
}

/// Reads a log from its front and says of each row which case it belongs to, when it was and which step.
struct EventLogParsing: Sendable {
    /// So many rows go to the other thread at once.
    private static let batchSize = 512

    let mapping: EventLogMapping
    let now: Instant
    let path: String
    let rejectsPath: String?

    /// The places of the columns that are about an event.
    private struct Places {
        var `case`: Int
        var activity: Int
        var time: Int
    }

    /// Holds what grows with every chunk that is read.
    private final class Digest {
        var hash = SHA256()
    }

    func run(_ passage: Passage<ParsedLog>) throws(ImportError) {
        let file = try ImportFile(path: path)
        if let rejectsPath, file.isSame(as: rejectsPath) { throw .rejectsIsTheInput(path: rejectsPath) }
        let digest = Digest()
        let source: CSVReader.Source = { () throws(ImportError) in
            let bytes = try file.read()
            digest.hash.update(data: bytes)
            return bytes
        }
        var (reader, header) = try open(source)
        guard passage.put(.header(header, size: file.size)) else { return }
        func place(_ column: String) -> Int { header.firstIndex(of: column) ?? 0 }
        let places = Places(
            case: place(mapping.events.case), activity: place(mapping.events.activity),
            time: place(mapping.events.time))
        var isAtEnd = false
        while !isAtEnd {
            var rows: [StagedRow] = []
            var rejects: [ImportReject] = []
            rows.reserveCapacity(Self.batchSize)
            while rows.count + rejects.count < Self.batchSize {
                guard let item = try reader.next() else {
                    isAtEnd = true
                    break
                }
                switch item {
                case .record(let record):
                    do throws(ImportRow.Fault) {
                        rows.append(try staged(record, places))
                    } catch {
                        rejects.append(
                            ImportReject(
                                row: record.row, line: record.line, column: error.column, reason: error.reason,
                                detail: error.detail, fields: record.fields))
                    }
                case .defect(let defect):
                    let (reason, detail) = ImportRun.reason(defect.kind)
                    let index = defect.column - 1
                    rejects.append(
                        ImportReject(
                            row: defect.row, line: defect.line,
                            column: header.indices.contains(index) ? header[index] : "\(defect.column)",
                            reason: reason, detail: detail, fields: defect.fields))
                }
            }
            guard passage.put(.rows(rows, rejects: rejects, bytesRead: file.bytesRead)) else { return }
        }
        _ = passage.put(.end(Array(digest.hash.finalize())))
    }

    private func open(_ source: @escaping CSVReader.Source) throws(ImportError) -> (TableReader, [String]) {
        let named = mapping.namedColumns
        switch mapping.format {
        case .jsonl:
            var columns: [String] = []
            for (_, column) in named where !columns.contains(column) { columns.append(column) }
            return (.lines(JSONLinesReader(columns: columns, source: source)), columns)
        case .csv(let delimiter):
            var reader = CSVReader(delimiter: delimiter, source: source)
            let header: [String]
            switch try reader.next() {
            case nil: throw .empty(path: path)
            case .defect(let defect): throw .notCSV(path: path, line: defect.line, defect.kind)
            case .record(let record):
                header = record.fields.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            }
            let missing = named.filter { !header.contains($0.column) }
            guard missing.isEmpty else {
                throw .missingColumns(missing.map { .init(key: $0.key, column: $0.column) }, header: header)
            }
            for (_, column) in named where header.count(where: { $0 == column }) > 1 {
                throw .ambiguousColumn(column, header: header)
            }
            reader.width = header.count
            return (.csv(reader), header)
        }
    }

    /// - Throws: what keeps the row from being of any case. What is wrong otherwise stands in the row, because it
    ///   concerns the whole case.
    private func staged(_ record: CSVRecord, _ places: Places) throws(ImportRow.Fault) -> StagedRow {
        let events = mapping.events
        let key = Self.trimmed(record.fields[places.case])
        guard !key.isEmpty else { throw ImportRow.Fault(column: events.case, reason: .blank, detail: "") }
        guard key.utf8.count <= ImportRow.numberLimit || key.count <= ImportRow.numberLimit,
            !key.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        else {
            throw ImportRow.Fault(
                column: events.case, reason: .number, detail: String(key.prefix(ImportRow.numberLimit)))
        }
        var row = StagedRow(
            key: key, at: 0, row: record.row, line: record.line, activity: 0, fields: PackedFields(record.fields))
        let word = Self.trimmed(record.fields[places.activity])
        if let activity = mapping.activities[word] ?? (word.isEmpty ? nil : mapping.others) {
            row.activity = LoggedActivity.places[activity] ?? 0
            // What is skipped needs no time.
            if activity == .skip { return row }
        } else {
            row.fault = ImportRow.Fault(
                column: events.activity, reason: word.isEmpty ? .blank : .unknownValue, detail: word)
        }
        let time = Self.trimmed(record.fields[places.time])
        if let instant = mapping.instant(time) {
            row.at = instant.milliseconds
            if instant > now {
                row.fault = row.fault ?? ImportRow.Fault(column: events.time, reason: .future, detail: time)
            }
        } else {
            row.fault =
                row.fault
                ?? ImportRow.Fault(column: events.time, reason: time.isEmpty ? .blank : .time, detail: time)
        }
        return row
    }

    private static func trimmed(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { $0 < 0x80 } && (text.utf8.first.map { $0 > 0x20 } ?? true)
            && (text.utf8.last.map { $0 > 0x20 } ?? true)
        return isPlain ? text : text.trimmingWhitespace().precomposedStringWithCanonicalMapping
    }
}
