import Casework

/// The English words about service items.
extension ItemTerm {
    var english: String {
        switch self {
        case .level(let level): level.english
        case .kind(let kind): kind.english
        case .area(let area): area.english
        case .stage(let stage): stage.english
        case .step(let step): step.english
        case .field(let field): field.english
        case .form(.original): "original"
        case .form(.copy): "copy"
        case .form(.both): "original and copy"
        case .required(true): "required"
        case .required(false): "optional"
        case .workingDays(let days): days == 1 ? "1 working day" : "\(days) working days"
        case .sameDay: "the same day"
        case .free: "free"
        case .fee(let fen, let basis): "\(Yuan.text(fen: fen)) yuan (\(basis))"
        case .version(let version): "version \(version)"
        case .claimed: "claimed"
        case .withdrawn: "withdrawn"
        case .assumed(let fields): "assumed, please check: \(fields.map(\.english).joined(separator: ", "))"
        case .refusal(let refusal): refusal.english
        }
    }
}

extension ItemLevel {
    fileprivate var english: String {
        switch self {
        case .county: "county"
        case .township: "township"
        case .village: "village"
        }
    }
}

extension ItemKind {
    fileprivate var english: String {
        switch self {
        case .instant: "instant"
        case .promised: "promised"
        case .forwarded: "forwarded"
        case .major: "major"
        }
    }
}

extension ContentArea {
    fileprivate var english: String {
        switch self {
        case .named(.insurance): "pension and health insurance"
        case .named(.relief): "relief, disability, veterans"
        case .named(.family): "family"
        case .named(.certificates): "certificates and stamps"
        case .named(.advice): "advice"
        case .named(.farming): "farming subsidies"
        case .named(.support): "weddings, funerals, support"
        case .named(.work): "work and training"
        case .named(.bills): "paying bills"
        case .named(.tools): "tools"
        case .other(let name): name
        }
    }
}

extension ServiceStage {
    fileprivate var english: String {
        switch self {
        case .application: "application"
        case .authorisation: "authorisation"
        case .handling: "handling"
        case .handover: "handover and filing"
        case .rating: "rating"
        }
    }
}

extension AgencyStep {
    fileprivate var english: String {
        switch self {
        case .contact: "early contact"
        case .authorisation: "authorisation"
        case .agreement: "agreement"
        case .advice: "advice"
        case .materials: "materials collected and submitted"
        case .coordination: "departments coordinated"
        case .result: "result given"
        case .originals: "originals returned"
        case .callBack: "call-back"
        }
    }
}

extension ItemField {
    fileprivate var english: String {
        switch self {
        case .code: "code"
        case .version: "version"
        case .level: "level"
        case .name: "item"
        case .kind: "kind"
        case .area: "area"
        case .department: "office"
        case .branches: "other departments"
        case .promisedDays: "promised limit"
        case .promise: "promise as written"
        case .legalLimit: "legal limit"
        case .condition: "condition"
        case .materials: "materials"
        case .time: "hours"
        case .filling: "how to fill in"
        case .sample: "sample"
        case .stages: "steps"
        case .legalBasis: "legal basis"
        case .fee: "fee"
        case .feeBasis: "basis of the fee"
        case .source: "source"
        case .assumed: "assumed"
        }
    }
}

extension ItemRefusal {
    fileprivate var english: String {
        switch self {
        case .notPermitted(let role, let level):
            "\(role.english): may not change the \(level.english) item list; these may: \(Role.allCases.filter { $0.mayKeep(level) }.map(\.english).joined(separator: ", "))"
        case .mayNotClaim(let role): "\(role.english): may not claim county items or give them back"
        case .notOnStaff: "You are not on the staff of this centre any more"
        case .unfit(let field, .missing): "The \(field.english) may not be empty"
        case .unfit(let field, .tooLong): "The \(field.english) is too long"
        case .unfit(let field, .unprintable):
            "The \(field.english) holds control characters, or line breaks where there may be none"
        case .value(let field, let text, let expected):
            "The \(field.english) cannot be \(text); it can be: \(expected.joined(separator: ", "))"
        case .contradiction(_, .instantWithPromise): "An instant item ends the same day and promises no working days"
        case .contradiction(_, .majorWithoutBranches): "A major item needs two or more departments"
        case .contradiction(_, .branchesOfOther(let kind)):
            "An item that is \(kind.english) has no other departments; one that has them is major"
        case .contradiction(_, .feeWithoutBasis): "A fee needs its basis; agency itself is free"
        case .contradiction(_, .basisWithoutFee): "There is a basis of a fee, but no fee"
        case .contradiction(_, .doubled(let name)): "“\(name)” is there twice"
        case .reason(.missing): "A reason is needed"
        case .reason(.tooLong): "The reason is too long"
        case .reason(.unprintable): "The reason holds control characters; please take them out"
        case .codeTaken(let code): "The code \(code) is taken already"
        case .nameTaken(let name, let code): "The same list has “\(name)” already (\(code))"
        case .unknown(let code): "No item has the code \(code)"
        case .withdrawn(let code): "Item \(code) was withdrawn"
        case .levelChanged(let code, let from, let to):
            "Item \(code) is a \(from.english) item and cannot become a \(to.english) one; list another"
        case .stale(let code, let seen, let current):
            "Item \(code) is version \(current) already; the change is to version \(seen)"
        case .unchanged(let code): "Nothing changes in item \(code)"
        case .notOfTheCounty(let code, let level):
            "Item \(code) is a \(level.english) item; only county items are claimed"
        case .alreadyClaimed(let code): "Item \(code) is claimed already"
        case .notClaimed(let code): "Item \(code) is not claimed"
        }
    }
}
