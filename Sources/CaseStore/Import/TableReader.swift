/// Reads the records of a table, whichever way they are written.
enum TableReader {
    case csv(CSVReader)
    case lines(JSONLinesReader)

    mutating func next() throws(ImportError) -> CSVItem? {
        switch self {
        case .csv(var reader):
            // The reader is taken out while it works, so that its buffer is not copied.
            self = .lines(JSONLinesReader(columns: []) { [] })
            defer { self = .csv(reader) }
            return try reader.next()
        case .lines(var reader):
            self = .lines(JSONLinesReader(columns: []) { [] })
            defer { self = .lines(reader) }
            return try reader.next()
        }
    }
}
