/// What a person wants to do with a case. Whether it may be done is ``Case/decide(_:by:at:rules:)``'s answer.
public enum CaseCommand: Hashable, Sendable {
    // Review and the desk
    case accept(AcceptanceCheck)
    case decline(Decline)
    /// The agent hands the case to review; the reason is needed when it comes late.
    case complete(note: String?, lateReason: String? = nil)
    case approve(note: String?)
    case reject(reason: String)
    case reassign(to: StaffMember)
    case urge
    case reveal(reason: String)
    /// Takes back the last action.
    case undo

    // Before and during the work
    case answer(Answer)
    case authorise(Intake.Authorisation.Form, note: String?)
    /// Tells the applicant at once all that is missing; the clocks stand still.
    case askSupplement(missing: [String], note: String?, again: String?)
    case supplement
    case takeOriginals([String])
    case returnOriginals([String])
    case verify(Verification)
    /// The papers go up; `promisedDays` is the time that the window named, in working days.
    case forward(office: String, papers: String, promisedDays: Int?)
    case receiveResult(String)
    /// Passes the case on to the next helper.
    case relay(to: StaffMember, note: String?)
    case openBranch(department: String, task: String)
    case endBranch(number: Int, result: String)
    case askHelp(HelpRequest.Level, to: String, question: String)
    case answerHelp(number: Int, answer: String)
    case askVisit
    case planVisit(at: Instant, place: String, materials: String?)
    case refuseVisit(reason: String)
    case arrive
    case endVisit(deliversLater: Bool)
    case setAside(Waiting)
    case resume
    case feedBack(String)
    case takeFee(Fee)

    // The end and after it
    case withdraw(reason: String)
    case deliver(Delivery)
    case rate(Rating)
    case followUp(String)
    case complain(Complaint.Subject, words: String)
    case decideComplaint(number: Int, isUpheld: Bool, finding: String)
    case decideFault(FaultFinding)
    case file(place: String)

    public enum Kind: String, Hashable, CaseIterable, Sendable {
        case accept, decline, complete, approve, reject, reassign, urge, reveal, undo
        case answer, authorise
        case askSupplement = "ask-supplement"
        case supplement
        case takeOriginals = "take-originals"
        case returnOriginals = "return-originals"
        case verify, forward
        case receiveResult = "receive-result"
        case relay
        case openBranch = "open-branch"
        case endBranch = "end-branch"
        case askHelp = "ask-help"
        case answerHelp = "answer-help"
        case askVisit = "ask-visit"
        case planVisit = "plan-visit"
        case refuseVisit = "refuse-visit"
        case arrive
        case endVisit = "end-visit"
        case setAside = "set-aside"
        case resume
        case feedBack = "feed-back"
        case takeFee = "take-fee"
        case withdraw, deliver, rate
        case followUp = "follow-up"
        case complain
        case decideComplaint = "decide-complaint"
        case decideFault = "decide-fault"
        case file
    }

    public var kind: Kind {
        switch self {
        case .accept: .accept
        case .decline: .decline
        case .complete: .complete
        case .approve: .approve
        case .reject: .reject
        case .reassign: .reassign
        case .urge: .urge
        case .reveal: .reveal
        case .undo: .undo
        case .answer: .answer
        case .authorise: .authorise
        case .askSupplement: .askSupplement
        case .supplement: .supplement
        case .takeOriginals: .takeOriginals
        case .returnOriginals: .returnOriginals
        case .verify: .verify
        case .forward: .forward
        case .receiveResult: .receiveResult
        case .relay: .relay
        case .openBranch: .openBranch
        case .endBranch: .endBranch
        case .askHelp: .askHelp
        case .answerHelp: .answerHelp
        case .askVisit: .askVisit
        case .planVisit: .planVisit
        case .refuseVisit: .refuseVisit
        case .arrive: .arrive
        case .endVisit: .endVisit
        case .setAside: .setAside
        case .resume: .resume
        case .feedBack: .feedBack
        case .takeFee: .takeFee
        case .withdraw: .withdraw
        case .deliver: .deliver
        case .rate: .rate
        case .followUp: .followUp
        case .complain: .complain
        case .decideComplaint: .decideComplaint
        case .decideFault: .decideFault
        case .file: .file
        }
    }
}

/// What somebody who accepts a case vouches for.
public struct AcceptanceCheck: Hashable, Sendable {
    /// How the applicant gave the authorisation; `nil` when the case has one already.
    public var authorisation: Intake.Authorisation.Form?
    /// The materials were looked through.
    public var materialsChecked: Bool

    public init(authorisation: Intake.Authorisation.Form?, materialsChecked: Bool) {
        self.authorisation = authorisation
        self.materialsChecked = materialsChecked
    }

    /// The applicant agreed by word, and the materials are complete: what confirming an acceptance says.
    public static let confirmed = AcceptanceCheck(authorisation: .spoken, materialsChecked: true)
}
