import Casework

/// What a verification found, each finding with its place. The words are in the message catalogue.
public struct VerificationReport: Hashable, Sendable {
    public enum Finding: Hashable, Sendable {
        /// SQLite's own check, in its words.
        case database(detail: String)
        /// A trigger that keeps the journal append-only is not there.
        case guardMissing(name: String)
        /// A table, an index or a trigger is not there, or not as this program makes it.
        case schemaDiffers(name: String)
        /// A table, an index, a trigger or a view that this program did not make.
        case schemaExtra(name: String)
        /// The entry with this number is not there.
        case entryMissing(sequence: Int64)
        /// What the entry says is not what was hashed.
        case entryAltered(sequence: Int64)
        /// The entry does not continue the one before.
        case chainBroken(sequence: Int64)
        /// The entry is whole, but this program cannot read it.
        case entryUnreadable(sequence: Int64, detail: String)
        /// The journal tells of the case, the table does not.
        case caseMissing(id: CaseID)
        /// The table has a case that the journal does not know.
        case caseExtra(number: String)
        /// The journal tells of the case, but not how it began.
        case registrationMissing(id: CaseID)
        /// The body of a case that the table does not have.
        case caseBodyExtra(id: CaseID)
        /// Column `field` is not what the journal gives.
        case caseDiffers(number: String, field: String)
        case staffMissing(id: StaffID)
        case staffExtra(number: String)
        case staffDiffers(number: String, field: String)
        /// The journal tells of the service item, the table does not.
        case itemMissing(code: String)
        /// The table has a service item that the journal does not know.
        case itemExtra(code: String)
        /// `field` is a column, or `version 3` for what a version says.
        case itemDiffers(code: String, field: String)
        /// `field` is `name`, `prefix`, `offset`, `villages`, `items`, `messages`, or `campaign ZX2026-01`.
        case centreDiffers(field: String)
    }

    /// Journal entries checked.
    public var entries: Int
    /// Cases compared.
    public var cases: Int
    /// In the order in which they were found: the first ones name the place where the trouble begins.
    public var findings: [Finding]
    /// Findings beyond ``findingLimit``, which are counted but not kept.
    public var omittedFindings: Int
    /// The caller stopped it before the end.
    public var wasStopped: Bool

    /// Nothing was found, and everything was looked at.
    public var isSound: Bool { findings.isEmpty && !wasStopped }

    public static let findingLimit = 1_000

    public init(
        entries: Int = 0, cases: Int = 0, findings: [Finding] = [], omittedFindings: Int = 0, wasStopped: Bool = false
    ) {
        self.entries = entries
        self.cases = cases
        self.findings = findings
        self.omittedFindings = omittedFindings
        self.wasStopped = wasStopped
    }

    mutating func add(_ finding: Finding) {
        if findings.count < Self.findingLimit {
            findings.append(finding)
        } else {
            omittedFindings += 1
        }
    }
}

/// How far a verification is. Every entry counts twice: once for the chain, once for the replay.
public struct VerificationProgress: Hashable, Sendable {
    public var done: Int
    public var total: Int

    public init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }
}
