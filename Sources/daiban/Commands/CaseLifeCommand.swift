import ArgumentParser
import Casework
import Dashboard
import Foundation

/// `daiban case life`: the table of states, commands, roles and guards, made from the rules themselves.
struct CaseLifeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "life", abstract: Words.helpText(.life(.table)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    @Flag(name: .long, help: Words.help(.optionMarkdown))
    var markdown = false

    private struct Row: Encodable {
        struct Guard: Encodable {
            var name: String
            var clause: String?
            var words: String
        }

        var command: String
        var title: String
        var states: [String]
        var roles: [String]
        var guards: [Guard]
    }

    func run() throws {
        if markdown {
            Console.out(String(LifeTable.page.dropLast()))
            return
        }
        let language = try options.configuration().language(environment: ProcessInfo.processInfo.environment)
        func title(_ row: LifeRow) -> String {
            row.command.map { Message.action($0).text(language) } ?? Words.life(.redo).text(language)
        }
        if json {
            let rows = LifeTable.rows.map { row in
                Row(
                    command: row.name, title: title(row), states: row.states.map(\.rawValue),
                    roles: row.roles.map(\.rawValue),
                    guards: row.guards.map {
                        Row.Guard(
                            name: $0.name, clause: $0.source?.article, words: Message.refusal($0.refusal).text(language)
                        )
                    })
            }
            Console.json(try JSONOutput.text(rows))
            return
        }
        for row in LifeTable.rows {
            Console.out("\(row.name)  \(title(row))")
            let states = row.states.map { Message.state($0).text(language) }
            let roles = row.roles.map { Message.role($0).text(language) }
            Console.out("  \(Words.life(.columnStates).text(language))  \(states.joined(separator: " / "))")
            Console.out("  \(Words.life(.columnRoles).text(language))  \(roles.joined(separator: " / "))")
            for rule in row.guards {
                let clause = rule.source.map { "  (\($0.article))" } ?? ""
                Console.out(
                    "  \(Words.life(.columnGuards).text(language))  \(Message.refusal(rule.refusal).text(language))\(clause)"
                )
            }
        }
    }
}
