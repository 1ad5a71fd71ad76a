import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban item show CODE`: the guide of an item, as it is or as an older version had it.
struct ItemShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.item(.abstract(.show))))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.item(.optionCode)))
    var code: String

    // Not `version`, so that the parser's own --version is not meant.
    @Option(name: .customLong("version"), help: Words.help(.item(.optionVersion)))
    var wanted: Int?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        guard let current = try workplace.store.itemListing(code: code) else { throw ItemRefusal.unknown(code) }
        let versions = try workplace.store.itemVersions(code: code)
        var shown = current
        if let wanted {
            guard let item = versions.first(where: { $0.version == wanted }) else {
                throw Failure(
                    .item(.unknownVersion(code: code, version: wanted, known: versions.map(\.version))),
                    exit: .notFound)
            }
            shown.item = item
        }
        if json {
            Console.json(try JSONOutput.text(ShownItem(shown)))
            return
        }
        Console.out(ItemSheet(shown, versions: versions, workplace).text)
        if shown.item.version != current.item.version {
            Console.out(
                "\n"
                    + workplace.text(
                        .item(.laterVersion(shown: shown.item.version, current: current.item.version))))
        }
    }
}

/// The guide of an item on paper: one field a row, lists one entry a row, then what each version changed.
private struct ItemSheet {
    private let listing: ItemListing
    private let versions: [ServiceItem]
    private let workplace: Workplace

    init(_ listing: ItemListing, versions: [ServiceItem], _ workplace: Workplace) {
        self.listing = listing
        self.versions = versions
        self.workplace = workplace
    }

    var text: String {
        let item = listing.item
        var lines: [[String]] = []
        func add(_ field: ItemField, _ values: [String]) {
            for (index, value) in values.enumerated() { lines.append([index == 0 ? term(.field(field)) : "", value]) }
        }
        func add(_ field: ItemField, _ text: String?) {
            add(field, text.map { $0.split(whereSeparator: \.isNewline).map(String.init) } ?? [])
        }
        add(.code, item.code)
        add(.name, item.name)
        add(.version, [term(.version(item.version)), listing.isWithdrawn ? term(.withdrawn) : nil].compactMap(\.self))
        add(.level, [term(.level(item.level)), listing.isClaimed ? term(.claimed) : nil].compactMap(\.self))
        add(.kind, term(.kind(item.kind)))
        add(.area, term(.area(item.area)))
        add(.department, item.department)
        add(.branches, item.branches)
        add(.promisedDays, item.limit.map(term))
        add(.promise, item.promise)
        add(.legalLimit, item.legalLimit)
        add(.condition, item.condition)
        add(.materials, item.materials.map(material))
        add(.time, item.guide.time)
        add(.filling, item.guide.filling)
        add(.sample, item.guide.sample)
        add(.stages, item.stages.map(stage))
        add(.legalBasis, item.legalBasis)
        add(.fee, item.fee.map { term(.fee($0.fen, basis: $0.basis)) } ?? term(.free))
        add(.source, item.source)
        var text = TextTable(heading: lines.first ?? ["", ""], rows: Array(lines.dropFirst())).text
        if !item.assumed.isEmpty { text += "\n\n" + term(.assumed(item.assumed)) }
        if versions.count > 1 { text += "\n\n" + workplace.text(.item(.history)) + "\n" + history }
        return text
    }

    /// What each version changed, newest first.
    private var history: String {
        let rows = zip(versions.dropFirst(), versions).map { item, before in
            [
                term(.version(item.version)),
                item.fields(differingFrom: before).map { term(.field($0)) }.joined(separator: ", "),
            ]
        }.reversed()
        return TextTable(heading: rows.first ?? ["", ""], rows: Array(rows.dropFirst())).text
    }

    private func material(_ material: ServiceItem.Material) -> String {
        [material.name, material.form.map { term(.form($0)) }, term(.required(material.isRequired))]
            .compactMap(\.self).joined(separator: "  ")
    }

    private func stage(_ stage: ServiceItem.Stage) -> String {
        [term(.stage(stage.stage)), stage.name, stage.days.map { term(.workingDays($0)) }]
            .compactMap(\.self).joined(separator: "  ")
    }

    private func term(_ term: ItemTerm) -> String { workplace.text(.itemTerm(term)) }
}
