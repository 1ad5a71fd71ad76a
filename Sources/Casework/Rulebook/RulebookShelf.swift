/// The rulebooks that are part of the program: which files there are.
///
/// The one place in the code with their names: the package manager embeds each file as a constant of its own, and Swift
/// cannot list those. No rule depends on a name; a new rulebook is a file, a line in Package.swift and a line here.
enum RulebookShelf {
    /// The default stands first.
    static let files: [(name: String, bytes: @Sendable () -> [UInt8])] = [
        ("standard", { PackageResources.standard_toml }),
        ("wuyi", { PackageResources.wuyi_toml }),
        ("neixiang", { PackageResources.neixiang_toml }),
        ("jianning", { PackageResources.jianning_toml }),
        ("pingli", { PackageResources.pingli_toml }),
        ("sichuan", { PackageResources.sichuan_toml }),
    ]
}

extension Rulebook {
    /// The names of the embedded rulebooks, the default first.
    public static let embeddedNames = RulebookShelf.files.map(\.name)

    /// The embedded rulebook of that name, with what the centre set differently.
    ///
    /// - Throws: ``ConfigurationError``; for an unknown name it lists the allowed ones, for an override that does not
    ///   fit it names the override's file and line.
    public static func embedded(
        _ name: String, overriding overrides: [RulebookOverride] = []
    ) throws(ConfigurationError) -> Rulebook {
        guard let text = embeddedText(name) else {
            throw ConfigurationError(
                source: "rulebook", key: "rulebook",
                problem: .value(name, expected: embeddedNames.joined(separator: ", ") + ", FILE.toml"))
        }
        return try Rulebook(toml: text, source: "\(name).toml", overriding: overrides)
    }

    /// The embedded file itself, from which a centre can start its own; `nil` for an unknown name.
    public static func embeddedText(_ name: String) -> String? {
        RulebookShelf.files.first { $0.name == name }.map { String(decoding: $0.bytes(), as: UTF8.self) }
    }
}
