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
        let workplace = try Workplace(common)
        let actor = Actor(try workplace.actor(person))
        guard let detail = try workplace.store.detail(number: number) else {
            throw Failure(.caseUnknown(number), exit: .notFound)
        }
        let command = try command(workplace)
        let reference = CaseReference(id: detail.case.id, version: seen ?? detail.case.version)
        let changed = try workplace.store.perform(
            command, on: reference, by: actor, at: SystemClock.now(), rules: workplace.rules)
        if json, let after = try workplace.store.detail(of: changed.id) {
            Console.json(try JSONOutput.text(ShownCase(after, offset: workplace.centre.offset, isRevealed: false)))
        } else {
            Console.out(workplace.text(.acted(command.kind, number)))
        }
    }
}

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: Words.helpText(.abstract(.accept)))
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform { _ in .accept(.confirmed) } }
}

struct DeclineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: Words.helpText(.abstract(.decline)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws { try action.perform { _ in .decline(Decline(reason: reason)) } }
}

struct CompleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete", abstract: Words.helpText(.abstract(.complete)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws { try action.perform { _ in .complete(note: note) } }
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
