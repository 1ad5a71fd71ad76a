import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case list`: cases by state, village, agent, text or deadline.
struct CaseListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.abstract(.list)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionState))
    var state: [CaseState] = []

    @Option(name: .long, help: Words.help(.optionVillage))
    var village: String?

    @Option(name: .long, help: Words.help(.optionAgentNumber))
    var agent: String?

    @Option(name: .long, help: Words.help(.optionText))
    var text: String = ""

    @Flag(name: .long, help: Words.help(.optionOverdue))
    var overdue = false

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
        let now = SystemClock.now()
        let open = Set(CaseState.allCases.filter(\.isOpen))
        let query = CaseListQuery(
            states: state.isEmpty ? open : Set(state), overdueAt: overdue ? now : nil, village: village,
            holder: try agent.map { try workplace.person($0).id }, filter: text, limit: limit)
        let rows = try workplace.store.list(query)
        let offset = workplace.centre.offset
        if json {
            Console.json(try JSONOutput.text(rows.map { ListedCase($0, offset: offset) }))
            return
        }
        let columns: [Column] = [.number, .state, .applicant, .item, .village, .agent, .remaining]
        let table = TextTable(
            heading: columns.map { workplace.text(.column($0)) },
            rows: rows.map { row in
                [
                    row.number, workplace.text(.state(row.state)), row.applicant, row.item, row.village,
                    row.holderName ?? "-",
                    row.dueAt.map { workplace.text(.remaining(minutes: $0.minutes(since: now))) } ?? "-",
                ]
            })
        Console.out(table.text)
        Console.out(workplace.text(.listCount(rows.count)))
    }
}

extension CaseState: ExpressibleByArgument {}
