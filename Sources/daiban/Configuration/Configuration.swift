import Casework
import Dashboard
import TerminalKit

/// The settings of one installation, read from `config.toml`.
struct Configuration: Hashable {
    enum LanguageChoice: String, CaseIterable, Hashable {
        case auto
        case chinese = "zh"
        case english = "en"
    }

    /// The columns of East Asian ambiguous characters (UAX #11); auto asks the terminal.
    enum AmbiguousWidthChoice: String, CaseIterable, Hashable {
        case auto, narrow, wide

        /// What is set; `nil` leaves it to the terminal.
        var width: AmbiguousWidth? {
            switch self {
            case .auto: nil
            case .narrow: .narrow
            case .wide: .wide
            }
        }
    }

    var language = LanguageChoice.auto
    /// An embedded theme's name or a path to a theme file.
    var theme = "dark"
    var glyphs = Glyphs.Choice.auto
    var ambiguousWidth = AmbiguousWidthChoice.auto
    /// An embedded rulebook's name or a path to a rulebook file.
    var rulebook = "standard"
    /// The settings of the rulebook that the centre set differently.
    var rulebookOverrides: [RulebookOverride] = []
    /// The path of the database.
    var database: String
    /// Whether the file says where the database is, instead of leaving it to the default.
    var namesDatabase = false
    /// The staff number of the person who usually sits here.
    var person: String?
    var usesMouse = true
    var receipt = ReceiptSettings()
    /// How messages leave the program, by name.
    var channels: [ChannelSettings] = []
    /// When backups are made by themselves; `nil` for never.
    var backup: BackupSettings?
    /// The kiosk at the door.
    var checkin = CheckinSettings()
    /// The wall of the hall.
    var wall = WallSettings()
    /// The file that this was read from; `nil` for the built-in settings.
    var source: String?
}

extension Configuration {
    /// Reads a configuration, strictly. Relative paths in it are relative to the file's folder.
    init(toml text: String, source: String, home: String) throws(ConfigurationError) {
        let section = try TOMLDocument(text, source: source).section
        try section.refuseOthers(than: [
            "language", "theme", "glyphs", "ambiguous-width", "rulebook", "rulebook_override", "database", "person",
            "mouse", "receipt", "channel", "backup", "checkin", "wall",
        ])
        self.init(database: Configuration.defaultDatabase(home: home))
        self.source = source
        if section.contains("language") { language = try section.choice("language") }
        if section.contains("theme") { theme = try section.string("theme") }
        if theme.hasSuffix(".toml") { theme = Configuration.resolve(theme, beside: source, home: home) }
        if section.contains("glyphs") { glyphs = try section.choice("glyphs") }
        if section.contains("ambiguous-width") { ambiguousWidth = try section.choice("ambiguous-width") }
        if section.contains("rulebook") {
            let name = try section.string("rulebook")
            let isFile = name.hasSuffix(".toml")
            guard isFile || Rulebook.embeddedNames.contains(name) else {
                throw section.error(
                    "rulebook",
                    .value(name, expected: Rulebook.embeddedNames.joined(separator: ", ") + ", FILE.toml"))
            }
            rulebook = isFile ? Configuration.resolve(name, beside: source, home: home) : name
        }
        if section.contains("rulebook_override") {
            for one in try section.tables("rulebook_override") { rulebookOverrides.append(try RulebookOverride(one)) }
        }
        if section.contains("database") {
            let path = try section.string("database")
            if !path.isEmpty {
                database = Configuration.resolve(path, beside: source, home: home)
                namesDatabase = true
            }
        }
        if section.contains("person") {
            let number = try section.string("person")
            person = number.isEmpty ? nil : number
        }
        if section.contains("mouse") { usesMouse = try section.bool("mouse") }
        if section.contains("receipt") {
            receipt = try ReceiptSettings(section.section("receipt")) {
                Configuration.resolve($0, beside: source, home: home)
            }
        }
        if section.contains("channel") {
            channels = try ChannelSettings.all(section.section("channel")) {
                Configuration.resolve($0, beside: source, home: home)
            }
        }
        if section.contains("backup") {
            backup = try BackupSettings(section.section("backup")) {
                Configuration.resolve($0, beside: source, home: home)
            }
        }
        if section.contains("checkin") {
            checkin = try CheckinSettings(section.section("checkin")) {
                Configuration.resolve($0, beside: source, home: home)
            }
        }
        if section.contains("wall") {
            wall = try WallSettings(section.section("wall")) {
                Configuration.resolve($0, beside: source, home: home)
            }
        }
        if !theme.hasSuffix(".toml"), !Theme.embeddedNames.contains(theme) {
            throw section.error(
                "theme", .value(theme, expected: Theme.embeddedNames.joined(separator: ", ") + ", FILE.toml"))
        }
    }

    static func defaultDatabase(home: String) -> String {
        home + "/.local/share/daiban/daiban.sqlite"
    }

    /// A path as the file means it: `~/` is the home folder, other relative paths start at the file's folder.
    private static func resolve(_ path: String, beside source: String, home: String) -> String {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/") { return home + path.dropFirst(1) }
        guard let slash = source.lastIndex(of: "/") else { return path }
        return source[...slash] + path
    }

    func language(environment: [String: String]) -> Language {
        switch language {
        case .auto: Language(environment: environment)
        case .chinese: .chinese
        case .english: .english
        }
    }
}
