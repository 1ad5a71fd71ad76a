import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban item import|export|start-list`: whole lists, from and to files.

struct ItemImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Words.helpText(.item(.abstract(.importing))))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.item(.optionFile)))
    var file: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let list = try ItemList(file: file)
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        try workplace.tell(try list.takeOver(into: workplace.store, by: actor, at: SystemClock.now()), json: json)
    }
}

struct ItemStartListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start-list", abstract: Words.helpText(.item(.abstract(.startList))))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.item(.optionLevel)))
    var level: ItemLevel?

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        let levels = level.map { [$0] } ?? ItemLevel.allCases.filter(actor.role.mayKeep)
        guard !levels.isEmpty, levels.allSatisfy(actor.role.mayKeep) else {
            throw ItemRefusal.notPermitted(actor.role, level ?? .township)
        }
        var list = try ItemList.start()
        list.rows.removeAll { !levels.contains($0.item.level) }
        try workplace.tell(try list.takeOver(into: workplace.store, by: actor, at: SystemClock.now()), json: json)
    }
}

struct ItemExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Words.helpText(.item(.abstract(.exporting))))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.item(.optionExportFile)))
    var file: String?

    @Option(name: .long, help: Words.help(.item(.optionLevel)))
    var level: ItemLevel?

    @Flag(name: .customLong("bom"), help: Words.help(.item(.optionMark)))
    var marked = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let items = try workplace.store.items(level: level).map(\.item)
        let bytes = ItemList.csv(items, marked: marked)
        guard let file else {
            Console.file(String(decoding: bytes, as: UTF8.self))
            return
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw Failure(.item(.alreadyThere(file)), exit: .failed)
        }
        Console.out(workplace.text(.item(.exported(items.count, file))))
    }
}

extension Workplace {
    /// Says what taking a list over did.
    fileprivate func tell(_ report: ItemListReport, json: Bool) throws {
        struct Summary: Encodable {
            var listed: Int
            var revised: Int
            var unchanged: Int
        }
        if json {
            let summary = Summary(listed: report.listed, revised: report.revised, unchanged: report.unchanged)
            Console.json(try JSONOutput.text(summary))
        } else {
            Console.out(text(.item(.takenOver(report))))
        }
    }
}
