import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban report …`: the sheets of the centre.
struct ReportCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: Words.helpText(.sheets(.report)),
        subcommands: [ReportMakeCommand.self, ReportListCommand.self, ReportHandInCommand.self],
        defaultSubcommand: ReportMakeCommand.self)
}

struct PeriodArgument: ExpressibleByArgument {
    var period: ReportPeriod

    init?(argument: String) {
        guard let period = ReportPeriod(argument.uppercased()) else { return nil }
        self.period = period
    }
}

/// The widths of paper.
enum PaperWidth: Int, ExpressibleByArgument, CaseIterable {
    case narrow = 80
    case wide = 132
}

/// How a sheet is written, and where.
struct SheetOutputOptions: ParsableArguments {
    @Option(name: .long, help: Words.help(.sheets(.optionFormat))) var format = SheetFormat.text
    @Option(name: .long, help: Words.help(.sheets(.optionColumns))) var columns: PaperWidth?
    @Option(name: .long, help: Words.help(.sheets(.optionVillage))) var village: String?
    @Option(name: .long, help: Words.help(.sheets(.optionExplain))) var explain: String?
    @Option(name: .long, help: Words.help(.sheets(.optionOutput))) var output: String?

    /// Whether it goes to somebody who reads, and not to a file or a program.
    var isForPeople: Bool { format == .text && output == nil && explain == nil }

    func make(_ kind: SheetKind, _ period: ReportPeriod, _ workplace: Workplace) throws {
        let sheet = try workplace.store.sheet(
            SheetRequest(kind: kind, period: period, village: village, isExplained: explain != nil),
            at: SystemClock.now(), rules: workplace.rules)
        let wording = SheetWording(language: workplace.language, offset: workplace.centre.offset)
        if let explain { return try show(explain, of: sheet, wording, workplace) }
        let text =
            switch format {
            case .text: SheetText(wording, width: width(for: sheet)).pages(sheet)
            case .csv: SheetCSV.text(sheet, wording)
            case .json: JSONText.escaped(try SheetJSON.text(sheet, wording)) + "\n"
            case .html: SheetHTML.text(sheet, wording)
            }
        guard let output else { return Console.file(text) }
        if let detail = PrivateFile.write(Data(text.utf8), to: output) {
            throw Failure(.sheets(.notOutput(output, detail: detail)), exit: .failed)
        }
        Console.out(workplace.text(.sheets(.written(output))))
    }

    /// What was asked for, or what the sheet needs; on a terminal the narrow paper when the wide one has no room.
    private func width(for sheet: Sheet) -> Int {
        if let columns { return columns.rawValue }
        let wanted = SheetText.width(for: sheet)
        guard output == nil, let room = Console.columns, room < wanted else { return wanted }
        return PaperWidth.narrow.rawValue
    }

    /// What a number is made of, down to the cases.
    private func show(_ address: String, of sheet: Sheet, _ wording: SheetWording, _ workplace: Workplace) throws {
        // Keys of rows may have a stroke in them, names of columns have none.
        guard let stroke = address.lastIndex(of: "/") else { throw unknown(address, sheet) }
        let (row, column) = (String(address[..<stroke]), String(address[address.index(after: stroke)...]))
        guard let cell = sheet.cell(row, column) else { throw unknown(address, sheet) }
        var lines = [
            "\(row)  \(wording.word(.column(SheetColumn(rawValue: column) ?? .net)))  \(wording.text(cell.value))"
        ]
        let parts = cell.parts.map { wording.text($0) }
        lines += parts.map { "  \($0.what)  \($0.amount)" }
        let cases = try cases(row, column, of: sheet, workplace)
        if !cases.isEmpty {
            lines.append(workplace.text(.sheets(.casesBehind(cases.count))))
            lines += cases.map { found in
                "  \(found.at.civilText(wording.offset))  \(found.number)  \(found.item)"
                    + (found.factor < 0 ? "  -1" : "")
            }
        }
        if parts.isEmpty, cases.isEmpty { lines.append(workplace.text(.sheets(.madeOfNothing))) }
        if let basis = basis(of: column, in: sheet) { lines.append(wording.word(.term(basis))) }
        Console.out(lines.joined(separator: "\n"))
    }

    /// What a number counts, where other sheets count something near it.
    private func basis(of column: String, in sheet: Sheet) -> SheetTerm? {
        switch (sheet.kind, SheetColumn(rawValue: column)) {
        case (.performance, .approved?), (.performance, .pay?), (.allowance, .pieces?): .notePieces
        case (.summary, .received?), (.summary, .approved?): .noteSummary
        case (.attendance, .outside?): .noteOutside
        default: nil
        }
    }

    private func cases(
        _ row: String, _ column: String, of sheet: Sheet, _ workplace: Workplace
    ) throws -> [CountedCase] {
        let store = workplace.store
        func approvals(of number: String, item: String?) throws -> [CountedCase] {
            guard let member = try store.staff(number: number) else { return [] }
            return try store.approvals(
                of: member.id, item: item, village: nil, in: sheet.period, limit: Self.caseLimit)
        }
        switch (sheet.kind, SheetColumn(rawValue: column)) {
        case (.performance, .approved?), (.performance, .pay?):
            let parts = row.split(separator: "/", maxSplits: 1).map(String.init)
            guard let number = parts.first, parts.count == 2 else { return [] }
            return try approvals(of: number, item: parts[1])
        case (.allowance, .pieces?):
            return try approvals(of: row.split(separator: "/").first.map(String.init) ?? row, item: nil)
        case (.summary, .approved?):
            let parts = row.split(separator: "/").map(String.init)
            guard let village = parts.first else { return [] }
            let month = parts.count == 2 ? CivilMonth(parts[1]) : nil
            return try store.approvals(
                of: nil, item: nil, village: village, in: month.map { .month($0) } ?? sheet.period,
                limit: Self.caseLimit)
        case (.attendance, .outside?):
            guard var member = try store.staff(number: row) else { return [] }
            member.village = sheet.cell(row, SheetColumn.village.rawValue).flatMap { cell -> String? in
                if case .text(let village) = cell.value { village } else { nil }
            }
            return try store.acceptancesOutsideDuty(
                of: member, in: sheet.period, rules: workplace.rules, at: SystemClock.now(), limit: Self.caseLimit)
        default: return []
        }
    }

    private static let caseLimit = 10_000

    private func unknown(_ address: String, _ sheet: Sheet) -> Failure {
        Failure(
            .sheets(
                .noSuchCell(
                    address, rows: sheet.rows.prefix(20).map(\.key) + (sheet.rows.count > 20 ? ["…"] : []),
                    columns: sheet.columns.map(\.rawValue))),
            exit: .notFound)
    }
}

struct ReportMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "make", abstract: Words.helpText(.sheets(.make)))
    @OptionGroup var common: CommonOptions
    @Argument(help: Words.help(.sheets(.optionKind))) var kind: SheetKind
    @Option(name: .long, help: Words.help(.sheets(.optionPeriod))) var period: PeriodArgument
    @OptionGroup var output: SheetOutputOptions

    func run() throws {
        try output.make(kind, period.period, try Workplace(common, access: .readOnly))
    }
}

struct ReportListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Words.helpText(.sheets(.list)))
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = try common.configuration().language(environment: ProcessInfo.processInfo.environment)
        let rows = SheetKind.allCases.map { kind in
            [
                kind.rawValue, Message.sheet(.kind(kind)).text(language), Message.sheet(.about(kind)).text(language),
            ]
        }
        guard let first = rows.first else { return }
        Console.out(TextTable(heading: first, rows: Array(rows.dropFirst())).text)
    }
}

struct ReportHandInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-in", abstract: Words.helpText(.sheets(.handIn)))
    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: Words.help(.optionVillage)) var village: String
    @Option(name: .long, help: Words.help(.sheets(.optionMonth))) var month: MonthArgument
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?

    func run() throws {
        let workplace = try Workplace(common)
        let actor = Actor(try workplace.actor(person))
        let isNew = try workplace.store.handInSummary(
            of: village, for: month.month, by: actor, at: SystemClock.now())
        let month = "\(month.month)"
        Console.out(
            workplace.text(
                .sheets(
                    isNew ? .handedIn(village: village, month: month) : .handedInAlready(village: village, month: month)
                )
            ))
    }
}

extension SheetKind: ExpressibleByArgument {}
extension SheetFormat: ExpressibleByArgument {}
