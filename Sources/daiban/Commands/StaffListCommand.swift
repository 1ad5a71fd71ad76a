import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff list`: everybody, with where the agents are and how much they have in hand.
struct StaffListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.abstract(.staffList)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let offset = workplace.centre.offset
        var loads: [StaffID: AgentLoad] = [:]
        let plan = DutyPlan(duty: workplace.agentRules.duty, calendar: workplace.rules.calendar, offset: offset)
        for load in try workplace.store.agents(now: SystemClock.now(), plan: plan) { loads[load.id] = load }
        let people = try workplace.store.allStaff()
        if json {
            Console.json(try JSONOutput.text(people.map { ListedPerson($0, loads[$0.id], offset: offset) }))
            return
        }
        let table = TextTable(
            heading: [
                workplace.text(.column(.number)), workplace.text(.columnName), workplace.text(.columnRole),
                workplace.text(.column(.village)), workplace.text(.column(.presence)), workplace.text(.column(.since)),
                workplace.text(.column(.inHand)),
            ],
            rows: people.map { member in
                let load = loads[member.id]
                let presence = load.map { workplace.text(.presence($0.presence)) } ?? "-"
                return [
                    member.number, member.name, workplace.text(.role(member.role)), member.village ?? "-",
                    member.isActive ? presence : workplace.text(.hasLeft),
                    load?.since?.civilText(offset) ?? "-", load.map { String($0.inHand) } ?? "-",
                ]
            })
        Console.out(table.text)
    }
}

/// A person of the office in a list. Attendance is kept of agents only.
struct ListedPerson: Encodable {
    var number: String
    var name: String
    var role: String
    var post: String
    var village: String?
    var active: Bool
    var presence: String?
    var since: String?
    var inHand: Int?

    init(_ member: StaffMember, _ load: AgentLoad?, offset: UTCOffset) {
        number = member.number
        name = member.name
        role = member.role.rawValue
        post = member.effectivePost.rawValue
        village = member.village
        active = member.isActive
        presence = load?.presence.rawValue
        since = load?.since?.iso8601(offset)
        inHand = load?.inHand
    }
}
