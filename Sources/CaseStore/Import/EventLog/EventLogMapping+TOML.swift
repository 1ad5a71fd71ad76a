import Casework

/// Reads the mapping of an event log, as strictly as that of a table of cases.
///
///     name = "permits"
///     format = "csv"                           # or "jsonl"
///     delimiter = ","                          # only for csv
///
///     [events]                                 # case, activity and time are needed
///     case = "case:concept:name"
///     activity = "concept:name"
///     time = "time:timestamp"
///     resource = "org:resource"
///     text = "remark"                          # a reason, a note, a result
///     level = "stars"                          # of a rating, 1 to 5
///
///     [activities]                             # every history begins with registered
///     "Submit" = "registered"
///     "Take in" = "accepted"
///     "Print" = "skip"
///
///     [activities_default]                     # may be left out: then an unknown activity is rejected
///     activity = "skip"
///
///     [columns]                                # item, village, applicant, identity, phone, address, note, …
///     item = "case:product"
///
///     [blank]                                  # what an empty cell, or a missing column, becomes
///     applicant = "(anonymous)"
///     village = "(no village)"
///
///     [time]
///     formats = ["yyyy-MM-dd'T'HH:mm:ssxxx"]
///     zone = "+08:00"
///
///     [origin]                                 # also [kind]: default and values
///     default = "online"
extension EventLogMapping {
    /// Whether a mapping is one of an event log and not of a table of cases.
    public static func isEventLog(toml text: String, source: String) throws(ConfigurationError) -> Bool {
        try TOMLDocument(text, source: source).section.contains("events")
    }

    /// - Throws: ``ConfigurationError`` with file, line and key.
    public init(toml text: String, source: String) throws(ConfigurationError) {
        let root = try TOMLDocument(text, source: source).section
        try root.refuseOthers(
            than: [
                "name", "format", "delimiter", "events", "activities", "activities_default", "columns", "blank",
                "time", "origin", "kind", "rating",
            ])
        let format: Format
        switch try root.string("format") {
        case "csv": format = .csv(delimiter: try ImportMapping.delimiter(root))
        case "jsonl": format = .jsonl
        case let other: throw root.error("format", .value(other, expected: "csv, jsonl"))
        }
        let events = try root.section("events")
        try events.refuseOthers(than: ["case", "activity", "time", "resource", "text", "level"])
        let time = try root.section("time")
        try time.refuseOthers(than: ["formats", "zone"])
        let blank = try root.section("blank")
        try blank.refuseOthers(than: ["applicant", "item", "village"])
        let named = try root.section("activities")
        var activities: [String: LoggedActivity] = [:]
        for key in named.keys { activities[key] = try named.choice(key) }
        guard activities.values.contains(.registered) else {
            throw root.error("activities", .value("", expected: "registered"))
        }
        var others: LoggedActivity?
        if root.contains("activities_default") {
            let section = try root.section("activities_default")
            try section.refuseOthers(than: ["activity"])
            others = try section.choice("activity")
        }
        var channel = Rating.Channel.counter
        if root.contains("rating") {
            let section = try root.section("rating")
            try section.refuseOthers(than: ["channel"])
            channel = try section.choice("channel")
        } else if activities.values.contains(.rated) || others == .rated {
            throw root.error("rating", .missingKey)
        }
        self.init(
            name: try ImportMapping.filled(root, "name"), format: format,
            events: Events(
                case: try ImportMapping.filled(events, "case"), activity: try ImportMapping.filled(events, "activity"),
                time: try ImportMapping.filled(events, "time"),
                resource: try ImportMapping.optional(events, "resource"),
                text: try ImportMapping.optional(events, "text"), level: try ImportMapping.optional(events, "level")),
            columns: try Self.columns(root), activities: activities, others: others,
            formats: try ImportMapping.formats(time), zone: try ImportMapping.zone(time),
            blank: ImportMapping.Blank(
                applicant: try ImportMapping.filled(blank, "applicant"),
                item: try ImportMapping.optional(blank, "item"), village: try ImportMapping.optional(blank, "village")),
            origin: try ImportMapping.map(try root.section("origin"), only: true),
            kind: try ImportMapping.map(try root.section("kind"), only: true), ratingChannel: channel)
    }

    private static func columns(_ root: TOMLSection) throws(ConfigurationError) -> Columns {
        var columns = Columns()
        guard root.contains("columns") else { return columns }
        let section = try root.section("columns")
        let keys: [(String, WritableKeyPath<Columns, String?>)] = [
            ("item", \.item), ("village", \.village), ("applicant", \.applicant), ("identity", \.identityNumber),
            ("phone", \.phone), ("address", \.address), ("note", \.note), ("origin", \.origin), ("kind", \.kind),
            ("agent", \.agent),
        ]
        try section.refuseOthers(than: keys.map(\.0))
        for (key, path) in keys { columns[keyPath: path] = try ImportMapping.optional(section, key) }
        return columns
    }
}
