import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban rebuild`: the tables anew from the journal.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: Words.helpText(.record(.rebuild)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.record(.optionRebuildReason)))
    var reason: String

    @Flag(name: .long, help: Words.help(.record(.optionDespite)))
    var despiteBrokenChain = false

    @Flag(name: .long, help: Words.help(.record(.optionCompare)))
    var compare = false

    @Flag(name: .long, help: Words.help(.record(.optionNewFile)))
    var newFile = false

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private struct Done: Encodable {
        var entries: Int64
        var cases: Int
        var withoutBeginning: Int
        var broken: String?
        /// When it was: the record before, the cases that went, and their list.
        var kept: String?
        var lostCases: [String]?
        var lostCasesList: String?
        /// Tables that follow from nothing and could not be read to their end, and people whose PIN is gone with them.
        var unread, withoutPIN: [String]?
        /// The tables that were not what the journal gives.
        var changes: [Change]?

        struct Change: Encodable {
            var table: String
            var before: Int64?
            var after: Int64
        }
    }

    /// Who may do it, as far as the record can still be read.
    private static func keepers(of database: String) -> [String] {
        let people = try? CaseStore.open(at: database, access: .readOnly).allStaff()
        return (people ?? []).filter { $0.isActive && $0.role.may(.rebuild) }.map { "\($0.number) \($0.name)" }
    }

    func run() throws {
        // No workplace: what it reads may be what is broken.
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        guard let person = person ?? configuration.person else {
            throw Failure(.personMissing(Self.keepers(of: configuration.database)), exit: .usage)
        }
        let request = RebuildRequest(
            person: person, reason: try EntryField.reason.checked(reason), despiteBrokenChain: despiteBrokenChain,
            compares: compare)
        guard !newFile || !compare else {
            throw Failure(.record(.newFileAlone), exit: .usage)
        }
        Interruption.watch()
        if newFile { return try salvage(configuration.database, request, language) }
        let store = try CaseStore.open(at: configuration.database)
        let report = try Self.ending(language) { () throws(RebuildError) in
            try store.rebuild(request, at: SystemClock.now()) { progress in
                Console.progress(Words.record(.rebuilding(progress)).text(language))
                return !Interruption.wasAsked
            }
        }
        if json {
            Console.json(
                try JSONOutput.text(
                    Done(
                        entries: report.entries, cases: report.cases, withoutBeginning: report.withoutBeginning,
                        // What is wrong with the chain names no moment.
                        broken: report.brokenAt.map { Words.finding($0, .china).text(language) },
                        kept: report.aside?.kept, lostCases: report.aside?.lost?.cases.map(\.number),
                        lostCasesList: report.aside?.list,
                        changes: report.changes?.map {
                            Done.Change(table: $0.table, before: $0.before, after: $0.after)
                        })))
            return
        }
        Console.out(Words.record(.rebuilt(report)).text(language))
        if report.changes?.isEmpty == true { Console.out(Words.record(.nothingPutRight).text(language)) }
        for change in report.changes ?? [] { Console.out(Words.record(.putRight(change)).text(language)) }
        if let broken = report.brokenAt { Console.error(Words.record(.rebuiltDespite(broken)).text(language)) }
        if let aside = report.aside { tell(aside, language) }
        if report.withoutBeginning > 0 {
            Console.error(Words.record(.withoutBeginning(report.withoutBeginning)).text(language))
        }
    }

    private func salvage(_ database: String, _ request: RebuildRequest, _ language: Language) throws {
        let report = try Self.ending(language, inNewFile: true) { () throws(RebuildError) in
            try RecordSalvage(database, request).run(at: SystemClock.now, account: NSUserName()) { progress in
                Console.progress(Words.record(.salvaging(progress)).text(language))
                return !Interruption.wasAsked
            }
        }
        if json {
            Console.json(
                try JSONOutput.text(
                    Done(
                        entries: report.rebuilt.entries, cases: report.rebuilt.cases,
                        withoutBeginning: report.rebuilt.withoutBeginning, kept: report.kept,
                        lostCases: report.lostCases?.cases.map(\.number), lostCasesList: report.list,
                        unread: report.unread, withoutPIN: report.withoutPIN)))
            return
        }
        Console.out(Words.record(.salvaged(report)).text(language))
        for table in report.unread { Console.error(Words.record(.notSalvaged(table: table)).text(language)) }
        if report.rebuilt.withoutBeginning > 0 {
            Console.error(Words.record(.withoutBeginning(report.rebuilt.withoutBeginning)).text(language))
        }
        if !report.withoutPIN.isEmpty { Console.error(Words.record(.withoutPIN(report.withoutPIN)).text(language)) }
        switch report.lostCases {
        case nil: Console.error(Words.record(.salvageUnchecked).text(language))
        case let lost?:
            if !lost.isEmpty { Console.error(Words.record(.lostByRebuild(lost)).text(language)) }
        }
        if !report.keepsOwner { Console.error(Words.backup(.ownerNotKept).text(language)) }
        if let broken = report.rebuilt.brokenAt { Console.error(Words.record(.rebuiltDespite(broken)).text(language)) }
        if let kept = report.kept { Console.error(Words.record(.keptBeforeRebuild(kept)).text(language)) }
        if let list = report.list { Console.error(Words.backup(.lostList(list)).text(language)) }
    }

    /// Runs it to its end, which may be that it was stopped.
    private static func ending<Report>(
        _ language: Language, inNewFile: Bool = false, _ run: () throws(RebuildError) -> Report
    ) throws -> Report {
        let outcome = Result(catching: run)
        Console.endProgress()
        switch outcome {
        case .success(let report): return report
        case .failure(.stopped):
            Console.error(Words.record(.rebuildProblem(.stopped)).text(language))
            throw ExitCode(Interruption.exitCode)
        case .failure(.brokenChain(let finding, _)) where inNewFile && !finding.isOfEnd:
            throw Failure(.record(.notSalvageable(finding)), exit: .unsound)
        case .failure(let error): throw error
        }
    }

    private func tell(_ aside: RecordPutAside, _ language: Language) {
        Console.error(Words.record(.lostByRebuild(aside.lost)).text(language))
        Console.error(Words.record(.keptBeforeRebuild(aside.kept)).text(language))
        if let list = aside.list { Console.error(Words.backup(.lostList(list)).text(language)) }
    }
}
