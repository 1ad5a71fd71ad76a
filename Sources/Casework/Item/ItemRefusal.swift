/// Why a list of service items may not be changed like that. Each case carries the facts; the words are in the message
/// catalogue.
public enum ItemRefusal: Error, Hashable, Sendable {
    /// Two statements about one item that cannot both be true.
    public enum Contradiction: Hashable, Sendable {
        /// An instant item ends the same day and promises no days (内放办〔2022〕3号 五).
        case instantWithPromise
        /// A major item goes to several departments at once (内放办〔2022〕3号 五).
        case majorWithoutBranches
        case branchesOfOther(ItemKind)
        /// Agency is free; what has to be paid needs its rule (建政发〔2022〕33号 三5).
        case feeWithoutBasis
        case basisWithoutFee
        /// Names twice what can be there once.
        case doubled(String)
    }

    /// The role does not keep the list of that level.
    case notPermitted(Role, ItemLevel)
    case mayNotClaim(Role)
    /// The record does not know the person, or the person has left.
    case notOnStaff
    case unfit(ItemField, EntryField.Fault)
    /// Not a value of that field; what it could be, in the words of the file.
    case value(ItemField, String, expected: [String])
    case contradiction(ItemField, Contradiction)
    case reason(EntryField.Fault)
    case codeTaken(String)
    /// Another item of the same list is called so.
    case nameTaken(String, by: String)
    case unknown(String)
    case withdrawn(String)
    /// An item stays at its level; at another it is another item.
    case levelChanged(String, from: ItemLevel, to: ItemLevel)
    /// The change is to an older version than the list has.
    case stale(String, seen: Int, current: Int)
    /// The new version says the same as the one before.
    case unchanged(String)
    /// Only items of the county's list are claimed.
    case notOfTheCounty(String, ItemLevel)
    case alreadyClaimed(String)
    case notClaimed(String)

    /// The field that it is about, where it is about one.
    public var field: ItemField? {
        switch self {
        case .unfit(let field, _), .value(let field, _, _), .contradiction(let field, _): field
        case .notPermitted, .levelChanged, .notOfTheCounty: .level
        case .codeTaken, .unknown, .withdrawn, .unchanged, .alreadyClaimed, .notClaimed: .code
        case .nameTaken: .name
        case .stale: .version
        case .mayNotClaim, .notOnStaff, .reason: nil
        }
    }
}
