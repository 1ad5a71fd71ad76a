import GRDB

/// What one field of a row should hold, and what it does.
public struct FieldValues: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case nothing
        case number(Int64)
        case text(String)
    }

    public var expected: Value
    public var found: Value

    public init(expected: Value, found: Value) {
        self.expected = expected
        self.found = found
    }

    /// - Parameter column: from 0, of the row at which `row` stands.
    init(_ expected: DatabaseValue, _ row: RawStatement, _ column: Int32) {
        switch expected.storage {
        case .null: self.expected = .nothing
        case .int64(let number): self.expected = .number(number)
        case .string(let text): self.expected = .text(text)
        case .double, .blob: self.expected = .text(expected.description)
        }
        if row.isNull(column) {
            found = .nothing
        } else if let number = try? row.number(column) {
            found = .number(number)
        } else {
            found = .text(row.text(column))
        }
    }
}
