import TOMLKit

/// A calendar file: years as their notices state them, amendments, and local layers.
///
///     format = 1
///
///     [2020]
///     notice = "国办发明电〔2019〕16号"
///     published = "2019-11-21"
///     off = [{ from = "2020-01-24", to = "2020-01-30", name = "春节" }]
///     work = ["2020-01-19", "2020-02-01"]
///
///     [[2020.amended]]
///     notice = "国办发明电〔2020〕1号"
///     published = "2020-01-26"
///     off = [{ from = "2020-01-31", to = "2020-02-02", name = "春节" }]
///     work = []
///
///     [[layer]]
///     region = "…"
///     reason = "…"
///     source = "…"
///     off = [{ from = "2022-04-02", to = "2022-04-02", name = "…" }]
///     work = []
///
/// An amendment states only what changes. Of a layer, `source` may be left out; of days off, `to` when it is one day.
public struct CalendarFile: Hashable, Sendable {
    public var notices: [CalendarNotice]
    public var layers: [CalendarLayer]

    /// Reads a file whose days are to be laid over `calendar`, against which they are checked.
    ///
    /// - Throws: ``ConfigurationError`` that names the place and the ``CalendarProblem``.
    public init(toml text: String, source: String, over calendar: WorkCalendar) throws(ConfigurationError) {
        let root = try TOMLDocument(text, source: source).root
        let place = CalendarPlace(source: source, text: text)
        var result = calendar
        notices = []
        layers = []
        var years: [(year: Int, table: TOMLTable)] = []
        for key in root.keys where key != "format" && key != "layer" {
            guard let year = Int(key), CalendarNotice.years.contains(year), let table = root[key]?.table else {
                throw place.error(CalendarHeading(path: ""), key, .unknownKey(allowed: ["format", "layer", "a year"]))
            }
            years.append((year, table))
        }
        if root.contains(key: "format") {
            _ = try TOMLSection(table: root, path: "", source: source, text: text).integer("format", in: 1...1)
        }
        for (year, table) in years.sorted(by: { $0.year < $1.year }) {
            let heading = CalendarHeading(path: "\(year)")
            let section = CalendarSection(table, heading, place)
            try section.refuseOthers(than: ["notice", "published", "off", "work", "amended"])
            var versions = [section]
            if table.contains(key: "amended") { versions += try section.sections("amended") }
            for version in versions {
                if version.heading != heading {
                    try version.refuseOthers(than: ["notice", "published", "off", "work"])
                }
                let notice = CalendarNotice(
                    year: year, notice: try version.text("notice"), published: try version.date("published"),
                    days: try version.days(isWhole: version.heading == heading))
                if let problem = result.problem(in: notice) { throw version.error(problem, in: notice.days) }
                result = result.adding(notice)
                notices.append(notice)
            }
        }
        guard root.contains(key: "layer") else { return }
        let whole = CalendarSection(root, CalendarHeading(path: ""), place)
        for section in try whole.sections("layer") {
            try section.refuseOthers(than: ["region", "reason", "source", "off", "work"])
            let layer = CalendarLayer(
                region: try section.text("region"), reason: try section.text("reason"),
                source: section.contains("source") ? try section.text("source") : nil,
                days: try section.days(isWhole: false))
            if let problem = result.problem(in: layer) { throw section.error(problem, in: layer.days) }
            result = result.adding(layer)
            layers.append(layer)
        }
    }

    /// `calendar` with everything of this file.
    public func calendar(over calendar: WorkCalendar) -> WorkCalendar {
        WorkCalendar(notices: calendar.notices + notices, layers: calendar.layers + layers)
    }
}
