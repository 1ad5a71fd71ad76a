import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban attendance …`: who was at the post.
struct AttendanceCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: Words.helpText(.attendance(.attendance)),
        subcommands: [
            AttendanceInCommand.self, AttendanceOutCommand.self, AttendanceShowCommand.self,
            AttendanceCorrectCommand.self, LeaveCommands.self, AttendanceExceptCommand.self,
            AttendanceWaitingCommand.self,
        ])
}

/// What checking in and out by the command line take.
struct AttendanceOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var number: String
        var entered: Bool
        var answer: String
        var detail: [String]
        var day: String?
        var session: Int?
    }

    /// Checks the person in or out, and says what became of it.
    func call(_ direction: AttendanceDirection) throws {
        let workplace = try Workplace(common)
        let member = try workplace.actor(person)
        let now = SystemClock.now()
        let decision = try workplace.store.attend(
            AttendanceCall(member.id, direction, at: now, source: workplace.attendanceSource(.commandLine)),
            rules: workplace.rules, now: now)
        let answer = AttendanceDoor.Answer.decided(decision)
        let offset = workplace.centre.offset
        let headline = Message.attendance(.answer(answer, offset)).text(workplace.language)
        let detail = Message.attendance(.answerDetail(answer, offset)).text(workplace.language)
        var session: DutySessionID?
        var isEntered = false
        var isRefused = false
        switch decision {
        case .enter(_, let entered, _): (session, isEntered) = (entered.id, true)
        case .already(_, let known, _, _): session = known.id
        case .refuse: isRefused = true
        }
        if json {
            Console.json(
                try JSONOutput.text(
                    Shown(
                        number: member.number, entered: isEntered, answer: headline,
                        detail: detail.split(separator: "\n").map(String.init), day: session?.day.description,
                        session: session?.number)))
        } else if !isRefused {
            Console.out(([headline] + detail.split(separator: "\n").map { "  \($0)" }).joined(separator: "\n"))
        }
        guard isRefused else { return }
        if !json { Console.error("daiban: \(headline): \(detail)") }
        throw ExitCode(ExitStatus.refused.rawValue)
    }
}

struct AttendanceInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "in", abstract: Words.helpText(.attendance(.into)))

    @OptionGroup var options: AttendanceOptions

    func run() throws { try options.call(.into) }
}

struct AttendanceOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "out", abstract: Words.helpText(.attendance(.out)))

    @OptionGroup var options: AttendanceOptions

    func run() throws { try options.call(.out) }
}

struct AttendanceCorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: Words.helpText(.attendance(.correct)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.attendance(.optionDay))) var day: DayArgument
    @Option(name: .long, help: Words.help(.attendance(.optionSession))) var session: Int
    @Option(name: .long, help: Words.help(.attendance(.optionState))) var state: SessionState
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let correction = try SessionCorrection(
            session: DutySessionID(day: day.date, number: session), state: state, reason: reason)
        try workplace.store.batch { writer in
            try writer.correct(
                correction, of: member.id, rules: workplace.rules, at: SystemClock.now(), by: actor)
        }
        Console.out(
            workplace.text(.attendance(.corrected("\(member.number) \(member.name)", correction.session, state))))
    }
}

struct AttendanceExceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "except", abstract: Words.helpText(.attendance(.except)))

    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .long, help: Words.help(.attendance(.optionVillage))) var village: String?
    @Option(name: .long, help: Words.help(.attendance(.optionFrom))) var from: DayArgument
    @Option(name: .long, help: Words.help(.attendance(.optionTo))) var to: DayArgument?
    @Option(name: .long, help: Words.help(.attendance(.optionHours))) var hours: [HoursArgument] = []
    @Flag(name: .long, help: Words.help(.attendance(.optionUsual))) var usual = false
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func validate() throws {
        guard !usual || hours.isEmpty else { throw ValidationError(.both("--usual", "--hours")) }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        if let village, try !workplace.store.villages().contains(village) {
            throw Failure(.attendance(.noVillage(village)), exit: .notFound)
        }
        let exception = try DutyException(
            village: village, from: from.date, to: to?.date ?? from.date,
            kind: usual ? .usual : hours.isEmpty ? .none : .hours, hours: hours.isEmpty ? nil : hours.map(\.hours),
            reason: reason)
        try workplace.store.batch { writer in try writer.except(exception, at: SystemClock.now(), by: actor) }
        Console.out(workplace.text(.attendance(.excepted(exception))))
        if exception.from < workplace.day(of: SystemClock.now()) {
            Console.out(workplace.text(.attendance(.exceptedLate)))
        }
    }
}

struct AttendanceWaitingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting", abstract: Words.helpText(.attendance(.waiting)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.attendance(.optionSpool))) var spool: String?
    @Flag(name: .long, help: Words.help(.attendance(.optionEnter))) var enter = false
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Line: Encodable {
        var number: String
        var at: String
        var unverified: Bool
    }

    func run() throws {
        let workplace = try Workplace(options, access: enter ? .readWrite : .readOnly)
        let file = try workplace.attendanceSpool(named: spool)
        func text(_ words: AttendanceWords) -> String { workplace.text(.attendance(words)) }
        if enter {
            let count = try AttendanceDoor.settle(
                file, in: workplace.store, rules: workplace.rules, at: SystemClock.now())
            Console.out(text(.spoolEntered(count)))
            return
        }
        let lines = try file.waiting().map { entry in
            Line(
                number: entry.number, at: entry.at.iso8601(workplace.centre.offset), unverified: entry.isUnverified)
        }
        if json { return Console.json(try JSONOutput.text(lines)) }
        guard !lines.isEmpty else { return Console.out(text(.spoolEmpty)) }
        Console.out(
            TextTable(
                heading: [text(.columnNumber), text(.columnSince), ""],
                rows: lines.map { [$0.number, $0.at, $0.unverified ? text(.unverified) : ""] }
            ).text)
    }
}

/// `09:00-11:30`.
struct HoursArgument: ExpressibleByArgument {
    var hours: DutyException.Hours

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { part -> Int? in
            let numbers = part.split(whereSeparator: { $0 == ":" || $0 == "：" }).map { Int($0) }
            guard numbers.count == 2, let hour = numbers[0], let minute = numbers[1], (0...24).contains(hour),
                (0..<60).contains(minute), hour * 60 + minute <= 1_440
            else { return nil }
            return hour * 60 + minute
        }
        guard parts.count == 2, let from = parts[0], let to = parts[1] else { return nil }
        hours = DutyException.Hours(from: from, to: to)
    }
}

extension SessionState: ExpressibleByArgument {}
