/// Three months of a year, such as 2026Q3: what allowances are paid by (建政发〔2022〕33号 二(四)3).
public struct CivilQuarter: Hashable, Comparable, Sendable {
    public let first: CivilMonth

    /// The quarter that `month` lies in.
    public init(of month: CivilMonth) {
        first = month.advanced(by: -((month.month - 1) % 3))
    }

    /// `nil` when there is no such quarter.
    public init?(year: Int, number: Int) {
        guard (1...4).contains(number), let month = CivilMonth(year: year, month: number * 3 - 2) else { return nil }
        first = month
    }

    public var year: Int { first.year }
    /// 1 … 4.
    public var number: Int { first.quarter }
    public var months: [CivilMonth] { first.monthsOfQuarter }
    public var last: CivilMonth { first.advanced(by: 2) }
    public var firstDay: CivilDate { first.firstDay }
    public var lastDay: CivilDate { last.lastDay }

    public func contains(_ month: CivilMonth) -> Bool { first <= month && month <= last }

    public static func < (one: CivilQuarter, other: CivilQuarter) -> Bool { one.first < other.first }
}

extension CivilQuarter: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// `2026Q3`.
    public var description: String { "\(padded(year, 4))Q\(number)" }

    /// Reads exactly `YYYYQn`.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 6, bytes[4] == UInt8(ascii: "Q"), let year = decimal(bytes[0..<4]),
            let number = decimal(bytes[5..<6])
        else { return nil }
        self.init(year: year, number: number)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let quarter = CivilQuarter(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a quarter like 2026Q3")
        }
        self = quarter
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
