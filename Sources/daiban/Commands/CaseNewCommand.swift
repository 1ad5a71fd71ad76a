import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case new`: registers one case.
struct CaseNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: Words.helpText(.abstract(.new)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionItem))
    var item: String

    @Option(name: .long, help: Words.help(.optionVillage))
    var village: String

    @Option(name: .long, help: Words.help(.optionApplicant))
    var applicant: String

    @Option(name: .long, help: Words.help(.optionIdentity))
    var identity: String?

    @Option(name: .long, help: Words.help(.optionPhone))
    var phone: String?

    @Option(name: .long, help: Words.help(.optionAddress))
    var address: String?

    @Option(name: .long, help: Words.help(.optionNote))
    var note: String?

    @Option(name: .long, help: Words.help(.optionOrigin))
    var origin: Intake.Origin = .walkIn

    @Option(name: .long, help: Words.help(.optionKind))
    var kind: Intake.ServiceKind = .agency

    @Flag(name: .long, help: Words.help(.optionUrgent))
    var urgent = false

    @Option(name: .long, help: Words.help(.intake(.optionAuthorisation)))
    var authorisation: Intake.Authorisation.Form?

    @Option(name: .long, help: Words.help(.intake(.optionMatter)))
    var matter: Intake.Matter?

    @Option(name: .long, help: Words.help(.intake(.optionPriority)))
    var priority: [Intake.PriorityGroup] = []

    @Option(name: .long, help: Words.help(.intake(.optionDirection)))
    var direction: Intake.Direction?

    @Option(name: .long, help: Words.help(.intake(.optionCollector)))
    var collector: String?

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    @Flag(name: .long, help: Words.help(.intake(.optionReceipt)))
    var receipt = false

    func validate() throws {
        guard !(json && receipt) else { throw ValidationError(.both("--json", "--receipt")) }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.actor(person)
        guard actor.role.mayRegister else { throw Failure(.mayNotRegister(actor.role), exit: .refused) }
        let now = SystemClock.now()
        let rules = workplace.rules
        let listed = try workplace.store.item(askedFor: item)
        var intake = try intake(at: now).checkedAtCounter(on: rules.offset.civil(now).date)
        if let listed {
            intake.item = listed.name
            intake.listedItem = listed.listed
        }
        intake.direction = direction
        if let collector {
            let member = try workplace.person(collector)
            guard member.role == .collector, member.isActive else {
                throw Failure(.intake(.notACollector(member.number)), exit: .refused)
            }
            intake.collector = member.id
        }
        let villages = try workplace.store.villages()
        guard villages.isEmpty || villages.contains(intake.village) else {
            throw Failure(.villageUnknown(intake.village, known: villages), exit: .refused)
        }
        // Whoever writes a command has the list of cases at hand; a second case of the same matter is their decision.
        let made = try workplace.store.register(intake, seen: nil, by: Actor(actor), rules: rules)
        if receipt {
            let agent = try made.holder.flatMap { try workplace.store.staff($0)?.name }
            let receipt = Receipt(
                made, centre: workplace.centre, agent: agent, phone: workplace.configuration.receipt.phone)
            Console.out(ReceiptText.lines(receipt, workplace.language).joined(separator: "\n"))
        } else if json, let detail = try workplace.store.detail(of: made.id) {
            Console.json(try JSONOutput.text(ShownCase(detail, offset: rules.offset, isRevealed: false)))
        } else {
            let due = made.acceptance?.due.dueText(rules.offset) ?? ""
            Console.out(workplace.text(.newCase(made.number, due: due)))
        }
    }

    private func intake(at now: Instant) -> Intake {
        var intake = Intake(
            kind: kind, origin: origin, item: item, village: village,
            applicant: Intake.Applicant(name: applicant, identityNumber: identity, phone: phone, address: address),
            note: note, isUrgent: urgent, submittedAt: now)
        intake.matter = matter
        intake.authorisation = authorisation.map { Intake.Authorisation(form: $0, at: now) }
        // In the order of the rules, each once, however they were written.
        let groups = Intake.PriorityGroup.allCases.filter(priority.contains)
        intake.priority = groups.isEmpty ? nil : groups
        return intake
    }
}

extension Intake.Origin: ExpressibleByArgument {}
extension Intake.Direction: ExpressibleByArgument {}
extension Intake.ServiceKind: ExpressibleByArgument {}
extension Intake.Matter: ExpressibleByArgument {}
extension Intake.PriorityGroup: ExpressibleByArgument {}
extension Intake.Authorisation.Form: ExpressibleByArgument {}
