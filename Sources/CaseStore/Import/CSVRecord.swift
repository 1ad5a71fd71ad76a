/// What ``CSVReader`` hands out: a well-formed record, or what is wrong with one and where.
public enum CSVItem: Hashable, Sendable {
    case record(CSVRecord)
    case defect(CSVDefect)
}

public struct CSVRecord: Hashable, Sendable {
    /// 1-based, the header included, as a spreadsheet counts.
    public var row: Int
    /// The physical line on which the record begins (1-based).
    public var line: Int
    public var fields: [String]

    public init(row: Int, line: Int, fields: [String]) {
        self.row = row
        self.line = line
        self.fields = fields
    }
}

/// A record that cannot be read.
public struct CSVDefect: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A quoted field never ends.
        case unclosedQuote
        /// A quote inside an unquoted field, or text behind a closing quote.
        case strayQuote
        case fieldCount(found: Int, expected: Int)
        case invalidUTF8
        /// More than ``CSVReader/fieldLimit`` bytes.
        case fieldTooLong
        /// A line of a JSON Lines file that is not one object.
        case notAnObject
        /// U+0000, which no text holds.
        case nul
    }

    public var row: Int
    public var line: Int
    /// The field in which it was found (1-based).
    public var column: Int
    public var kind: Kind
    /// All fields where they are whole; otherwise the line, or its beginning, as one.
    public var fields: [String]

    public init(row: Int, line: Int, column: Int, kind: Kind, fields: [String]) {
        self.row = row
        self.line = line
        self.column = column
        self.kind = kind
        self.fields = fields
    }
}
