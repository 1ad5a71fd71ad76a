import CaseStore
import Casework
import Dashboard

/// What the commands about the record itself say: `verify`, `anchor`, `rebuild`, `money`, `rulebook adopt`.
enum RecordWords: Hashable {
    // Helps
    case anchor, anchorDiscussion, rebuild, money, moneyEnter, moneyList, adopt
    case optionAfterRestore, optionRestartReason
    case optionFull, optionAnchors, optionAnchor, optionAppend, optionSign, optionMonth
    case optionRebuildReason, optionDespite, optionCompare, optionNewFile
    case optionMoneyKind, optionAmount, optionPeriod, optionGround, optionMoneyOf

    // Anchors
    case anchorOf(centre: String, at: String)
    case anchorEntries(Int64, last: Int64)
    case anchorHash([String])
    case anchorShort(String)
    case anchorAdvice
    case anchorAppended(String)
    case anchorSigned(CivilMonth)
    case anchorProblem(AnchorError)
    case notAnAnchor(String)
    case monthWithoutAnchor(CivilMonth)
    case anchorsCompared(Int)
    case restartNeeds
    /// A line of the kept file begins anew.
    case restarted(KeptRestart, UTCOffset)
    /// The tables were made anew once although the chain was broken.
    case remadeDespite(RemadeDespiteBreak, UTCOffset)
    case restoreFits(RestoreEntry, at: String)
    case firstFinding(VerificationReport.Finding, UTCOffset)
    /// What a verification has looked at besides, or has not.
    case soundInFull, soundInPart
    /// So many findings more than were told.
    case moreFindings(Int)
    case verifyAdvice(VerifyAdvice, database: String?)

    // Making anew
    case rebuilding(RebuildProgress)
    case rebuilt(RebuildReport)
    case nothingPutRight
    case putRight(RebuildReport.Change)
    case rebuiltDespite(VerificationReport.Finding)
    case withoutBeginning(Int)
    /// What goes, or went, when the tables are made anew from a journal that is not whole.
    case lostByRebuild(LostCases?)
    case keptBeforeRebuild(String)
    case rebuildProblem(RebuildError)
    /// What goes with no other option.
    case newFileAlone
    /// The journal is broken: nothing can be made of it in a new file either.
    case notSalvageable(VerificationReport.Finding)
    case salvaging(SalvageProgress)
    case salvaged(SalvageReport)
    /// A table that follows from nothing, of which not all could be read.
    case notSalvaged(table: String)
    /// These people have no PIN any more.
    case withoutPIN([String])
    /// Nobody can say whether the tables had what the journal does not tell of.
    case salvageUnchecked

    // Money
    case kind(MoneyEntry.Kind)
    case entered(String, MoneyEntry)
    case notAnAmount(String)
    case columnKind, columnAmount, columnPeriod, columnGround, columnSum

    // Rulebooks
    case adopted(String)
    case adoptedAlready(String, since: String)
    case inForce(String, since: String, by: String, reason: String)
    case notAdopted
    case otherInForce(String, since: String)
    case ruleProblem(RulebookError)
    case rulesItem

    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    static func yuan(_ fen: Int64) -> String { Yuan.text(fen: Int(clamping: fen)) }
}
