import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban verify`: replays the journal and compares.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words.helpText(.abstract(.verify)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.record(.optionFull)))
    var full = false

    @Option(name: .long, help: Words.help(.record(.optionAnchors)))
    var anchors: String?

    @Option(name: .customLong("anchor"), help: Words.help(.record(.optionAnchor)))
    var typed: [String] = []

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        // No workplace: what it reads may be what is broken.
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        var wanted = VerificationOptions(isFull: full)
        wanted.anchors = try typed.map { text in
            guard let anchor = KeptAnchor(typed: text) else {
                throw Failure(.record(.notAnAnchor(text)), exit: .usage)
            }
            return anchor
        }
        var unreadable: [VerificationReport.Finding] = []
        if let anchors {
            let kept = AnchorLines(try AnchorFile(path: anchors).lines())
            wanted.anchors += kept.anchors
            wanted.restarts = kept.restarts
            unreadable = kept.findings
        }
        let path = configuration.database
        let offset = (try? CaseStore.open(at: path, access: .readOnly).centre().offset) ?? .china
        wanted.lastMonth = CivilMonth(of: offset.civil(SystemClock.now()).date).advanced(by: -1)
        Interruption.watch()
        var report = try CaseStore.verify(at: path, wanted) { progress in
            Console.progress(Words.verifying(done: progress.done, total: progress.total).text(language))
            return !Interruption.wasAsked
        }
        Console.endProgress()
        if Interruption.wasAsked {
            Console.error(Words.interrupted.text(language))
            throw ExitCode(Interruption.exitCode)
        }
        report.findings += unreadable
        if json {
            Console.json(
                try JSONOutput.text(VerifySummary(report, isFull: full, database: options.database, offset, language)))
        } else {
            tell(report, offset, language)
        }
        if !report.isSound { throw ExitCode(ExitStatus.unsound.rawValue) }
    }

    private func tell(_ report: VerificationReport, _ offset: UTCOffset, _ language: Language) {
        if let month = report.monthWithoutAnchor {
            Console.error(Words.record(.monthWithoutAnchor(month)).text(language))
        }
        guard let first = report.findings.first else {
            Console.out(Words.sound(report).text(language))
            Console.out(Words.record(full ? .soundInFull : .soundInPart).text(language))
            if report.anchors > 0 { Console.out(Words.record(.anchorsCompared(report.anchors)).text(language)) }
            tellNotes(report, offset, language)
            return
        }
        // What was found is what was asked for: it goes where a report goes, also into a file.
        Console.out(Words.record(.firstFinding(first, offset)).text(language))
        let told = report.findings.dropFirst().prefix(Self.mostTold)
        for finding in told { Console.out(Words.finding(finding, offset).text(language)) }
        let all = report.findings.count + report.omittedFindings
        if all > told.count + 1 { Console.out(Words.record(.moreFindings(all - told.count - 1)).text(language)) }
        Console.out(Words.unsound(all).text(language))
        tellNotes(report, offset, language)
        for restore in report.restoresThatFit {
            Console.out(Words.record(.restoreFits(restore, at: restore.at.civilText(offset))).text(language))
        }
        let advice = VerifyAdvice(report)
        Console.out(Words.record(.verifyAdvice(advice, database: options.database)).text(language))
    }

    /// What was passed over is told each time: whoever put the line there may have had no right to.
    private func tellNotes(_ report: VerificationReport, _ offset: UTCOffset, _ language: Language) {
        for remade in report.remade { Console.out(Words.record(.remadeDespite(remade, offset)).text(language)) }
        for kept in report.restarts where kept.restore != nil || kept.isLost {
            Console.out(Words.record(.restarted(kept, offset)).text(language))
        }
    }

    /// More are consequences of one and the same, mostly.
    private static let mostTold = 40
}

/// What a verification found, for `--json`.
struct VerifySummary: Encodable {
    var sound: Bool
    /// Whether everything was looked at.
    var full: Bool
    var entries: Int
    var cases: Int
    var people: Int
    var items: Int
    var anchors: Int
    var findings: [String]
    /// How many findings of each kind: database, schema, chain, entry, anchor, projection, ledger, derived.
    var kinds: [String: Int]
    var omitted: Int
    var monthWithoutAnchor: String?
    /// Lines of the kept file that begin anew after a restore, and restores that are the reason for what does not agree.
    var restarts: [String]
    /// Entries that tell that the tables were made anew although the chain was broken.
    var remadeDespiteBreak: [Int64]
    var restoresThatFit: [Int64]

    /// What a person does about it.
    var advice: String?

    init(
        _ report: VerificationReport, isFull: Bool, database: String?, _ offset: UTCOffset, _ language: Language
    ) {
        sound = report.isSound
        full = isFull
        entries = report.entries
        cases = report.cases
        people = report.people
        items = report.items
        anchors = report.anchors
        findings = report.findings.map { Words.finding($0, offset).text(language) }
        kinds = Dictionary(report.findings.map { ($0.subject.rawValue, 1) }, uniquingKeysWith: +)
        omitted = report.omittedFindings
        if !report.findings.isEmpty {
            advice = Words.record(.verifyAdvice(VerifyAdvice(report), database: database)).text(language)
        }
        monthWithoutAnchor = report.monthWithoutAnchor?.description
        remadeDespiteBreak = report.remade.map(\.sequence)
        restarts = report.restarts.map { "\($0.line): \($0.restart.line)" }
        restoresThatFit = report.restoresThatFit.map(\.sequence)
    }
}
