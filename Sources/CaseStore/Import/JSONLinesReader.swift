/// Reads JSON Lines record by record from chunks of bytes: one object a line, each handed out as the fields of a table
/// whose columns are known beforehand. A member that is not there is an empty field, one that no column names is passed
/// over. Memory does not grow with the file.
struct JSONLinesReader {
    /// The longest line, in bytes.
    static let lineLimit = 1 << 22

    var columns: [String]
    private let source: CSVReader.Source
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var line = 0

    init(columns: [String], source: @escaping CSVReader.Source) {
        self.columns = columns
        self.source = source
    }

    /// The members of the first line, without stepping over it; `nil` at the end or when it is no object.
    mutating func peek() throws(ImportError) -> [String: String]? {
        let saved = (start, line)
        defer { (start, line) = saved }
        guard let (bytes, _) = try nextLine(compacts: false) else { return nil }
        return JSONLine.members(bytes)
    }

    mutating func next() throws(ImportError) -> CSVItem? {
        guard let (bytes, isWhole) = try nextLine(compacts: true) else { return nil }
        func defect(_ kind: CSVDefect.Kind) -> CSVItem {
            let excerpt = String(decoding: bytes.prefix(CSVReader.excerptLimit), as: UTF8.self)
            return .defect(CSVDefect(row: line, line: line, column: 1, kind: kind, fields: [excerpt]))
        }
        guard isWhole else { return defect(.fieldTooLong) }
        guard let members = JSONLine.members(bytes) else {
            return defect(String(validating: bytes, as: UTF8.self) == nil ? .invalidUTF8 : .notAnObject)
        }
        let fields = columns.map { members[$0] ?? "" }
        if let index = fields.firstIndex(where: { $0.utf8.contains(0) }) {
            return .defect(CSVDefect(row: line, line: line, column: index + 1, kind: .nul, fields: fields))
        }
        return .record(CSVRecord(row: line, line: line, fields: fields))
    }

    /// The next line that says anything, without its end, and whether it is there whole.
    private mutating func nextLine(compacts: Bool) throws(ImportError) -> (ArraySlice<UInt8>, Bool)? {
        while true {
            if compacts, start >= 1 << 16 {
                buffer.removeFirst(start)
                start = 0
            }
            var cursor = start
            var isWhole = true
            while true {
                if let end = buffer[cursor...].firstIndex(of: UInt8(ascii: "\n")) {
                    cursor = end
                    break
                }
                cursor = buffer.count
                if cursor - start > Self.lineLimit {
                    // What is too long to be kept is passed over up to its end.
                    isWhole = false
                    buffer.removeSubrange((start + CSVReader.excerptLimit)..<cursor)
                    cursor = buffer.count
                }
                guard !isAtEnd else { break }
                let chunk = try source()
                if chunk.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: chunk) }
            }
            guard cursor > start || cursor < buffer.count else { return nil }
            line += 1
            var bytes = buffer[start..<cursor]
            start = min(cursor + 1, buffer.count)
            if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            return (bytes, isWhole)
        }
    }
}
