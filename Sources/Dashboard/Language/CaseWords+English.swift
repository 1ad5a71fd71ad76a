import Casework

/// The English words of a case's life: states, what happened, what can be done.
extension CaseState {
    var english: String {
        switch self {
        case .pending: "pending"
        case .accepted: "handling"
        case .inReview: "in review"
        case .returned: "returned"
        case .waiting: "waiting"
        case .approved: "approved"
        case .delivered: "delivered"
        case .filed: "filed"
        case .declined: "declined"
        case .withdrawn: "withdrawn"
        case .answered: "answered"
        }
    }
}

extension CaseEvent.Kind {
    var english: String {
        switch self {
        case .registered: "registered"
        case .accepted: "accepted"
        case .declined: "declined"
        case .completed: "handed to review"
        case .approved: "approved"
        case .rejected: "rejected"
        case .reassigned: "reassigned"
        case .urged: "urged"
        case .revealed: "masked data shown"
        case .undone: "undone"
        case .answered: "answered"
        case .authorised: "authorised"
        case .supplementAsked: "told what is missing"
        case .supplemented: "materials supplemented"
        case .originalsTaken: "originals taken"
        case .originalsReturned: "originals returned"
        case .verified: "verified by the village"
        case .forwarded: "forwarded"
        case .resultReceived: "result received"
        case .relayed: "passed on"
        case .branchOpened: "branch opened"
        case .branchEnded: "branch ended"
        case .helpAsked: "help asked"
        case .helpAnswered: "help answered"
        case .visitAsked: "home visit asked for"
        case .visitPlanned: "home visit planned"
        case .visitRefused: "home visit refused"
        case .visitArrived: "arrived"
        case .visitEnded: "home visit ended"
        case .setAside: "set aside"
        case .resumed: "taken up again"
        case .fedBack: "applicant told"
        case .feeTaken: "fee taken"
        case .withdrawn: "withdrawn"
        case .delivered: "delivered"
        case .rated: "rated"
        case .ratingFollowedUp: "rating followed up"
        case .complained: "complaint"
        case .complaintDecided: "complaint decided"
        case .faultDecided: "fault decided"
        case .filed: "filed"
        case .redone: "done again"
        case .handedOver: "handed over"
        case .warned: "warning"
        case .recomputed: "dates computed anew"
        case .notified: "message"
        case .merged: "merged with another site"
        }
    }
}

extension CaseCommand.Kind {
    var english: String {
        switch self {
        case .accept: "Accept"
        case .decline: "Decline"
        case .complete: "Hand to review"
        case .approve: "Approve"
        case .reject: "Reject"
        case .reassign: "Reassign"
        case .urge: "Urge"
        case .reveal: "Show masked data"
        case .undo: "Undo"
        case .answer: "Answer"
        case .authorise: "Record authorisation"
        case .askSupplement: "Ask for what is missing"
        case .supplement: "Materials complete"
        case .takeOriginals: "Take originals"
        case .returnOriginals: "Return originals"
        case .verify: "Verify"
        case .forward: "Forward"
        case .receiveResult: "Receive the result"
        case .relay: "Pass on"
        case .openBranch: "Open a branch"
        case .endBranch: "End a branch"
        case .askHelp: "Ask for help"
        case .answerHelp: "Answer a request"
        case .askVisit: "Ask for a home visit"
        case .planVisit: "Plan the visit"
        case .refuseVisit: "Refuse the visit"
        case .arrive: "Arrive"
        case .endVisit: "End the visit"
        case .setAside: "Set aside"
        case .resume: "Take up again"
        case .feedBack: "Tell the applicant"
        case .takeFee: "Take a fee"
        case .withdraw: "Withdraw"
        case .deliver: "Deliver"
        case .rate: "Rate"
        case .followUp: "Follow up the rating"
        case .complain: "Record a complaint"
        case .decideComplaint: "Decide a complaint"
        case .decideFault: "Decide the fault"
        case .file: "File"
        }
    }

