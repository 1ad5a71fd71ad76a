import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff change|waive|appoint|leave`: what happens to one person, one at a time.

/// What all of them take.
struct PersonOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Argument(help: Words.help(.staff(.optionWho)))
    var number: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    /// Opens the record and finds the two: who acts, and about whom.
    func begin() throws -> (workplace: Workplace, actor: Actor, member: StaffMember) {
        let workplace = try Workplace(common)
        return (workplace, Actor(try workplace.actor(person)), try workplace.person(number))
    }
}

struct StaffChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: Words.helpText(.staff(.change)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.optionStaffName)) var name: String?
    @Option(name: .long, help: Words.help(.optionStaffVillage)) var village: String?
    @Option(name: .long, help: Words.help(.optionStaffPhone)) var phone: String?
    @OptionGroup var facts: StaffFactOptions
    @Option(name: .customLong("clear"), help: Words.help(.staff(.optionClear))) var cleared: [ClearedFact] = []

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let facts = try facts.checked()
        let name = try self.name.map { try EntryField.staffName.checked($0) }
        let village = try self.village.map { try EntryField.village.checked($0) }
        let phone = try self.phone.map { try EntryField.phone.checked($0) }
        let now = SystemClock.now()
        let changed = try workplace.store.batch { writer in
            let changed = try writer.change(member.id, at: now, by: actor) { member in
                if let name { member.name = name }
                if let village { member.village = village }
                if let phone { member.phone = phone }
                for fact in cleared { fact.clear(&member) }
                facts.apply(to: &member)
            }
            try writer.addVillage(ofNewcomer: village, at: now, by: actor.id)
            return changed
        }
        Console.out(workplace.text(.staff(.changed("\(changed.number) \(changed.name)"))))
        // What was signed stays as it is.
        if changed.isDeputyCadre != member.isDeputyCadre,
            try workplace.store.allowanceQuarters().contains(where: {
                try workplace.store.allowance(of: $0).state == .signed
            })
        {
            Console.out(workplace.text(.staff(.villageMoneySigned)))
        }
        let waivers = try workplace.store.staffRecord(number: changed.number)?.waivers ?? []
        let check = AdmissionCheck(
            of: changed, rules: workplace.agentRules.admission, on: workplace.day(of: now))
        workplace.tell(check.open(after: waivers))
    }
}

struct StaffWaiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive", abstract: Words.helpText(.staff(.waive)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.staff(.optionSubject))) var subject: AdmissionFinding.Subject
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let now = SystemClock.now()
        _ = try workplace.store.batch { writer in
            try writer.waive(
                subject, of: member.id, reason: reason, rules: workplace.agentRules.admission,
                today: workplace.day(of: now), at: now, by: actor)
        }
        Console.out(workplace.text(.staff(.waived("\(member.number) \(member.name)", subject))))
    }
}

struct StaffAppointCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appoint", abstract: Words.helpText(.staff(.appoint)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.staff(.optionStep))) var step: AgentRules.AppointmentStep
    @Option(name: .long, help: Words.help(.staff(.optionOn))) var on: DayArgument?
    @Option(name: .long, help: Words.help(.staff(.optionBy))) var by: String
    @Option(name: .long, help: Words.help(.staff(.optionVotes))) var votes: VotesArgument?

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let now = SystemClock.now()
        let today = workplace.day(of: now)
        let steps = workplace.agentRules.appointment
        let taken = try AppointmentStepTaken(step: step, on: on?.date ?? today, by: by, votes: votes?.votes)
        let record = try workplace.store.batch { writer in
            try writer.appoint(member.id, taken, steps: steps, today: today, at: now, by: actor)
        }
        let next = Appointment(steps: steps, taken: record.appointment ?? []).next
        Console.out(workplace.text(.staff(.stepTaken("\(member.number) \(member.name)", step, next: next))))
    }
}

struct StaffLeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: Words.helpText(.staff(.leave)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String
    @Option(name: .customLong("originals"), help: Words.help(.staff(.optionOriginalsKept))) var originals = 0

    func validate() throws {
        guard originals >= 0 else { throw ValidationError(.range("--originals", least: "0", most: nil)) }
    }

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let now = SystemClock.now()
        _ = try workplace.store.batch { writer in
            try writer.leave(member.id, reason: reason, originals: originals, at: now, by: actor)
        }
        Console.out(workplace.text(.staff(.left("\(member.number) \(member.name)"))))
    }
}
