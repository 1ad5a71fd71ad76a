import ArgumentParser
import Dashboard
import Foundation

/// The program: one subcommand a file; without one, the desk.
@main
struct Daiban: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daiban",
        abstract: Words.helpText(.program),
        discussion: Words.helpText(.programDiscussion),
        version: "0.1.0",
        subcommands: [
            DeskCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self, ExportCommand.self,
            SearchCommand.self,
            CaseCommands.self,
            StaffCommands.self, ItemCommands.self,
            AcceptCommand.self, DeclineCommand.self, CompleteCommand.self, ApproveCommand.self, RejectCommand.self,
            ReassignCommand.self, UrgeCommand.self, UndoCommand.self, VerifyCommand.self, KeysCommand.self,
            DoctorCommand.self, ResetCommand.self, SimulateCommand.self, RulebookCommands.self, ClauseCommand.self,
            CalendarCommands.self, DueCommand.self, RecomputeCommand.self,
            AnchorCommand.self, RebuildCommand.self, MoneyCommands.self,
            AllowanceCommands.self, ReportCommands.self,
            WarningsCommand.self, OutboxCommands.self, ProgressCommand.self, CampaignCommands.self, CountyCommand.self,
            AttendanceCommands.self, CheckinCommand.self, WallCommand.self,
            BackupCommands.self, RestoreCommand.self, RelayCommands.self,
            InspectionCommands.self, TrainingCommands.self, AppraisalCommands.self, ChecklistCommands.self,
            StarsCommand.self, NoticeCommands.self,
        ],
        defaultSubcommand: DeskCommand.self)

    static func main() {
        FirstThread.run { await work() }
    }

    private static func work() async {
        // A closed pipe on standard output is an error of a write, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        Console.keepErrorsApart()
        var code = await perform()
        if let detail = Console.outputFailure {
            // What was asked for was done, but nobody can read it.
            report(Words.outputFailed(detail).text(CommonOptions.languageOfArguments()))
            if code == ExitStatus.done.rawValue { code = ExitStatus.failed.rawValue }
        }
        Foundation.exit(code)
    }

    /// Runs the command of the command line to its end.
    ///
    /// - Returns: the exit code.
    private static func perform() async -> Int32 {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return ExitStatus.done.rawValue
        } catch {
            return end(with: error)
        }
    }

    private static func end(with error: any Error) -> Int32 {
        // ArgumentParser gives this code to every error that is not its own, and to none that is.
        guard exitCode(for: error) == .failure, !(error is ExitCode) else { return endOfParser(with: error) }
        let (words, exit) = ErrorReport.make(error, CommonOptions.languageOfArguments())
        report(words)
        return exit.rawValue
    }

    /// Says what ArgumentParser has to say: help, the version, how a command is meant.
    private static func endOfParser(with error: any Error) -> Int32 {
        let language = CommonOptions.languageOfArguments()
        let code = exitCode(for: error)
        if !code.isSuccess, let mistyped = MistypedCommand(Array(CommandLine.arguments.dropFirst())) {
            report(mistyped.words(language))
            return code.rawValue
        }
        let text = ParserWords.text(fullMessage(for: error), language)
        if !text.isEmpty {
            if code.isSuccess { Console.out(text) } else { Console.error(text) }
        }
        return code.rawValue
    }

    private static func report(_ words: String) {
        Console.error("daiban: \(words)")
    }
}
