/// What names a case: an internal id, the number that people read out, and the version that an action was aimed at.

/// The id of a case inside one database. Never shown, never reused.
public struct CaseID: Hashable, Comparable, Codable, Sendable {
    public var value: Int64

    public init(_ value: Int64) { self.value = value }

    public static func < (left: CaseID, right: CaseID) -> Bool { left.value < right.value }

    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// A case as somebody saw it: its id and how many events it had then.
///
/// Every action carries one, taken at the first key press. When the version has moved on since, nothing is written.
public struct CaseReference: Hashable, Codable, Sendable {
    public var id: CaseID
    public var version: Int

    public init(id: CaseID, version: Int) {
        self.id = id
        self.version = version
    }
}

/// The number of a case that people read out and print on receipts, such as `YX261120-0031`.
public enum CaseNumber {
    /// - Parameters:
    ///   - prefix: the centre's letters.
    ///   - sequence: counts the cases of that day, from 1.
    ///   - mark: the letters of a village that registers in a record of its own; empty for the township.
    public static func make(prefix: String, date: CivilDate, sequence: Int, mark: String = "") -> String {
        let (year, month, day) = date.components
        return "\(prefix)\(padded(year % 100, 2))\(padded(month, 2))\(padded(day, 2))-\(mark)\(padded(sequence, 4))"
    }
}
