/// A backup took the place of the centre's record: the first entry that the restored one has of its own.
public struct RecordRestored: Hashable, Codable, Sendable {
    /// The name of the backup's file.
    public var file: String
    /// How far the backup went: the number of its last entry, and its hash in hexadecimal digits.
    public var entries: Int64
    public var hash: String
    /// The same of the record that was put aside; absent when there was none, or none that could be read.
    public var oldEntries: Int64?
    public var oldHash: String?
    /// Entries of the old record that the restored one does not have; absent when nobody could count them.
    public var lost: Int64?
    /// The name of the file that the old record has now; absent when there was none.
    public var kept: String?
    /// The greatest numbers of the cases that only the old record has, of each day and series, and the greatest id of such
    /// a case: the restored one goes on behind them. Absent when there are none, or none that could be read.
    public var numbers: [String]?
    public var lastCase: Int64?
    /// The greatest id of a person of the old record: an open desk must never become somebody else's.
    public var lastStaff: Int64?
    /// Restores that the old record had and the restored one does not, also those that were lost before with them: anchors
    /// that were taken before such a one may be of what that one lost. Absent when there are none.
    public var restores: [LostRestore]?
    /// `true` when it is no backup: the file was damaged, and the record was made anew in another one from its own journal.
    /// Absent otherwise.
    public var isSalvaged: Bool?
    /// The account of the machine that did it.
    public var account: String

    public init(
        file: String, entries: Int64, hash: String, oldEntries: Int64? = nil, oldHash: String? = nil,
        lost: Int64? = nil, kept: String? = nil, numbers: [String]? = nil, lastCase: Int64? = nil,
        lastStaff: Int64? = nil, restores: [LostRestore]? = nil,
        isSalvaged: Bool? = nil, account: String
    ) {
        self.file = file
        self.entries = entries
        self.hash = hash
        self.oldEntries = oldEntries
        self.oldHash = oldHash
        self.lost = lost
        self.kept = kept
        self.numbers = numbers
        self.lastCase = lastCase
        self.lastStaff = lastStaff
        self.restores = restores
        self.isSalvaged = isSalvaged
        self.account = account
    }
}

/// What is left of a restore whose entry a later restore has lost.
public struct LostRestore: Hashable, Codable, Sendable {
    /// The entry that told of it, and its hash in hexadecimal digits.
    public var sequence: Int64
    public var hash: String
    public var at: Instant
    /// As ``RecordRestored`` has them.
    public var oldEntries: Int64?
    public var oldHash: String?
    public var lost: Int64?

    public init(sequence: Int64, hash: String, at: Instant, oldEntries: Int64?, oldHash: String?, lost: Int64?) {
        self.sequence = sequence
        self.hash = hash
        self.at = at
        self.oldEntries = oldEntries
        self.oldHash = oldHash
        self.lost = lost
    }
}
