import CaseStore
import Casework
import Dashboard

/// What the command line says about service items, in English.
extension ItemWords {
    var english: String {
        switch self {
        case .abstract(let subject): subject.english
        case .optionLevel: "The level: county, township (with the county items it claimed), village"
        case .optionText: "What name, code or office contains"
        case .optionCode: "The code of the item, such as X-CL-01"
        case .optionVersion: "Which version (default: the current one)"
        case .optionFile: "The CSV file to take over (columns as in item export)"
        case .optionExportFile: "The file to write (default: standard output); one that is there is not overwritten"
        case .optionMark: "Begin with a UTF-8 mark, for spreadsheet programs that show garbled text without it"
        case .optionReason: "The reason"
        case .optionChanges: "What changes, as COLUMN=TEXT, such as promised_days=3 (columns as in the CSV)"
        case .optionSeen: "The version that you saw; nothing is written when there is a newer one"
        case .optionExpected(let level): "How many items the \(text(.level(level))) list should have"
        case .optionGaps: "Also tell what should be public and is missing"
        case .count(let count): "\(count) items"
        case .takenOver(let report): "\(report.listed) new, \(report.revised) revised, \(report.unchanged) unchanged"
        case .exported(let count, let path): "\(count) items written to \(path)"
        case .alreadyThere(let path): "\(path) is there already and was not touched"
        case .listed(let listing):
            "\(listing.item.code) \(listing.item.name): \(text(.version(listing.item.version))) now"
        case .claimed(let code, let name): "claimed \(code) \(name)"
        case .givenBack(let code, let name): "given back \(code) \(name)"
        case .withdrawn(let code, let name): "withdrawn \(code) \(name); cases keep the version they have"
        case .nothingToRevise: "say what changes, such as promised_days=3"
        case .counted(let count):
            if let expected = count.expected {
                "\(text(.level(count.level))): \(count.found) items, \(expected) expected, \(Self.difference(count))"
            } else {
                "\(text(.level(count.level))): \(count.found) items"
            }
        case .gaps(let level, let field, let count):
            "\(text(.level(level))): \(count) items without “\(text(.field(field)))”"
        case .laterVersion(let shown, let current):
            "this is \(text(.version(shown))); the current one is \(text(.version(current)))"
        case .unknownVersion(let code, let version, let known):
            "item \(code) has no version \(version); there are: \(known.map(String.init).joined(separator: ", "))"
        case .history: "Changes"
        case .columnCode: "Code"
        case .columnClaim: "Claim"
        case .faults(let error): error.faults.map { Self.line($0, in: error.source) }.joined(separator: "\n")
        }
    }

    private func text(_ term: ItemTerm) -> String { Message.itemTerm(term).text(.english) }

    private static func difference(_ count: ItemCount) -> String {
        guard count.missing != 0 else { return "as it should be" }
        return count.missing > 0 ? "\(count.missing) missing" : "\(-count.missing) too many"
    }

    private static func line(_ fault: ItemListError.Fault, in source: String) -> String {
        let row = fault.row.map { row in
            "row \(row)" + (fault.line.map { $0 == row ? "" : " (line \($0))" } ?? "")
        }
        let column = fault.column.map { "column \"\($0)\"" }
        let place = [row, column].compactMap(\.self).joined(separator: ", ")
        return "\(source): \(place.isEmpty ? "" : place + ": ")\(fault.problem.english)"
    }
}

extension ItemListError.Fault.Problem {
    fileprivate var english: String {
        switch self {
        case .unreadable(let detail): "cannot be read: \(SystemReason.english(detail))"
        case .empty: "nothing in it"
        case .notCSV(let kind): kind.english
        case .missingColumns(let names): "the header lacks: \(names.joined(separator: ", "))"
        case .unknownColumn(let allowed): "unknown column; there are: \(allowed.joined(separator: ", "))"
        case .doubledColumn: "the column is there more than once"
        case .doubledCode(let code, let row): "the code \(code) is in row \(row) already"
        case .refused(let refusal): Message.itemTerm(.refusal(refusal)).text(.english)
        }
    }
}

extension ItemWords.Subject {
    fileprivate var english: String {
        switch self {
        case .items: "Lists of service items: list, show, import, export, claim, revise"
        case .list: "List service items"
        case .show: "Show the guide of an item"
        case .importing: "Bring the lists to a CSV file: new items, new versions, nothing for what is the same"
        case .exporting: "Write the lists as CSV"
        case .startList: "Take over the list that comes with the program (the levels that you may change)"
        case .claim: "Claim a county item for the township (the director)"
        case .giveBack: "Give a claimed county item back (needs a reason)"
        case .revise: "Revise an item: a new version"
        case .withdraw: "Withdraw an item (needs a reason)"
        case .check: "Compare how many items the lists have with how many they should, and what is not public yet"
        }
    }
}
