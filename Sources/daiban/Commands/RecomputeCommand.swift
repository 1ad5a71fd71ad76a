import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban recompute`: the dates of open cases anew, after the rulebook or the calendar has changed.
struct RecomputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute", abstract: Words.helpText(.recompute(.abstract)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.recompute(.optionReason)))
    var reason: String

    @Flag(name: .long, help: Words.help(.recompute(.optionTrial)))
    var trial = false

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.dateKeeper(person)
        let why = try EntryField.reason.checked(reason)
        try workplace.recompute(because: why, by: actor.id, isTrial: trial)
    }
}

/// `daiban calendar import FILE`: adds a calendar file to the record, and lets the dates of open cases follow.
struct CalendarImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Words.helpText(.recompute(.abstractImport)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.calendar(.optionFile)))
    var file: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.dateKeeper(person)
        let read = try CalendarFile(toml: TextFile.read(file), source: file, over: workplace.rules.calendar)
        let added = try workplace.store.addToCalendar(read.changes, at: SystemClock.now(), by: actor.id)
        Console.out(workplace.text(.recompute(.imported(added))))
        // What stopped an earlier import after its calendar was taken in is made up for, too.
        let names = read.notices.map(\.notice) + read.layers.map { "\($0.region) \($0.reason)" }
        let reason = workplace.text(.recompute(.calendarReason(names.joined(separator: ", "))))
        try workplace.recompute(because: String(reason.prefix(Case.reasonLimit)), by: actor.id, isTrial: false)
    }
}

extension Workplace {
    /// Who acts, when the person may set dates.
    fileprivate func dateKeeper(_ person: String?) throws -> StaffMember {
        let actor = try actor(person)
        guard actor.role.maySetDates else { throw Failure(.recompute(.notPermitted(actor.role)), exit: .refused) }
        return actor
    }

    fileprivate func recompute(because reason: String, by actor: StaffID, isTrial: Bool) throws {
        var rules = rules
        rules.calendar = rules.calendar.with(try store.calendarChanges())
        Interruption.watch()
        defer { Interruption.unwatch() }
        let report = try store.recompute(
            under: rules, because: reason, at: SystemClock.now(), by: actor, isTrial: isTrial
        ) { report in
            Console.progress(text(.recompute(.progress(report.changed))))
            return !Interruption.wasAsked
        }
        Console.endProgress()
        Console.out(text(.recompute(isTrial ? .wouldChange(report) : .changed(report))))
        if report.wasStopped { throw ExitCode(Interruption.exitCode) }
    }
}
