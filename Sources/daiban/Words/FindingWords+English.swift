import CaseStore
import Casework
import Dashboard

/// The English of what a verification finds: for people first, the place in the file behind it in brackets.
extension VerificationReport.Finding {
    /// Of one that names no moment.
    var english: String { english(.china) }

    /// - Parameter offset: in which moments are told, that of the centre.
    func english(_ offset: UTCOffset) -> String {
        let names = RecordNames(language: .english, offset: offset)
        return switch self {
        case .database(let damage): damage.english
        case .rowsUnreadable(let table, let detail):
            "\(table.map { names.table($0) } ?? "the database"): rows that cannot be read [\(detail)]"
        case .schemaDiffers(let name): "a table, an index or a trigger is gone or was altered [\(name)]"
        case .schemaExtra(let name): "something in the database was not made by this program [\(name)]"
        case .registrationMissing(let id, let number):
            "the journal does not tell how \(number.map { "case \($0)" } ?? "a case") began [id \(id.value)]"
        case .guardMissing(let name): "a guard of the journal is gone [\(name)]"
        case .entryMissing(let sequence): "entry \(sequence) is missing"
        case .journalCut(let entries, let known):
            "entries are missing at the end: the journal goes to \(entries), the tables know entry \(known)"
        case .entryAltered(let sequence): "entry \(sequence) was altered"
        case .chainBroken(let sequence): "entry \(sequence) does not continue the one before"
        case .entryUnreadable(let sequence, let detail): "entry \(sequence) cannot be read [\(detail)]"
        case .entryUnknown(let sequence, let kind):
            "entry \(sequence) is of a kind that this program does not know [\(kind)]"
        case .entryNewer(let sequence, let kind, let version):
            "entry \(sequence) was written by a newer program; install that one [\(kind), spelling \(version)]"
        case .anchorBeyond(let origin, let sequence, let entries):
            "the record has \(entries) entries, fewer than \(origin.english(offset)), which says \(sequence)"
        case .anchorDiffers(let origin, let sequence):
            "entry \(sequence) is another one than \(origin.english(offset)) says"
        case .anchorsEmpty:
            "the file of anchors is empty and vouches for nothing; if anchors were kept in it, somebody emptied it"
        case .restartUnknown(let line, let sequence):
            "line \(line) of the kept file begins anew after a restore, entry \(sequence), that the journal does not tell of"
        case .restartDiffers(let line, let sequence, let person, let reason):
            "line \(line) of the kept file, which begins anew after a restore, is not what entry \(sequence) says: \(person), because: \(reason)"
        case .anchorUnreadable(let line): "line \(line) of the kept file is no whole anchor"
        case .moreAnchorsUnreadable(let count):
            "and \(count) more lines of it: is it a file of anchors at all?"
        case .clockExtra(let id): "clocks of a case that is not in the table [clocks, id \(id.value)]"
        case .ledgerMissing(let ledger, let sequence):
            "\(names.table(ledger)): the row of entry \(sequence) is missing [\(ledger)]"
        case .ledgerDiffers(let ledger, let sequence):
            "\(names.table(ledger)): the row of entry \(sequence) is not what it says [\(ledger)]"
        case .ledgerExtra(let ledger, let sequence):
            "\(names.table(ledger)): a row that no entry makes [\(ledger), \(sequence)]"
        case .moneySumDiffers(let staff, let number, let period):
            "\(number.map { "person \($0)" } ?? "somebody whom the journal does not know"): the sum of money for \(period) is not that of the entries [money_sums, id \(staff.value)]"
        case .derivedDiffers(let table, let difference): difference.english(names.table(table)) + " [\(table)]"
        case .caseMissing(let number): "case \(number) of the journal is not in the table"
        case .caseExtra(let number): "case \(number) is not in the journal"
        case .caseDiffers(let number, let field, let values):
            "case \(number): the \(names.field(field, of: .case)) " + names.difference(values, field) + " [\(field)]"
        case .staffMissing(let number): "person \(number) of the journal is not in the table"
        case .staffExtra(let number): "person \(number) is not in the journal"
        case .staffDiffers(let number, let field, let values):
            "person \(number): the \(names.field(field, of: .staff)) " + names.difference(values, field) + " [\(field)]"
        case .pinMissing(let number): "person \(number): a PIN was set, and none is kept any more"
        case .pinDiffers(let number): "person \(number): the PIN that is kept is not the one that was set"
        case .pinExtra(let id):
            "a PIN or wrong tries are kept for somebody whom the journal does not know [id \(id.value)]"
        case .itemMissing(let code): "item \(code) of the journal is not in the table"
        case .itemExtra(let code): "item \(code) is not in the journal"
        case .itemDiffers(let code, let field):
            "item \(code): the \(names.field(field, of: .item)) is not what the journal gives [\(field)]"
        case .centreDiffers(let field):
            "the centre's \(names.field(field, of: .centre)) is not what the journal gives [\(field)]"
        }
    }
}

extension FileDamage {
    fileprivate var english: String {
        var place: [String] = []
        if let page { place.append("page \(page)") }
        if let table { place.append(RecordNames(language: .english).table(table)) }
        let text = place.isEmpty ? " and cannot be read" : ": " + place.joined(separator: ", ")
        return "the database file is damaged\(text) [\(detail)]"
    }
}

extension DerivedDifference {
    /// - Parameter table: what a person calls the table.
    fileprivate func english(_ table: String) -> String {
        switch self {
        case .unreadable(let detail): "\(table) cannot be read: \(detail)"
        case .miscounted(let queue, let found, let expected):
            "the queue “\(queue.english)” is counted as \(found) in one place, and has \(expected) there"
        case .uncounted(let queue): "the queue “\(queue.english)” is not counted"
        case .strangeQueue(let number): "a queue that there is not (\(number)) is counted"
        case .caseExtra(let named): "\(table): \(named.english) should not be in it"
        case .caseMissing(let named): "\(table): \(named.english) is missing and would not be found"
        case .caseMisplaced(let named): "\(table): \(named.english) stands under other words than its row"
        case .moreGroups(1): "\(table): 1 more group of up to 256 cases differs"
        case .moreGroups(let count): "\(table): \(count) more groups of up to 256 cases differ"
        case .workMissing(let sequence): "the work of entry \(sequence) is not counted"
        case .workDiffers(let sequence): "the work of entry \(sequence) is counted as something else"
        case .workExtra(1): "1 row of work that no entry makes"
        case .workExtra(let rows): "\(rows) rows of work that no entry makes"
        case .other(let detail): "\(table) is not what the rows give: \(detail)"
        }
    }
}

extension DerivedDifference.CaseNamed {
    fileprivate var english: String { number.map { "case \($0)" } ?? "a case that has no row (id \(id.value))" }
}

extension RankedQueue {
    fileprivate var english: String {
        switch self {
        case .pending: "to accept"
        case .open: "open"
        case .marked: "due soon"
        case .inReview: "in review"
        }
    }
}
