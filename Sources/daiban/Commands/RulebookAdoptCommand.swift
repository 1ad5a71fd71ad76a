import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban rulebook adopt`: puts into the record which rulebook is in force.
struct RulebookAdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: Words.helpText(.record(.adopt)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionReason))
    var reason: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        let adopted = RulebookAdopted(
            workplace.rules.rulebook, overrides: workplace.configuration.rulebookOverrides,
            reason: try EntryField.reason.checked(reason))
        if try workplace.store.adoptRulebook(adopted, by: actor, at: SystemClock.now()) {
            Console.out(workplace.text(.record(.adopted(adopted.name))))
        } else {
            let since = try workplace.store.rulebookInForce()?.since.civilText(workplace.centre.offset) ?? ""
            Console.out(workplace.text(.record(.adoptedAlready(adopted.name, since: since))))
        }
    }
}

extension RulebookInForce {
    /// Whether it is what `configuration` says, and how to say it.
    func standing(
        beside configuration: Configuration, in store: CaseStore, _ offset: UTCOffset
    ) throws -> (isSame: Bool, words: RecordWords) {
        let configured = RulebookAdopted(
            try configuration.loadRulebook(), overrides: configuration.rulebookOverrides, reason: "")
        let since = since.civilText(offset)
        guard adopted.isSame(as: configured) else { return (false, .otherInForce(adopted.name, since: since)) }
        let by = try store.staff(actor)?.name ?? ""
        return (true, .inForce(adopted.name, since: since, by: by, reason: adopted.reason))
    }
}
