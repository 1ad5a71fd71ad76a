import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban allowance …`: the quarterly sheet, and what is paid.
struct AllowanceCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allowance", abstract: Words.helpText(.sheets(.allowance)),
        subcommands: [
            AllowancePrepareCommand.self, AllowanceReviewCommand.self, AllowanceSignCommand.self,
            AllowanceReturnCommand.self, AllowanceShowCommand.self, AllowanceSetCommand.self,
            AllowanceRatesCommand.self, AllowanceShareCommand.self, AllowanceVillageCommand.self,
        ])
}

struct QuarterArgument: ExpressibleByArgument {
    var quarter: CivilQuarter

    init?(argument: String) {
        guard let quarter = CivilQuarter(argument.uppercased()) else { return nil }
        self.quarter = quarter
    }
}

/// Which quarter, and who does something with its sheet.
struct QuarterOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: Words.help(.sheets(.optionQuarter))) var quarter: QuarterArgument
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?

    func change(
        _ words: (AllowanceProcess) -> SheetWords, _ act: (Workplace, Actor, Instant) throws -> AllowanceProcess
    ) throws {
        let workplace = try Workplace(common)
        let process = try act(workplace, Actor(try workplace.actor(person)), SystemClock.now())
        Console.out(workplace.text(.sheets(words(process))))
        if try workplace.store.isAllowanceOutdated(process.quarter, rulebook: workplace.rules.rulebook) {
            Console.out(workplace.text(.sheet(.term(.noteOutdated))))
        }
    }

    static func sum(_ process: AllowanceProcess) -> String { Yuan.text(fen: process.sheet?.net ?? 0) }
}

struct AllowancePrepareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: Words.helpText(.sheets(.prepare)))
    @OptionGroup var options: QuarterOptions

    func run() throws {
        try options.change({ .prepared("\($0.quarter)", sum: QuarterOptions.sum($0)) }) { workplace, actor, now in
            try workplace.store.prepareAllowance(
                options.quarter.quarter, by: actor, at: now, rulebook: workplace.rules.rulebook)
        }
    }
}

struct AllowanceReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: Words.helpText(.sheets(.review)))
    @OptionGroup var options: QuarterOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws {
        try options.change({ .reviewed("\($0.quarter)") }) { workplace, actor, now in
            try workplace.store.reviewAllowance(options.quarter.quarter, note: note, by: actor, at: now)
        }
    }
}

struct AllowanceSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign", abstract: Words.helpText(.sheets(.sign)))
    @OptionGroup var options: QuarterOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws {
        try options.change({ .signed("\($0.quarter)", sum: QuarterOptions.sum($0)) }) { workplace, actor, now in
            try workplace.store.signAllowance(options.quarter.quarter, note: note, by: actor, at: now)
        }
    }
}

struct AllowanceReturnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: Words.helpText(.sheets(.giveBack)))
    @OptionGroup var options: QuarterOptions
    @Option(name: .long, help: Words.help(.sheets(.optionReason))) var reason: String

    func run() throws {
        try options.change({ .returned("\($0.quarter)") }) { workplace, actor, now in
            try workplace.store.returnAllowance(options.quarter.quarter, reason: reason, by: actor, at: now)
        }
    }
}

struct AllowanceShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: Words.helpText(.sheets(.show)))
    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: Words.help(.sheets(.optionQuarter))) var quarter: QuarterArgument
    @OptionGroup var output: SheetOutputOptions

    func run() throws {
        let workplace = try Workplace(common, access: .readOnly)
        let process = try workplace.store.allowance(of: quarter.quarter)
        try output.make(.allowance, .quarter(quarter.quarter), workplace)
        if output.isForPeople {
            Console.out(workplace.text(.sheet(.term(.allowanceState(process.state)))))
        }
    }
}

struct AllowanceSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: Words.helpText(.sheets(.set)))
    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: Words.help(.sheets(.optionSettingKind))) var kind: PaySetting.Kind
    @Option(name: .long, help: Words.help(.sheets(.optionName))) var name: String?
    @Option(name: .long, help: Words.help(.sheets(.optionAmount))) var amount: String
    @Option(name: .long, help: Words.help(.sheets(.optionFrom))) var from: MonthArgument
    @Option(name: .long, help: Words.help(.sheets(.optionGround))) var ground: String
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?

    func run() throws {
        let workplace = try Workplace(common)
        let actor = Actor(try workplace.actor(person))
        guard let fen = Yuan.fen(amount) else { throw Failure(.sheets(.notAnAmount(amount)), exit: .usage) }
        let setting = try PaySetting(kind: kind, name: name, fen: fen, from: from.month, ground: ground)
        let before = try workplace.payRates()
        try workplace.store.setPay(setting, by: actor, at: SystemClock.now())
        Console.out(
            workplace.text(.sheets(.isSet(AllowanceRatesCommand.cells(setting, workplace).joined(separator: "  ")))))
        workplace.tell([setting], against: before)
        // What is known by name alone counts, too.
        if kind == .piece, let name = setting.name, try !workplace.store.isItemKnown(name) {
            Console.out(workplace.text(.sheets(.itemNotListed(name))))
        }
    }
}

struct AllowanceRatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rates", abstract: Words.helpText(.sheets(.rates)))
    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var entry: Int64
        var kind: String
        var name: String?
        var fen: Int
        var from: String
        var ground: String
        var at: String
    }

    func run() throws {
        let workplace = try Workplace(common, access: .readOnly)
        let lines = try workplace.store.paySettings()
        guard !json else {
            let shown = lines.map { line in
                Shown(
                    entry: line.sequence, kind: line.setting.kind.rawValue, name: line.setting.name,
                    fen: line.setting.fen, from: "\(line.setting.from)", ground: line.setting.ground,
                    at: line.at.iso8601(workplace.centre.offset))
            }
            return Console.json(try JSONOutput.text(shown))
        }
        for line in lines { Console.out(Self.cells(line.setting, workplace).joined(separator: "  ")) }
    }

    static func cells(_ setting: PaySetting, _ workplace: Workplace) -> [String] {
        let kind: SheetWords =
            switch setting.kind {
            case .township: .township
            case .village: .village
            case .piece: .piece
            }
        return [
            "\(setting.from)", workplace.text(.sheets(kind)), setting.name ?? workplace.text(.sheets(.all)),
            Yuan.text(fen: setting.fen), setting.ground,
        ]
    }
}

extension Workplace {
    /// What is set by now.
    func payRates() throws -> PayRates { PayRates(settings: try store.paySettings().map(\.setting), yearly: nil) }

    /// Says what new settings take the place of, and what holds after them all the same.
    func tell(_ settings: [PaySetting], against before: PayRates) {
        func say(_ setting: PaySetting, _ words: (String) -> SheetWords) {
            Console.out(text(.sheets(words(AllowanceRatesCommand.cells(setting, self).joined(separator: "  ")))))
        }
        for setting in settings {
            if let replaced = before.replaced(by: setting), replaced.fen != setting.fen {
                say(replaced) { .replaces($0) }
            }
            for later in before.remaining(after: setting) { say(later) { .remains($0) } }
        }
    }
}

extension PaySetting.Kind: ExpressibleByArgument {}
