import ArgumentParser
import Casework
import Dashboard

/// The clocks of a rulebook as they are named on the command line.
enum DueClock: String, CaseIterable, ExpressibleByArgument {
    case acceptance, completion, promise, forwarding
    case urgentForwarding = "urgent-forwarding"
    case rework, holder
    case visitPlan = "visit-plan"
    case delivery, feedback
    case followUp = "follow-up"
    case supplement

    func rule(in clocks: Rulebook.Clocks, item: ItemKind) -> ClockRule? {
        switch self {
        case .acceptance: clocks.acceptance
        case .completion: clocks.completion[item]
        case .promise: clocks.promise
        case .forwarding: clocks.forwarding
        case .urgentForwarding: clocks.urgentForwarding
        case .rework: clocks.rework
        case .holder: clocks.holder
        case .visitPlan: clocks.visitPlan
        case .delivery: clocks.delivery
        case .feedback: clocks.feedback
        case .followUp: clocks.followUp
        case .supplement: clocks.supplement
        }
    }
}

extension ItemKind: ExpressibleByArgument {}

/// `daiban due`: one due instant, day by day.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: Words.helpText(.calendar(.abstractDue)))

    @OptionGroup var options: CalendarOptions

    @Option(name: .long, help: Words.help(.calendar(.optionRulebook)))
    var rulebook: String?

    @Option(name: .long, help: Words.help(.calendar(.optionClock)))
    var clock: DueClock

    @Option(name: .long, help: Words.help(.calendar(.optionFrom)))
    var from: String

    @Option(name: .customLong("pause"), help: Words.help(.calendar(.optionPause)))
    var pauses: [String] = []

    @Option(name: .long, help: Words.help(.calendar(.optionItemKind)))
    var itemKind: ItemKind = .promised

    @Option(name: .long, help: Words.help(.calendar(.optionLimit)))
    var limit: Int?

    @Option(name: .long, help: Words.help(.optionOffset))
    var offset = UTCOffset.china.description

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let language = try options.language()
        let calendar = try options.workCalendar()
        let name = try rulebook ?? options.options.configuration().rulebook
        guard let offset = UTCOffset(offset) else {
            throw Failure(.calendar(.offsetUnreadable(self.offset)), exit: .usage)
        }
        let rule = try rule(of: Rulebook.embedded(name))
        let deadline = rule.deadline(
            from: try Self.instant(from, offset), pauses: try pauses(offset), calendar: calendar, offset: offset)
        if json {
            let shown = ShownDeadline(rulebook: name, clock: clock, deadline, calendar: calendar, offset: offset)
            Console.json(try JSONOutput.text(shown))
            return
        }
        var lines = [Words.calendar(.rulebook(name)).text(language)]
        lines += DeadlineLine.lines(deadline, calendar: calendar, offset: offset).map { $0.message.text(language) }
        lines.append(Words.calendar(.resultLine(deadline.due.iso8601(offset))).text(language))
        lines.append(Words.calendar(.provisional(deadline.isProvisional)).text(language))
        Console.out(lines.joined(separator: "\n"))
    }

    private func rule(of rulebook: Rulebook) throws -> ClockRule {
        guard var rule = clock.rule(in: rulebook.clocks, item: itemKind) else {
            throw ConfigurationError(
                source: rulebook.name, key: "clocks.completion.\(itemKind.rawValue)", problem: .missingKey)
        }
        guard let limit else { return rule }
        guard clock == .promise else { throw Failure(.calendar(.limitNotOpen(clock.rawValue)), exit: .usage) }
        guard (0...1_000).contains(limit) else {
            throw Failure(.calendar(.numberOutside(limit, first: 0, last: 1_000)), exit: .usage)
        }
        rule.limit = limit
        return rule
    }

    private static func instant(_ text: String, _ offset: UTCOffset) throws -> Instant {
        guard let instant = Instant(text, offset: offset) else {
            throw Failure(.calendar(.instantUnreadable(text)), exit: .usage)
        }
        try CalendarOptions.check(offset.civil(instant).date)
        return instant
    }

    /// The pauses in their order, of which only the last may still be open.
    private func pauses(_ offset: UTCOffset) throws -> [Deadline.Pause] {
        var read: [(text: String, pause: Deadline.Pause)] = []
        for text in pauses {
            let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2 else { throw Failure(.calendar(.pauseUnreadable(text)), exit: .usage) }
            let from = try Self.instant(ends[0], offset)
            let until = try ends[1].isEmpty ? nil : Self.instant(ends[1], offset)
            if let until, until < from { throw Failure(.calendar(.pauseEndsBeforeItBegins(text)), exit: .usage) }
            read.append((text, Deadline.Pause(from: from, until: until)))
        }
        read.sort { $0.pause.from < $1.pause.from }
        if let open = read.dropLast().first(where: { $0.pause.until == nil }) {
            throw Failure(.calendar(.pauseOpenBeforeAnother(open.text)), exit: .usage)
        }
        return read.map(\.pause)
    }
}
