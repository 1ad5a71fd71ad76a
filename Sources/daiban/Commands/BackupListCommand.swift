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
        let shelf = BackupShelf(folder: folder)
        Interruption.watch()
        var lines: [ListedBackup] = []
        for backup in try shelf.backups() {
            let standing = try standing(backup.path, size: backup.size, backup.facts, founding, language)
            lines.append(ListedBackup(backup, standing, at: now, language))
        }
        let newest = lines.first { $0.good && $0.kind == .scheduled }?.instant
        for other in try shelf.others(besides: configuration.database) {
            switch other.kind {
            case .unsound(let name):
                // Nobody has to act on one that a backup came after.
                let isOver = newest.map { $0 > name.at } ?? false
                lines.append(ListedBackup(other, name, isGood: isOver, at: now, language))
            case .named:
                var standing = try standing(other.path, size: other.size, other.facts, founding, language)
                standing.notes.append(Words.backup(.otherName).text(language))
                lines.append(ListedBackup(other, standing, at: now, language))
            }
        }
        Console.endProgress()
        if json {
            Console.json(try JSONOutput.text(lines))
        } else {
            tell(lines, in: shelf.folder, language)
        }
        if lines.contains(where: { !$0.good }) { throw ExitCode(ExitStatus.unsound.rawValue) }
    }

    /// The table fits a terminal of 80 columns; what takes more words stands below it.
    private func tell(_ lines: [ListedBackup], in folder: String, _ language: Language) {
        let heading: [BackupWords] = [.columnFile, .columnAge, .columnEntries, .columnSize, .columnState]
        let table = TextTable(
            heading: heading.map { Words.backup($0).text(language) },
            rows: lines.filter { $0.kind != .unsound }.map { line in
                [
                    line.file, line.ageText, line.entries.map(String.init) ?? "-", BackupWords.size(line.bytes),
                    line.short,
                ]
            })
        Console.out(Words.backup(.listOf(folder)).text(language))
        Console.out(table)
        for line in lines where line.kind != .unsound && !line.notes.isEmpty {
            Console.out("\(line.file): \(line.notes.joined(separator: language == .chinese ? "；" : "; "))")
        }
        Console.out(Words.backup(.count(lines.count { $0.kind != .unsound })).text(language))
        let unsound = lines.filter { $0.kind == .unsound }
        if !unsound.isEmpty { Console.out(Words.backup(.unsoundCopies(unsound.count)).text(language)) }
        for line in unsound { Console.out("  \(line.file)  \(line.ageText)") }
        if !check, lines.contains(where: { $0.short == Words.backup(.readable).text(language) }) {
            Console.out(Words.backup(.notVerifiedAdvice).text(language))
        }
    }

    /// What is known of a backup, and whether that is well.
    private func standing(
        _ path: String, size: Int64, _ facts: Result<RecordFacts, StoreError>, _ founding: Data?, _ language: Language
    ) throws -> BackupStanding {
        func said(_ short: BackupWords, _ words: String, _ isGood: Bool) -> BackupStanding {
            BackupStanding(short: Words.backup(short).text(language), notes: [words], isGood: isGood)
        }
        switch facts {
        case .failure(let error): return said(.unreadable, Self.words(error, isEmpty: size == 0, language), false)
        case .success(let found):
            if let founding, found.founding != founding {
                return said(.otherShort, Words.backup(.otherRecord(found.centre)).text(language), true)
            }
        }
        guard check else {
            return BackupStanding(
                short: Words.backup(.readable).text(language), state: Words.backup(.notVerified).text(language))
        }
        do {
            let everything = VerificationOptions(isFull: true)
            let report = try CaseStore.open(at: path, access: .readOnly).verify(everything) { progress in
                Console.progress(BackupProgress.verifying(progress).words(language))
                return !Interruption.wasAsked
            }
            if Interruption.wasAsked {
                Console.endProgress()
                throw ExitCode(Interruption.exitCode)
            }
            guard report.isFitForBackup else {
                return said(.flawed, Words.unsound(report.findings.count).text(language), false)
            }
            return BackupStanding(short: Words.backup(.checked).text(language))
        } catch let error as StoreError {
            // One of an earlier format is read by `daiban restore`, which brings a copy of it forward.
            if case .older = error { return said(.older, Message.storeProblem(error).text(language), true) }
            return said(.unreadable, Self.words(error, isEmpty: size == 0, language), false)
        }
    }

    /// Of a copy that is damaged nobody has to stop work.
    private static func words(_ error: StoreError, isEmpty: Bool, _ language: Language) -> String {
        switch error {
        case .corrupt, .notADatabase: Words.backup(.unreadableCopy).text(language)
        case .foreign where isEmpty: Words.backup(.emptyCopy).text(language)
        default: Message.storeProblem(error).text(language)
        }
    }
}

/// How a backup stands, in a word for a table and in sentences.
struct BackupStanding {
    var short: String
    var notes: [String] = []
    var isGood = true
    /// In one sentence.
    var state: String

    init(short: String, notes: [String] = [], isGood: Bool = true, state: String? = nil) {
        (self.short, self.notes, self.isGood) = (short, notes, isGood)
        self.state = state ?? notes.first ?? short
    }
}

/// A backup in a list.
struct ListedBackup: Encodable {
    enum Kind: String, Encodable {
        /// By its name it was made by us.
        case scheduled
        case unsound
        case named
    }

    var path: String
    var file: String
    var kind: Kind
    var at: String
    var ageMinutes: Int
    var entries: Int64?
    var bytes: Int64
    var state: String
    var good: Bool
    var ageText: String
    var short: String
    var notes: [String]
    var instant: Instant

    enum CodingKeys: String, CodingKey {
        case path, file, kind, at, ageMinutes, entries, bytes, state, good
    }

    init(_ backup: BackupShelf.Backup, _ standing: BackupStanding, at now: Instant, _ language: Language) {
        self.init(
            backup.path, .scheduled, made: backup.name.at, backup.name.offset, backup.size,
            try? backup.facts.get(), standing, now, language)
    }

    /// A copy that did not pass.
    init(
        _ other: BackupShelf.Other, _ name: BackupName, isGood: Bool, at now: Instant, _ language: Language
    ) {
        let standing = BackupStanding(short: Words.backup(.unsoundCopy).text(language), isGood: isGood)
        self.init(
            other.path, .unsound, made: name.at, name.offset, other.size, try? other.facts.get(), standing, now,
            language)
    }

    /// One of another name: when it was made nobody knows, so its newest entry counts.
    init(_ other: BackupShelf.Other, _ standing: BackupStanding, at now: Instant, _ language: Language) {
        let facts = try? other.facts.get()
        self.init(
            other.path, .named, made: facts?.head.at ?? now, facts?.offset ?? .china, other.size, facts, standing, now,
            language)
    }

    private init(
        _ path: String, _ kind: Kind, made: Instant, _ offset: UTCOffset, _ size: Int64, _ facts: RecordFacts?,
        _ standing: BackupStanding, _ now: Instant, _ language: Language
    ) {
        self.path = path
        file = path.split(separator: "/").last.map(String.init) ?? path
        self.kind = kind
        (instant, at) = (made, made.iso8601(offset))
        ageMinutes = now.minutes(since: made)
        entries = facts?.head.sequence
        bytes = size
        (short, notes, state, good) = (standing.short, standing.notes, standing.state, standing.isGood)
        ageText = Words.backup(.age(minutes: ageMinutes)).text(language)
    }
}
