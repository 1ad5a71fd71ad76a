import TOMLKit

/// One heading of a calendar file: `[2020]`, or the n-th `[[2020.amended]]` or `[[layer]]`.
struct CalendarHeading: Hashable {
    var path: String
    /// Which of the headings of this name, from 1; `nil` for a heading that stands once.
    var number: Int?

    /// As it is told to people: `layer[2]`.
    var text: String { number.map { "\(path)[\($0)]" } ?? path }
}

/// Finds the line of a calendar file on which something stands.
///
/// Most mistakes in such a file are single dates inside lists and repeated tables, of which the TOML reader tells no
/// lines; so the line is found by the words on it.
struct CalendarPlace {
    let source: String
    let text: String

    /// The first line under `heading` that holds `words` (the last one with `last`); the heading's own when none does.
    func line(_ heading: CalendarHeading, holding words: String, last: Bool = false) -> Int? {
        var seen = 0
        var headingLine: Int?
        var found: Int?
        var isInside = heading.path.isEmpty
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            if bare.hasPrefix("[") {
                let name = bare.drop { $0 == "[" }.prefix { $0 != "]" }.filter { $0 != " " && $0 != "\"" }
                if name == heading.path { seen += 1 }
                isInside = name == heading.path && seen == heading.number ?? 1
                if isInside { headingLine = index + 1 }
                // Keys of the whole file are its headings.
                if heading.path.isEmpty && name == words { return index + 1 }
            }
            if isInside && bare.contains(words) && (found == nil || last) { found = index + 1 }
        }
        return found ?? headingLine
    }

    func error(
        _ heading: CalendarHeading, _ key: String, at words: String? = nil, last: Bool = false,
        _ problem: ConfigurationError.Problem
    ) -> ConfigurationError {
        ConfigurationError(
            source: source, line: line(heading, holding: words ?? key, last: last),
            key: heading.path.isEmpty ? key : "\(heading.text).\(key)", problem: problem)
    }
}

/// One table of a calendar file, read strictly.
struct CalendarSection {
    let table: TOMLTable
    let heading: CalendarHeading
    private let place: CalendarPlace

    init(_ table: TOMLTable, _ heading: CalendarHeading, _ place: CalendarPlace) {
        self.table = table
        self.heading = heading
        self.place = place
    }

    func contains(_ key: String) -> Bool { table.contains(key: key) }

    func refuseOthers(than known: [String]) throws(ConfigurationError) {
        for key in table.keys where !known.contains(key) {
            throw place.error(heading, key, .unknownKey(allowed: known))
        }
    }

    /// The tables under a repeated heading.
    func sections(_ key: String) throws(ConfigurationError) -> [CalendarSection] {
        let path = heading.path.isEmpty ? key : "\(heading.path).\(key)"
        guard let list = table[key]?.array else {
            throw place.error(heading, key, .value(table[key]?.debugDescription ?? "", expected: "[[\(path)]]"))
        }
        var sections: [CalendarSection] = []
        for (index, element) in list.enumerated() {
            guard let inner = element.table else {
                throw place.error(heading, key, .value(element.debugDescription, expected: "[[\(path)]]"))
            }
            sections.append(CalendarSection(inner, CalendarHeading(path: path, number: index + 1), place))
        }
        return sections
    }

    /// Text that says something.
    func text(_ key: String) throws(ConfigurationError) -> String {
        guard let value = table[key] else { throw place.error(heading, key, .missingKey) }
        guard let text = value.string, !text.allSatisfy(\.isWhitespace) else {
            throw place.error(heading, key, .value(value.debugDescription, expected: "text"))
        }
        return text
    }

    func date(_ key: String) throws(ConfigurationError) -> CivilDate {
        try date(try text(key), key)
    }

    /// What `off` and `work` state; in a year's own table both have to stand.
    func days(isWhole: Bool) throws(ConfigurationError) -> CalendarDays {
        var days = CalendarDays(off: [], work: [])
        for key in ["off", "work"] where !contains(key) && isWhole { throw place.error(heading, key, .missingKey) }
        for element in try list("off") {
            guard let inner = element.table else {
                throw place.error(heading, "off", .value(element.debugDescription, expected: "{ from, to, name }"))
            }
            let stretch = TOMLSection(table: inner, path: "", source: place.source)
            for key in stretch.keys where !["from", "to", "name"].contains(key) {
                throw place.error(heading, "off", at: key, .unknownKey(allowed: ["from", "to", "name"]))
            }
            func string(_ key: String) throws(ConfigurationError) -> String {
                do {
                    return try stretch.string(key)
                } catch {
                    // The inner table has no place of its own in the text.
                    throw place.error(heading, "off.\(key)", at: "off", error.problem)
                }
            }
            let from = try date(try string("from"), "off")
            let to = stretch.contains("to") ? try date(try string("to"), "off") : from
            days.off.append(CalendarDays.Stretch(from: from, to: to, name: try string("name")))
        }
        for element in try list("work") {
            guard let text = element.string else {
                throw place.error(heading, "work", .value(element.debugDescription, expected: "YYYY-MM-DD"))
            }
            days.work.append(try date(text, "work"))
        }
        return days
    }

    /// A mistake in what the section states, at the line of the date that it is about.
    func error(_ problem: CalendarProblem, in days: CalendarDays) -> ConfigurationError {
        switch problem {
        case .unreadableDate(let text): place.error(heading, "off", at: text, .calendar(problem))
        case .endsBeforeItBegins(let from, _): place.error(heading, "off", at: from.description, .calendar(problem))
        case .outside(let date, _, _), .statedTwice(let date), .offAndOn(let date), .workdayAlready(let date):
            place.error(
                heading, days.work.contains(date) ? "work" : "off", at: date.description, last: true,
                .calendar(problem))
        case .yearStatedTwice: place.error(heading, "notice", .calendar(problem))
        case .amendsLater: place.error(heading, "published", .calendar(problem))
        case .reasonMissing: place.error(heading, "reason", .calendar(problem))
        case .nothingStated: place.error(heading, "off", .calendar(problem))
        }
    }

    private func list(_ key: String) throws(ConfigurationError) -> [any TOMLValueConvertible] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else {
            throw place.error(heading, key, .value(value.debugDescription, expected: "a list"))
        }
        return Array(array)
    }

    private func date(_ text: String, _ key: String) throws(ConfigurationError) -> CivilDate {
        guard let date = CivilDate(text) else {
            throw place.error(heading, key, at: "\"\(text)\"", .calendar(.unreadableDate(text)))
        }
        return date
    }
}
