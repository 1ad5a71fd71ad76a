import ArgumentParser
import CaseStore
import Casework
import Dashboard
import TerminalKit

/// `daiban appraisal …`: what the record says of people's work, and what is decided on it.
struct AppraisalCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appraisal", abstract: Words.helpText(.conduct(.appraisal)),
        subcommands: [AppraisalShowCommand.self, AppraisalDecideCommand.self],
        defaultSubcommand: AppraisalShowCommand.self)
}

/// How a list of appraisals is printed.
enum AppraisalFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

struct AppraisalShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.conduct(.appraisalShow)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.conduct(.optionPerson))) var person: String?
    @Option(name: .long, help: Words.help(.conduct(.optionVillage))) var village: String?
    @Option(name: .long, help: Words.help(.conduct(.optionPeriod))) var period: MonthArgument?
    @Option(name: .long, help: Words.help(.conduct(.optionExplain))) var explain: Appraisal.Figure?
    @Option(name: .long, help: Words.help(.conduct(.optionFormat))) var format = AppraisalFormat.text

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        guard person == nil || village == nil else { throw Failure(.conduct(.personOrVillage), exit: .usage) }
        let month = workplace.month(period)
        try workplace.requireBegun(month)
        let appraisals = try appraisals(workplace, month)
        if let explain {
            try tell(explain, appraisals, month, workplace)
            return
        }
        switch format {
        case .json: Console.json(try JSONOutput.text(appraisals.map(ShownAppraisal.init)))
        case .csv: Console.out(CSVText.lines([heading(workplace)] + appraisals.map { row($0, workplace) }))
        case .text:
            if person != nil, let one = appraisals.first {
                Console.out(page(one, workplace))
            } else {
                Console.out(TextTable(heading: heading(workplace), rows: appraisals.map { row($0, workplace) }))
            }
        }
    }

    private func appraisals(_ workplace: Workplace, _ month: CivilMonth) throws -> [Appraisal] {
        let now = SystemClock.now()
        guard let person else {
            return try workplace.store.appraisals(in: month, village: village, rules: workplace.rules, at: now)
        }
        let member = try workplace.somebody(person)
        return try workplace.store.appraisal(of: member.id, in: month, rules: workplace.rules, at: now).map { [$0] }
            ?? []
    }

    // MARK: A list

    private func heading(_ workplace: Workplace) -> [String] {
        [
            workplace.text(.staff(.columnNumber)), workplace.text(.staff(.columnName)), workplace.text(.columnVillage),
        ] + Appraisal.Figure.allCases.map { workplace.text(.figure($0)) } + [workplace.text(.columnOpen)]
    }

    private func row(_ appraisal: Appraisal, _ workplace: Workplace) -> [String] {
        let member = appraisal.member
        let proposal = appraisal.proposal
        let open =
            appraisal.isOpen
            ? "\(workplace.text(.outcome(proposal.suggested))) \(proposal.clauses.joined(separator: " "))" : ""
        return [member.number, member.name, member.village ?? ""]
            + Appraisal.Figure.allCases.map { figure in
                let month = appraisal.current
                return figure == .attended ? "\(month.attended)/\(month.sessions)" : "\(month.value(of: figure))"
            } + [open]
    }

    // MARK: One person

    private func page(_ appraisal: Appraisal, _ workplace: Workplace) -> String {
        let member = appraisal.member
        // Nothing is asked of the terminal here: where blocks may be wide, the configuration says so.
        let glyphs = Glyphs(
            workplace.configuration.glyphs,
            ambiguousWidth: workplace.configuration.ambiguousWidth == .wide ? .wide : .narrow
        ).widgets
        let names = Appraisal.Figure.allCases.map { workplace.text(.figure($0)) }
        let width = names.map(DisplayWidth.of).max() ?? 0
        let title = workplace.text(.title("\(member.number) \(member.name)", appraisal.proposal.month))
        let lines = AppraisalLine.lines(appraisal, workplace.language, place: .commandLine).map { line -> String in
            switch line {
            case .blank: return ""
            case .heading(let message), .text(let message), .muted(let message): return workplace.text(message)
            case .warning(let message): return "! \(workplace.text(message))"
            case .figure(let figure, let value, let note, let trend):
                let name = workplace.text(.figure(figure))
                let padding = String(repeating: " ", count: width + 2 - DisplayWidth.of(name))
                let chart = Sparkline.text(trend.map { $0 > 0 ? $0 : nil }, glyphs: glyphs)
                return "\(name)\(padding)\(chart)  \(value)\(note.map { "  \($0)" } ?? "")"
            }
        }
        return ([title] + lines).map { Sanitiser.clean($0) }.joined(separator: "\n")
    }

    // MARK: What is behind a figure

    private func tell(
        _ figure: Appraisal.Figure, _ appraisals: [Appraisal], _ month: CivilMonth, _ workplace: Workplace
    ) throws {
        let lines = try appraisals.flatMap { try AppraisalExplanation.lines(figure, $0, month, workplace) }
        switch format {
        case .json: Console.json(try JSONOutput.text(lines))
        case .csv: Console.out(CSVText.lines([AppraisalExplanation.heading(workplace)] + lines.map(\.cells)))
        case .text:
            Console.out(TextTable(heading: AppraisalExplanation.heading(workplace), rows: lines.map(\.cells)))
            switch figure {
            case .accepted, .completed, .approved, .returned, .outsideDuty: Console.out(workplace.text(.countedFor))
            case .overdue, .complaints, .upheld, .ratings, .badRatings, .attended, .findings: break
            }
        }
    }
}

struct AppraisalDecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: Words.helpText(.conduct(.appraisalDecide)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.conduct(.optionPeriod))) var period: MonthArgument
    @Option(name: .long, help: Words.help(.conduct(.optionOutcome))) var outcome: TenureDecision.Outcome
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        try workplace.requireBegun(period.month)
        let now = SystemClock.now()
        do {
            let decision = try workplace.store.batch { writer in
                try writer.decideTenure(
                    outcome, about: member.id, in: period.month, reason: reason, rules: workplace.rules, at: now,
                    by: actor)
            }
            Console.out(
                workplace.text(.decided("\(member.number) \(member.name)", decision.outcome, decision.month)))
            if decision.outcome != .keep { Console.out(workplace.text(.appraisal(.nextSteps(member.number)))) }
        } catch RecordError.refused(.tenureDecided(let month)) {
            // It is told what was decided, and by whom.
            let decided = try workplace.store.appraisal(of: member.id, in: month, rules: workplace.rules, at: now)?
                .decisions[month]
            if let decided { Console.error(workplace.text(.appraisal(.decided(decided)))) }
            throw RecordError.refused(.tenureDecided(month))
        }
    }
}

extension Workplace {
    /// Of a month that has not begun there is nothing to judge.
    fileprivate func requireBegun(_ month: CivilMonth) throws {
        guard rules.offset.instant(month.firstDay) <= SystemClock.now() else {
            throw SheetError.notBegun(.month(month))
        }
    }
}
