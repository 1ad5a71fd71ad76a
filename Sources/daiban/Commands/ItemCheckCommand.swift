import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban item check`: how many items the lists have beside how many they should (the rulebook's word, or the
/// options'), and what is not public yet.
struct ItemCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words.helpText(.item(.abstract(.check))))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.item(.optionExpected(.county))))
    var county: Int?

    @Option(name: .long, help: Words.help(.item(.optionExpected(.township))))
    var township: Int?

    @Option(name: .long, help: Words.help(.item(.optionExpected(.village))))
    var village: Int?

    @Flag(name: .long, help: Words.help(.item(.optionGaps)))
    var gaps = false

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let catalogue = try workplace.store.itemCatalogue()
        var expected: [ItemLevel: Int] = [:]
        expected[.county] = county
        let byRulebook = workplace.rules.rulebook.items.counts
        expected[.township] = township ?? byRulebook?.township
        expected[.village] = village ?? byRulebook?.village
        let counts = catalogue.counts(expected: expected)
        if json {
            Console.json(try JSONOutput.text(counts.map { CheckedList($0, gaps: catalogue.publicGaps($0.level)) }))
        } else {
            for count in counts { Console.out(workplace.text(.item(.counted(count)))) }
            for count in counts where gaps {
                for (field, number) in catalogue.publicGaps(count.level) {
                    Console.out(workplace.text(.item(.gaps(count.level, field, number))))
                }
            }
        }
        if !counts.allSatisfy(\.isRight) { throw ExitCode(ExitStatus.unsound.rawValue) }
    }
}

/// A list with its count, for `--json`.
private struct CheckedList: Encodable {
    var level: String
    var found: Int
    var expected: Int?
    /// How many items do not say what should be public, by field.
    var lacking: [String: Int]

    init(_ count: ItemCount, gaps: [(field: ItemField, items: Int)]) {
        level = count.level.rawValue
        found = count.found
        expected = count.expected
        lacking = Dictionary(uniqueKeysWithValues: gaps.map { ($0.field.rawValue, $0.items) })
    }
}
