import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import TerminalKit

/// `daiban doctor`: what was found of terminal, configuration and database, each line good or bad.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: Words.helpText(.abstract(.doctor)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    struct Line: Encodable {
        var item: String
        var found: String
        var good: Bool
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var lines: [Line] = []
        let configuration: Configuration
        let language: Language
        do {
            configuration = try options.configuration()
            language = configuration.language(environment: environment)
            add(.configuration, configuration.source ?? Words.doctor(.missing).text(language), true, language, &lines)
        } catch {
            language = CommonOptions.languageOfArguments()
            add(.configuration, words(error, language), false, language, &lines)
            try finish(lines, language)
            return
        }
        add(.language, language.rawValue, true, language, &lines)
        do {
            add(.theme, try configuration.loadTheme().name, true, language, &lines)
        } catch {
            add(.theme, words(error, language), false, language, &lines)
        }
        try await examineTerminal(environment, configuration, language, &lines)
        examineDatabase(configuration, language, &lines)
        add(.unicode, "Unicode \(DisplayWidth.unicodeVersion)", true, language, &lines)
        try finish(lines, language)
    }

    private func examineDatabase(_ configuration: Configuration, _ language: Language, _ lines: inout [Line]) {
        do {
            let store = try CaseStore.open(at: configuration.database, access: .readOnly)
            let centre = try store.centre()
            add(.database, "\(configuration.database)  \(centre.name)", true, language, &lines)
            let cut = try store.journalEnd()
            let entries = try cut.map { Words.finding($0, centre.offset).text(language) } ?? "\(store.lastSequence())"
            add(.journal, entries, cut == nil, language, &lines)
            examinePanes(store, language, &lines)
            examineBackups(configuration, centre, language, &lines)
            let standing = try store.rulebookInForce()?.standing(beside: configuration, in: store, centre.offset)
            lines.append(
                Line(
                    item: Words.record(.rulesItem).text(language),
                    found: Words.record(standing?.words ?? .notAdopted).text(language), good: standing?.isSame ?? true))
            try examineDates(store, configuration, centre, language, &lines)
        } catch {
            add(.database, words(error, language), false, language, &lines)
        }
    }

    /// Whether what a desk shows can be read. The rest of the file is for `verify`.
    private func examinePanes(_ store: CaseStore, _ language: Language, _ lines: inout [Line]) {
        do {
            let queues = Dictionary(uniqueKeysWithValues: Queue.allCases.map { ($0, QueueRequest(limit: 100)) })
            _ = try store.desk(DeskRequest(now: SystemClock.now(), queues: queues))
            add(.panes, Words.doctor(.panesReadable).text(language), true, language, &lines)
        } catch {
            add(.panes, words(error, language), false, language, &lines)
        }
    }

    /// When the last backup was made, and whether the next is late.
    private func examineBackups(
        _ configuration: Configuration, _ centre: Centre, _ language: Language, _ lines: inout [Line]
    ) {
        func add(_ found: BackupWords, _ isGood: Bool) {
            let item = Words.backup(.doctorItem).text(language)
            lines.append(Line(item: item, found: Words.backup(found).text(language), good: isGood))
        }
        guard let settings = configuration.backup else { return add(.noSchedule, true) }
        do {
            let facts = try RecordFacts.read(configuration.database)
            let now = SystemClock.now()
            let last = try BackupShelf(folder: settings.folder).backups()
                .first { $0.isOf(facts) && $0.name.at <= now }?.name.at
            let age = last.map { now.minutes(since: $0) }
            guard let age else { return add(.overdue(age: nil), false) }
            if case .overdue = settings.plan.standing(last: last, now: now, offset: centre.offset) {
                return add(.overdue(age: age), false)
            }
            add(.lastBackup(age: age), true)
        } catch {
            let item = Words.backup(.doctorItem).text(language)
            lines.append(Line(item: item, found: words(error, language), good: false))
        }
    }

    /// Whether open cases stand under the rulebook and the calendar that are in force now.
    private func examineDates(
        _ store: CaseStore, _ configuration: Configuration, _ centre: Centre, _ language: Language,
        _ lines: inout [Line]
    ) throws {
        var rules = try configuration.rules(offset: centre.offset)
        rules.calendar = rules.calendar.with(try store.calendarChanges())
        let trial = try store.recompute(
            under: rules, because: "", at: SystemClock.now(), by: .office, isTrial: true)
        let found = trial.changed == 0 ? rules.rulebook.name : Words.doctor(.otherRules(trial.changed)).text(language)
        add(.dates, found, trial.changed == 0, language, &lines)
    }

    func words(_ error: any Error, _ language: Language) -> String {
        ErrorReport.make(error, language).words
    }

    func add(
        _ item: Words.DoctorItem, _ found: String, _ isGood: Bool, _ language: Language, _ lines: inout [Line]
    ) {
        lines.append(Line(item: Words.doctor(item).text(language), found: found, good: isGood))
    }

    private func finish(_ lines: [Line], _ language: Language) throws {
        if json {
            Console.json(try JSONOutput.text(lines))
        } else {
            let cells = lines.map {
                [$0.item, ($0.good ? Words.goodLine : .badLine).text(language), $0.found]
            }
            Console.out(TextTable(heading: cells.first ?? [], rows: Array(cells.dropFirst())).text)
        }
        if lines.contains(where: { !$0.good }) { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
