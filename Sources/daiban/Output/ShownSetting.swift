import Casework
import Dashboard
import Foundation

/// One setting of a rulebook as `--json` prints it.
struct ShownSetting: Encodable {
    var path: String
    var value: String
    var clause: String
    var decided: String?
    var overridden: Bool

    init(_ entry: RulebookEntry, _ language: Language) {
        path = entry.path
        value = entry.value
        clause = entry.clause
        decided = entry.decided?.text(language)
        overridden = entry.isOverridden
    }
}

extension BilingualText {
    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// The rulebook that a command speaks of, and how it is shown.
struct RulebookChoice {
    let configuration: Configuration
    let language: Language

    init(_ options: CommonOptions) throws {
        configuration = try options.configuration()
        language = configuration.language(environment: ProcessInfo.processInfo.environment)
    }

    func text(_ words: RulebookWords) -> String { Words.rulebook(words).text(language) }

    /// The one in use, with what the centre set differently.
    func current() throws -> Rulebook { try configuration.loadRulebook() }

    /// The rulebook of that name or in that file; the one in use when nothing is named.
    func rulebook(_ name: String?) throws -> Rulebook {
        guard let name else { return try current() }
        try check(name)
        return try Rulebook.named(name)
    }

    /// The text of a rulebook file.
    func file(_ name: String) throws -> String {
        try check(name)
        return try TextFile.read(name)
    }

    private func check(_ name: String) throws(Failure) {
        guard name.hasSuffix(".toml") || Rulebook.embeddedNames.contains(name) else {
            throw Failure(.rulebook(.unknown(name, known: Rulebook.embeddedNames)), exit: .notFound)
        }
    }

    /// Heading by heading: the clause, the settings, what was decided.
    func plain(_ entries: [RulebookEntry]) -> String {
        var lines: [String] = []
        for (place, entry) in entries.enumerated() {
            if place == 0 || entries[place - 1].section != entry.section {
                if place > 0 { lines.append("") }
                lines.append("[\(entry.section)]  \(entry.clause)")
            }
            lines.append("  \(entry.key) = \(entry.value)")
            if entry.isOverridden, let reason = entry.decided {
                lines.append("      " + text(.overridden(reason.text(language))))
            }
            let isLast = place + 1 == entries.count || entries[place + 1].section != entry.section
            let shared = entries.first { $0.section == entry.section && !$0.isOverridden }?.decided
            if isLast, let shared { lines.append("  " + text(.decided(shared.text(language)))) }
        }
        return lines.joined(separator: "\n")
    }
}
