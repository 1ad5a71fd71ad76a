import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban search`: finds cases among all, open and closed, by words or initials of pinyin.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: Words.helpText(.abstract(.search)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.argumentWords))
    var words: [String]

    @Option(name: .long, help: Words.help(.optionLimit))
    var limit: Int = 100

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func validate() throws {
        guard (1...1_000_000).contains(limit) else {
            throw ValidationError(.range("--limit", least: "1", most: "1000000"))
        }
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let found = try workplace.store.search(words.joined(separator: " "), limit: limit)
        let offset = workplace.centre.offset
        if json {
            Console.json(try JSONOutput.text(found.rows.map { ListedCase($0, offset: offset) }))
            return
        }
        let columns: [Column] = [.number, .state, .applicant, .item, .village, .agent]
        let table = TextTable(
            heading: columns.map { workplace.text(.column($0)) },
            rows: found.rows.map { row in
                [
                    row.number, workplace.text(.state(row.state)), row.applicant, row.item, row.village,
                    row.holderName ?? "-",
                ]
            })
        if found.total > 0 { Console.out(table.text) }
        Console.out(workplace.text(.searchCount(found.total, shown: found.rows.count, hasMore: found.hasMore)))
    }
}
