import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// The options that every subcommand understands, and what follows from them.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: Words.help(.optionDatabase))
    var database: String?

    @Option(name: .long, help: Words.help(.optionConfig))
    var config: String?

    @Option(name: .long, help: Words.help(.optionLanguage))
    var language: Language?

    /// Reads the configuration file: `--config`, `DAIBAN_CONFIG`, `./config.toml`, the one in the home folder, or none.
    func configuration() throws -> Configuration {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? "."
        let named = config ?? environment["DAIBAN_CONFIG"]
        var configuration = Configuration(database: Configuration.defaultDatabase(home: home))
        for path in named.map({ [$0] }) ?? ["config.toml", home + "/.config/daiban/config.toml"] {
            guard named != nil || FileManager.default.fileExists(atPath: path) else { continue }
            configuration = try Configuration(toml: TextFile.read(path), source: path, home: home)
            break
        }
        if let database { configuration.database = database }
        if let language { configuration.language = language == .chinese ? .chinese : .english }
        return configuration
    }
}

extension Language: ExpressibleByArgument {}

extension CommonOptions {
    /// The language for an error that ends a command: `--language`, else the configuration, else the environment.
    static func languageOfArguments(_ arguments: [String] = CommandLine.arguments) -> Language {
        if let named = GivenOption.value(of: "--language", in: arguments).flatMap(Language.init(rawValue:)) {
            return named
        }
        let environment = ProcessInfo.processInfo.environment
        var options = CommonOptions()
        options.config = GivenOption.value(of: "--config", in: arguments)
        options.database = nil
        options.language = nil
        return (try? options.configuration())?.language(environment: environment) ?? Language(environment: environment)
    }
}

/// What a command needs to work on a database: settings, language, rules and the open store.
struct Workplace {
    let configuration: Configuration
    let language: Language
    let store: CaseStore
    let centre: Centre
    /// With what the centre has added to its calendar by now: for a command, which has done in a moment.
    let rules: Rules
    /// As configured, without that: for what runs on, and asks the record again. A restore may take something away.
    let configuredRules: Rules

    init(_ options: CommonOptions, access: CaseStore.Access = .readWrite) throws {
        let configuration = try options.configuration()
        try self.init(configuration, at: configuration.database, access: access)
        if access == .readWrite { try tellOfClock() }
    }

    init(_ configuration: Configuration, at path: String, access: CaseStore.Access = .readWrite) throws {
        self.configuration = configuration
        language = configuration.language(environment: ProcessInfo.processInfo.environment)
        let language = language
        store = try CaseStore.open(at: path, access: access, upgrading: UpgradeNews(language: language).tell)
        centre = try store.centre()
        configuredRules = try configuration.rules(offset: centre.offset)
        var rules = configuredRules
        rules.calendar = rules.calendar.with(try store.calendarChanges())
        self.rules = rules
    }

    /// Says so when this computer's clock stands behind the record: what is done is recorded with that time, and somebody
    /// should put the clock right. Computers of one office differ by a little.
    private func tellOfClock() throws {
        let (now, tolerance) = (SystemClock.now(), 2)
        guard let last = try store.lastInstant(), last > now.advanced(minutes: tolerance) else { return }
        Console.error(
            text(.clockBehind(now: now.civilText(centre.offset), record: last.civilText(centre.offset))))
    }

    func text(_ message: Message) -> String { message.text(language) }
    func text(_ words: Words) -> String { words.text(language) }

    /// Who acts: the person with that staff number, or the configured one. Somebody who has left acts no more.
    ///
    /// - Parameter may: whom to name when nobody is: those who may do it.
    func actor(
        _ number: String?, may: (Role) -> Bool = { $0 == .reviewer || $0 == .director }
    ) throws -> StaffMember {
        guard let wanted = number ?? configuration.person else {
            let known = try store.allStaff().filter { $0.isActive && may($0.role) }
            throw Failure(.personMissing(known.map { "\($0.number) \($0.name)" }), exit: .usage)
        }
        let member = try person(wanted)
        guard member.isActive else { throw Failure(.personLeft(member.number, member.name), exit: .refused) }
        return member
    }

    /// The person with that staff number, also one who has left.
    func person(_ number: String) throws -> StaffMember {
        guard let member = try store.staff(number: number) else {
            throw Failure(.personUnknown(number), exit: .notFound)
        }
        return member
    }

    /// The one person whom a number, a name or the initials of its pinyin mean, as at the desk; also one who has left,
    /// where nobody else is meant.
    func somebody(_ text: String) throws -> StaffMember {
        if let member = try store.member(typed: text) { return member }
        let words = SearchWord.words(text)
        let found = try store.allStaff().filter { member in
            let name = SearchedText(member.name, isPerson: true)
            return !words.isEmpty && words.allSatisfy { name.contains($0) }
        }
        let active = found.filter(\.isActive)
        let meant = active.isEmpty ? found : active
        guard let first = meant.first else { throw Failure(.personNotFound(text), exit: .notFound) }
        guard meant.count == 1 else {
            throw Failure(.personAmbiguous(text, meant.map { "\($0.number) \($0.name)" }), exit: .notFound)
        }
        return first
    }
}

extension Configuration {
    func rules(offset: UTCOffset) throws(ConfigurationError) -> Rules {
        Rules(rulebook: try loadRulebook(), calendar: .national, offset: offset)
    }

    /// The rulebook that this installation works by, with what the centre set differently.
    func loadRulebook() throws(ConfigurationError) -> Rulebook {
        try Rulebook.named(rulebook, overriding: rulebookOverrides)
    }

    func loadTheme() throws -> Theme { try loadTheme(named: theme) }

    /// An embedded theme, or the one in a file whose name ends in `.toml`.
    func loadTheme(named theme: String) throws -> Theme {
        if theme.hasSuffix(".toml") { return try Theme(toml: TextFile.read(theme), source: theme) }
        return try Theme.embedded(theme)
    }
}

extension Rulebook {
    /// An embedded rulebook, or the one in a file whose name ends in `.toml`.
    static func named(
        _ name: String, overriding overrides: [RulebookOverride] = []
    ) throws(ConfigurationError) -> Rulebook {
        guard name.hasSuffix(".toml") else { return try Rulebook.embedded(name, overriding: overrides) }
        return try Rulebook(toml: TextFile.read(name), source: name, overriding: overrides)
    }
}

/// Text files that people write.
enum TextFile {
    static func read(_ path: String) throws(ConfigurationError) -> String {
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            guard let text = String(validating: data, as: UTF8.self) else {
                throw ConfigurationError(source: path, problem: .unreadable("not UTF-8"))
            }
            return text
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(source: path, problem: .unreadable(ErrorReport.reason(error)))
        }
    }
}
