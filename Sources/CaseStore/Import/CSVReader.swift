/// Reads delimiter-separated text (RFC 4180) record by record from chunks of bytes, with memory that does not grow with
/// the file.
///
/// Quoted fields may hold delimiters, doubled quotes and line breaks; lines end with LF or CRLF; a UTF-8 byte order mark
/// at the start is skipped; lines without a single byte are passed over. What is not well formed is handed out as a
/// ``CSVDefect`` with its place, and reading goes on behind the *first physical line* of the bad record, so that one
/// forgotten quote does not swallow the rest of the file.
public struct CSVReader {
    /// Gives the next bytes of the file, as many as it likes; none at the end.
    public typealias Source = () throws(ImportError) -> [UInt8]

    /// The longest field, in bytes. Longer ones are a sign of a forgotten quote or of a file of another kind.
    public static let fieldLimit = 1 << 20

    /// How many bytes of a bad line are kept to be shown.
    static let excerptLimit = 4_096

    /// The number of fields every record must have; unchecked while `nil` (the header sets it).
    public var width: Int?

    private let delimiter: UInt8
    private let source: Source
    private var buffer: [UInt8] = []
    /// Where the record that is read next begins in `buffer`.
    private var start = 0
    private var isAtEnd = false
    private var row = 0
    private var line = 1

    /// - Parameter delimiter: one ASCII character other than a quote or a line break.
    public init(delimiter: UInt8 = UInt8(ascii: ","), source: @escaping Source) {
        self.delimiter = delimiter
        self.source = source
    }

    /// The next record or defect; `nil` at the end.
    ///
    /// - Throws: ``ImportError`` from the source only; what is wrong in the text is a defect.
    public mutating func next() throws(ImportError) -> CSVItem? {
        if row == 0 { try skipByteOrderMark() }
        while try isBlankLine() {}
        compact()
        guard try byte(at: start) != nil else { return nil }
        row += 1
        var bytes: [UInt8] = []
        var ends: [Int] = []
        bytes.reserveCapacity(256)
        ends.reserveCapacity(width ?? 16)
        switch try scan(into: &bytes, ends: &ends) {
        case .complete(let next):
            let firstLine = line
            line += buffer[start..<next].count { $0 == UInt8(ascii: "\n") }
            start = next
            return checked(bytes, ends, line: firstLine)
        case .broken(let kind):
            return .defect(try skipBrokenLine(kind, column: ends.count + 1))
        }
    }

    private enum Scan {
        /// The record ends before this offset.
        case complete(Int)
        case broken(CSVDefect.Kind)
    }

    private enum Position {
        case fieldStart, plain, quoted, afterQuote
    }

    /// Walks over one record. `bytes` gets the fields one after the other, `ends` where each one ends in it.
    private mutating func scan(into bytes: inout [UInt8], ends: inout [Int]) throws(ImportError) -> Scan {
        let quote = UInt8(ascii: "\"")
        var cursor = start
        var fieldStart = 0
        var position = Position.fieldStart
        while true {
            guard bytes.count - fieldStart <= Self.fieldLimit else { return .broken(.fieldTooLong) }
            if position != .afterQuote {
                let end = endOfText(from: cursor, isQuoted: position == .quoted)
                if end > cursor {
                    bytes.append(contentsOf: buffer[cursor..<end])
                    cursor = end
                    if position == .fieldStart { position = .plain }
                    continue
                }
            }
            guard let byte = try byte(at: cursor) else {
                if position == .quoted { return .broken(.unclosedQuote) }
                ends.append(bytes.count)
                return .complete(cursor)
            }
            cursor += 1
            switch position {
            case .quoted:
                if byte == quote { position = .afterQuote } else { bytes.append(byte) }
                continue
            case .afterQuote where byte == quote:
                bytes.append(quote)
                position = .quoted
                continue
            case .fieldStart where byte == quote:
                position = .quoted
                continue
            case .fieldStart, .plain, .afterQuote:
                break
            }
            if byte == delimiter {
                ends.append(bytes.count)
                fieldStart = bytes.count
                position = .fieldStart
            } else if byte == UInt8(ascii: "\n") {
                ends.append(bytes.count)
                return .complete(cursor)
            } else if byte == UInt8(ascii: "\r"), try self.byte(at: cursor) == UInt8(ascii: "\n") {
                ends.append(bytes.count)
                return .complete(cursor + 1)
            } else if byte == quote || position == .afterQuote {
                return .broken(.strayQuote)
            } else {
                bytes.append(byte)
                position = .plain
            }
        }
    }

