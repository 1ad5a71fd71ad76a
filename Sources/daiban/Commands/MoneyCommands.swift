import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban money …`: what is put down for people.
struct MoneyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "money", abstract: Words.helpText(.record(.money)),
        subcommands: [MoneyEnterCommand.self, MoneyListCommand.self])
}

struct MoneyEnterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: Words.helpText(.record(.moneyEnter)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.record(.optionMoneyKind))) var kind: MoneyEntry.Kind
    // A negative amount is no option.
    @Option(name: .long, parsing: .unconditional, help: Words.help(.record(.optionAmount))) var amount: String
    @Option(name: .long, help: Words.help(.record(.optionPeriod))) var period: MonthArgument
    @Option(name: .long, help: Words.help(.record(.optionGround))) var ground: String
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let isNegative = amount.hasPrefix("-")
        guard let fen = Yuan.fen(isNegative ? String(amount.dropFirst()) : amount) else {
            throw Failure(.record(.notAnAmount(amount)), exit: .usage)
        }
        let entry = try MoneyEntry(
            kind: kind, fen: Int64(isNegative ? -fen : fen), period: period.month, ground: ground, note: note)
        try workplace.store.enterMoney(entry, for: member.id, by: actor, at: SystemClock.now())
        Console.out(workplace.text(.record(.entered("\(member.number) \(member.name)", entry))))
    }
}

struct MoneyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.record(.moneyList)))

    @OptionGroup var options: CommonOptions
    @Argument(help: Words.help(.record(.optionMoneyOf))) var number: String?
    @Option(name: .long, help: Words.help(.record(.optionPeriod))) var period: MonthArgument?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Line: Encodable {
        var entry: Int64
        var number: String
        var name: String
        var kind: String
        var fen: Int64
        var period: String
        var ground: String
        var note: String?
        var at: String
        var by: String
    }

    private struct Sum: Encodable {
        var number: String
        var name: String
        var period: String
        var amounts: [String: Int64]
        var net: Int64
    }

    private struct Shown: Encodable {
        var lines: [Line]
        var sums: [Sum]
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let person = try number.map { try workplace.person($0).id }
        let people = Dictionary(
            try workplace.store.allStaff().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = try workplace.store.money(of: person, in: period?.month).map { line in
            Line(
                entry: line.sequence, number: people[line.staff]?.number ?? "", name: people[line.staff]?.name ?? "",
                kind: line.entry.kind.rawValue, fen: line.entry.fen, period: line.entry.period.description,
                ground: line.entry.ground, note: line.entry.note, at: line.at.iso8601(workplace.centre.offset),
                by: people[line.actor]?.name ?? "")
        }
        let sums = try workplace.store.moneySums(of: person, in: period?.month).map { sum in
            Sum(
                number: people[sum.staff]?.number ?? "", name: people[sum.staff]?.name ?? "",
                period: sum.period.description,
                amounts: Dictionary(
                    sum.amounts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }),
                net: sum.net)
        }
        guard !json else {
            Console.json(try JSONOutput.text(Shown(lines: lines, sums: sums)))
            return
        }
        func text(_ words: RecordWords) -> String { workplace.text(.record(words)) }
        let cells = lines.map { line in
            [
                line.period, line.number, line.name,
                MoneyEntry.Kind(rawValue: line.kind).map { text(.kind($0)) } ?? line.kind,
                RecordWords.yuan(line.fen), line.ground,
            ]
        }
        let heading = [
            text(.columnPeriod), workplace.text(.staff(.columnNumber)), workplace.text(.columnName), text(.columnKind),
            text(.columnAmount), text(.columnGround),
        ]
        Console.out(TextTable(heading: heading, rows: cells).text)
        let totals = sums.map { [$0.period, $0.number, $0.name, RecordWords.yuan($0.net)] }
        Console.out("\n" + TextTable(heading: Array(heading.prefix(3)) + [text(.columnSum)], rows: totals).text)
    }
}

extension MoneyEntry.Kind: ExpressibleByArgument {}
