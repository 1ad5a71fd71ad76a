import Casework
import TerminalKit

/// Reads themes: TOML files with one line for each role, strict like every file that people write.
///
///     name = "dark"
///     [styles]
///     overdue = { foreground = "#ff6b6b", bold = true }
extension Theme {
    /// The names of the embedded themes, the default first.
    public static let embeddedNames = ["dark", "light", "high-contrast", "colour-blind"] + wallNames

    /// Those for a wall in the hall, the default first.
    public static let wallNames = ["hall-dark", "hall-bright", "hall-festival"]

    public static func embedded(_ name: String) throws(ConfigurationError) -> Theme {
        let text: [UInt8]
        switch name {
        case "dark": text = PackageResources.dark_toml
        case "light": text = PackageResources.light_toml
        case "high-contrast": text = PackageResources.high_contrast_toml
        case "colour-blind": text = PackageResources.colour_blind_toml
        case "hall-dark": text = PackageResources.hall_dark_toml
        case "hall-bright": text = PackageResources.hall_bright_toml
        case "hall-festival": text = PackageResources.hall_festival_toml
        default:
            throw ConfigurationError(
                source: "theme", key: "theme",
                problem: .value(name, expected: embeddedNames.joined(separator: ", ") + ", FILE.toml"))
        }
        return try Theme(toml: String(decoding: text, as: UTF8.self), source: "\(name).toml")
    }

    public init(toml text: String, source: String) throws(ConfigurationError) {
        let root = try TOMLDocument(text, source: source).section
        try root.refuseOthers(than: ["name", "styles"])
        let section = try root.section("styles")
        try section.refuseOthers(than: Role.allCases.map(\.rawValue))
        var styles: [Role: Style] = [:]
        for role in Role.allCases {
            styles[role] = try Self.style(try section.section(role.rawValue))
        }
        self.init(name: try root.string("name"), styles: styles)
    }

    private static func style(_ section: TOMLSection) throws(ConfigurationError) -> Style {
        try section.refuseOthers(than: ["foreground", "background", "bold", "dim", "italic", "underline", "reverse"])
        var style = Style.plain
        if section.contains("foreground") { style.foreground = try colour(section, "foreground") }
        if section.contains("background") { style.background = try colour(section, "background") }
        let attributes: [(String, TextAttributes)] = [
            ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
        ]
        for (key, attribute) in attributes where section.contains(key) {
            if try section.bool(key) { style.attributes.insert(attribute) }
        }
        return style
    }

    /// `#rrggbb`, `0` … `255` of the palette, or `standard`.
    private static func colour(_ section: TOMLSection, _ key: String) throws(ConfigurationError) -> Colour {
        let text = try section.string(key)
        if text == "standard" { return .standard }
        if let index = UInt8(text) { return .indexed(index) }
        if text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
            return .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
        }
        throw section.error(key, .value(text, expected: "#rrggbb, 0 … 255, standard"))
    }
}
