import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban export`: a table of the record as a file for others.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Words.helpText(.exchange(.abstractExport)),
        discussion: Words.helpText(.exchange(.discussionExport)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.exchange(.optionKind)))
    var kind: ExportKind

    @Option(name: .long, help: Words.help(.exchange(.optionFormat)))
    var format: ExportFormat

    @Option(name: .long, help: Words.help(.exchange(.optionOut)))
    var out: String?

    @Flag(name: .long, help: Words.help(.exchange(.optionReplace)))
    var replace = false

    @Flag(name: .customLong("words"), help: Words.help(.exchange(.optionWords)))
    var addsWords = false

    @Flag(name: .customLong("unmasked"), help: Words.help(.exchange(.optionUnmasked)))
    var isUnmasked = false

    @Option(name: .long, help: Words.help(.exchange(.optionReason)))
    var reason: String?

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        guard isUnmasked || reason == nil else { throw Failure(.exchange(.reasonWithoutUnmasked), exit: .usage) }
        let workplace = try Workplace(options, access: isUnmasked ? .readWrite : .readOnly)
        var request = ExportRequest(kind: kind, format: format, now: SystemClock.now())
        if isUnmasked {
            guard let reason else { throw Failure(.exchange(.unmaskedNeedsReason), exit: .usage) }
            request.privacy = .unmasked(Actor(try workplace.actor(person)), reason: reason)
        }
        if addsWords {
            let language = workplace.language
            request.stateWord = { Message.state($0).text(language) }
        }
        if let out, out != "-" {
            try write(request, to: out, workplace)
        } else {
            try write(request, workplace)
        }
        if kind == .journal, !isUnmasked { Console.error(workplace.text(.exchange(.journalIsMasked))) }
    }

    private func write(_ request: ExportRequest, to path: String, _ workplace: Workplace) throws {
        let file = try ExportFile(path: path, replaces: replace)
        Interruption.watch()
        let report = try workplace.store.export(request) { (bytes) throws(ExportError) in
            try file.write(bytes)
        } progress: { done, total in
            Console.progress(workplace.text(.exchange(.progress(done: done, total: total))))
            return !Interruption.wasAsked
        }
        Console.endProgress()
        guard !report.wasStopped else {
            Console.error(workplace.text(.exchange(.stopped)))
            throw ExitCode(Interruption.exitCode)
        }
        try file.finish()
        if json {
            Console.json(try JSONOutput.text(ExportSummary(request, rows: report.rows, file: path)))
        } else {
            Console.out(workplace.text(.exchange(.exported(kind, rows: report.rows, path: path))))
        }
    }

    /// To standard output, which gets nothing but the table.
    private func write(_ request: ExportRequest, _ workplace: Workplace) throws {
        Interruption.watch()
        let report = try workplace.store.export(request) { (bytes) throws(ExportError) in
            Console.file(String(decoding: bytes, as: UTF8.self))
        } progress: { _, _ in
            !Interruption.wasAsked && !Console.isOutputClosed
        }
        if report.wasStopped, Interruption.wasAsked { throw ExitCode(Interruption.exitCode) }
    }
}

extension ExportKind: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}

/// What an export wrote, for `--json`.
struct ExportSummary: Encodable {
    var kind: String
    var format: String
    var rows: Int
    var masked: Bool
    var file: String

    init(_ request: ExportRequest, rows: Int, file: String) {
        kind = request.kind.rawValue
        format = request.format.rawValue
        self.rows = rows
        masked = request.privacy == .masked && request.kind.isPersonal
        self.file = file
    }
}
