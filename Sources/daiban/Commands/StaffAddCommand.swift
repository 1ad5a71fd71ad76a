import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff add`: takes somebody into the office, and the village with an agent who is the first there.
struct StaffAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: Words.helpText(.abstract(.staffAdd)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionStaffNumber))
    var number: String

    @Option(name: .long, help: Words.help(.optionStaffName))
    var name: String

    @Option(name: .long, help: Words.help(.optionRole))
    var role: Role = .agent

    @Option(name: .long, help: Words.help(.optionStaffVillage))
    var village: String?

    @Option(name: .long, help: Words.help(.optionStaffPhone))
    var phone: String?

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.actor(person)
        guard actor.role.mayEnrol else { throw Failure(.mayNotEnrol(actor.role), exit: .refused) }
        let newcomer = try NewPerson(number: number, name: name, role: role, village: village, phone: phone)
        let now = SystemClock.now()
        let member = try workplace.store.batch { writer in
            try newcomer.enrol(with: &writer, at: now, by: actor.id)
        }
        if json {
            Console.json(try JSONOutput.text(ListedPerson(member, nil, offset: workplace.centre.offset)))
        } else {
            Console.out(workplace.text(.enrolled(number: member.number, name: member.name)))
        }
    }
}

/// Somebody who is to be taken into the office, as far as one can tell without the record.
struct NewPerson {
    let number: String
    private let name: String
    private let role: Role
    private let village: String?
    private let phone: String?

    /// - Throws: ``Refusal/unfit(_:_:)``. An agent without a village would never be given a case.
    init(number: String, name: String, role: Role, village: String? = nil, phone: String? = nil) throws(Refusal) {
        self.number = try EntryField.staffNumber.checked(number)
        self.name = try EntryField.staffName.checked(name)
        self.role = role
        self.village =
            role == .agent
            ? try EntryField.village.checked(village ?? "") : try EntryField.village.checkedIfAny(village)
        self.phone = try EntryField.phone.checkedIfAny(phone)
    }

    /// Writes the person down, and first the village when the centre does not know it yet.
    func enrol(with writer: inout RecordWriter, at now: Instant, by actor: StaffID) throws -> StaffMember {
        if let village, try !writer.villages().contains(village) {
            try writer.record(.villageAdded(CentreEvent.VillageAdded(name: village)), at: now, by: actor)
        }
        return try writer.enrol(
            number: number, name: name, role: role, village: village, phone: phone, at: now, by: actor)
    }
}

extension Role: ExpressibleByArgument {}
