import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban backup`.
struct BackupCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: Words.helpText(.backup(.abstract)),
        subcommands: [BackupMakeCommand.self, BackupListCommand.self], defaultSubcommand: BackupMakeCommand.self)
}

/// `daiban backup FILE`, `daiban backup --scheduled`.
struct BackupMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: Words.helpText(.backup(.abstractMake)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.backup(.optionTarget)))
    var target: String?

    @Flag(name: .long, help: Words.help(.backup(.optionScheduled)))
    var scheduled = false

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        guard (target == nil) == scheduled else { throw Failure(.backup(.oneOf), exit: .usage) }
        let database = configuration.database
        if let target {
            var isFolder: ObjCBool = false
            var path = target
            if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue {
                path = BackupShelf(folder: target).path(of: name(of: try RecordFacts.read(database)))
            }
            try make(database, path, language)
        } else {
            guard let settings = configuration.backup else {
                throw Failure(.backup(.notConfigured), exit: .configuration)
            }
            try makeScheduled(database, settings, language)
        }
    }

    private func makeScheduled(_ database: String, _ settings: BackupSettings, _ language: Language) throws {
        // Nobody waits for it, and people work beside it.
        _ = nice(10)
        let facts = try RecordFacts.read(database)
        guard let turn = try BackupTurn(in: settings.folder) else {
            Console.error(Words.backup(.atWork).text(language))
            return
        }
        defer { withExtendedLifetime(turn) {} }
        let shelf = BackupShelf(folder: settings.folder)
        shelf.clearLeftovers()
        let now = SystemClock.now()
        let last = try shelf.backups().first { $0.isOf(facts) && $0.name.at <= now }?.name.at
        if case .fresh(let until) = settings.plan.standing(last: last, now: now, offset: facts.offset) {
            Console.error(Words.backup(.notDue(until: until.civilText(facts.offset))).text(language))
            return
        }
        defer { _ = try? shelf.rotateUnsound(prefix: facts.prefix) }
        try make(database, shelf.path(of: name(of: facts)), language) {
            try shelf.rotate(
                settings.keeping, founding: facts.founding, now: SystemClock.now(), offset: facts.offset)
        }
    }

    private func name(of facts: RecordFacts) -> String {
        BackupName(prefix: facts.prefix, at: SystemClock.now(), offset: facts.offset).text
    }

    private func make(
        _ database: String, _ path: String, _ language: Language, then rotate: () throws -> [String] = { [] }
    ) throws {
        let start = SystemClock.now()
        Interruption.watch()
        let report: BackupReport
        do {
            report = try RecordBackup(database: database).write(to: path) { progress in
                Console.progress(progress.words(language))
                return !Interruption.wasAsked
            }
        } catch .stopped {
            Console.endProgress()
            Console.error(Words.interrupted.text(language))
            throw ExitCode(Interruption.exitCode)
        } catch {
            Console.endProgress()
            throw error
        }
        Console.endProgress()
        // The backup is there, whatever becomes of the old ones.
        let rotation = Result { try rotate() }
        let deleted = (try? rotation.get()) ?? []
        let seconds = Int((SystemClock.now().milliseconds - start.milliseconds + 999) / 1_000)
        if json {
            Console.json(try JSONOutput.text(ShownBackup(report, seconds: seconds, deleted: deleted)))
        } else {
            Console.out(Words.backup(.made(report, seconds: seconds)).text(language))
            if !deleted.isEmpty { Console.out(Words.backup(.deleted(deleted.count)).text(language)) }
        }
        _ = try rotation.get()
    }
}

extension BackupShelf.Backup {
    /// Whether it is a readable backup of that record.
    func isOf(_ facts: RecordFacts) -> Bool {
        guard case .success(let own) = self.facts else { return false }
        return own.founding == facts.founding
    }
}

extension BackupProgress {
    func words(_ language: Language) -> String {
        switch self {
        case .copying(let progress): Words.backup(.copying(progress)).text(language)
        case .verifying(let progress): Words.verifying(done: progress.done, total: progress.total).text(language)
        case .upgrading(let news): news.words.text(language)
        }
    }
}

/// What a backup gave, for `--json`.
struct ShownBackup: Encodable {
    var path: String
    var entries: Int64
    var cases: Int
    var hash: String
    var schema: Int
    var bytes: Int64
    var seconds: Int
    var deleted: [String]

    init(_ report: BackupReport, seconds: Int, deleted: [String]) {
        path = report.path
        entries = report.facts.head.sequence
        cases = report.cases
        hash = report.facts.head.hexHash
        schema = report.facts.schema
        bytes = report.size
        self.seconds = seconds
        self.deleted = deleted
    }
}
