import TOMLKit

/// The embedded calendar of national days off, read once when first needed.
extension WorkCalendar {
    /// The published national days (`Calendar/national-days.toml`).
    ///
    /// The text is part of the program and a test reads it, so a defect in it cannot reach a user; should it ever, the
    /// calendar knows no year and every date is provisional rather than wrong.
    public static let national: WorkCalendar =
        (try? WorkCalendar(
            toml: String(decoding: PackageResources.national_days_toml, as: UTF8.self), source: "national-days.toml"))
        ?? WorkCalendar(years: [:])

    /// Reads the calendar format of `national-days.toml`.
    ///
    /// - Throws: ``ConfigurationError`` naming the place: an unreadable date, a workday on a weekday, a day both off
    ///   and on.
    public init(toml text: String, source: String) throws(ConfigurationError) {
        let document = try TOMLDocument(text, source: source)
        var years: [Int: Year] = [:]
        for key in document.root.keys where key != "format" {
            guard let year = Int(key), let table = document.root[key]?.table else {
                throw ConfigurationError(source: source, key: key, problem: .unknownKey(allowed: ["format", "a year"]))
            }
            let section = TOMLSection(table: table, path: key, source: source, text: text)
            var off: [CivilDate: String] = [:]
            for range in try section.tables("off") {
                let from = try Self.date(range, "from")
                let to = try Self.date(range, "to")
                guard from <= to else { throw range.error("to", .contradiction("ends before it begins")) }
                let name = try range.string("name")
                for day in from.dayNumber...to.dayNumber { off[CivilDate(dayNumber: day)] = name }
            }
            var makeUp: Set<CivilDate> = []
            for text in try section.strings("work") {
                guard let date = CivilDate(text) else {
                    throw section.error("work", .value(text, expected: "YYYY-MM-DD"))
                }
                guard date.isWeekend else {
                    throw section.error("work", .contradiction("\(text) is a weekday already"))
                }
                guard off[date] == nil else {
                    throw section.error("work", .contradiction("\(text) is both off and on"))
                }
                makeUp.insert(date)
            }
            years[year] = Year(off: off, makeUp: makeUp, notice: try section.string("notice"))
            try section.refuseOthers(than: ["notice", "published", "amended", "off", "work"])
        }
        self.init(years: years)
    }

    private static func date(_ section: TOMLSection, _ key: String) throws(ConfigurationError) -> CivilDate {
        let text = try section.string(key)
        guard let date = CivilDate(text) else { throw section.error(key, .value(text, expected: "YYYY-MM-DD")) }
        return date
    }
}
