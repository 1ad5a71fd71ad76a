import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban notice …`: what hangs in the hall beside the figures (平政办发〔2024〕14号 二(一)1(3)).
struct NoticeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: Words.helpText(.notice(.abstract)),
        subcommands: [NoticeAddCommand.self, NoticeListCommand.self, NoticeRemoveCommand.self])
}

struct NoticeAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: Words.helpText(.notice(.add)))
    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Argument(help: Words.help(.notice(.argumentText))) var text: String
    @Option(name: .long, help: Words.help(.notice(.optionFrom))) var from: DayArgument?
    @Option(name: .long, help: Words.help(.notice(.optionTo))) var to: DayArgument
    @Flag(name: .long, help: Words.help(.notice(.optionUrgent))) var urgent = false
    @Flag(name: .long, help: Words.help(.notice(.optionMobile))) var publishMobile = false
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person) { $0.may(NoticeAction.post) })
        let now = SystemClock.now()
        let draft = NoticeDraft(
            text: text, from: from?.date ?? workplace.day(of: now), to: to.date, isUrgent: urgent,
            publishesMobile: publishMobile)
        let notice = try workplace.store.post(draft, by: actor, at: now)
        if json {
            Console.json(try JSONOutput.text(notice))
        } else {
            Console.out(workplace.text(.notice(.posted(notice))))
        }
    }
}

struct NoticeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Words.helpText(.notice(.list)))
    @OptionGroup var options: CommonOptions
    @Flag(name: .long, help: Words.help(.notice(.optionAll))) var all = false
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var number: Int
        var text: String
        var from: String
        var to: String
        var urgent: Bool
        var by: String
        var removed: String?
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let today = workplace.day(of: SystemClock.now())
        let people = try workplace.people()
        let lines = try workplace.store.notices().filter { all || $0.isStanding(on: today) }
        func name(_ line: NoticeLine) -> String { people[line.actor]?.number ?? "?" }
        // Somebody's words: a number in them may be a person's.
        func reason(_ removal: NoticeLine.Removal) -> String { Masking.freeText(removal.reason, hiding: "") }
        if json {
            let shown = lines.map { line in
                Shown(
                    number: line.notice.number, text: line.notice.text, from: line.notice.from.description,
                    to: line.notice.to.description, urgent: line.notice.isUrgent, by: name(line),
                    removed: line.removal.map(reason))
            }
            Console.json(try JSONOutput.text(shown))
            return
        }
        func state(_ line: NoticeLine) -> NoticeWords {
            if let removal = line.removal { return .takenDown(reason(removal)) }
            if line.notice.to < today { return .over }
            return line.notice.from > today ? .toCome : .hanging
        }
        let heading: [NoticeWords] = [.columnNumber, .columnFrom, .columnTo, .columnState, .columnBy, .columnText]
        let urgent = workplace.text(.notice(.urgent))
        let rows = lines.map { line in
            [
                "\(line.notice.number)", line.notice.from.description, line.notice.to.description,
                workplace.text(.notice(state(line))) + (line.notice.isUrgent ? " \(urgent)" : ""), name(line),
                line.notice.text,
            ]
        }
        Console.out(TextTable(heading: heading.map { workplace.text(.notice($0)) }, rows: rows).text)
    }
}

struct NoticeRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: Words.helpText(.notice(.remove)))
    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Argument(help: Words.help(.notice(.argumentNumber))) var number: Int
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person) { $0.may(NoticeAction.remove) })
        try workplace.store.removeNotice(number, reason: reason, by: actor, at: SystemClock.now())
        Console.out(workplace.text(.notice(.removed(number))))
    }
}
