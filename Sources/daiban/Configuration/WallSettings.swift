import Casework
import Dashboard
import TerminalKit

/// The wall of the hall: the `wall` table of the configuration.
struct WallSettings: Hashable, Sendable {
    var plan = WallPlan()
    /// An embedded theme's name or a path to a theme file.
    var theme = Theme.wallNames[0]
    /// Whom to call about how the centre works.
    var supervisionPhone: String?
}

extension WallSettings {
    /// - Parameter resolve: makes a path of the file one that holds anywhere.
    init(_ section: TOMLSection, resolve: (String) -> String) throws(ConfigurationError) {
        try section.refuseOthers(than: [
            "pages", "seconds", "size", "split", "night", "shift", "parts", "theme", "supervision-phone",
        ])
        self.init()
        if section.contains("pages") { plan.pages = try Self.pages(section) }
        if section.contains("seconds") { plan.seconds = try section.integer("seconds", in: WallPlan.allowedSeconds) }
        if section.contains("size") {
            plan.size = try Self.value(section, "size", WallValue.size, expected: WallValue.expectedSize)
        }
        if section.contains("split") {
            if let columns = try? section.integer("split", in: WallPlan.allowedSplit) {
                plan.split = .from(columns: columns)
            } else {
                plan.split = try Self.value(section, "split", WallValue.split, expected: WallValue.expectedSplit)
            }
        }
        if section.contains("shift") { plan.shiftMinutes = try section.integer("shift", in: WallPlan.allowedShift) }
        if section.contains("parts") { plan.parts = try section.integer("parts", in: WallPlan.allowedParts) }
        if section.contains("night") {
            plan.night = try Self.night(section)
        }
        if section.contains("theme") {
            let name = try section.string("theme")
            guard name.hasSuffix(".toml") || Theme.embeddedNames.contains(name) else {
                throw section.error(
                    "theme", .value(name, expected: Theme.embeddedNames.joined(separator: ", ") + ", FILE.toml"))
            }
            theme = name.hasSuffix(".toml") ? resolve(name) : name
        }
        if section.contains("supervision-phone") {
            let phone = try section.string("supervision-phone")
            supervisionPhone = phone.isEmpty ? nil : phone
        }
    }

    /// `"19:00-07:30"`, as the option has it, or a table of both.
    private static func night(_ section: TOMLSection) throws(ConfigurationError) -> WallPlan.Night? {
        if let text = try? section.string("night") {
            if text == "off" { return nil }
            guard let night = WallValue.night(text) else {
                throw section.error("night", .value("\"\(text)\"", expected: WallValue.expectedNight))
            }
            return night
        }
        let night = try section.section("night")
        try night.refuseOthers(than: ["from", "to"])
        let from = try Self.value(night, "from", WallValue.minute, expected: "\"19:00\"")
        let to = try Self.value(night, "to", WallValue.minute, expected: "\"07:30\"")
        guard from != to else { throw night.error("to", .value("\"\(WallValue.text(to))\"", expected: "≠ from")) }
        return WallPlan.Night(from: from, to: to)
    }

    private static func pages(_ section: TOMLSection) throws(ConfigurationError) -> [WallPage] {
        let names = try section.strings("pages")
        switch WallValue.pages(names) {
        case .success(let pages): return pages
        case .failure(let problem):
            throw section.error("pages", .value("\"\(problem.name)\"", expected: WallValue.expectedPages))
        }
    }

    private static func value<Value>(
        _ section: TOMLSection, _ key: String, _ read: (String) -> Value?, expected: String
    ) throws(ConfigurationError) -> Value {
        let text = try section.string(key)
        guard let value = read(text) else { throw section.error(key, .value("\"\(text)\"", expected: expected)) }
        return value
    }
}

/// How what is set for a wall is spelt, in the configuration and as options.
enum WallValue {
    static let expectedPages = WallPage.allCases.map(\.rawValue).joined(separator: ", ")
    static let expectedSize = "auto, 120x36"
    static let expectedSplit =
        "off, \(WallPlan.allowedSplit.lowerBound) … \(WallPlan.allowedSplit.upperBound) (columns)"
    static let expectedNight = "off, 19:00-07:30"

    /// A name that is no page, or stands twice; an empty one for an empty list.
    struct BadPage: Error {
        var name: String
    }

    static func pages(_ names: [String]) -> Result<[WallPage], BadPage> {
        var pages: [WallPage] = []
        for name in names {
            guard let page = WallPage(rawValue: name), !pages.contains(page) else {
                return .failure(BadPage(name: name))
            }
            pages.append(page)
        }
        return pages.isEmpty ? .failure(BadPage(name: "")) : .success(pages)
    }

    static func size(_ text: String) -> WallPlan.Size? {
        if text == "auto" { return .terminal }
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = number(parts[0]), let rows = number(parts[1]),
            WallPlan.allowedColumns.contains(columns), WallPlan.allowedRows.contains(rows)
        else { return nil }
        return .fixed(TerminalSize(columns: columns, rows: rows))
    }

    static func split(_ text: String) -> WallPlan.Split? {
        if text == "off" { return .never }
        guard let columns = number(text[...]), WallPlan.allowedSplit.contains(columns) else { return nil }
        return .from(columns: columns)
    }

    /// `19:00` as a minute of the day.
    static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hour = number(parts[0]),
            let minute = number(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    static func text(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    /// `19:00-07:30`.
    static func night(_ text: String) -> WallPlan.Night? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let from = minute(parts[0]), let to = minute(parts[1]), from != to else { return nil }
        return WallPlan.Night(from: from, to: to)
    }

    private static func number(_ text: Substring) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}
