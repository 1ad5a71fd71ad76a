import Casework

/// Who wants the tables made anew, and why.
public struct RebuildRequest: Hashable, Sendable {
    /// The staff number of who answers for it, as the journal knows it: the tables may be what is wrong.
    public var person: String
    public var reason: String
    public var despiteBrokenChain: Bool
    /// Whether the tables before are compared with those after: about a quarter more work.
    public var compares: Bool

    public init(person: String, reason: String, despiteBrokenChain: Bool = false, compares: Bool = false) {
        self.compares = compares
        self.person = person
        self.reason = reason
        self.despiteBrokenChain = despiteBrokenChain
    }
}

/// A journal that lacks its end, found out elsewhere: its own tables are empty yet.
struct CutJournal {
    var finding: VerificationReport.Finding
    /// `nil` when nobody can say.
    var lost: LostCases?
}

/// Why the tables were not made anew. In each case they are as they were before.
public enum RebuildError: Error, Hashable, Sendable {
    /// The journal knows nobody who serves under that number.
    case noSuchPerson(String)
    case notPermitted(RecordAction, Role)
    /// The chain is broken, first there; and what would be lost if it were done in spite of that, `nil` when nobody can say.
    case brokenChain(VerificationReport.Finding, losing: LostCases?)
    /// An entry that cannot be read: nothing can be made from it.
    case unreadable(VerificationReport.Finding)
    /// SQLite cannot read pages of the file, so nothing can be made anew in it; ``RecordSalvage`` makes another one.
    case damaged(path: String, detail: String)
    case stopped
    case store(StoreError)
}

/// How far it is.
public struct RebuildProgress: Hashable, Sendable {
    public enum Stage: Hashable, Sendable, CaseIterable {
        case chain, cases, indexes, derived
    }

    public var stage: Stage
    /// Entries; each counts twice, for the chain and for the replay.
    public var done: Int
    public var total: Int
}

/// What was made.
public struct RebuildReport: Hashable, Sendable {
    public var entries: Int64
    public var cases: Int
    /// Cases whose beginning the journal does not tell; they have no rows.
    public var withoutBeginning: Int
    /// Where the chain is broken first, when it was done in spite of that.
    public var brokenAt: VerificationReport.Finding?
    /// Then the record as it was before.
    public var aside: RecordPutAside?
    /// The tables that were not what the journal gives; `nil` where nobody asked. What follows from their rows was made anew,
    /// too, and is not compared.
    public var changes: [Change]?

    /// A table that is another one than before.
    public struct Change: Hashable, Sendable {
        public var table: String
        /// Its rows; `nil` for a table that was not there or could not be read.
        public var before: Int64?
        public var after: Int64
    }
}
