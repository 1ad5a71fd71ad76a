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
            DeskCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self, CaseCommands.self,
            AcceptCommand.self, DeclineCommand.self, CompleteCommand.self, ApproveCommand.self, RejectCommand.self,
            ReassignCommand.self, UrgeCommand.self, UndoCommand.self, VerifyCommand.self, KeysCommand.self,
            DoctorCommand.self, SimulateCommand.self,
        ],
        defaultSubcommand: DeskCommand.self)

    static func main() {
        FirstThread.run { await work() }
    }

    private static func work() async {
        // A closed pipe on standard output is an error of a write, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let language = CommonOptions.languageOfArguments()
            guard let report = ErrorReport.make(error, language) else { exit(withError: error) }
            Console.error("daiban: \(report.words)")
            Foundation.exit(report.exit.rawValue)
        }
    }
}
