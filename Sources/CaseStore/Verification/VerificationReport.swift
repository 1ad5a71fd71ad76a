import Casework

/// What a verification found, each finding with its place. The words are in the message catalogue.
public struct VerificationReport: Hashable, Sendable {
    public enum Finding: Hashable, Sendable {
        /// SQLite cannot read the file, or not as it should be.
        case database(FileDamage)
        /// Rows of a table hold what this program cannot read.
        case rowsUnreadable(table: String?, detail: String)
        /// A trigger that keeps the journal append-only is not there.
        case guardMissing(name: String)
        /// A table, an index or a trigger is not there, or not as this program makes it.
        case schemaDiffers(name: String)
        /// A table, an index, a trigger or a view that this program did not make.
        case schemaExtra(name: String)
        /// The entry with this number is not there.
        case entryMissing(sequence: Int64)
        /// The journal ends at entry `entries`, and the tables know entry `known`.
        case journalCut(entries: Int64, known: Int64)
        /// What the entry says is not what was hashed.
        case entryAltered(sequence: Int64)
        /// The entry does not continue the one before.
        case chainBroken(sequence: Int64)
        /// The entry is whole, but this program cannot read it.
        case entryUnreadable(sequence: Int64, detail: String)
        /// No version of this program that is known here writes such an entry.
        case entryUnknown(sequence: Int64, kind: String)
        /// A later version of this program has written the entry in a spelling of its own.
        case entryNewer(sequence: Int64, kind: String, version: Int)
        /// The record has fewer entries, `entries`, than when the anchor was taken at entry `sequence`.
        case anchorBeyond(AnchorOrigin, sequence: Int64, entries: Int64)
        /// Entry `sequence` is another one than when the anchor was taken.
        case anchorDiffers(AnchorOrigin, sequence: Int64)
        /// Nothing stands in the kept file: it vouches for nothing.
        case anchorsEmpty
        /// A line of a kept file that begins anew says something else than entry `sequence`, in which `person`, a staff
        /// number, gave `reason`.
        case restartDiffers(line: Int, sequence: Int64, person: String, reason: String)
        /// A line of a kept file that is no anchor.
        case anchorUnreadable(line: Int)
        /// So many more such lines.
        case moreAnchorsUnreadable(Int)
        /// A line of a kept file begins anew after a restore that the journal does not have as entry `sequence`.
        case restartUnknown(line: Int, sequence: Int64)
        /// The journal tells of the case, the table does not.
        case caseMissing(number: String)
        /// The table has a case that the journal does not know.
        case caseExtra(number: String)
        /// The journal tells of the case, but not how it began; `number` is what its row says, if there is one.
        case registrationMissing(id: CaseID, number: String?)
        /// Clocks of a case that there is not.
        case clockExtra(id: CaseID)
        /// Column `field` is not what the journal gives. `values` are left out where they are private or say nothing.
        case caseDiffers(number: String, field: String, values: FieldValues?)
        case staffMissing(number: String)
        case staffExtra(number: String)
        case staffDiffers(number: String, field: String, values: FieldValues?)
        /// A PIN was set for a person who serves, and none is kept any more. It can only be set anew.
        case pinMissing(number: String)
        /// The PIN that is kept for a person is not the one that was set.
        case pinDiffers(number: String)
        /// A PIN, or a count of wrong tries, is kept for somebody whom the journal does not know.
        case pinExtra(id: StaffID)
        /// The journal tells of the service item, the table does not.
        case itemMissing(code: String)
        /// The table has a service item that the journal does not know.
        case itemExtra(code: String)
        /// `field` is a column, or `version 3` for what a version says.
        case itemDiffers(code: String, field: String)
        /// `field` is `name`, `prefix`, `offset`, `villages`, `items`, `messages`, or `campaign ZX2026-01`.
        case centreDiffers(field: String)
        /// The row of a ledger that an entry makes is not there.
        case ledgerMissing(ledger: String, sequence: Int64)
        /// The row of a ledger is not what the entry says.
        case ledgerDiffers(ledger: String, sequence: Int64)
        /// The row of a ledger that no entry makes.
        case ledgerExtra(ledger: String, sequence: Int64)
        /// A sum is not that of the entries; `number` is that of the person, `period` a month such as `2026-11`.
        case moneySumDiffers(staff: StaffID, number: String?, period: String)
        /// What follows from the rows of other tables is not what they give.
        case derivedDiffers(table: String, DerivedDifference)
    }

