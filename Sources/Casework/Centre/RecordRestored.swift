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
    /// The account of the machine that did it.
    public var account: String

    public init(
        file: String, entries: Int64, hash: String, oldEntries: Int64? = nil, oldHash: String? = nil,
        lost: Int64? = nil, kept: String? = nil, numbers: [String]? = nil, lastCase: Int64? = nil,
        lastStaff: Int64? = nil, account: String
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
        self.account = account
    }
}
