/// What the journal keeps about the keeping of the record itself: who signed for its state, by which rulebook the centre
/// works, when its tables were made anew.

/// Somebody vouched on paper for the state of the record at the end of a month.
public struct AnchorSigned: Hashable, Codable, Sendable {
    public var month: CivilMonth
    /// The last entry at that time.
    public var sequence: Int64
    /// The hash of that entry, 64 hexadecimal digits in lower case.
    public var hash: String

    public init(month: CivilMonth, sequence: Int64, hash: String) {
        self.month = month
        self.sequence = sequence
        self.hash = hash
    }
}

/// Somebody let a kept file of anchors begin anew after a restore: what the line in the file says, so that it cannot be
/// changed there alone.
public struct AnchorsRestarted: Hashable, Codable, Sendable {
    /// The entry of the restore, and its hash in hexadecimal digits.
    public var sequence: Int64
    public var hash: String
    /// A staff number.
    public var person: String
    public var reason: String

    public init(sequence: Int64, hash: String, person: String, reason: String) {
        self.sequence = sequence
        self.hash = hash
        self.person = person
        self.reason = reason
    }
}

/// The rulebook that is in force from here on, with what the centre set differently.
public struct RulebookAdopted: Hashable, Codable, Sendable {
    /// A setting of the centre's own.
    public struct Override: Hashable, Codable, Sendable {
        public var key: String
        public var value: String
        public var reason: String

        public init(key: String, value: String, reason: String) {
            self.key = key
            self.value = value
            self.reason = reason
        }
    }

    public var name: String
    /// SHA-256 over all settings as they are with the overrides, so that a changed file of the same name is noticed.
    public var digest: String
    public var overrides: [Override]
    public var reason: String

    public init(name: String, digest: String, overrides: [Override], reason: String) {
        self.name = name
        self.digest = digest
        self.overrides = overrides
        self.reason = reason
    }
}

/// The tables were made anew from the journal.
public struct ProjectionsRebuilt: Hashable, Codable, Sendable {
    public var reason: String
    /// So many entries they were made from.
    public var entries: Int64
    /// The first entry at which the chain was broken, when it was done in spite of that.
    public var brokenAt: Int64?
    /// Cases that went with it, since the journal does not tell any more how they began; absent when the chain was whole, or
    /// nobody could count them.
    public var lostCases: Int?
    /// The greatest numbers of those cases, of each day and series, and the greatest id: the record goes on behind them.
    public var numbers: [String]?
    public var lastCase: Int64?
    /// The greatest id of a person whom the tables knew.
    public var lastStaff: Int64?
    /// The name of the file that has the record as it was before; absent when the chain was whole.
    public var kept: String?

    public init(
        reason: String, entries: Int64, brokenAt: Int64? = nil, lostCases: Int? = nil, numbers: [String]? = nil,
        lastCase: Int64? = nil, lastStaff: Int64? = nil, kept: String? = nil
    ) {
        self.reason = reason
        self.entries = entries
        self.brokenAt = brokenAt
        self.lostCases = lostCases
        self.numbers = numbers
        self.lastCase = lastCase
        self.lastStaff = lastStaff
        self.kept = kept
    }
}

/// What can be done about the record itself.
public enum RecordAction: String, Hashable, CaseIterable, Sendable {
    case signAnchor = "sign-anchor"
    case adoptRulebook = "adopt-rulebook"
    /// Putting a backup in the place of the record.
    case restore
    case rebuild
    /// Making the tables anew from a journal whose chain is broken.
    case rebuildDespiteBrokenChain = "rebuild-despite-broken-chain"
}

extension Role {
    /// The one table of who may do what about the record itself.
    ///
    /// A reviewer may be all that a small office has. To go on with a broken chain is for who leads it to answer for.
    public func may(_ action: RecordAction) -> Bool {
        switch self {
        case .reviewer: action != .rebuildDespiteBrokenChain
        case .supervisor: action == .signAnchor
        case .director: true
        case .countyOffice: [.signAnchor, .adoptRulebook].contains(action)
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison: false
        }
    }
}
