import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban rulebook …`: the rulebooks, what they settle, and in what they differ.
struct RulebookCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rulebook", abstract: Words.helpText(.rulebook(.group)),
        subcommands: [
            RulebookListCommand.self, RulebookShowCommand.self, RulebookCheckCommand.self, RulebookDiffCommand.self,
            RulebookAdoptCommand.self,
        ])
}

/// `daiban rulebook list`: the embedded rulebooks, and which one is in use.
struct RulebookListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.rulebook(.list)))

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private struct Row: Encodable {
        var name: String
        var title: String
        var current: Bool
    }

    func run() throws {
        let shelf = try RulebookChoice(options)
        var rows: [Row] = []
        for name in Rulebook.embeddedNames {
            let title = try Rulebook.embedded(name).title.text(shelf.language)
            rows.append(Row(name: name, title: title, current: name == shelf.configuration.rulebook))
        }
        if !rows.contains(where: \.current) {
            let title = try shelf.current().title.text(shelf.language)
            rows.append(Row(name: shelf.configuration.rulebook, title: title, current: true))
        }
        guard !json else {
            Console.json(try JSONOutput.text(rows))
            return
        }
        let cells = rows.map { [$0.name, $0.title, $0.current ? shelf.text(.current) : ""] }
        Console.out(TextTable(heading: cells.first ?? ["", "", ""], rows: Array(cells.dropFirst())).text)
    }
}

/// `daiban rulebook show [NAME]`: every setting with its clause and its reason.
struct RulebookShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.rulebook(.show)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.rulebook(.optionName)))
    var name: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    @Flag(name: .long, help: Words.help(.rulebook(.optionTOML)))
    var toml = false

    private struct Shown: Encodable {
        var name: String
        var title: String
        var settings: [ShownSetting]
    }

    func run() throws {
        let shelf = try RulebookChoice(options)
        if toml {
            let wanted = name ?? shelf.configuration.rulebook
            Console.out(try Rulebook.embeddedText(wanted) ?? shelf.file(wanted))
            return
        }
        let rulebook = try shelf.rulebook(name)
        if json {
            let settings = rulebook.entries.map { ShownSetting($0, shelf.language) }
            Console.json(
                try JSONOutput.text(
                    Shown(name: rulebook.name, title: rulebook.title.text(shelf.language), settings: settings)))
        } else {
            Console.out(rulebook.title.text(shelf.language) + "\n\n" + shelf.plain(rulebook.entries))
            if name == nil { try tellStanding(shelf) }
        }
    }
}

extension RulebookShowCommand {
    /// What the record says about the rulebook in use, where there is a record.
    fileprivate func tellStanding(_ shelf: RulebookChoice) throws {
        guard let store = try? CaseStore.open(at: shelf.configuration.database, access: .readOnly),
            let offset = try? store.centre().offset
        else { return }
        let standing = try store.rulebookInForce()?.standing(beside: shelf.configuration, in: store, offset)
        Console.out("\n" + Words.record(standing?.words ?? .notAdopted).text(shelf.language))
    }
}

/// `daiban rulebook check FILE`: whether a file is a rulebook, and where not.
struct RulebookCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words.helpText(.rulebook(.check)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.rulebook(.optionFile)))
    var file: String

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private struct Checked: Encodable {
        var file: String
        var name: String
        var settings: Int
    }

    func run() throws {
        let shelf = try RulebookChoice(options)
        let rulebook = try Rulebook(toml: TextFile.read(file), source: file)
        if json {
            let checked = Checked(file: file, name: rulebook.name, settings: rulebook.entries.count)
            Console.json(try JSONOutput.text(checked))
        } else {
            Console.out(shelf.text(.sound(path: file, name: rulebook.name, settings: rulebook.entries.count)))
        }
    }
}

/// `daiban rulebook diff A [B]`: the settings in which two rulebooks differ.
struct RulebookDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: Words.helpText(.rulebook(.diff)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.rulebook(.optionOne)))
    var one: String

    @Argument(help: Words.help(.rulebook(.optionOther)))
    var other: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private struct Row: Encodable {
        var path: String
        var one: ShownSetting?
        var other: ShownSetting?
    }

    func run() throws {
        let shelf = try RulebookChoice(options)
        let first = try shelf.rulebook(one)
        let second = try shelf.rulebook(other)
        let differences = first.differences(from: second)
        if json {
            let rows = differences.map { difference in
                Row(
                    path: difference.path, one: difference.one.map { ShownSetting($0, shelf.language) },
                    other: difference.other.map { ShownSetting($0, shelf.language) })
            }
            Console.json(try JSONOutput.text(rows))
        } else if differences.isEmpty {
            Console.out(shelf.text(.same(first.name, second.name)))
        } else {
            let rows = differences.map { difference in
                [
                    difference.path, difference.one?.value ?? shelf.text(.notThere),
                    difference.other?.value ?? shelf.text(.notThere),
                ]
            }
            let mark = other == nil ? " (\(shelf.text(.current)))" : ""
            let heading = [shelf.text(.columnPath), first.name, second.name + mark]
            Console.out(TextTable(heading: heading, rows: rows).text)
        }
    }
}
