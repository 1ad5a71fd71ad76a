/// What a sheet is about: a month, a quarter or a year.
public enum ReportPeriod: Hashable, Sendable {
    case month(CivilMonth)
    case quarter(CivilQuarter)
    case year(Int)

    public var months: [CivilMonth] {
        switch self {
        case .month(let month): [month]
        case .quarter(let quarter): quarter.months
        case .year(let year): (1...12).compactMap { CivilMonth(year: year, month: $0) }
        }
    }

    public var firstMonth: CivilMonth { months.first ?? CivilMonth(of: CivilDate(dayNumber: 0)) }
    public var lastMonth: CivilMonth { months.last ?? CivilMonth(of: CivilDate(dayNumber: 0)) }
    public var firstDay: CivilDate { firstMonth.firstDay }
    public var lastDay: CivilDate { lastMonth.lastDay }

    public func start(_ offset: UTCOffset) -> Instant { offset.instant(firstDay) }
    /// The first instant behind it.
    public func end(_ offset: UTCOffset) -> Instant { offset.instant(lastDay, minute: 1_440) }

    /// The one before or behind, of the same length.
    public func advanced(by count: Int) -> ReportPeriod {
        switch self {
        case .month(let month): .month(month.advanced(by: count))
        case .quarter(let quarter): .quarter(CivilQuarter(of: quarter.first.advanced(by: 3 * count)))
        case .year(let year): .year(min(max(year + count, 1), 9_999))
        }
    }
}

extension ReportPeriod: CustomStringConvertible, LosslessStringConvertible {
    /// `2026-10`, `2026Q3` or `2026`.
    public var description: String {
        switch self {
        case .month(let month): month.description
        case .quarter(let quarter): quarter.description
        case .year(let year): padded(year, 4)
        }
    }

    public init?(_ description: String) {
        if let month = CivilMonth(description) {
            self = .month(month)
        } else if let quarter = CivilQuarter(description) {
            self = .quarter(quarter)
        } else if description.utf8.count == 4, let year = decimal(Array(description.utf8)), year > 0 {
            self = .year(year)
        } else {
            return nil
        }
    }
}
