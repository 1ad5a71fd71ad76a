/// A month of the Gregorian calendar, such as 2026-11: what summaries, allowances and most counts go by.
public struct CivilMonth: Hashable, Comparable, Sendable {
    /// Months since January of year 0.
    private let index: Int

    private init(index: Int) {
        self.index = index
    }

    /// `nil` when there is no such month, or when it lies outside the years 1 … 9999.
    public init?(year: Int, month: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month) else { return nil }
        index = year * 12 + month - 1
    }

    /// The month that `date` lies in.
    public init(of date: CivilDate) {
        let (year, month, _) = date.components
        index = year * 12 + month - 1
    }

    public var year: Int { index / 12 }
    /// 1 … 12.
    public var month: Int { index % 12 + 1 }
    /// 1 … 4.
    public var quarter: Int { index % 12 / 3 + 1 }

    public var firstDay: CivilDate { Self.days(before: year, month) }
    public var lastDay: CivilDate { advanced(by: 1).firstDay.advanced(days: -1) }
    /// In days.
    public var length: Int { lastDay.dayNumber - firstDay.dayNumber + 1 }

    public func advanced(by months: Int) -> CivilMonth {
        CivilMonth(index: index + months)
    }

    public func contains(_ date: CivilDate) -> Bool { CivilMonth(of: date) == self }

    /// The three months of the quarter that this month lies in.
    public var monthsOfQuarter: [CivilMonth] {
        let first = index - index % 3
        return (0..<3).map { CivilMonth(index: first + $0) }
    }

    public static func < (one: CivilMonth, other: CivilMonth) -> Bool { one.index < other.index }

    /// The first day of a month, counted from the first day of its year.
    private static func days(before year: Int, _ month: Int) -> CivilDate {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let common = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
        let before = year - 1
        // Days since 0001-01-01, which is day -719,162 of the Unix count.
        let days = before * 365 + before / 4 - before / 100 + before / 400
        return CivilDate(dayNumber: days + common + (isLeap && month > 2 ? 1 : 0) - 719_162)
    }
}

extension CivilMonth: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// `2026-11`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

    /// Reads exactly `YYYY-MM`.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = decimal(bytes[0..<4]),
            let month = decimal(bytes[5..<7])
        else { return nil }
        self.init(year: year, month: month)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let month = CivilMonth(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a month like 2026-11")
        }
        self = month
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
