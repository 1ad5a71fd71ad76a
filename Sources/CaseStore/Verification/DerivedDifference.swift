import Casework

/// A place where what follows from the rows of other tables is not what they give.
public enum DerivedDifference: Hashable, Sendable {
    /// The table, or something that it needs, is not there or cannot be read: in SQLite's words.
    case unreadable(String)
    /// A stretch of a queue has `expected` cases and is counted as `found`.
    case miscounted(RankedQueue, found: Int, expected: Int)
    /// The counters of a queue have no beginning.
    case uncounted(RankedQueue)
    /// Counters of a queue that there is not.
    case strangeQueue(Int64)
    /// The index of words has a case that should not be in it.
    case caseExtra(CaseNamed)
    case caseMissing(CaseNamed)
    /// It stands under other words than its row gives.
    case caseMisplaced(CaseNamed)
    /// So many groups of up to 256 cases more differ, which are not gone through one by one.
    case moreGroups(Int)
    /// The work of an entry is not counted for whoever did it.
    case workMissing(sequence: Int64)
    case workDiffers(sequence: Int64)
    /// So many rows of work that no entry makes.
    case workExtra(rows: Int64)
    /// Anything else, in the words of the table.
    case other(String)

    /// A case by its id and, where it has a row, by the number that people know.
    public struct CaseNamed: Hashable, Sendable {
        public var id: CaseID
        public var number: String?
    }
}
