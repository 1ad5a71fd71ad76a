import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban import`: another system's cases or event log, read through a mapping; or what this program exported.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Words.helpText(.abstract(.importing)),
        discussion: Words.helpText(.exchange(.discussionImport)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.optionFile))
    var file: String?

    @Option(name: .long, help: Words.help(.optionMapping))
    var mapping: String?

    @Option(name: .long, help: Words.help(.exchange(.optionImportFormat)))
    var format: ExportFormat?

    @Option(name: .long, help: Words.help(.optionRejects))
    var rejects: String?

    @Option(name: .customLong("as"), help: Words.help(.exchange(.optionImportAs)))
    var person: String?

    @Flag(name: .customLong("example-mapping"), help: Words.help(.exchange(.optionExample)))
    var example = false

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        if example { return Console.file(ExampleMapping.text) }
        guard let file else { throw Failure(.exchange(.fileMissing), exit: .usage) }
        switch (mapping, format) {
        case (let mapping?, nil):
            let text = try TextFile.read(mapping)
            if try EventLogMapping.isEventLog(toml: text, source: mapping) {
                try importLog(file, through: EventLogMapping(toml: text, source: mapping))
            } else {
                try importCases(file, through: ImportMapping(toml: text, source: mapping))
            }
        case (nil, let format?): try importForm(file, format)
        case (nil, nil), (_?, _?): throw Failure(.exchange(.mappingOrFormat), exit: .usage)
        }
    }

    private func rejectsPath(_ file: String) -> String { rejects ?? file + ".rejects.csv" }

    /// Who imports: the office itself unless somebody is named.
    private func importer(_ workplace: Workplace) throws -> Actor? {
        try person.map { Actor(try workplace.actor($0)) }
    }

    private func importCases(_ file: String, through mapping: ImportMapping) throws {
        let workplace = try Workplace(options)
        let importer = CaseImporter(
            mapping: mapping, store: workplace.store, rules: workplace.rules,
            actor: try importer(workplace)?.id ?? .office, now: SystemClock.now())
        Interruption.watch()
        let report = try importer.run(file: file, rejects: rejectsPath(file)) { progress in
            Console.progress(workplace.text(.importProgress(progress)))
            return !Interruption.wasAsked
        }
        if !json {
            Console.endProgress()
            let words = report.unknownWords.sorted {
                ($0.key.meaning.rawValue, $0.key.word) < ($1.key.meaning.rawValue, $1.key.word)
            }
            for (word, rows) in words {
                Console.error(workplace.text(.exchange(.unknownWord(word, rows: rows, taken: mapping.defaults))))
            }
        }
        try tell(report, of: file, json ? nil : workplace.text(.imported(report)), workplace)
    }

    private func importForm(_ file: String, _ format: ExportFormat) throws {
        let workplace = try Workplace(options)
        let importer = FormImporter(
            format: format, store: workplace.store, actor: try importer(workplace), now: SystemClock.now())
        Interruption.watch()
        let (kind, report) = try importer.run(file: file, rejects: rejectsPath(file)) { progress in
            Console.progress(workplace.text(.importProgress(progress)))
            return !Interruption.wasAsked
        }
        try tell(report, of: file, json ? nil : workplace.text(.exchange(.formImported(kind, report))), workplace)
    }

    /// - Parameter words: `nil` tells it as JSON.
    private func tell(_ report: ImportReport, of file: String, _ words: String?, _ workplace: Workplace) throws {
        Console.endProgress()
        if let words {
            Console.out(words)
            tell(report.differences, of: report.progress.otherState, workplace)
            for reject in report.rejects { Console.error(workplace.text(.rejectLine(reject))) }
            tellMore(report.progress.rejected - report.rejects.count, workplace)
            tellEncoding(of: file, report.rejects, workplace)
        } else {
            Console.json(try JSONOutput.text(ImportSummary(report)))
        }
        try end(report.rejectsPath, stopped: report.wasStopped, rejected: report.progress.rejected, workplace)
    }

    /// The first cases that are here in another state, and how many more there are.
    private func tell(_ differences: [ImportDifference], of count: Int, _ workplace: Workplace) {
        let told = differences.prefix(ImportReport.rejectLimit)
        for difference in told { Console.error(workplace.text(.differenceLine(difference))) }
        tellMore(count - told.count, workplace)
    }

    private func tellEncoding(of file: String, _ rejects: [ImportReject], _ workplace: Workplace) {
        guard rejects.contains(where: { $0.reason == .invalidUTF8 }) else { return }
        Console.error(workplace.text(.exchange(.perhapsGBK(file))))
    }

    private func tellMore(_ count: Int, _ workplace: Workplace) {
        if count > 0 { Console.error(workplace.text(.exchange(.more(count)))) }
    }

    private func importLog(_ file: String, through mapping: EventLogMapping) throws {
        let workplace = try Workplace(options)
        let importer = EventLogImporter(
            mapping: mapping, store: workplace.store, rules: workplace.rules,
            actor: try importer(workplace)?.id ?? .office, now: SystemClock.now())
        Interruption.watch()
        let report = try importer.run(file: file, rejects: rejectsPath(file)) { progress in
            Console.progress(workplace.text(.exchange(.importProgress(progress))))
            return !Interruption.wasAsked
        }
        Console.endProgress()
        if json {
            Console.json(try JSONOutput.text(EventLogSummary(report)))
        } else {
            Console.out(workplace.text(.exchange(.imported(report))))
            tell(report.differences, of: report.progress.otherState, workplace)
            for reject in report.rejects { Console.error(workplace.text(.rejectLine(reject))) }
            tellEncoding(of: file, report.rejects, workplace)
        }
        try end(report.rejectsPath, stopped: report.wasStopped, rejected: report.progress.rowsRejected, workplace)
    }

    private func end(_ rejects: String?, stopped: Bool, rejected: Int, _ workplace: Workplace) throws {
        if let rejects { Console.error(workplace.text(.rejectsWritten(rejects))) }
        if stopped { throw ExitCode(Interruption.exitCode) }
        if rejected > 0 { throw ExitCode(ExitStatus.partly.rawValue) }
    }
}

/// What an import did, for `--json`.
struct ImportSummary: Encodable {
    var read: Int
    var imported: Int
    var alreadyThere: Int
    /// There already, in another state than the file says; left as they are.
    var otherState: Int
    /// Their numbers, the first thousand.
    var otherStateNumbers: [String]
    /// Words that the mapping does not know, and in how many rows its defaults stood in for them.
    var unknownStates, unknownOrigins, unknownKinds: [String: Int]
    var rejected: Int
    var rejectsFile: String?
    var stopped: Bool

    init(_ report: ImportReport) {
        read = report.progress.rowsRead
        imported = report.progress.imported
        alreadyThere = report.progress.alreadyThere
        otherState = report.progress.otherState
        func unknown(_ meaning: UnknownWord.Meaning) -> [String: Int] {
            let words = report.unknownWords.filter { $0.key.meaning == meaning }
            return Dictionary(uniqueKeysWithValues: words.map { ($0.key.word, $0.value) })
        }
        (unknownStates, unknownOrigins, unknownKinds) = (unknown(.state), unknown(.origin), unknown(.kind))
        otherStateNumbers = report.differences.map(\.number)
        rejected = report.progress.rejected
        rejectsFile = report.rejectsPath
        stopped = report.wasStopped
    }
}

/// What the import of an event log did, for `--json`.
struct EventLogSummary: Encodable {
    var rows: Int
    var cases: Int
    var events: Int
    var alreadyThere: Int
    /// There already, in another state than the log leads to; left as they are. The first thousand by their numbers.
    var otherState: Int
    var otherStateNumbers: [String]
    var casesRejected: Int
    var rowsRejected: Int
    var rejectsFile: String?
    var stopped: Bool

    init(_ report: EventLogReport) {
        rows = report.progress.rows
        cases = report.progress.cases
        events = report.progress.events
        alreadyThere = report.progress.alreadyThere
        otherState = report.progress.otherState
        otherStateNumbers = report.differences.map(\.number)
        casesRejected = report.progress.casesRejected
        rowsRejected = report.progress.rowsRejected
        rejectsFile = report.rejectsPath
        stopped = report.wasStopped
    }
}
