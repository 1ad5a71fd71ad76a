import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban warnings`: the open cases that are past a mark, and the circular that is made of them.
struct WarningsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warnings", abstract: Words.helpText(.warnings(.abstract)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.warnings(.optionRaise)))
    var raise = false

    @Option(name: .long, help: Words.help(.warnings(.optionSince)))
    var since: DayArgument?

    @Option(name: .long, help: Words.help(.optionVillage))
    var village: String?

    @Option(name: .long, help: Words.help(.optionAgentNumber))
    var agent: String?

    @Flag(name: .long, help: Words.help(.warnings(.optionCircular)))
    var circular = false

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: raise ? .readWrite : .readOnly)
        let now = SystemClock.now()
        let raised = raise ? try workplace.store.raiseWarnings(at: now, rules: workplace.rules).count : 0
        let offset = workplace.centre.offset
        let start = since.map { offset.instant($0.date) }
        let warnings = try workplace.store.openWarnings(
            WarningQuery(
                now: now, since: start, village: village, agent: try agent.map { try workplace.person($0).id }))
        if circular {
            let circular = WarningCircular(warnings, since: start, at: now)
            if json {
                Console.json(try JSONOutput.text(ShownCircular(circular, offset: offset)))
            } else {
                Console.out(
                    CircularText.lines(circular, centre: workplace.centre, workplace.language)
                        .joined(separator: "\n"))
            }
        } else if json {
            Console.json(
                try JSONOutput.text(
                    ShownWarnings(
                        at: now.iso8601(offset), raised: raised,
                        warnings: warnings.map { ShownWarning($0, now: now, offset: offset) })))
        } else {
            show(warnings, raised: raised, at: now, workplace)
        }
    }

    private func show(_ warnings: [OpenWarning], raised: Int, at now: Instant, _ workplace: Workplace) {
        if raise { Console.out(workplace.text(.warnings(.raised(raised)))) }
        let columns: [Column] = [.village, .agent, .number, .applicant, .item]
        let heading =
            columns.map { workplace.text(.column($0)) }
            + [
                workplace.text(.warnings(.columnTopic)), workplace.text(.warnings(.columnMark)),
                workplace.text(.column(.due)), workplace.text(.column(.remaining)),
            ]
        let table = TextTable(
            heading: heading,
            rows: warnings.map { warning in
                [
                    warning.village, warning.agent?.name ?? "-", warning.number, warning.applicant, warning.item,
                    workplace.text(.warning(.topic(warning.topic))), workplace.text(.warning(.mark(warning.mark))),
                    warning.due.dueText(workplace.centre.offset),
                    workplace.text(.remaining(minutes: warning.due.minutes(since: now))),
                ]
            })
        Console.out(table.text)
        Console.out(workplace.text(.listCount(Set(warnings.map(\.caseID)).count)))
    }
}
