import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban attendance leave …`: asking for leave, and deciding about it.
struct LeaveCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: Words.helpText(.attendance(.leave)),
        subcommands: [
            LeaveAskCommand.self, LeaveGrantCommand.self, LeaveRefuseCommand.self, LeaveListCommand.self,
        ])
}

struct LeaveAskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: Words.helpText(.attendance(.leaveAsk)))

    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .customLong("for"), help: Words.help(.attendance(.optionLeaveOf))) var other: String?
    @Option(name: .long, help: Words.help(.attendance(.optionFrom))) var from: DayArgument
    @Option(name: .long, help: Words.help(.attendance(.optionTo))) var to: DayArgument?
    @Option(name: .customLong("session"), help: Words.help(.attendance(.optionSessions))) var sessions: [Int] = []
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.actor(person)
        let member = try other.map { try workplace.somebody($0) } ?? actor
        let span = try DutySpan(
            from: from.date, to: to?.date ?? from.date, sessions: sessions.isEmpty ? nil : sessions)
        let request = try workplace.store.batch { writer in
            try writer.askLeave(
                span, of: member.id, reason: reason, rules: workplace.rules, at: SystemClock.now(), by: Actor(actor))
        }
        Console.out(workplace.text(.attendance(.asked("\(member.number) \(member.name)", request))))
    }
}

/// What granting and refusing take.
struct LeaveDecisionOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Argument(help: Words.help(.attendance(.optionLeave))) var id: String
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func decide(isGranted: Bool, standIn: String? = nil) throws {
        let workplace = try Workplace(common)
        let actor = Actor(try workplace.actor(person))
        let now = SystemClock.now()
        // The number of a leave begins with that of its person, which may itself hold anything.
        guard
            let member = try workplace.store.allStaff().filter({ id.hasPrefix($0.number + "-") })
                .max(by: { $0.number.count < $1.number.count })
        else { throw StaffRefusal.leaveUnknown(id) }
        let other = try standIn.map { try workplace.somebody($0) }
        try workplace.store.batch { writer in
            try writer.decideLeave(
                id, of: member.id, isGranted: isGranted, note: note, standIn: other, rules: workplace.rules, at: now,
                by: actor)
        }
        Console.out(workplace.text(.attendance(isGranted ? .granted(id) : .refused(id))))
    }
}

struct LeaveGrantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: Words.helpText(.attendance(.leaveGrant)))

    @OptionGroup var options: LeaveDecisionOptions
    @Option(name: .customLong("stand-in"), help: Words.help(.attendance(.optionStandIn))) var standIn: String?

    func run() throws { try options.decide(isGranted: true, standIn: standIn) }
}

struct LeaveRefuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: Words.helpText(.attendance(.leaveRefuse)))

    @OptionGroup var options: LeaveDecisionOptions

    func run() throws { try options.decide(isGranted: false) }
}

struct LeaveListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.attendance(.leaveList)))

    @OptionGroup var options: CommonOptions
    @Flag(name: .long, help: Words.help(.attendance(.optionOpenOnly))) var open = false
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Line: Encodable {
        var id: String
        var number: String
        var name: String
        var from: String
        var to: String
        var sessions: [Int]?
        var reason: String
        var status: String
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let today = workplace.day(of: SystemClock.now())
        let lines = try workplace.store.leaves(since: today, openOnly: open).map { member, leave in
            let request = leave.request.value
            return Line(
                id: request.id, number: member.number, name: member.name, from: request.span.from.description,
                to: request.span.to.description, sessions: request.span.sessions, reason: request.reason,
                status: Message.attendance(.leaveStatus(leave)).text(workplace.language))
        }
        if json { return Console.json(try JSONOutput.text(lines)) }
        func text(_ words: AttendanceWords) -> String { workplace.text(.attendance(words)) }
        let rows = lines.map { line in
            let sessions = line.sessions.map { " #" + $0.map(String.init).joined(separator: ",") } ?? ""
            let days = line.from == line.to ? line.from : "\(line.from) … \(line.to)"
            return [line.id, line.number, line.name, days + sessions, line.status, line.reason]
        }
        Console.out(
            TextTable(
                heading: [
                    text(.columnLeave), text(.columnNumber), text(.columnName), text(.columnDay), text(.columnState),
                    text(.columnReason),
                ], rows: rows
            ).text)
    }
}
