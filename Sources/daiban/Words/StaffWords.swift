import Casework
import Dashboard

/// What `daiban staff` says besides the words of the domain: helps and results.
enum StaffWords {
    // Helps
    case change, leave, waive, appoint, standIn, back, check, changes, handover, card
    case finding, findingList, findingAdd, findingVerify, findingAppeal, findingFollowUp
    case optionPost, optionKind, optionGrid, optionGroup, optionDepartment, optionWindow, optionWatch, optionEmployer
    case optionBirthday, optionEducation, optionLivesInVillage, optionUsesDevices, optionGridWorker
    case optionDeputyCadre, optionStrict, optionWaive, optionClear, optionSubject, optionStep, optionOn, optionBy
    case optionVotes, optionWho, optionStandsIn, optionFrom, optionUntil, optionReceiver, optionOriginal
    case optionOriginalsKept, optionGiven, optionTaken, optionSince, optionCheckedGroup, optionCheckedDepartment
    case optionCheckedWindow, optionFinding, optionFindingKind, optionFact, optionFindingCase

    // Results
    case notice(String, sources: String)
    case changed(String), villageMoneySigned
    case left(String)
    case waived(String, AdmissionFinding.Subject)
    case stepTaken(String, AgentRules.AppointmentStep, next: AgentRules.AppointmentStep?)
    case standsIn(String, for: String, moved: Int)
    case isBack(String)
    case handedOver(cases: Int, originals: Int, to: String, act: String)
    case complete
    case incomplete(Int)
    case columnTime, columnNumber, columnName, columnChange, columnBefore, columnAfter, columnBy
    case cardPost, cardContact, cardHours
    case findingsNow(String, all: Int, standing: Int)
    case standing(ConductFinding)
    case columnFinding, columnDay, columnKind, columnFact, columnStanding, columnSource

    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
