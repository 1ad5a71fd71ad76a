import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban item revise|withdraw|claim|give-back CODE`: one change of one item.

/// What all of them take and do.
struct ItemOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Argument(help: Words.help(.item(.optionCode)))
    var code: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    /// Carries out what `command` makes of the item as it stands, in one transaction, and says so.
    func run(
        _ words: (ItemListing) -> ItemWords, _ command: (ItemListing) throws -> ItemCommand
    ) throws {
        let workplace = try Workplace(common)
        let actor = Actor(try workplace.actor(person))
        let changed: ItemListing? = try workplace.store.batch { writer in
            guard let known = try writer.itemCatalogue().listing(code) else { throw ItemRefusal.unknown(code) }
            return try writer.perform(try command(known), by: actor, at: SystemClock.now())
        }
        guard let changed else { return }
        if json {
            Console.json(try JSONOutput.text(ShownItem(changed)))
        } else {
            Console.out(workplace.text(.item(words(changed))))
        }
    }
}

struct ItemReviseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise", abstract: Words.helpText(.item(.abstract(.revise))))

    @OptionGroup var options: ItemOptions

    @Argument(help: Words.help(.item(.optionChanges)))
    var changes: [String] = []

    @Option(name: .long, help: Words.help(.item(.optionSeen)))
    var seen: Int?

    func run() throws {
        guard !changes.isEmpty else { throw Failure(.item(.nothingToRevise), exit: .usage) }
        var cells: [ItemField: String] = [:]
        for change in changes {
            let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            // Code and version name the item; they are no content of it.
            let allowed = ItemField.allCases.filter { $0 != .code && $0 != .version }
            guard parts.count == 2, let field = ItemField(rawValue: parts[0]), allowed.contains(field) else {
                throw Failure(
                    .configuration(
                        ConfigurationError(
                            source: "revise", key: parts[0], problem: .unknownKey(allowed: allowed.map(\.rawValue)))),
                    exit: .usage)
            }
            cells[field] = parts[1]
        }
        let seen = seen
        let given = cells
        try options.run({ .listed($0) }) { known in
            guard !known.isWithdrawn else { throw ItemRefusal.withdrawn(known.item.code) }
            var item = try known.item.changed(given)
            // A version that is to come would be taken over as the new number.
            item.version = min(seen ?? item.version, item.version)
            return .revise(item)
        }
    }
}

struct ItemWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: Words.helpText(.item(.abstract(.withdraw))))

    @OptionGroup var options: ItemOptions

    @Option(name: .long, help: Words.help(.item(.optionReason)))
    var reason: String

    func run() throws {
        try options.run({ .withdrawn(code: $0.item.code, name: $0.item.name) }) {
            .withdraw(code: $0.item.code, reason: reason)
        }
    }
}

struct ItemClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: Words.helpText(.item(.abstract(.claim))))

    @OptionGroup var options: ItemOptions

    func run() throws {
        try options.run({ .claimed(code: $0.item.code, name: $0.item.name) }) { .claim(code: $0.item.code) }
    }
}

struct ItemGiveBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "give-back", abstract: Words.helpText(.item(.abstract(.giveBack))))

    @OptionGroup var options: ItemOptions

    @Option(name: .long, help: Words.help(.item(.optionReason)))
    var reason: String

    func run() throws {
        try options.run({ .givenBack(code: $0.item.code, name: $0.item.name) }) {
            .giveBack(code: $0.item.code, reason: reason)
        }
    }
}
