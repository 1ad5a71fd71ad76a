import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban import`: another system's cases, read through a mapping.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Words.helpText(.abstract(.importing)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.optionFile))
    var file: String

    @Option(name: .long, help: Words.help(.optionMapping))
    var mapping: String

    @Option(name: .long, help: Words.help(.optionRejects))
    var rejects: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let mapping = try ImportMapping(toml: TextFile.read(mapping), source: mapping)
        let workplace = try Workplace(options)
        let importer = CaseImporter(
            mapping: mapping, store: workplace.store, rules: workplace.rules, now: SystemClock.now())
        Interruption.watch()
        let report = try importer.run(file: file, rejects: rejects ?? file + ".rejects.csv") { progress in
            Console.progress(workplace.text(.importProgress(progress)))
            return !Interruption.wasAsked
        }
        Console.endProgress()
        if json {
            Console.json(try JSONOutput.text(ImportSummary(report)))
        } else {
            Console.out(workplace.text(.imported(report)))
            for reject in report.rejects { Console.error(workplace.text(.rejectLine(reject))) }
        }
        if let path = report.rejectsPath { Console.error(workplace.text(.rejectsWritten(path))) }
        if report.wasStopped { throw ExitCode(Interruption.exitCode) }
        if report.progress.rejected > 0 { throw ExitCode(ExitStatus.partly.rawValue) }
    }
}

/// What an import did, for `--json`.
struct ImportSummary: Encodable {
    var read: Int
    var imported: Int
    var alreadyThere: Int
    var rejected: Int
    var rejectsFile: String?
    var stopped: Bool

    init(_ report: ImportReport) {
        read = report.progress.rowsRead
        imported = report.progress.imported
        alreadyThere = report.progress.alreadyThere
        rejected = report.progress.rejected
        rejectsFile = report.rejectsPath
        stopped = report.wasStopped
    }
}
