import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban item list`: the list of a level, or all of them.
struct ItemListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.item(.abstract(.list))))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.item(.optionLevel)))
    var level: ItemLevel?

    @Option(name: .long, help: Words.help(.item(.optionText)))
    var text: String = ""

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let listings = try workplace.store.items(matching: text).filter { listing in
            level.map { listing.stands(in: $0) } ?? true
        }
        if json {
            Console.json(try JSONOutput.text(listings.map(ShownItem.init)))
            return
        }
        func term(_ term: ItemTerm) -> String { workplace.text(.itemTerm(term)) }
        let table = TextTable(
            heading: [
                workplace.text(.item(.columnCode)), term(.field(.name)), term(.field(.level)), term(.field(.kind)),
                term(.field(.promisedDays)), term(.field(.department)), workplace.text(.item(.columnClaim)),
            ],
            rows: listings.map { listing in
                let item = listing.item
                return [
                    item.code, item.name, term(.level(item.level)), term(.kind(item.kind)),
                    item.limit.map(term) ?? item.promise ?? "-", item.department ?? "-",
                    listing.isClaimed ? term(.claimed) : "",
                ]
            })
        Console.out(table.text)
        Console.out(workplace.text(.item(.count(listings.count))))
    }
}

extension ItemLevel: ExpressibleByArgument {}

extension ServiceItem {
    /// How long it takes by its own word; `nil` when it gives none in days.
    var limit: ItemTerm? {
        kind == .instant ? .sameDay : promisedDays.map(ItemTerm.workingDays)
    }
}
