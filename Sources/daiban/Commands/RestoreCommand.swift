import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban restore FILE`: a verified backup in the place of the database.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: Words.helpText(.backup(.abstractRestore)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.backup(.optionBackup)))
    var file: String

    @Flag(name: .long, help: Words.help(.backup(.optionYes)))
    var yes = false

    @Flag(name: .customLong("force-other-centre"), help: Words.help(.backup(.optionOtherCentre)))
    var otherCentre = false

    @Option(name: .customLong("as"), help: Words.help(.backup(.optionAs)))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        func say(_ words: BackupWords) { Console.error(Words.backup(words).text(language)) }
        let restore = try prepare(over: configuration.database, language)
        let actor = try actor(in: restore, configured: configuration.person, say)
        let (facts, offset) = (restore.backup, restore.backup.offset)
        say(
            .backupFacts(
                centre: facts.centre, entries: facts.head.sequence, hash: facts.head.shortHash,
                at: facts.head.at.civilText(offset)))
        tell(restore.loss, restore.lostCases, offset, say)
        guard yes || isatty(0) == 1 else { throw Failure(.backup(.needsYes), exit: .usage) }
        guard yes || isConfirmed(language) else {
            say(.notRestored)
            throw ExitCode(ExitStatus.stopped.rawValue)
        }
        let report = try restore.place(at: SystemClock.now(), by: actor, account: NSUserName())
        if json {
            Console.json(try JSONOutput.text(ShownRestore(report)))
        } else {
            // What was written until the last moment counts.
            if report.loss != restore.loss {
                tell(report.loss, report.lostCases, offset, say)
            }
            Console.out(
                Words.backup(
                    .restored(entries: facts.head.sequence, hash: facts.head.shortHash, cases: report.cases)
                ).text(language))
            if !report.keepsOwner { Console.error(Words.backup(.ownerNotKept).text(language)) }
            if let kept = report.kept { Console.out(Words.backup(.kept(kept)).text(language)) }
            if let list = report.list {
                Console.out(Words.backup(.lostList(list)).text(language))
            }
        }
    }

    private func tell(
        _ loss: RestoreLoss, _ lost: LostCases?, _ offset: UTCOffset, _ say: (BackupWords) -> Void
    ) {
        // The tables know more than the journal: its end was cut off.
        let isCut = loss.count == 0 && lost?.cases.isEmpty == false
        say(isCut ? .wouldLoseBeyondEnd : .wouldLose(loss, since: loss.since?.civilText(offset)))
        guard isCut || loss.count != 0 else { return }
        guard let lost else { return say(.cannotListCases) }
        say(.wouldLoseCases(lost.cases.map(\.number)))
        if !lost.shortened.isEmpty { say(.wouldLoseSteps(lost.shortened.map(\.number))) }
    }

    private func prepare(over database: String, _ language: Language) throws -> RecordRestore {
        Interruption.watch()
        defer {
            Console.endProgress()
            Interruption.unwatch()
        }
        do {
            return try RecordRestore(from: file, over: database, allowingOtherRecord: otherCentre) { progress in
                Console.progress(progress.words(language))
                return !Interruption.wasAsked
            }
        } catch .stopped {
            Console.endProgress()
            Console.error(Words.interrupted.text(language))
            throw ExitCode(Interruption.exitCode)
        }
    }

    /// In whose name it is done. The record that is replaced says who may; where it says nothing, because there is none,
    /// it cannot be read or nobody in it may, it is done without a person, and the journal names the account.
    private func actor(
        in restore: RecordRestore, configured: String?, _ say: (BackupWords) -> Void
    ) throws -> StaffID {
        let people = restore.people()
        let keepers = people.filter { $0.role.may(.restore) }
        guard !keepers.isEmpty else {
            guard let person else {
                say(.withoutPerson)
                return .office
            }
            guard let member = try restore.person(number: person), member.isActive else {
                throw Failure(.personUnknown(person), exit: .notFound)
            }
            guard member.role.may(.restore) else { throw RebuildError.notPermitted(.restore, member.role) }
            return member.id
        }
        guard let wanted = person ?? configured else {
            throw Failure(.personMissing(keepers.map { "\($0.number) \($0.name)" }), exit: .usage)
        }
        guard let member = people.first(where: { $0.number == wanted }) else {
            throw Failure(.personUnknown(wanted), exit: .notFound)
        }
        guard member.role.may(.restore) else { throw RebuildError.notPermitted(.restore, member.role) }
        // The journal that goes on is the backup's, which may be older than the person is in the office.
        guard let known = try restore.person(number: wanted), known.isActive else {
            say(.unknownToBackup("\(member.number) \(member.name)"))
            return .office
        }
        return known.id
    }

    /// Only the whole word counts. Whoever begins it probably means it and is asked once more; anything else is a no.
    private func isConfirmed(_ language: Language) -> Bool {
        func answer(to question: BackupWords) -> String {
            FileHandle.standardError.write(Data(Words.backup(question).text(language).utf8))
            return readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        }
        var word = answer(to: .question)
        if word.hasPrefix("y"), word != "yes" { word = answer(to: .questionAgain) }
        return word == "yes" || word == "恢复"
    }
}

/// What a restore did, for `--json`.
struct ShownRestore: Encodable {
    var entries: Int64
    var cases: Int
    var hash: String
    var lostEntries: Int64?
    var diverged: Bool
    var kept: String?
    var lostCases: [String]?
    /// Cases that stay without their last steps.
    var shortenedCases: [String]?
    var lostCasesList: String?

    init(_ report: RestoreReport) {
        entries = report.backup.head.sequence
        cases = report.cases
        hash = report.backup.head.hexHash
        lostEntries = report.loss.count
        diverged = if case .diverged = report.loss { true } else { false }
        kept = report.kept
        lostCases = report.lostCases?.cases.map(\.number)
        shortenedCases = report.lostCases?.shortened.map(\.number)
        lostCasesList = report.list
    }
}
