import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban attendance show`: a month, by person with sums, or one person's sessions with the reasons.
struct AttendanceShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.attendance(.show)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.attendance(.optionPeriod))) var period: MonthArgument?
    @Option(name: .long, help: Words.help(.attendance(.optionVillage))) var village: String?
    @Option(name: .long, help: Words.help(.attendance(.optionPerson))) var person: String?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        if let village, try !workplace.store.villages().contains(village) {
            throw Failure(.attendance(.noVillage(village)), exit: .notFound)
        }
        let now = SystemClock.now()
        let member = try person.map { try workplace.somebody($0) }
        let month = period?.month ?? CivilMonth(of: workplace.day(of: now))
        let months = try workplace.store.attendance(
            in: month, of: member?.id, village: village, rules: workplace.rules, now: now)
        let offset = workplace.centre.offset
        if json {
            let shown = months.map { ShownAttendance($0, offset, sessions: member != nil, workplace.language) }
            return Console.json(try JSONOutput.text(shown))
        }
        guard member != nil else { return Console.out(sums(months, workplace)) }
        for month in months {
            Console.out("\(month.member.number) \(month.member.name)")
            Console.out(sessions(month, workplace))
        }
    }

    private func sums(_ months: [AttendanceMonth], _ workplace: Workplace) -> TextTable {
        func text(_ words: AttendanceWords) -> String { workplace.text(.attendance(words)) }
        let states = SessionState.allCases.filter { $0 != .toCome }
        let heading =
            [text(.columnVillage), text(.columnNumber), text(.columnName), text(.columnDue)]
            + states.map { Message.attendance(.state($0)).text(workplace.language) }
            + [text(.columnForgotten), text(.columnMinutesLate), text(.columnOutside)]
        let rows = months.map { month in
            [month.member.village ?? "—", month.member.number, month.member.name, "\(month.due)"]
                + states.map { "\(month.count($0))" }
                + ["\(month.forgotten)", "\(month.minutesLate)", "\(month.acceptedOutside)"]
        }
        return TextTable(heading: heading, rows: rows)
    }

    private func sessions(_ month: AttendanceMonth, _ workplace: Workplace) -> TextTable {
        func text(_ words: AttendanceWords) -> String { workplace.text(.attendance(words)) }
        let offset = workplace.centre.offset
        let rows = month.outcomes.filter { $0.state != .toCome || $0.cameAt != nil }.map { outcome in
            [
                outcome.session.day.description, "\(outcome.session.number)",
                Message.attendance(.state(outcome.state)).text(workplace.language),
                outcome.cameAt?.clockText(offset) ?? "", outcome.wentAt?.clockText(offset) ?? "",
                outcome.reasons(offset, workplace.language).joined(separator: "; "),
            ]
        }
        return TextTable(
            heading: [
                text(.columnDay), text(.columnSession), text(.columnState), text(.columnIn), text(.columnOut),
                text(.columnWhy),
            ], rows: rows)
    }
}

extension SessionOutcome {
    /// Each step of the reasoning in words, with its clause where it changes.
    func reasons(_ offset: UTCOffset, _ language: Language) -> [String] {
        var last: RuleSource?
        return grounds.map { ground in
            let text = Message.attendance(.ground(ground, offset)).text(language)
            defer { last = ground.source }
            return ground.source == last ? text : "\(text) [\(ground.source.rawValue)]"
        }
    }
}

/// A person's month as `--json` prints it.
struct ShownAttendance: Encodable {
    struct Session: Encodable {
        var day: String
        var session: Int
        var from: String
        var to: String
        var state: String
        var checkedIn: String?
        var checkedOut: String?
        var minutesLate: Int
        var minutesEarly: Int
        var forgotCheckOut: Bool
        var unverified: Bool
        var corrected: Bool
        var reasons: [String]
    }

    var month: String
    var number: String
    var name: String
    var village: String?
    var due: Int
    var states: [String: Int]
    var forgotCheckOut: Int
    var minutesLate: Int
    var minutesEarly: Int
    var unverified: Int
    var acceptedOutside: Int
    var acceptedOnDuty: Int
    var sessions: [Session]?

    init(_ month: AttendanceMonth, _ offset: UTCOffset, sessions isWhole: Bool, _ language: Language) {
        self.month = month.month.description
        (number, name, village) = (month.member.number, month.member.name, month.member.village)
        due = month.due
        states = Dictionary(
            SessionState.allCases.map { ($0.rawValue, month.count($0)) }, uniquingKeysWith: { first, _ in first })
        (forgotCheckOut, unverified) = (month.forgotten, month.unverified)
        (minutesLate, minutesEarly) = (month.minutesLate, month.minutesEarly)
        (acceptedOutside, acceptedOnDuty) = (month.acceptedOutside, month.acceptedOnDuty)
        guard isWhole else { return }
        sessions = month.outcomes.map { outcome in
            Session(
                day: outcome.session.day.description, session: outcome.session.number,
                from: outcome.session.from.iso8601(offset), to: outcome.session.to.iso8601(offset),
                state: outcome.state.rawValue, checkedIn: outcome.cameAt?.iso8601(offset),
                checkedOut: outcome.wentAt?.iso8601(offset), minutesLate: outcome.minutesLate,
                minutesEarly: outcome.minutesEarly, forgotCheckOut: outcome.forgotCheckOut,
                unverified: outcome.isUnverified, corrected: outcome.isCorrected,
                reasons: outcome.reasons(offset, language))
        }
    }
}
