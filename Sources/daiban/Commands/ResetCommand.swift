import ArgumentParser
import Dashboard
import TerminalKit

/// `daiban reset`: makes the terminal usable again after a program was killed that had taken it. It can be typed blindly, as
/// Ctrl-J `daiban reset` Ctrl-J.
struct ResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: Words.helpText(.abstract(.reset)))

    @OptionGroup var options: CommonOptions

    func run() throws {
        do {
            try TerminalMender.mend()
        } catch TerminalError.notATerminal {
            throw Failure(.nothingToMend, exit: .failed)
        }
        Console.out(Words.terminalMended.text(CommonOptions.languageOfArguments()))
    }
}
