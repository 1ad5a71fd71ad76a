import CaseStore
import Casework

/// The English words of intake.
extension IntakeMessage {
    var english: String {
        switch self {
        case .field(let field): field.englishLabel
        case .matterLabel: "Wants"
        case .authorisationLabel: "Authorised"
        case .originLabel: "Came by"
        case .kindLabel: "Service"
        case .priorityLabel: "Priority"
        case .urgentLabel: "Urgency"
        case .matter(.request): "something done"
        case .matter(.consultation): "an answer"
        case .authorisation(.signed): "signed"
        case .authorisation(.spoken): "spoken"
        case .authorisation(.online): "online"
        case .authorisation(.agreement): "agreement"
        case .group(let group): group.english
        case .send: "Register"
        case .mayNotRegister(let role): "\(role.english): may not register cases"
        case .fault(let fault): fault.english
        case .authorisationMissing: "Ask and choose: nothing is done without the applicant's word"
        case .bring(let materials): "To bring: \(materials.joined(separator: ", "))"
        case .itemNotListed: "Not in the list; taken as typed"
        case .identityTells(let sex, let birthday, let age):
            "\(sex == .female ? "female" : "male") \(birthday) age \(age)"
        case .isOld(let age): "over \(age): 1 ticks it"
        case .alreadyOpen(let number, let state, let agent):
            "Same person, same item: \(number), \(state.english), \(agent.map { "agent \($0)" } ?? "no agent yet")"
        case .moreOpen(let count): "and \(count) more"
        case .sendAgain: "There is an open case, see above; send once more to register nevertheless"
        case .registered(let number, let agent):
            "Registered \(number)\(agent.map { "   agent \($0)" } ?? "   no agent yet: please reassign")"
        case .notRegistered(let error): error.english
        case .receiptTitle: "Receipt"
        case .receiptHint: "p print or save   Esc back"
        case .issuing: "Sending the receipt…"
        case .issued(.file(let path)): "The receipt is in \(path)"
        case .issued(.command(let command)): "The receipt went to \(command)"
        case .notIssued(.notConfigured): "Receipts go nowhere yet: set receipt's folder or command in config.toml"
        case .notIssued(.failed(let what, let detail)):
            "The receipt was not sent: \(what): \(SystemReason.english(detail))"
        }
    }
}

extension CounterFault {
    var english: String {
        switch self {
        case .text(let field, let fault): Refusal.unfit(field, fault).english
        case .identityNumber(let fault): fault.english
        case .phone(let fault): fault.english
        }
    }
}

extension IdentityNumber.Fault {
    var english: String {
        switch self {
        case .wrongLength(let count):
            "An identity number has 18 characters, not \(count); other papers go into the note"
        case .former: "That is an old number of 15 digits; take the 18 of the present card"
        case .unexpectedCharacter: "An identity number has digits only, with an X at most at the end"
        case .noSuchDate: "There is no such date of birth"
        case .bornLater: "The date of birth is after today"
        case .wrongCheck: "The check character does not fit; compare with the card again"
        }
    }
}

extension PhoneNumber.Fault {
    var english: String {
        switch self {
        case .unexpectedCharacter: "A phone number has digits only"
        case .wrongLength(let count):
            "\(count) digits are no phone number: mobiles have 11, landlines 7 or 8 and may have an area code"
        case .noSuchBeginning: "No phone number begins like this"
        }
    }
}

extension IntakeError {
    var english: String {
        switch self {
        case .notOnStaff: Refusal.notOnStaff.english
        case .mayNotRegister(let role): "\(role.english): may not register cases"
        case .otherVillage(let village):
            "Not registered: this is the record of \(village); cases of other villages are registered at the township"
        case .alreadyOpen: "Not registered: there is an open case by now, see above; send once more to go on"
        case .record(.store(let error)): error.english
        case .record(.caseNumberTaken(let number)), .record(.staffNumberTaken(let number)):
            "Not registered: number \(number) is taken"
        case .record(.noSuchStaff): Refusal.notAnAgent.english
        case .record(.refused(let refusal)): refusal.english
        }
    }
}

extension Intake.PriorityGroup {
    var english: String {
        switch self {
        case .old: "old"
        case .weak: "weak"
        case .sick: "sick"
        case .disabled: "disabled"
        case .poor: "poor"
        case .remote: "remote"
        case .leftBehind: "left behind"
        case .awayForWork: "away for work"
        }
    }
}

extension EntryField {
    /// Short enough for the labels of a form.
    fileprivate var englishLabel: String {
        switch self {
        case .item: "Item"
        case .village: "Village"
        case .applicant: "Name"
        case .identityNumber: "ID number"
        case .phone: "Phone"
        case .address: "Address"
        case .note: "Note"
        case .reason: "Reason"
        case .centre: "Centre"
        case .staffNumber: "Number"
        case .staffName: "Name"
        default: english
        }
    }
}
