import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff check|changes|card`: what the roster says.

struct StaffCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words.helpText(.staff(.check)))

    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("group"), help: Words.help(.staff(.optionCheckedGroup))) var groups: [GroupArgument] = []
    @Option(name: .customLong("department"), help: Words.help(.staff(.optionCheckedDepartment)))
    var departments: [String] = []
    @Option(name: .customLong("window"), help: Words.help(.staff(.optionCheckedWindow))) var windows: [String] = []
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let staff = try workplace.store.allStaff()
        let places = StaffingCheck.Places(
            villages: try workplace.store.villages(), groups: groups.map(\.group), departments: departments,
            staff: staff)
        let check = StaffingCheck(workplace.agentRules.staffing, places: places, staff: staff)
        let alarms = WindowWatch.vacancies(windows: windows, staff: staff)
        let now = SystemClock.now()
        let today = workplace.day(of: now)
        let book = try workplace.store.attendanceBook(on: today, rules: workplace.rules)
        let unattended = WindowWatch.unattended(book, at: now)
        let lines =
            check.vacancies.map { workplace.text(.people(.vacancy($0))) }
            + (alarms + unattended).map { workplace.text(.people(.windowAlarm($0))) }
        if json {
            Console.json(
                try JSONOutput.text(
                    ShownCheck(
                        vacancies: check.vacancies.map(ShownVacancy.init), windows: alarms.map(\.window).sorted(),
                        unattended: unattended.map(\.window))))
        } else {
            let last = lines.isEmpty ? StaffWords.complete : .incomplete(lines.count)
            Console.out((lines + [workplace.text(.staff(last))]).joined(separator: "\n"))
        }
    }

    private struct ShownCheck: Encodable {
        var vacancies: [ShownVacancy]
        /// Those that lack the first or the second.
        var windows: [String]
        /// Those at which nobody is now, although somebody has to be.
        var unattended: [String]
    }

    private struct ShownVacancy: Encodable {
        var unit: String
        var place: String?
        var group: String?
        var post: String
        var least: Int
        var found: Int

        init(_ vacancy: StaffingCheck.Vacancy) {
            (post, least, found) = (vacancy.post.rawValue, vacancy.least, vacancy.found)
            switch vacancy.place {
            case .county: unit = "county"
            case .township: unit = "township"
            case .village(let name): (unit, place) = ("village", name)
            case .group(let named): (unit, place, group) = ("group", named.village, named.name)
            case .department(let name): (unit, place) = ("department", name)
            }
        }
    }
}

struct StaffChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: Words.helpText(.staff(.changes)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.staff(.optionSince))) var since: DayArgument

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let offset = workplace.centre.offset
        var numbers: [StaffID: String] = [:]
        for member in try workplace.store.allStaff() { numbers[member.id] = member.number }
        let headings: [StaffWords] = [
            .columnTime, .columnNumber, .columnName, .columnChange, .columnBefore, .columnAfter, .columnBy,
        ]
        let rows = try workplace.store.rosterChanges(since: offset.instant(since.date)).map { change in
            [
                change.at.civilText(offset), change.number, change.name,
                workplace.text(.people(.rosterChange(change.kind))), value(change.before, change, workplace),
                value(change.after, change, workplace), numbers[change.actor] ?? workplace.text(.office),
            ]
        }
        Console.out(CSVText.lines([headings.map { workplace.text(.staff($0)) }] + rows))
    }

    private func value(_ text: String?, _ change: RosterChange, _ workplace: Workplace) -> String {
        guard let text else { return "" }
        switch change.kind {
        case .post: return StaffPost(rawValue: text).map { workplace.text(.people(.post($0))) } ?? text
        case .enrolled, .left, .person, .village, .contact: return text
        }
    }
}

struct StaffCardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: Words.helpText(.staff(.card)))

    @OptionGroup var options: CommonOptions
    @Argument(help: Words.help(.staff(.optionWho))) var number: String

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let member = try workplace.person(number)
        guard member.isActive else { throw Failure(.personLeft(member.number, member.name), exit: .refused) }
        let card = PublicCard(of: member, duty: workplace.agentRules.duty)
        let hours = card.hours.map { workplace.text(.people(.hours($0))) }.joined(separator: "  ")
        let table = TextTable(
            heading: [workplace.text(.staff(.columnName)), card.name],
            rows: [
                [workplace.text(.staff(.cardPost)), workplace.text(.people(.post(card.post)))],
                [workplace.text(.staff(.cardContact)), card.contact ?? "-"],
                [workplace.text(.staff(.cardHours)), hours],
            ])
        Console.out(table.text)
    }
}
