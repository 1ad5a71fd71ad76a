import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban relay status|tasks|settle`: how the exchange stands, and what a person has to decide.

struct RelayStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: Words.helpText(.relay(.status)))
    @OptionGroup var options: CommonOptions
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    struct Shown: Encodable {
        struct Partner: Encodable {
            var site: ShownSite
            var active: Bool
            var received: Int
            var receivedAt: String?
            var sent: Int
            var sentAt: String?
            var confirmed: Int
            var waiting: [Int]
            var unsent: Int
            var tasks: Int
        }

        var own: ShownSite?
        var keys: Bool
        var partners: [Partner]
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let status = try workplace.store.relayStatus()
        let offset = workplace.centre.offset
        if json {
            let partners = status.partners.map { standing in
                Shown.Partner(
                    site: ShownSite(standing.site), active: standing.isActive, received: standing.received,
                    receivedAt: standing.receivedAt?.iso8601(offset), sent: standing.sent,
                    sentAt: standing.sentAt?.iso8601(offset), confirmed: standing.confirmed,
                    waiting: standing.held, unsent: standing.unsent, tasks: standing.openTasks)
            }
            return Console.json(
                try JSONOutput.text(
                    Shown(own: status.own.map { ShownSite($0) }, keys: status.hasKeys, partners: partners)))
        }
        guard let own = status.own else { return Console.out(workplace.text(.relay(.noSite))) }
        Console.out(workplace.text(.relay(.ownSite(own))))
        Console.out(workplace.text(.relay(.ownDigits(own.fingerprint))))
        if !status.hasKeys { Console.out(workplace.text(.relay(.keysMissing))) }
        let heading: [RelayWords] = [
            .columnSite, .columnReceived, .columnSent, .columnConfirmed, .columnHeld, .columnUnsent, .columnTasks,
        ]
        let rows = status.partners.map { standing in
            func bundle(_ number: Int, _ at: Instant?) -> String {
                "\(number)" + (at.map { "  \($0.civilText(offset))" } ?? "")
            }
            let name = standing.site.mark.map { "\(standing.site.name) (\($0))" } ?? standing.site.name
            return [
                standing.isActive ? name : "\(name) \(workplace.text(.relay(.isRevoked)))",
                bundle(standing.received, standing.receivedAt), bundle(standing.sent, standing.sentAt),
                "\(standing.confirmed)",
                standing.held.isEmpty ? "-" : workplace.text(.relay(.waiting(standing.held))),
                "\(standing.unsent)", "\(standing.openTasks)",
            ]
        }
        Console.out("")
        Console.out(TextTable(heading: heading.map { workplace.text(.relay($0)) }, rows: rows).text)
    }
}

/// A task as `--json` shows it.
struct ShownTask: Encodable {
    var task: String
    var site: String
    var about: String
    var event: String
    var actor: String
    var at: String
    var status: String
    var obstacle: String
    var rule: String?
    var state: String?
    var settledBy: String?
    var settledAt: String?
    var reason: String?

    init(_ value: RelayTask, offset: UTCOffset) {
        task = value.name
        site = value.site
        about = value.entry.subject
        event = value.entry.kind
        actor = value.entry.actor
        at = Instant(milliseconds: value.entry.at).iso8601(offset)
        status = value.status.rawValue
        obstacle = value.obstacle.kind.rawValue
        rule = value.obstacle.rule
        state = value.obstacle.state?.rawValue
        settledBy = value.settlement?.by
        settledAt = value.settlement?.at.iso8601(offset)
        reason = (value.settlement?.reason).map { Masking.freeText($0, hiding: "") }
    }
}

struct RelayTasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tasks", abstract: Words.helpText(.relay(.tasks)))
    @OptionGroup var options: CommonOptions
    @Flag(name: .long, help: Words.help(.relay(.optionAll))) var all = false
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let offset = workplace.centre.offset
        let tasks = try workplace.store.relayTasks(onlyOpen: !all)
        if json { return Console.json(try JSONOutput.text(tasks.map { ShownTask($0, offset: offset) })) }
        guard !tasks.isEmpty else { return Console.out(workplace.text(Words.relay(.none))) }
        let heading: [RelayWords] = [
            .columnTask, .columnSubject, .columnWhat, .columnWho, .columnWhen, .columnObstacle, .columnStatus,
        ]
        let rows = tasks.map { task in
            let what = CaseEvent.Kind(rawValue: task.entry.kind).map { workplace.text(.event($0)) }
            let settlement = task.settlement.map { settlement in
                var shown = settlement
                // Somebody's words: a number in them may be a person's.
                shown.reason = Masking.freeText(settlement.reason, hiding: "")
                return "  " + workplace.text(.relay(.settledBy(shown)))
            }
            return [
                task.name, task.entry.subject, what ?? task.entry.kind,
                task.entry.actor.isEmpty ? workplace.text(.office) : task.entry.actor,
                Instant(milliseconds: task.entry.at).civilText(offset),
                workplace.text(Words.relay(.obstacle(task.obstacle))),
                workplace.text(.relay(.taskStatus(task.status))) + (settlement ?? ""),
            ]
        }
        Console.out(TextTable(heading: heading.map { workplace.text(.relay($0)) }, rows: rows).text)
    }
}

struct RelaySettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "settle", abstract: Words.helpText(.relay(.settle)))
    @OptionGroup var options: RelayOptions
    @Argument(help: Words.help(.relay(.optionTask))) var task: String
    @Flag(name: .long, help: Words.help(.relay(.optionApply))) var apply = false
    @Flag(name: .long, help: Words.help(.relay(.optionDrop))) var drop = false
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        guard apply != drop else { throw Failure(.relay(.applyOrDrop), exit: .usage) }
        let (workplace, actor) = try options.begin()
        let settled = try workplace.store.settleRelay(
            task, applies: apply, reason: reason, by: actor, at: SystemClock.now())
        if options.json {
            return Console.json(try JSONOutput.text(ShownTask(settled, offset: workplace.centre.offset)))
        }
        Console.out(workplace.text(.relay(.settled(settled))))
    }
}
