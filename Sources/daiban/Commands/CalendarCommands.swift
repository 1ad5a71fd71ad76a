import ArgumentParser
import Casework
import Dashboard
import Foundation

/// `daiban calendar …`: which days count.
struct CalendarCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: Words.helpText(.calendar(.abstract)),
        subcommands: [CalendarShowCommand.self, CalendarAddCommand.self, CalendarCheckCommand.self])
}

/// The calendar that a command asks, and the language in which it answers.
struct CalendarOptions: ParsableArguments {
    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.calendar(.optionCalendar)))
    var calendar: String?

    func language() throws -> Language {
        try options.configuration().language(environment: ProcessInfo.processInfo.environment)
    }

    func workCalendar() throws -> WorkCalendar {
        guard let calendar else { return .national }
        return try CalendarFile(toml: TextFile.read(calendar), source: calendar, over: .national)
            .calendar(over: .national)
    }

    /// A day that people wrote, within what a calendar can tell of.
    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw Failure(.calendar(.dateUnreadable(text)), exit: .usage) }
        try check(date)
        return date
    }

    static func check(_ date: CivilDate) throws {
        let span = WorkCalendar.span
        guard span.contains(date) else {
            throw Failure(
                .calendar(.dateOutside(date, first: span.lowerBound, last: span.upperBound)), exit: .usage)
        }
    }
}

/// `daiban calendar add DATE N`: the n-th working day after a date.
struct CalendarAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: Words.helpText(.calendar(.abstractAdd)))

    @OptionGroup var options: CalendarOptions

    @Argument(help: Words.help(.calendar(.optionDate)))
    var date: String

    @Argument(help: Words.help(.calendar(.optionNumber)))
    var number: Int

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private static let numbers = 1...10_000

    func run() throws {
        let language = try options.language()
        let calendar = try options.workCalendar()
        let start = try CalendarOptions.date(date)
        guard Self.numbers.contains(number) else {
            throw Failure(
                .calendar(
                    .numberOutside(number, first: Self.numbers.lowerBound, last: Self.numbers.upperBound)),
                exit: .usage)
        }
        let found = calendar.countedDay(number, after: start)
        let isProvisional = !calendar.knows(from: start, through: found)
        if json {
            Console.json(
                try JSONOutput.text(
                    AddedDays(
                        from: start.description, number: number, date: found.description, weekday: found.weekday,
                        provisional: isProvisional)))
            return
        }
        let weekday = Message.weekday(found.weekday).text(language)
        Console.out(
            Words.calendar(.added(from: start, number: number, date: found, weekday: weekday)).text(language))
        if isProvisional { Console.out(Message.provisionalLine.text(language)) }
    }
}

/// The answer of `daiban calendar add`, for `--json`.
struct AddedDays: Codable {
    var from: String
    var number: Int
    var date: String
    /// 1 = Monday … 7 = Sunday.
    var weekday: Int
    var provisional: Bool
}

/// `daiban calendar check FILE`: reads a calendar file as an import would, and writes nothing.
struct CalendarCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words.helpText(.calendar(.abstractCheck)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.calendar(.optionFile)))
    var file: String

    func run() throws {
        let language = try options.configuration().language(environment: ProcessInfo.processInfo.environment)
        let read = try CalendarFile(toml: TextFile.read(file), source: file, over: .national)
        Console.out(
            Words.calendar(.checked(path: file, notices: read.notices.count, layers: read.layers.count))
                .text(language))
    }
}
