import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff add`: takes somebody into the office, and the village with an agent who is the first there.
///
/// An agent is checked against the conditions of the rulebook. What is known and speaks against the person is refused
/// until it is waived; what is not known yet is told, and refused only when that is asked for.
struct StaffAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: Words.helpText(.abstract(.staffAdd)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionStaffNumber))
    var number: String

    @Option(name: .long, help: Words.help(.optionStaffName))
    var name: String

    @Option(name: .long, help: Words.help(.optionRole))
    var role: Role?

    @Option(name: .long, help: Words.help(.optionStaffVillage))
    var village: String?

    @Option(name: .long, help: Words.help(.optionStaffPhone))
    var phone: String?

    @OptionGroup var facts: StaffFactOptions

    @Option(name: .customLong("waive"), help: Words.help(.staff(.optionWaive)))
    var waivers: [WaiverArgument] = []

    @Flag(name: .long, help: Words.help(.staff(.optionStrict)))
    var strict = false

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.actor(person)
        guard actor.role.mayEnrol else { throw Failure(.mayNotEnrol(actor.role), exit: .refused) }
        if let post = facts.post, let role, post.role != role {
            throw StaffRefusal.postOfAnotherRole(post, role)
        }
        let newcomer = try NewPerson(
            number: number, name: name, role: role ?? facts.post?.role ?? .agent, village: village, phone: phone,
            facts: try facts.checked())
        let now = SystemClock.now()
        let admission = workplace.agentRules.admission
        let today = workplace.day(of: now)
        let waived = try waivers.map { try Waiver(subject: $0.subject, reason: $0.reason) }
        let open = newcomer.admission(admission, on: today).open(after: waived)
        let refused = open.filter { strict || !$0.isUnknown }
        guard refused.isEmpty else { throw StaffRefusal.inadmissible(refused) }
        let member = try workplace.store.batch { writer in
            let member = try newcomer.enrol(with: &writer, at: now, by: actor.id)
            for waiver in waived {
                try writer.waive(
                    waiver.subject, of: member.id, reason: waiver.reason, rules: admission, today: today, at: now,
                    by: Actor(actor))
            }
            return member
        }
        if json {
            Console.json(try JSONOutput.text(ListedPerson(member, nil, offset: workplace.centre.offset)))
        } else {
            Console.out(workplace.text(.enrolled(number: member.number, name: member.name)))
        }
        workplace.tell(open)
    }
}

/// Somebody who is to be taken into the office, as far as one can tell without the record.
struct NewPerson {
    private let member: StaffMember

    var number: String { member.number }

    /// - Throws: ``Refusal/unfit(_:_:)``. An agent without a village would never be given a case.
    init(
        number: String, name: String, role: Role, village: String? = nil, phone: String? = nil,
        facts: StaffFactOptions.Facts? = nil
    ) throws(Refusal) {
        var member = StaffMember(
            id: StaffID(0), number: try EntryField.staffNumber.checked(number),
            name: try EntryField.staffName.checked(name), role: role)
        member.village =
            role == .agent
            ? try EntryField.village.checked(village ?? "") : try EntryField.village.checkedIfAny(village)
        member.phone = try EntryField.phone.checkedIfAny(phone)
        facts?.apply(to: &member)
        self.member = member
    }

    /// What speaks against an agent; nothing for everybody else.
    func admission(_ rules: AgentRules.Admission, on day: CivilDate) -> AdmissionCheck {
        AdmissionCheck(of: member, rules: rules, on: day)
    }

    /// Writes the person down, and first the village when the centre does not know it yet.
    func enrol(with writer: inout RecordWriter, at now: Instant, by actor: StaffID) throws -> StaffMember {
        try writer.addVillage(ofNewcomer: member.village, at: now, by: actor)
        return try writer.enrol(member, at: now, by: actor)
    }
}

extension RecordWriter {
    /// Records the village when the centre does not know it yet.
    mutating func addVillage(ofNewcomer village: String?, at now: Instant, by actor: StaffID) throws {
        guard let village, try !villages().contains(village) else { return }
        try record(.villageAdded(CentreEvent.VillageAdded(name: village)), at: now, by: actor)
    }
}

extension Workplace {
    /// Says what is not known about somebody, or was let pass, on standard error: it is no part of the result.
    func tell(_ findings: [AdmissionFinding]) {
        for finding in findings {
            let words = text(.people(.admission(finding)))
            Console.error(text(.staff(.notice(words, sources: text(.people(.sources(finding.sources)))))))
        }
    }
}

extension Role: ExpressibleByArgument {}