    /// Makes text of the fields and looks whether they are as many as they should be.
    private func checked(_ bytes: [UInt8], _ ends: [Int], line: Int) -> CSVItem {
        var fields: [String] = []
        fields.reserveCapacity(ends.count)
        var problem: (kind: CSVDefect.Kind, column: Int)?
        bytes.withUnsafeBufferPointer { bytes in
            var from = 0
            for (index, end) in ends.enumerated() {
                let field = UnsafeBufferPointer(rebasing: bytes[from..<end])
                let text = String(decoding: field, as: UTF8.self)
                fields.append(text)
                from = end
                guard problem == nil else { continue }
                // What is no UTF-8 is mended in decoding, and has other bytes then.
                if !field.allSatisfy({ $0 < 0x80 }), !text.utf8.elementsEqual(field) {
                    problem = (.invalidUTF8, index + 1)
                } else if field.contains(0) {
                    problem = (.nul, index + 1)
                }
            }
        }
        if problem == nil, let width, fields.count != width {
            problem = (.fieldCount(found: fields.count, expected: width), min(fields.count, width) + 1)
        }
        guard let problem else { return .record(CSVRecord(row: row, line: line, fields: fields)) }
        // What was lost in decoding must not come in unmended from a rejects file: as one field it is no row.
        if problem.kind == .invalidUTF8 {
            fields = [fields.joined(separator: String(UnicodeScalar(delimiter)))]
        }
        return .defect(CSVDefect(row: row, line: line, column: problem.column, kind: problem.kind, fields: fields))
    }

    // MARK: Bytes

    /// Where what is surely text of the field ends: before a byte that may mean something, or where the buffer ends.
    private func endOfText(from start: Int, isQuoted: Bool) -> Int {
        buffer.withUnsafeBufferPointer { bytes in
            var place = start
            if isQuoted {
                while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
            } else {
                while place < bytes.count {
                    let byte = bytes[place]
                    if byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                        || byte == UInt8(ascii: "\r")
                    {
                        break
                    }
                    place += 1
                }
            }
            return place
        }
    }

    /// The byte at an offset of the buffer, which grows as needed; `nil` behind the last one.
    private mutating func byte(at index: Int) throws(ImportError) -> UInt8? {
        while index >= buffer.count {
            guard !isAtEnd else { return nil }
            let chunk = try source()
            if chunk.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: chunk) }
        }
        return buffer[index]
    }

    /// Forgets what has been read, now and then: moving the rest for every record would cost more than it saves.
    private mutating func compact() {
        guard start >= 1 << 16 || start == buffer.count else { return }
        buffer.removeFirst(start)
        start = 0
    }

    private mutating func skipByteOrderMark() throws(ImportError) {
        guard try byte(at: 0) == 0xEF, try byte(at: 1) == 0xBB, try byte(at: 2) == 0xBF else { return }
        start = 3
    }

    /// Steps over a line without a single byte; it counts as a row, as it does in a spreadsheet.
    private mutating func isBlankLine() throws(ImportError) -> Bool {
        switch try byte(at: start) {
        case UInt8(ascii: "\n"):
            start += 1
        case UInt8(ascii: "\r"):
            guard try byte(at: start + 1) == UInt8(ascii: "\n") else { return false }
            start += 2
        default:
            return false
        }
        row += 1
        line += 1
        return true
    }

    /// Goes on behind the first line feed from the record's start, keeping the beginning of the line to be shown.
    private mutating func skipBrokenLine(_ kind: CSVDefect.Kind, column: Int) throws(ImportError) -> CSVDefect {
        var excerpt: [UInt8] = []
        while let byte = try byte(at: start) {
            start += 1
            if byte == UInt8(ascii: "\n") { break }
            if excerpt.count < Self.excerptLimit { excerpt.append(byte) }
            compact()
        }
        if excerpt.last == UInt8(ascii: "\r") { excerpt.removeLast() }
        line += 1
        return CSVDefect(
            row: row, line: line - 1, column: column, kind: kind, fields: [String(decoding: excerpt, as: UTF8.self)])
    }
}
