import ArgumentParser
import Casework
import Dashboard

/// `daiban clause [ID]`: what a clause of the documents asks, where it lives, and how the rulebook in use settles it.
struct ClauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clause", abstract: Words.helpText(.rulebook(.clause)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.rulebook(.optionClause)))
    var id: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private struct Shown: Encodable {
        var id: String
        var clause: String
        var does: String
        var places: [String]
        var rulebook: String
        var settings: [ShownSetting]

        init(_ clause: Clause, _ rulebook: Rulebook, _ language: Language) {
            id = clause.id
            self.clause = clause.article
            does = clause.duty.text(language)
            places = clause.places
            self.rulebook = rulebook.name
            settings = clause.entries(in: rulebook).map { ShownSetting($0, language) }
        }
    }

    func run() throws {
        let shelf = try RulebookChoice(options)
        let rulebook = try shelf.current()
        let table = try Clause.table()
        guard let id else {
            if json {
                Console.json(try JSONOutput.text(table.map { Shown($0, rulebook, shelf.language) }))
            } else {
                let cells = table.map { [$0.id, $0.article, $0.duty.text(shelf.language)] }
                Console.out(TextTable(heading: cells.first ?? ["", "", ""], rows: Array(cells.dropFirst())).text)
            }
            return
        }
        guard let clause = table.first(where: { $0.id == id.uppercased() }) else {
            throw Failure(.rulebook(.clauseUnknown(id)), exit: .notFound)
        }
        if json {
            Console.json(try JSONOutput.text(Shown(clause, rulebook, shelf.language)))
            return
        }
        var lines = [
            "\(clause.id)  \(clause.article)", clause.duty.text(shelf.language), shelf.text(.lives(clause.places)), "",
        ]
        let entries = clause.entries(in: rulebook)
        if entries.isEmpty {
            lines.append(shelf.text(.nothingOpen))
        } else {
            lines += [shelf.text(.settles(rulebook.name)), shelf.plain(entries)]
        }
        Console.out(lines.joined(separator: "\n"))
    }
}
