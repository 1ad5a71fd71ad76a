import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban accept|decline|complete|approve|reject|reassign|urge|undo NUMBER`: one action on one case.

/// What all of them take and do.
struct ActionOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Argument(help: Words.help(.optionNumber))
    var number: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Option(name: .customLong("seen"), help: Words.help(.optionSeen))
    var seen: Int?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func perform(_ command: (Workplace) throws -> CaseCommand) throws {
        let (workplace, actor, reference) = try begin()
        let command = try command(workplace)
        let changed = try workplace.store.perform(
            command, on: reference, by: actor, at: SystemClock.now(), rules: workplace.rules)
        try report(changed, .acted(command.kind, number), workplace)
    }

    /// Where, who, and which version of which case.
    func begin() throws -> (Workplace, Actor, CaseReference) {
        let workplace = try Workplace(common)
        let actor = Actor(try workplace.actor(person))
        guard let detail = try workplace.store.detail(number: number) else {
            throw Failure(.caseUnknown(number), exit: .notFound)
        }
        return (workplace, actor, CaseReference(id: detail.case.id, version: seen ?? detail.case.version))
    }

    /// Tells what was done: the case as JSON, or one sentence.
    func report(_ changed: Case, _ words: Words, _ workplace: Workplace) throws {
        if json, let after = try workplace.store.detail(of: changed.id) {
            Console.json(try JSONOutput.text(ShownCase(after, offset: workplace.centre.offset, isRevealed: false)))
        } else {
            Console.out(workplace.text(words))
        }
    }
}

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: Words.helpText(.abstract(.accept)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.intake(.optionAuthorisation)))
    var authorisation: Intake.Authorisation.Form = .spoken
    @Flag(name: .long, help: Words.help(.life(.optionUnchecked))) var materialsUnchecked = false

    func run() throws {
        try action.perform { _ in
            .accept(AcceptanceCheck(authorisation: authorisation, materialsChecked: !materialsUnchecked))
        }
    }
}

struct DeclineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: Words.helpText(.abstract(.decline)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String
    @Option(name: .long, help: Words.help(.life(.optionGround))) var ground: Decline.Ground?
    @Option(name: .long, help: Words.help(.life(.optionRightOffice))) var office: String?
    @Option(name: .long, help: Words.help(.life(.optionMissing))) var missing: [String] = []

    func run() throws {
        try action.perform { _ in
            .decline(Decline(reason: reason, ground: ground, office: office, missing: missing))
        }
    }
}

struct CompleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete", abstract: Words.helpText(.abstract(.complete)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?
    @Option(name: .long, help: Words.help(.life(.optionLateReason))) var lateReason: String?

    func run() throws { try action.perform { _ in .complete(note: note, lateReason: lateReason) } }
}

struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: Words.helpText(.abstract(.approve)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws { try action.perform { _ in .approve(note: note) } }
}

struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: Words.helpText(.abstract(.reject)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws { try action.perform { _ in .reject(reason: reason) } }
}

struct ReassignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign", abstract: Words.helpText(.abstract(.reassign)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionTo)) var to: String

    func run() throws { try action.perform { .reassign(to: try $0.person(to)) } }
}

struct UrgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "urge", abstract: Words.helpText(.abstract(.urge)))
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform { _ in .urge } }
}

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: Words.helpText(.abstract(.undo)))
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform { _ in .undo } }
}

extension Decline.Ground: ExpressibleByArgument {}
