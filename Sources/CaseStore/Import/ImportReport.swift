import Casework

/// How far an import is, and what came of it.
public struct ImportProgress: Hashable, Sendable {
    /// Data rows read so far, the header not included.
    public var rowsRead: Int
    public var bytesRead: Int64
    public var bytesTotal: Int64
    public var imported: Int
    /// Rows that the record has already, from the same source and submitted at the same time.
    public var alreadyThere: Int
    /// The same, but in another state than the row says; they are not among ``alreadyThere``.
    public var otherState: Int
    public var rejected: Int

    public init(
        rowsRead: Int = 0, bytesRead: Int64 = 0, bytesTotal: Int64 = 0, imported: Int = 0, alreadyThere: Int = 0,
        otherState: Int = 0, rejected: Int = 0
    ) {
        self.rowsRead = rowsRead
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.imported = imported
        self.alreadyThere = alreadyThere
        self.otherState = otherState
        self.rejected = rejected
    }
}

public struct ImportReport: Hashable, Sendable {
    public var progress: ImportProgress
    /// How many cases came in, by the state they have now.
    public var states: [CaseState: Int]
    public var newVillages: Int
    /// The first of them, at most ``newNameLimit``: a village that is only spelt otherwise is seen by its name.
    public var newVillageNames: [String] = []
    public var newItems: Int
    /// The first rejected rows, at most ``rejectLimit``; all of them are in the rejects file.
    public var rejects: [ImportReject]
    /// The first cases that are here in another state than the file says, at most ``differenceLimit``.
    public var differences: [ImportDifference] = []
    /// Words that the mapping does not know and its defaults stood in for, and in how many rows; those beyond ``rejectLimit``
    /// words together as `…`.
    public var unknownWords: [UnknownWord: Int] = [:]
    /// Where the rejects file was written, if there was anything to write.
    public var rejectsPath: String?
    /// The caller stopped it before the end of the file.
    public var wasStopped: Bool

    /// How many rejected rows a report carries.
    public static let rejectLimit = 20
    /// How many names of new villages a report carries.
    public static let newNameLimit = 5
    /// How many differences of state a report carries.
    public static let differenceLimit = 1_000
}

/// A word of a file for which the mapping has no value.
public struct UnknownWord: Hashable, Sendable {
    /// What it should have said.
    public enum Meaning: String, Hashable, CaseIterable, Sendable {
        case state, origin, kind
    }

    public var meaning: Meaning
    public var word: String
}

/// A case that was there already, in another state than the file says. Which of the two is right, only people know.
public struct ImportDifference: Hashable, Sendable {
    public var number: String
    /// What the file says.
    public var said: CaseState
    /// What the record says.
    public var found: CaseState

    /// - Returns: `nil` where both are the same, or the record says nothing.
    init?(number: String, said: CaseState, found: CaseState?) {
        guard let found, found != said else { return nil }
        (self.number, self.said, self.found) = (number, said, found)
    }
}

/// A row that did not become a case.
public struct ImportReject: Hashable, Sendable {
    /// The words-free reason; scripts may rely on the raw values.
    public enum Reason: String, Hashable, CaseIterable, Sendable {
        case unclosedQuote = "unclosed-quote"
        case strayQuote = "stray-quote"
        case fieldCount = "field-count"
        case invalidUTF8 = "invalid-utf8"
        case fieldTooLong = "field-too-long"
        case nul = "nul-character"
        /// A field that must say something says nothing.
        case blank
        /// None of the mapping's patterns reads it, or there is no such day.
        case time
        /// The value map does not know it and has no default.
        case unknownValue = "unknown-value"
        /// A case number longer than 64 characters or with control characters in it.
        case number
        /// Another case has this number: one that came from elsewhere, or was submitted at another time.
        case numberTaken = "number-taken"
        /// Accepted, completed or closed before it was asked for.
        case beforeSubmission = "before-submission"
        /// Completed before it was accepted, or closed before it was completed.
        case order = "out-of-order"
        /// Later than now.
        case future
        /// No agent with that staff number.
        case unknownAgent = "unknown-agent"
        /// A line of a JSON Lines file that is not one object.
        case notAnObject = "not-an-object"
        /// A case that stands there cannot go on so; the detail names the activity and the refusal.
        case history
        /// The history of a case does not begin with its registration.
        case noRegistration = "no-registration"
        /// More events than any case has (``EventLogImporter/eventLimit``).
        case tooManyEvents = "too-many-events"
        /// The row itself is as it should be; another one of the same case is not, and the detail names it.
        case otherRow = "other-row"
        /// Personal data is masked in it.
        case masked
        /// What is there cannot be what it should be.
        case unfit
    }

    /// 1-based, the header included.
    public var row: Int
    /// The physical line on which the row begins (1-based).
    public var line: Int
    /// The column's name, or its position when it has none; empty where it is the whole row.
    public var column: String
    public var reason: Reason
    /// The offending value or a count such as `14/15`; no words, so that it reads in every language.
    public var detail: String
    public var fields: [String]
}
