import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban allowance share`: support money weighed by size, distance and performance (四川《指导意见》 三(四)).
struct AllowanceShareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "share", abstract: Words.helpText(.sheets(.share)))
    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: Words.help(.sheets(.optionTotal))) var amount: String
    @Option(name: .long, help: Words.help(.sheets(.optionFrom))) var from: MonthArgument
    @Option(name: .long, help: Words.help(.sheets(.optionGround))) var ground: String?
    @Flag(name: .long, help: Words.help(.sheets(.optionEnter))) var enter = false
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var village: String
        var residents: Int
        var kilometres: Int
        var approved: Int
        var fen: Int
        var canBeDrawn: Bool
    }

    func validate() throws {
        // What is entered rests on something.
        guard !enter || ground != nil else { throw ValidationError(.needed("--ground", with: "--enter")) }
    }

    func run() throws {
        let workplace = try Workplace(common, access: enter ? .readWrite : .readOnly)
        guard let fen = Yuan.fen(amount) else { throw Failure(.sheets(.notAnAmount(amount)), exit: .usage) }
        let weights = workplace.agentRules.support
        let plan: SupportPlan
        let before = try workplace.payRates()
        if enter, let ground {
            plan = try workplace.store.shareSupport(
                fen, from: from.month, weights: weights, ground: ground, by: Actor(try workplace.actor(person)),
                at: SystemClock.now())
        } else {
            plan = try workplace.store.supportPlan(fen, from: from.month, weights: weights)
        }
        if json {
            let shown = plan.lines.map { line in
                Shown(
                    village: line.facts.village, residents: line.facts.residents, kilometres: line.facts.kilometres,
                    approved: line.approved, fen: line.share, canBeDrawn: line.canBeDrawn)
            }
            return Console.json(try JSONOutput.text(shown))
        }
        func word(_ words: SheetWords) -> String { workplace.text(.sheets(words)) }
        let rows = plan.lines.map { line in
            [
                line.facts.village, "\(line.facts.residents)", "\(line.facts.kilometres)", "\(line.approved)",
                Yuan.text(fen: line.share),
            ]
        }
        let heading = [
            workplace.text(.column(.village)), word(.columnResidents), word(.columnKilometres), word(.columnApproved),
            word(.columnShare),
        ]
        Console.out(
            TextTable(heading: heading, rows: rows + [[word(.total), "", "", "", Yuan.text(fen: plan.total)]]).text)
        Console.out(word(enter ? .shareEntered("\(plan.from)") : .shareIsPreview))
        if enter { workplace.tell(try plan.settings(ground: ground ?? ""), against: before) }
        if !plan.undrawn.isEmpty { Console.out(word(.shareUndrawn(plan.undrawn))) }
    }
}

/// `daiban allowance village`: what the weighing rests on.
struct AllowanceVillageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "village", abstract: Words.helpText(.sheets(.describe)))
    @OptionGroup var common: CommonOptions
    @Argument(help: Words.help(.sheets(.argumentVillage))) var village: String
    @Option(name: .long, help: Words.help(.sheets(.optionResidents))) var residents: Int
    @Option(name: .long, help: Words.help(.sheets(.optionKilometres))) var kilometres: Int
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?

    func run() throws {
        let workplace = try Workplace(common)
        try workplace.store.describeVillage(
            village, residents: residents, kilometres: kilometres, by: Actor(try workplace.actor(person)),
            at: SystemClock.now())
        let words = [
            village, "\(workplace.text(.sheets(.columnResidents))) \(residents)",
            "\(workplace.text(.sheets(.columnKilometres))) \(kilometres)",
        ]
        Console.out(workplace.text(.sheets(.described(words.joined(separator: "  ")))))
    }
}
