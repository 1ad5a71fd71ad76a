import Casework
import Dashboard

/// What the commands about inspections, training, findings, appraisals and points say: helps and results.
enum ConductWords: Hashable {
    // Helps
    case inspection, inspectionAdd, inspectionList
    case training, trainingAdd, trainingList
    case proposals, take, refuse, reverse
    case appraisal, appraisalShow, appraisalDecide
    case checklist, checklistMark, checklistShow, stars
    case optionAgent, optionPost, optionPlace, optionAt, optionFound
    case optionHolder, optionHeldOn, optionTopic, optionInvite, optionCame, optionExcused, optionYear
    case optionEvidence, optionPeriod, optionProposal, optionTakenFact
    case optionPerson, optionVillage, optionExplain, optionFormat, optionOutcome
    case optionPoint, optionPointKind, optionHall, optionThere, optionMissing

    // Results
    case evidenceMissing
    case notATime(String)
    case inspected(Int)
    case notAtPost(String)
    /// They were found missing in the same session before.
    case sameSession
    case trained(Int, invited: Int, attended: Int, excused: Int)
    case yearOf(TrainingYear.Holder, held: Int, missing: Int)
    case absences(String, Int)
    case proposalCount(Int)
    case noSuchProposal(String)
    case taken(String, Int)
    case decided(String, TenureDecision.Outcome, CivilMonth)
    case personOrVillage
    case assessed(String)
    case noPoints
    case noSuchPoint(String)
    case hall(PointChecklist.Hall)
    case level(String, points: Int, of: Int, plaque: Bool)
    case noStars
    case next(String, points: Int)
    case there, missing, unknown
    case columnNumber, columnAt, columnPlace, columnAgent, columnAtPost, columnFound, columnBy
    case columnHolder, columnTopic, columnInvited, columnAttended, columnExcused, columnAbsent
    case columnCode, columnFact, columnItem, columnState, columnEvidence, columnCase, columnWork, columnReason
    case columnVillage, columnOpen
    case yes, no, open

    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