    /// For the line after it is done.
    var englishPast: String {
        switch self {
        case .accept: "Accepted"
        case .decline: "Declined"
        case .complete: "Handed to review:"
        case .approve: "Approved"
        case .reject: "Rejected"
        case .reassign: "Reassigned"
        case .urge: "Urged the agent of"
        case .reveal: "Shown:"
        case .undo: "Undone:"
        case .answer: "Answered:"
        case .authorise: "Authorisation recorded:"
        case .askSupplement: "Told what is missing:"
        case .supplement: "Materials complete:"
        case .takeOriginals: "Originals taken:"
        case .returnOriginals: "Originals returned:"
        case .verify: "Verified:"
        case .forward: "Forwarded:"
        case .receiveResult: "Result received:"
        case .relay: "Passed on:"
        case .openBranch: "Branch opened:"
        case .endBranch: "Branch ended:"
        case .askHelp: "Help asked:"
        case .answerHelp: "Request answered:"
        case .askVisit: "Home visit asked for:"
        case .planVisit: "Visit planned:"
        case .refuseVisit: "Visit refused:"
        case .arrive: "Arrived:"
        case .endVisit: "Visit ended:"
        case .setAside: "Set aside:"
        case .resume: "Taken up again:"
        case .feedBack: "Applicant told:"
        case .takeFee: "Fee taken:"
        case .withdraw: "Withdrawn:"
        case .deliver: "Delivered:"
        case .rate: "Rated:"
        case .followUp: "Followed up:"
        case .complain: "Complaint recorded:"
        case .decideComplaint: "Complaint decided:"
        case .decideFault: "Fault decided:"
        case .file: "Filed:"
        }
    }

    /// What follows when it is confirmed; empty where that says itself.
    var englishConsequence: String {
        switch self {
        case .accept: "The completion clock starts; you vouch for authorisation and materials"
        case .decline: "The case ends; the reason is kept"
        case .approve: "The case is then complete, and to be delivered"
        case .reject: "Back to its agent; the applicant's clock goes on"
        case .reassign: "The applicant's clock stays as it is"
        case .urge: "The agent is reminded; this is recorded"
        case .reveal: "That you looked is recorded"
        case .undo: "Back to how it was; both steps are kept"
        case .answer: "The consultation ends"
        case .authorise: "The applicant's authorisation is recorded"
        case .askSupplement: "The clocks stand still until it is brought"
        case .supplement: "The clocks go on"
        case .takeOriginals: "They have to go back before the case is filed"
        case .returnOriginals: "They leave the office's custody"
        case .verify: "Needed before the papers go up"
        case .forward: "The completion clock stands still while the papers are there"
        case .receiveResult: "The completion clock goes on"
        case .relay: "The next helper has it; the applicant's clock stays"
        case .openBranch: "All branches must end before review"
        case .askHelp: "Whom and what is recorded"
        case .askVisit: "Has to be planned the same day"
        case .planVisit: "Time, place and papers are recorded"
        case .refuseVisit: "The applicant is told why"
        case .setAside: "The clocks stand still until conditions allow"
        case .resume: "The clocks go on"
        case .takeFee: "Needs its basis and a receipt"
        case .withdraw: "The case ends"
        case .deliver: "The applicant has signed for it"
        case .rate: "A bad one has to be followed up"
        case .complain: "Has to be looked into"
        case .decideFault: "The appraisal follows it"
        case .complete, .endBranch, .answerHelp, .arrive, .endVisit, .feedBack, .followUp, .decideComplaint, .file: ""
        }
    }
}

extension CaseEvent.Said {
    /// One thing that an event says; `shown` is what only the screen knows: a name, a time.
    func english(_ shown: String) -> String {
        switch self {
        case .text, .person, .passage, .instant: shown
        case .clock(let kind, _): "\(kind.english) clock \(shown)"
        case .fault(let isOwn): isOwn ? "own fault" : "not the own fault"
        case .complaint(let subject): subject.english
        case .upheld(let isUpheld): isUpheld ? "upheld" : "not upheld"
        case .level(let level): "\(level) of 5"
        case .amount(let fen): "\(Yuan.text(fen: fen)) yuan"
        case .message(let name, let outcome):
            "\(OutgoingMessage.Kind(rawValue: name)?.english ?? name): \(outcome == .sent ? "sent" : "given up")"
        }
    }
}

extension Complaint.Subject {
    var english: String {
        switch self {
        case .shirking: "shirking"
        case .addedDuties: "added duties"
        case .overdue: "overdue"
        case .fees: "fees"
        case .attitude: "attitude"
        case .other: "other"
        }
    }
}

extension ClockRule.Kind {
    /// What a case waits for whose clock this is, in a narrow column; `nil` where its state says that.
    var englishWait: String? {
        switch self {
        case .promise: "at window"
        case .forwarding: "to send up"
        case .visitPlan: "to visit"
        case .delivery: "to deliver"
        case .followUp: "follow up"
        case .supplement: "papers due"
        case .acceptance, .completion, .rework, .holder, .feedback, .target: nil
        }
    }
}
