import CaseStore
import Casework
import Dashboard

/// What `daiban item …` says to people.
enum ItemWords {
    // Help
    case abstract(Subject)
    case optionLevel, optionText, optionCode, optionVersion, optionFile, optionExportFile, optionMark, optionReason
    case optionChanges, optionSeen, optionExpected(ItemLevel), optionGaps

    // Results
    case count(Int)
    case takenOver(ItemListReport)
    case exported(Int, String)
    case alreadyThere(String)
    case listed(ItemListing)
    case claimed(code: String, name: String)
    case givenBack(code: String, name: String)
    case withdrawn(code: String, name: String)
    case nothingToRevise
    case counted(ItemCount)
    case gaps(ItemLevel, ItemField, Int)
    case laterVersion(shown: Int, current: Int)
    case unknownVersion(code: String, version: Int, known: [Int])
    case history
    case columnCode, columnClaim

    // Errors
    case faults(ItemListError)

    enum Subject: CaseIterable {
        case items, list, show, importing, exporting, startList, claim, giveBack, revise, withdraw, check
    }
}

extension ItemRefusal {
    var exitStatus: ExitStatus {
        switch self {
        case .unknown: .notFound
        case .stale: .conflict
        case .notPermitted, .mayNotClaim, .notOnStaff, .unfit, .value, .contradiction, .reason, .codeTaken, .nameTaken,
            .withdrawn, .levelChanged, .unchanged, .notOfTheCounty, .alreadyClaimed, .notClaimed:
            .refused
        }
    }
}

extension ItemListError {
    /// A mistake in a file that people write, unless somebody may not, or the file cannot be read at all.
    var exitStatus: ExitStatus {
        switch faults.first?.problem {
        case .unreadable: .failed
        case .refused(.notPermitted), .refused(.notOnStaff): .refused
        case .empty, .notCSV, .missingColumns, .unknownColumn, .doubledColumn, .doubledCode, .refused, nil:
            .configuration
        }
    }
}
