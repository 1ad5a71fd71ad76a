import ArgumentParser
import Dashboard
import Foundation

/// `daiban keys`: the key table of the desk, from the same registry that handles the keys.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: Words.helpText(.abstract(.keys)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    @Flag(name: .long, help: Words.help(.optionMarkdown))
    var markdown = false

    private struct Row: Encodable {
        var command: String
        var keys: [String]
        var title: String
        var help: String
    }

    func run() throws {
        let language = try options.configuration().language(environment: ProcessInfo.processInfo.environment)
        let rows = CommandID.allCases.map { command in
            Row(
                command: command.rawValue, keys: command.keys.map(\.name),
                title: Message.commandTitle(command).text(language), help: Message.commandHelp(command).text(language))
        }
        if json {
            Console.json(try JSONOutput.text(rows))
        } else if markdown {
            Console.out(KeyTable.markdown)
        } else {
            let cells = rows.map { [$0.keys.joined(separator: "  "), $0.title, $0.help] }
            Console.out(TextTable(heading: cells.first ?? [], rows: Array(cells.dropFirst())).text)
        }
    }
}
