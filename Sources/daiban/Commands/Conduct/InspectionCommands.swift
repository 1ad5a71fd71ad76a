import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban inspection …`: who looked, when, where, what was found (建政发〔2022〕33号 二(四)4).
struct InspectionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection", abstract: Words.helpText(.conduct(.inspection)),
        subcommands: [InspectionAddCommand.self, InspectionListCommand.self])
}

struct InspectionAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: Words.helpText(.conduct(.inspectionAdd)))

    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .long, help: Words.help(.conduct(.optionPlace))) var place: String
    @Option(name: .long, help: Words.help(.conduct(.optionFound))) var found: String
    @Option(name: .long, help: Words.help(.conduct(.optionAt))) var at: String?
    @Option(name: .long, help: Words.help(.conduct(.optionAgent))) var agent: String?
    @Option(name: .customLong("at-post"), help: Words.help(.conduct(.optionPost))) var atPost: YesNo?

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        let about = try agent.map { try workplace.somebody($0) }
        let at = try workplace.moment(at)
        let now = SystemClock.now()
        let inspection = try workplace.store.batch { writer in
            try writer.inspect(at: now, by: actor, rules: workplace.rules) { number, inspector throws(StaffRefusal) in
                try Inspection(
                    number: number, at: at, by: inspector, place: place, found: found, agent: about?.id,
                    wasAtPost: atPost?.isYes)
            }
        }
        Console.out(workplace.text(.inspected(inspection.number)))
        guard let about, inspection.missed != nil else { return }
        let month = CivilMonth(of: workplace.centre.offset.civil(at).date)
        let proposal = try workplace.store.findingProposals(in: month, rules: workplace.rules, at: now)
            .first { $0.evidence == .inspection(inspection.number) }
        Console.out(workplace.text(proposal.map { .notAtPost($0.code(about.number)) } ?? .sameSession))
    }
}

struct InspectionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.conduct(.inspectionList)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.conduct(.optionPeriod))) var period: MonthArgument?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var number: Int
        var at: String
        var by: String
        var place: String
        var agent: String?
        var atPost: Bool?
        var found: String
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let month = workplace.month(period)
        let people = try workplace.people()
        let lines = try workplace.store.inspections(from: month.firstDay, through: month.lastDay).map(\.inspection)
        if json {
            let shown = lines.map { line in
                Shown(
                    number: line.number, at: line.at.iso8601(workplace.centre.offset),
                    by: people[line.by]?.number ?? "", place: line.place,
                    agent: line.agent.flatMap { people[$0]?.number }, atPost: line.wasAtPost, found: line.found)
            }
            Console.json(try JSONOutput.text(shown))
            return
        }
        let rows = lines.map { line in
            [
                "\(line.number)", line.at.civilText(workplace.centre.offset), line.place,
                line.agent.flatMap { people[$0]?.name } ?? "-",
                line.wasAtPost.map { workplace.text($0 ? .yes : .no) } ?? "-", people[line.by]?.name ?? "", line.found,
            ]
        }
        Console.out(
            workplace.table(
                [.columnNumber, .columnAt, .columnPlace, .columnAgent, .columnAtPost, .columnBy, .columnFound], rows))
    }
}
