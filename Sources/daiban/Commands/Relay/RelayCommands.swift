import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban relay …`: village and township by file.
struct RelayCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay", abstract: Words.helpText(.relay(.abstract)),
        subcommands: [
            RelayIntroduceCommand.self, RelayAdmitCommand.self, RelayRevokeCommand.self, RelayRenewCommand.self,
            RelayInitCommand.self, RelayExportCommand.self, RelayImportCommand.self, RelayStatusCommand.self,
            RelayTasksCommand.self, RelaySettleCommand.self,
        ])
}

/// What those commands take that somebody gives.
struct RelayOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func begin() throws -> (workplace: Workplace, actor: Actor) {
        let workplace = try Workplace(common)
        return (workplace, Actor(try workplace.actor(person)))
    }
}

/// A site as `--json` shows it.
struct ShownSite: Encodable {
    var site: String
    var name: String
    var village: String?
    var letters: String?
    var digits: String
    var card: String?

    init(_ site: RelaySite, card: String? = nil) {
        self.site = site.id
        name = site.name
        village = site.village
        letters = site.mark
        digits = site.fingerprint
        self.card = card
    }
}

enum RelayFile {
    static func read(_ path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw RelayError.file(path: path, detail: ErrorReport.reason(error))
        }
    }

    /// Shows a card's digits, and where it and the keys are.
    static func tell(
        _ made: (site: RelaySite, card: Data), in path: String, database: String, _ language: Language, json: Bool
    ) throws {
        try StickFile.write(made.card, to: path, replacing: false)
        if json { return Console.json(try JSONOutput.text(ShownSite(made.site, card: path))) }
        let words: [RelayWords] = [
            .introduced(made.site, path: path), .digits(made.site.fingerprint), .digitsHint,
            .keyHint(RelayKeys.path(beside: database)),
        ]
        for word in words { Console.out(Words.relay(word).text(language)) }
    }
}

struct RelayIntroduceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "introduce", abstract: Words.helpText(.relay(.introduce)))
    @OptionGroup var options: RelayOptions
    @Option(name: .long, help: Words.help(.relay(.optionVillage))) var village: String?
    @Option(name: .long, help: Words.help(.relay(.optionCardOut))) var to: String

    func run() throws {
        if let village {
            // There is no database yet: the township's first file makes it.
            let configuration = try options.common.configuration()
            let language = configuration.language(environment: ProcessInfo.processInfo.environment)
            let database = configuration.database
            // Keys in a place that nobody chose would be looked for in vain when the record is founded elsewhere.
            guard options.common.database != nil || configuration.namesDatabase else {
                throw Failure(.relay(.databaseNeeded(database)), exit: .usage)
            }
            // A record that is there has its site already; new keys for it are `renew`.
            guard access(database, F_OK) != 0 else { throw StoreError.alreadyExists(path: database) }
            let folder = URL(fileURLWithPath: database).deletingLastPathComponent().path
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let name = try EntryField.village.checked(village)
            let made = try CaseStore.villageCard(name, besides: database)
            return try RelayFile.tell(made, in: to, database: database, language, json: options.json)
        }
        let (workplace, actor) = try options.begin()
        let made = try workplace.store.introduceSite(by: actor, at: SystemClock.now())
        try RelayFile.tell(made, in: to, database: workplace.store.path, workplace.language, json: options.json)
    }
}

struct RelayRenewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "renew", abstract: Words.helpText(.relay(.renew)))
    @OptionGroup var options: RelayOptions
    @Option(name: .long, help: Words.help(.relay(.optionCardOut))) var to: String

    func run() throws {
        let (workplace, actor) = try options.begin()
        let made = try workplace.store.renewSite(by: actor, at: SystemClock.now())
        try RelayFile.tell(made, in: to, database: workplace.store.path, workplace.language, json: options.json)
    }
}

struct RelayAdmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "admit", abstract: Words.helpText(.relay(.admit)))
    @OptionGroup var options: RelayOptions
    @Argument(help: Words.help(.relay(.optionCard))) var card: String
    @Option(name: .long, help: Words.help(.relay(.optionDigits))) var digits: String
    @Option(name: .long, help: Words.help(.relay(.optionMark))) var letters: String?

    func validate() throws {
        guard let letters else { return }
        guard (1...3).contains(letters.utf8.count), letters.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw ValidationError(.letters("--letters", most: 3))
        }
    }

    func run() throws {
        let (workplace, actor) = try options.begin()
        let site = try workplace.store.admit(
            RelayCard(try RelayFile.read(card)), fingerprint: digits, mark: letters, by: actor, at: SystemClock.now())
        if options.json { return Console.json(try JSONOutput.text(ShownSite(site))) }
        Console.out(workplace.text(.relay(.admitted(site))))
    }
}

struct RelayRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: Words.helpText(.relay(.revoke)))
    @OptionGroup var options: RelayOptions
    @Argument(help: Words.help(.relay(.optionVillage))) var village: String
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let (workplace, actor) = try options.begin()
        let site = try workplace.store.revoke(
            village: village, reason: reason, by: actor, at: SystemClock.now())
        if options.json { return Console.json(try JSONOutput.text(ShownSite(site))) }
        Console.out(workplace.text(.relay(.revoked(site))))
    }
}
