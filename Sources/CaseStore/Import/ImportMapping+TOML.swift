import Casework

/// Reads a mapping, strictly: what is missing, unknown or senseless is an error with its place.
///
///     name = "township-export"
///     encoding = "utf-8"                       # the only one so far
///     delimiter = ","
///
///     [columns]                                # number, submitted, item and village are needed
///     number = "编号"
///     submitted = "申请时间"
///     item = "事项"
///     village = "村"
///     note = ["内容", "备注"]                    # several are put together, line by line
///
///     [time]
///     formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"]
///     zone = "+08:00"                          # or "EST5EDT,M3.2.0,M11.1.0"
///
///     [blank]
///     applicant = "(anonymous)"                # also: item, village
///
///     [target]                                 # needed with columns.target
///     clause = "the county's list of time limits"
///     warn_before_minutes = 1440
///
///     [state]                                  # also [origin] and [kind]: default and values
///     default = "pending"
///     values = { "办结" = "approved" }
///     [[state.rules]]                          # before the values, in order
///     column = "办结时间"                        # with: is = [..], blank, contains, since, before
///     since = "2026-11-01"
///     state = "in-review"
extension ImportMapping {
    /// - Throws: ``ConfigurationError`` with file, line and key.
    public init(toml text: String, source: String) throws(ConfigurationError) {
        let root = try TOMLDocument(text, source: source).section
        try root.refuseOthers(
            than: [
                "name", "encoding", "delimiter", "columns", "time", "blank", "target", "state", "origin", "kind",
            ])
        let encoding = try root.string("encoding")
        guard encoding == "utf-8" else { throw root.error("encoding", .value(encoding, expected: "utf-8")) }
        let time = try root.section("time")
        let formats = try Self.formats(time)
        let zone = try Self.zone(time)
        try time.refuseOthers(than: ["formats", "zone"])
        let columns = try Self.columns(try root.section("columns"))
        let blank = try root.section("blank")
        try blank.refuseOthers(than: ["applicant", "item", "village"])
        let state = try root.section("state")
        try state.refuseOthers(than: ["default", "values", "rules"])
        self.init(
            name: try Self.filled(root, "name"),
            delimiter: try Self.delimiter(root),
            columns: columns,
            formats: formats,
            zone: zone,
            blank: Blank(
                applicant: try Self.filled(blank, "applicant"), item: try Self.optional(blank, "item"),
                village: try Self.optional(blank, "village")),
            target: try Self.target(root, isNeeded: columns.target != nil),
            state: try Self.map(state),
            stateRules: [],
            origin: try Self.map(try root.section("origin"), only: true),
            kind: try Self.map(try root.section("kind"), only: true))
        if state.contains("rules") {
            for rule in try state.tables("rules") { stateRules.append(try stateRule(rule)) }
        }
    }

    static func delimiter(_ root: TOMLSection) throws(ConfigurationError) -> UInt8 {
        let text = try root.string("delimiter")
        guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, !Array("\"\r\n\0".utf8).contains(byte)
        else {
            throw root.error("delimiter", .value(text, expected: "one character such as , ; or \\t"))
        }
        return byte
    }

    private static func columns(_ section: TOMLSection) throws(ConfigurationError) -> Columns {
        try section.refuseOthers(than: Columns.singleKeys + ["note"])
        var note: [String] = []
        if section.contains("note") {
            note = try section.isList("note") ? section.strings("note") : [filled(section, "note")]
        }
        return Columns(
            number: try filled(section, "number"), submitted: try filled(section, "submitted"),
            accepted: try optional(section, "accepted"), completed: try optional(section, "completed"),
            closed: try optional(section, "closed"), target: try optional(section, "target"),
            state: try optional(section, "state"), item: try filled(section, "item"),
            village: try filled(section, "village"), applicant: try optional(section, "applicant"),
            phone: try optional(section, "phone"), address: try optional(section, "address"), note: note,
            reason: try optional(section, "reason"), origin: try optional(section, "origin"),
            kind: try optional(section, "kind"), agent: try optional(section, "agent"))
    }

    static func formats(_ section: TOMLSection) throws(ConfigurationError) -> [TimePattern] {
        let texts = try section.strings("formats")
        guard !texts.isEmpty else { throw section.error("formats", .value("[]", expected: "at least one pattern")) }
        var formats: [TimePattern] = []
        for text in texts {
            do throws(TimePattern.Defect) {
                formats.append(try TimePattern(text))
            } catch {
                let expected =
                    switch error {
                    case .unreadable: "a pattern such as yyyy-MM-dd HH:mm:ss"
                    case .halfDay: "H or HH, or h or hh together with a (AM/PM)"
                    }
                throw section.error("formats", .value(text, expected: expected))
            }
        }
        return formats
    }

    static func zone(_ section: TOMLSection) throws(ConfigurationError) -> ImportZone {
        let text = try section.string("zone")
        guard let zone = ImportZone(text) else {
            throw section.error("zone", .value(text, expected: "+08:00, EST5EDT,M3.2.0,M11.1.0"))
        }
        return zone
    }

    private static func target(_ root: TOMLSection, isNeeded: Bool) throws(ConfigurationError) -> Target? {
        guard isNeeded || root.contains("target") else { return nil }
        let section = try root.section("target")
        try section.refuseOthers(than: ["clause", "warn_before_minutes"])
        return Target(
            clause: try filled(section, "clause"),
            warnBefore: try section.integer("warn_before_minutes", in: 0...100_000))
    }

    static func map<Value: CaseIterable & RawRepresentable<String> & Hashable & Sendable>(
        _ section: TOMLSection, only valuesAndDefault: Bool = false
    ) throws(ConfigurationError) -> ValueMap<Value> {
        if valuesAndDefault { try section.refuseOthers(than: ["default", "values"]) }
        var map = ValueMap<Value>(values: [:], fallback: nil)
        if section.contains("default") { map.fallback = try section.choice("default") }
        if section.contains("values") {
            let values = try section.section("values")
            for key in values.keys { map.values[key] = try values.choice(key) }
        }
        guard map.fallback != nil || !map.values.isEmpty else {
            throw section.error("default", .missingOneOf(["default", "values"]))
        }
        return map
    }

    private func stateRule(_ section: TOMLSection) throws(ConfigurationError) -> StateRule {
        let conditions = ["is", "blank", "contains", "since", "before"]
        try section.refuseOthers(than: ["column", "state"] + conditions)
        guard conditions.contains(where: section.contains) else { throw section.error("is", .missingOneOf(conditions)) }
        func instant(_ key: String) throws(ConfigurationError) -> Instant? {
            guard section.contains(key) else { return nil }
            let text = try section.string(key)
            guard let instant = self.instant(text) else {
                throw section.error(key, .value(text, expected: formats.map(\.text).joined(separator: ", ")))
            }
            return instant
        }
        return StateRule(
            column: try Self.filled(section, "column"),
            isOneOf: section.contains("is") ? try section.strings("is") : nil,
            isBlank: section.contains("blank") ? try section.bool("blank") : nil,
            contains: try Self.optional(section, "contains"), since: try instant("since"),
            before: try instant("before"), state: try section.choice("state"))
    }

    static func optional(_ section: TOMLSection, _ key: String) throws(ConfigurationError) -> String? {
        section.contains(key) ? try filled(section, key) : nil
    }

    /// Text that is not empty.
    static func filled(_ section: TOMLSection, _ key: String) throws(ConfigurationError) -> String {
        let text = try section.string(key)
        guard !text.isEmpty else { throw section.error(key, .value("\"\"", expected: "text")) }
        return text
    }
}