    /// What an anchor was kept by.
    public enum AnchorOrigin: Hashable, Sendable {
        /// A line of a kept file, from 1.
        case file(line: Int, at: Instant)
        /// Typed in from paper.
        case paper
        /// Signed in the journal itself.
        case journal(month: CivilMonth)
    }

    /// Journal entries checked.
    public var entries: Int
    /// Cases compared.
    public var cases: Int
    /// People compared.
    public var people = 0
    /// Service items compared.
    public var items = 0
    /// Anchors compared.
    public var anchors: Int
    /// The lines of a kept file that begin anew after a restore, each with what was passed over for it.
    public internal(set) var restarts: [KeptRestart] = []
    /// Restores that are the reason why anchors do not agree, if they were what the journal says.
    public internal(set) var restoresThatFit: [RestoreEntry] = []
    /// The times when the tables were made anew from a journal that was not whole. What is missing since then no comparison
    /// shows any more.
    public internal(set) var remade: [RemadeDespiteBreak] = []
    /// Anchors that do not agree and no restore is a reason for.
    public internal(set) var unexplainedAnchors = 0
    /// The rows of `case_work` that the entries make, and those that there are.
    var workMade = RowSum()
    var workStored = RowSum()
    /// The month, of those that are over, for which nobody has signed an anchor, although the record goes back to it.
    public var monthWithoutAnchor: CivilMonth?
    /// In the order in which they were found: the first ones name the place where the trouble begins.
    public var findings: [Finding]
    /// Findings beyond ``findingLimit``, which are counted but not kept.
    public var omittedFindings: Int
    /// Of a damaged file: every entry of the journal can be read and the chain holds, so that all can be made anew of it.
    public var isJournalWhole = false
    /// The caller stopped it before the end.
    public var wasStopped: Bool

    /// Nothing was found, and everything was looked at.
    public var isSound: Bool { findings.isEmpty && !wasStopped }

    /// Nothing was found that a backup may not have. A PIN is kept in no other place: nobody could make a record whole
    /// that lacks one but by setting it anew, and until then it has to be backed up.
    public var isFitForBackup: Bool {
        !wasStopped && omittedFindings == 0
            && findings.allSatisfy { if case .pinMissing = $0 { true } else { false } }
    }

    public static let findingLimit = 1_000

    public init(
        entries: Int = 0, cases: Int = 0, anchors: Int = 0, findings: [Finding] = [], omittedFindings: Int = 0,
        wasStopped: Bool = false
    ) {
        self.entries = entries
        self.cases = cases
        self.anchors = anchors
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

    /// Takes over what one part of the work has found.
    mutating func absorb(_ part: VerificationReport) {
        entries += part.entries
        cases += part.cases
        people += part.people
        items += part.items
        anchors += part.anchors
        restarts += part.restarts
        remade += part.remade
        restoresThatFit += part.restoresThatFit
        unexplainedAnchors += part.unexplainedAnchors
        workMade += part.workMade
        workStored += part.workStored
        omittedFindings += part.omittedFindings
        for finding in part.findings { add(finding) }
    }
}

extension VerificationReport.Finding {
    /// What kind of trouble it is, from the file itself up to what follows from the rows.
    public enum Subject: String, Hashable, CaseIterable, Sendable {
        case database, schema, chain, entry, anchor, projection, ledger, derived
    }

    public var subject: Subject {
        switch self {
        case .database: .database
        case .guardMissing, .schemaDiffers, .schemaExtra: .schema
        case .entryMissing, .journalCut, .entryAltered, .chainBroken: .chain
        case .entryUnreadable, .entryUnknown, .entryNewer, .registrationMissing: .entry
        case .anchorBeyond, .anchorDiffers, .anchorsEmpty, .anchorUnreadable, .moreAnchorsUnreadable, .restartUnknown,
            .restartDiffers:
            .anchor
        case .rowsUnreadable, .caseMissing, .caseExtra, .clockExtra, .caseDiffers, .staffMissing, .staffExtra,
            .staffDiffers, .pinMissing, .pinDiffers, .pinExtra, .itemMissing, .itemExtra, .itemDiffers, .centreDiffers:
            .projection
        case .ledgerMissing, .ledgerDiffers, .ledgerExtra, .moneySumDiffers: .ledger
        case .derivedDiffers: .derived
        }
    }
}

/// An entry of the journal that tells that the tables were made anew although the chain was broken.
public struct RemadeDespiteBreak: Hashable, Sendable {
    public var sequence: Int64
    public var at: Instant
    /// Number and name; `nil` for somebody whom nobody knows any more.
    public var person: String?
    public var word: ProjectionsRebuilt
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
