import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban relay init|export|import`: what goes onto the stick and what comes from it.

struct RelayInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: Words.helpText(.relay(.start)))
    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.relay(.optionFrom))) var from: String
    @Option(name: .long, help: Words.help(.relay(.optionTownshipDigits))) var digits: String
    @Option(name: .long, help: Words.help(.relay(.optionVillage))) var village: String?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        let path = configuration.database
        let founding = try RelayFounding(try RelayFile.read(from), besides: path, fingerprint: digits)
        if let village, village != founding.village.village { throw RelayError.notForUs }
        let now = SystemClock.now()
        var cases = 0
        try DatabaseDraft.make(at: path, centre: founding.centre, now: now) { store in
            try founding.fill(store, keysBeside: path, at: now)
            cases = try store.list(CaseListQuery(isOpen: true)).count
        }
        if json { return Console.json(try JSONOutput.text(ShownSite(founding.village))) }
        Console.out(
            Words.relay(.founded(path: path, village: founding.village.name, cases: cases)).text(language))
    }
}

struct RelayExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: Words.helpText(.relay(.export)))
    @OptionGroup var options: RelayOptions
    @Option(name: .customLong("for"), help: Words.help(.relay(.optionFor))) var village: String?
    @Option(name: .long, help: Words.help(.relay(.optionOut))) var to: String?
    @Option(name: .long, help: Words.help(.relay(.optionAgain))) var again: Int?

    struct Shown: Encodable {
        var site: ShownSite
        var file: String?
        var bundles: [Int]
        var repeated: Int
        var entries: Int
        var founding: Bool
    }

    func run() throws {
        let (workplace, actor) = try options.begin()
        // Refused before a bundle is made of it.
        if let to, access(to, F_OK) == 0 { throw RelayError.fileExists(path: to) }
        let export = try workplace.store.exportRelay(
            for: village, again: again, by: actor, at: SystemClock.now())
        var path: String?
        if let data = export.data {
            let own = try workplace.store.relayStatus().own
            let number = export.bundles.last?.number ?? 0
            let name = "\(own?.name ?? "")-\(export.partner.name)-\(number)"
                .replacing("/", with: "_")
            let chosen = to ?? Self.free(name)
            try StickFile.write(data, to: chosen, replacing: false)
            path = chosen
        }
        if options.json {
            return Console.json(
                try JSONOutput.text(
                    Shown(
                        site: ShownSite(export.partner), file: path, bundles: export.bundles.map(\.number),
                        repeated: export.repeated, entries: export.entries, founding: export.isFounding)))
        }
        guard let path else { return Console.out(workplace.text(.relay(.nothingNew(export.partner)))) }
        Console.out(workplace.text(.relay(.exported(export, path: path))))
        Console.out(workplace.text(.relay(.personalData)))
    }

    /// A name that nobody has yet.
    private static func free(_ name: String) -> String {
        var path = "\(name).dbrelay"
        var count = 1
        while access(path, F_OK) == 0 {
            count += 1
            path = "\(name)-\(count).dbrelay"
        }
        return path
    }
}

struct RelayImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: Words.helpText(.relay(.take)))
    @OptionGroup var options: RelayOptions
    @Argument(help: Words.help(.relay(.optionFile))) var file: String

    struct Shown: Encodable {
        var site: String
        var bundle: Int
        var outcome: String
        var entries: Int
        var tasks: Int
        var missing: Int?
        var clockAheadMinutes: Int?
    }

    func run() throws {
        let (workplace, actor) = try options.begin()
        let receipts = try workplace.store.importRelay(
            try RelayFile.read(file), by: actor, at: SystemClock.now()
        ) { done, total in
            if total > 1 { Console.progress("\(workplace.text(.relay(.optionBundle))) \(done + 1)/\(total)") }
        }
        Console.endProgress()
        // A minute or two is no wrong clock.
        let ahead = Int((receipts.map(\.clockAhead).max() ?? 0) / 60_000)
        if options.json {
            let shown = receipts.map { receipt in
                Shown(
                    site: receipt.site.name, bundle: receipt.number, outcome: receipt.outcome.rawValue,
                    entries: receipt.entries, tasks: receipt.tasks, missing: receipt.missing,
                    clockAheadMinutes: receipt.clockAhead >= 60_000 ? Int(receipt.clockAhead / 60_000) : nil)
            }
            Console.json(try JSONOutput.text(shown))
        } else {
            for receipt in receipts { Console.out(workplace.text(.relay(.receipt(receipt)))) }
            if ahead > 2 { Console.out(workplace.text(.relay(.clockAhead(minutes: ahead)))) }
            if receipts.contains(where: { $0.tasks > 0 }) { Console.out(workplace.text(.relay(.lookAtTasks))) }
        }
        // Something waits: for a person, or for another file.
        if receipts.contains(where: { $0.tasks > 0 || $0.outcome == .held }) {
            throw ExitCode(ExitStatus.partly.rawValue)
        }
    }
}
