import Casework

/// What the program says about appraisals, findings and what they rest on; a part of the message catalogue with a file
/// for each language.
public enum AppraisalMessage: Hashable, Sendable {
    case title(String, CivilMonth)
    case figure(Appraisal.Figure)
    case work(CaseWork.Kind)
    /// How many of how many, as at the post.
    case ofAll(Int, Int)
    /// The average of ratings in hundredths of a level.
    case average(Int)
    case trendHeading(CivilMonth, CivilMonth)
    case proposalHeading, noProposal
    case suggested(TenureDecision.Outcome)
    case restsOn([RuleSource])
    case outcome(TenureDecision.Outcome)
    case replacementReason(ReplacementReview.Reason)
    case dismissalReason(DismissalReview.Reason)
    case evidenceList([String])
    case decided(Appraisal.Decided)
    case undecided
    case undecidedAtDesk(mayDecide: Bool)
    /// How one decides, by the number of the person.
    case decideBy(String, CivilMonth)
    /// For whom work counts here, and for whom in pay.
    case countedFor
    case findingsHeading, noFindings
    case finding(ConductFinding)
    case standing(ConductFinding)
    case openFindings(Int)
    case evidence(Evidence)
    case evidenceKind(Evidence.Kind)
    case ledgerField(LedgerField)
    /// A moment is given in words already.
    case fact(FindingProposal.Fact, at: String)
    case holder(TrainingYear.Holder)
    case pointKind(ServicePoint.Kind)
    case hint
    // The card by which one decides.
    case decideTitle(CivilMonth), decideReason, decideHint
    /// Which lines of the ground are shown.
    case groundsShown(Int, Int, of: Int)
    /// The question, with the person.
    case confirm(String, TenureDecision.Outcome)
    case recorded(String, TenureDecision.Outcome, CivilMonth)
    case notAnAgent, ownOnly
    /// What the office does after somebody is replaced or dismissed, by their number.
    case nextSteps(String)

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// Hundredths as a number with two places.
    static func hundredths(_ value: Int) -> String {
        let rest = value % 100
        return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
