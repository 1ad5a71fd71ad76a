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

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options)
        let actor = try workplace.actor(person)
        guard actor.role.mayRegister else { throw Failure(.mayNotRegister(actor.role), exit: .refused) }
        let now = SystemClock.now()
        let rules = workplace.rules
        let listed = try workplace.store.item(askedFor: item)
        var intake = try Intake(
            kind: kind, origin: origin, item: listed?.name ?? item, village: village,
            applicant: Intake.Applicant(name: applicant, identityNumber: identity, phone: phone, address: address),
            note: note, isUrgent: urgent, submittedAt: now
        ).checked()
        intake.listedItem = listed?.listed
        let taken = intake
        let villages = try workplace.store.villages()
        guard villages.isEmpty || villages.contains(intake.village) else {
            throw Failure(.villageUnknown(intake.village, known: villages), exit: .refused)
        }
        let acceptance = rules.rulebook.acceptance.deadline(from: now, calendar: rules.calendar, offset: rules.offset)
        let made = try workplace.store.batch { writer in
            try writer.register(
                taken, number: nil, holder: nil, history: nil, source: nil, acceptance: acceptance, at: now,
                by: actor.id)
        }
        if json, let detail = try workplace.store.detail(of: made.id) {
            Console.json(try JSONOutput.text(ShownCase(detail, offset: rules.offset, isRevealed: false)))
        } else {
            Console.out(workplace.text(.newCase(made.number, due: acceptance.due.civilText(rules.offset))))
        }
    }
}

extension Intake.Origin: ExpressibleByArgument {}
extension Intake.ServiceKind: ExpressibleByArgument {}
