import CaseStore
import Casework

/// What is said while a request is taken down, and after.
public enum IntakeMessage: Hashable, Sendable {
    case field(EntryField)
    case matterLabel, authorisationLabel, originLabel, kindLabel, priorityLabel, urgentLabel
    case matter(Intake.Matter)
    case authorisation(Intake.Authorisation.Form)
    case group(Intake.PriorityGroup)
    case send
    case mayNotRegister(Role)

    case fault(CounterFault)
    case authorisationMissing
    case itemNotListed
    /// What the guide of the item asks to bring.
    case bring([String])
    case identityTells(IdentityNumber.Sex, CivilDate, age: Int)
    case isOld(Int)
    case alreadyOpen(number: String, state: CaseState, agent: String?)
    case moreOpen(Int)
    case sendAgain

    case registered(number: String, agent: String?)
    case notRegistered(IntakeError)

    case receiptTitle
    case receiptHint
    case issuing
    case issued(ReceiptOutlet.Place)
    case notIssued(ReceiptOutlet.Failure)
}
