import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban verify`: replays the journal and compares.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words.helpText(.abstract(.verify)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        Interruption.watch()
        let report = try workplace.store.verify { progress in
            Console.progress(workplace.text(.verifying(done: progress.done, total: progress.total)))
            return !Interruption.wasAsked
        }
        Console.endProgress()
        if Interruption.wasAsked {
            Console.error(workplace.text(.interrupted))
            throw ExitCode(Interruption.exitCode)
        }
        if json {
            Console.json(try JSONOutput.text(VerifySummary(report, workplace.language)))
        } else if report.isSound {
            Console.out(workplace.text(.sound(entries: report.entries, cases: report.cases)))
        } else {
            for finding in report.findings { Console.error(workplace.text(.finding(finding))) }
            Console.error(workplace.text(.unsound(report.findings.count)))
        }
        if !report.isSound { throw ExitCode(ExitStatus.unsound.rawValue) }
    }
}

/// What a verification found, for `--json`.
struct VerifySummary: Encodable {
    var sound: Bool
    var entries: Int
    var cases: Int
    var findings: [String]

    init(_ report: VerificationReport, _ language: Language) {
        sound = report.isSound
        entries = report.entries
        cases = report.cases
        findings = report.findings.map { Words.finding($0).text(language) }
    }
}
