import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban backup list`.
struct BackupListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.backup(.abstractList)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.backup(.optionFolder)))
    var place: String?

    @Option(name: .long, help: Words.help(.backup(.optionFolder)))
    var folder: String?

    @Flag(name: .long, help: Words.help(.backup(.optionCheck)))
    var check = false

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        if let place, let folder, place != folder { throw Failure(.backup(.twoFolders), exit: .usage) }
        guard let folder = place ?? folder ?? configuration.backup?.folder else {
            throw Failure(.backup(.notConfigured), exit: .configuration)
        }
        // Without a record to compare with, as after it was lost, the backups are listed all the same.
        let founding = (try? RecordFacts.read(configuration.database))?.founding
        let now = SystemClock.now()
        Interruption.watch()
        var lines: [ListedBackup] = []
        for backup in try BackupShelf(folder: folder).backups() {
            let state = try state(of: backup, founding, language)
            lines.append(ListedBackup(backup, state, at: now, language))
        }
        Console.endProgress()
        if json {
            Console.json(try JSONOutput.text(lines))
        } else {
            let heading: [BackupWords] = [.columnTime, .columnAge, .columnEntries, .columnSize, .columnState]
            let table = TextTable(
                heading: heading.map { Words.backup($0).text(language) },
                rows: lines.map { line in
                    [
                        line.at, line.ageText, line.entries.map(String.init) ?? "-",
                        "\((line.bytes + 1_023) / 1_024) KiB",
                        line.state,
                    ]
                })
            Console.out(table.text)
            Console.out(Words.backup(.count(lines.count)).text(language))
        }
        if lines.contains(where: { !$0.good }) { throw ExitCode(ExitStatus.unsound.rawValue) }
    }

    /// How a backup stands, in words, and whether that is well.
    private func state(
        of backup: BackupShelf.Backup, _ founding: Data?, _ language: Language
    ) throws -> (words: String, isGood: Bool) {
        let facts: RecordFacts
        switch backup.facts {
        case .failure(let error): return (Message.storeProblem(error).text(language), false)
        case .success(let found): facts = found
        }
        if let founding, facts.founding != founding {
            return (Words.backup(.otherRecord(facts.centre)).text(language), true)
        }
        guard check else { return (Words.backup(.verified).text(language), true) }
        do {
            let report = try CaseStore.open(at: backup.path, access: .readOnly).verify { progress in
                Console.progress(BackupProgress.verifying(progress).words(language))
                return !Interruption.wasAsked
            }
            if Interruption.wasAsked {
                Console.endProgress()
                throw ExitCode(Interruption.exitCode)
            }
            let words: Words = report.isFitForBackup ? .backup(.checked) : .unsound(report.findings.count)
            return (words.text(language), report.isFitForBackup)
        } catch let error as StoreError {
            // One of an earlier format is read by `daiban restore`, which brings a copy of it forward.
            if case .older = error { return (Message.storeProblem(error).text(language), true) }
            return (Message.storeProblem(error).text(language), false)
        }
    }
}

/// A backup in a list.
struct ListedBackup: Encodable {
    var path: String
    var at: String
    var ageMinutes: Int
    var entries: Int64?
    var bytes: Int64
    var state: String
    var good: Bool
    var ageText: String

    enum CodingKeys: String, CodingKey {
        case path, at, ageMinutes, entries, bytes, state, good
    }

    init(
        _ backup: BackupShelf.Backup, _ state: (words: String, isGood: Bool), at now: Instant, _ language: Language
    ) {
        path = backup.path
        at = backup.name.at.iso8601(backup.name.offset)
        ageMinutes = now.minutes(since: backup.name.at)
        entries = (try? backup.facts.get())?.head.sequence
        bytes = backup.size
        self.state = state.words
        good = state.isGood
        ageText = Words.backup(.age(minutes: ageMinutes)).text(language)
    }
}
