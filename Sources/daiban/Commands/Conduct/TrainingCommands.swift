import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban training …`: the sessions, who came, and the year against the rulebook (平政办发〔2024〕14号 二(一)3(2)).
struct TrainingCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training", abstract: Words.helpText(.conduct(.training)),
        subcommands: [TrainingAddCommand.self, TrainingListCommand.self])
}

struct TrainingAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: Words.helpText(.conduct(.trainingAdd)))

    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .long, help: Words.help(.conduct(.optionHolder))) var holder: TrainingYear.Holder
    @Option(name: .long, help: Words.help(.conduct(.optionTopic))) var topic: String
    @Option(name: .customLong("on"), help: Words.help(.conduct(.optionHeldOn))) var day: DayArgument?
    @Option(name: .long, help: Words.help(.conduct(.optionInvite))) var invite: [String] = []
    @Option(name: .long, help: Words.help(.conduct(.optionCame))) var came: [String] = []
    @Option(name: .long, help: Words.help(.conduct(.optionExcused))) var excused: [NotedArgument] = []

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        let now = SystemClock.now()
        let today = workplace.day(of: now)
        var invited: Set<StaffID> = []
        for name in invite {
            if name == "agents" {
                invited.formUnion(try workplace.store.staff(role: .agent).map(\.id))
            } else {
                invited.insert(try workplace.somebody(name).id)
            }
        }
        let excuses = try excused.map {
            try TrainingHeld.Excuse(staff: try workplace.somebody($0.name).id, reason: $0.words)
        }
        var attended: Set<StaffID> = []
        for name in came {
            if name == "all" {
                attended.formUnion(invited.subtracting(excuses.map(\.staff)))
            } else {
                attended.insert(try workplace.somebody(name).id)
            }
        }
        let (asked, there) = (invited, attended)
        let training = try workplace.store.batch { writer in
            try writer.train(at: now, by: actor) { number throws(StaffRefusal) in
                try TrainingHeld(
                    number: number, on: day?.date ?? today, holder: holder, topic: topic, invited: asked,
                    attended: there, excused: excuses, today: today)
            }
        }
        Console.out(
            workplace.text(
                .trained(
                    training.number, invited: training.invited.count, attended: training.attended.count,
                    excused: training.excused.count)))
    }
}

struct TrainingListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.conduct(.trainingList)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.conduct(.optionYear))) var year: Int?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        struct Session: Encodable {
            var number: Int
            var on: String
            var holder: String
            var topic: String
            var invited: [String]
            var attended: [String]
            var excused: [String]
            var absent: [String]
        }

        var year: Int
        var sessions: [Session]
        var held: [String: Int]
        var stillToHold: [String: Int]
        var absences: [String: Int]
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let year = year ?? workplace.day(of: SystemClock.now()).year
        let people = try workplace.people()
        func numbers(_ ids: some Sequence<StaffID>) -> [String] { ids.map { people[$0]?.number ?? "?" } }
        let lines = try workplace.store.trainings(in: year).map(\.training)
        let counted = TrainingYear(
            year: year, sessions: lines.map(\.session), rule: workplace.agentRules.training)
        let absences = counted.absences.sorted { $0.key < $1.key }
        if json {
            let shown = Shown(
                year: year,
                sessions: lines.map { line in
                    Shown.Session(
                        number: line.number, on: line.on.description, holder: line.holder.rawValue, topic: line.topic,
                        invited: numbers(line.invited), attended: numbers(line.attended),
                        excused: numbers(line.excused.map(\.staff)), absent: numbers(line.session.absent))
                },
                held: TrainingYear.Holder.allCases.reduce(into: [:]) { $0[$1.rawValue] = counted.held(by: $1) },
                stillToHold: TrainingYear.Holder.allCases.reduce(into: [:]) {
                    $0[$1.rawValue] = counted.missing(by: $1)
                },
                absences: absences.reduce(into: [:]) { $0[people[$1.key]?.number ?? "?"] = $1.value })
            Console.json(try JSONOutput.text(shown))
            return
        }
        let rows = lines.map { line in
            [
                "\(line.number)", line.on.description, workplace.text(AppraisalMessage.holder(line.holder)), line.topic,
                "\(line.invited.count)", "\(line.attended.count)", "\(line.excused.count)",
                numbers(line.session.absent).joined(separator: " "),
            ]
        }
        Console.out(
            workplace.table(
                [
                    .columnNumber, .columnAt, .columnHolder, .columnTopic, .columnInvited, .columnAttended,
                    .columnExcused, .columnAbsent,
                ], rows))
        for holder in TrainingYear.Holder.allCases {
            Console.out(
                workplace.text(.yearOf(holder, held: counted.held(by: holder), missing: counted.missing(by: holder))))
        }
        for (person, count) in absences {
            Console.out(
                workplace.text(.absences("\(people[person]?.number ?? "") \(people[person]?.name ?? "")", count)))
        }
    }
}
