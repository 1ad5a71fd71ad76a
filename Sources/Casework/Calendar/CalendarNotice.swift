/// One version of a year's days off, as one notice of the General Office of the State Council states it.
///
/// A year has one notice as a rule. A later one of the same year amends it: it states only what changes
/// (国办发明电〔2020〕1号 lengthened the Spring Festival of 2020), and is laid over the earlier one. The version with the latest
/// publication is in force; the earlier ones stay askable (``WorkCalendar/asking(version:of:)``).
public struct CalendarNotice: Hashable, Sendable {
    public var year: Int
    /// The document number.
    public var notice: String
    /// The day of the notice.
    public var published: CivilDate
    public var days: CalendarDays

    public init(year: Int, notice: String, published: CivilDate, days: CalendarDays) {
        self.year = year
        self.notice = notice
        self.published = published
        self.days = days
    }

    /// The years that a notice can be about.
    public static let years = 1_949...2_199

    /// Where the days of a year's notice can lie: in the year, or in the last month of the year before, into which a
    /// New Year's holiday may reach back.
    static func allowed(_ year: Int) -> ClosedRange<CivilDate>? {
        guard years.contains(year), let first = CivilDate(year: year - 1, month: 12, day: 1),
            let last = CivilDate(year: year, month: 12, day: 31)
        else { return nil }
        return first...last
    }
}

/// `{"year":2026,"notice":"…","published":"2025-11-04","days":{…}}`
extension CalendarNotice: Codable {
    private enum CodingKeys: String, CodingKey {
        case year, notice, published, days
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        year = try container.decode(Int.self, forKey: .year)
        notice = try container.decode(String.self, forKey: .notice)
        let text = try container.decode(String.self, forKey: .published)
        guard let date = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(
                forKey: .published, in: container, debugDescription: "no date: \(text)")
        }
        published = date
        days = try container.decode(CalendarDays.self, forKey: .days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(year, forKey: .year)
        try container.encode(notice, forKey: .notice)
        try container.encode(published.description, forKey: .published)
        try container.encode(days, forKey: .days)
    }
}

/// Days off and workdays of one region or one office, laid over the national days.
///
/// A region may give days off of its own (全国年节及纪念日放假办法 第四条), also on a national make-up workday, and may make
/// workdays to pay for them. Every layer says why. The journal keeps layers as they are.
public struct CalendarLayer: Hashable, Codable, Sendable {
    /// Whose days these are: a province, a county, an office.
    public var region: String
    public var reason: String
    /// Where it is written; `nil` when nothing but the reason is known.
    public var source: String?
    public var days: CalendarDays

    public init(region: String, reason: String, source: String? = nil, days: CalendarDays) {
        self.region = region
        self.reason = reason
        self.source = source
        self.days = days
    }

    /// Where the days of a layer can lie: a slip in a year's digits is refused instead of kept.
    static let allowed = CivilDate(dayNumber: -7_670)...CivilDate(dayNumber: 84_005)
}
