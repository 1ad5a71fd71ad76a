import Casework

/// The English words about appraisals.
extension AppraisalMessage {
    var english: String {
        switch self {
        case .title(let person, let month): "Appraisal \(month): \(person)"
        case .figure(let figure): figure.english
        case .work(let kind): kind.english
        case .ofAll(let some, let all): "\(some) of \(all)"
        case .average(let hundredths): "average \(Self.hundredths(hundredths))"
        case .trendHeading(let first, let last): "\(first) to \(last)"
        case .proposalHeading: "What the rules bring up (to be decided by people)"
        case .noProposal: "nothing"
        case .suggested(let outcome): "proposed: \(outcome.english)"
        case .restsOn(let sources): "by: \(sources.map(\.article).joined(separator: "; "))"
        case .outcome(let outcome): outcome.english
        case .replacementReason(let reason): reason.english
        case .dismissalReason(let reason):
            "\(reason.kind.english), \(reason.findings.count) times"
        case .evidenceList(let texts): texts.joined(separator: "  ")
        case .decided(let decided):
            "decided: \(decided.decision.outcome.english) (\(decided.by), \(decided.on)): \(decided.decision.reason)"
        case .undecided: "not decided yet; once the month is over (keep, replace, dismiss):"
        case .decideBy(let number, let month):
            "daiban appraisal decide \(number) --period \(month) --outcome keep --reason …"
        case .countedFor: "Counted for who held the case; pieces go to who sent it to review"
        case .findingsHeading: "Findings that count in the month"
        case .noFindings: "none"
        case .finding(let finding):
            "\(finding.number)  \(finding.on)  \(finding.kind.english): \(finding.fact)"
        case .standing(let finding): finding.standing.english
        case .openFindings(let count): "\(count) findings wait for a second person or for an appeal"
        case .evidence(let evidence): "\(evidence.kind.english) \(evidence.reference)"
        case .evidenceKind(let kind): kind.english
        case .ledgerField(let field): field.english
        case .fact(let fact, let at): fact.english(at)
        case .holder(.county): "county"
        case .holder(.township): "township"
        case .pointKind(let kind): kind.english
        case .hint: "←→ month  ↑↓ scroll  d decide  Esc close"
        case .undecidedAtDesk(true): "not decided yet; once the month is over, d decides"
        case .undecidedAtDesk(false):
            "not decided yet; once the month is over, a supervisor, the director or the county does"
        case .decideTitle(let month): "Who stays, \(month)"
        case .decideReason: "why (required)"
        case .groundsShown(let first, let last, let all): "… lines \(first) to \(last) of \(all) (PgUp PgDn)"
        case .decideHint: "↑↓ outcome  Enter check  Esc leave it"
        case .confirm(let who, let outcome): "\(outcome.english): \(who). Enter records it, Esc goes back"
        case .recorded(let who, let outcome, let month): "recorded: \(outcome.english), \(who), \(month)"
        case .notAnAgent: "select somebody in pane 4 first"
        case .ownOnly: "you can look at your own appraisal only"
        case .nextSteps(let number):
            "next, hand over and leave: daiban staff handover \(number) …, daiban staff leave \(number) …"
        }
    }
}

extension Appraisal.Figure {
    var english: String {
        switch self {
        case .accepted: "accepted"
        case .completed: "completed"
        case .approved: "approved"
        case .returned: "returned"
        case .overdue: "overdue, own fault"
        case .complaints: "complaints"
        case .upheld: "upheld"
        case .ratings: "ratings"
        case .badRatings: "bad ratings"
        case .attended: "at the post"
        case .outsideDuty: "outside duty"
        case .findings: "findings"
        }
    }
}

extension CaseWork.Kind {
    var english: String {
        switch self {
        case .accepted: "accepted"
        case .declined: "declined"
        case .answered: "answered"
        case .completed: "completed"
        case .approved: "approved"
        case .returned: "returned"
        case .overdueByFault: "overdue, own fault"
        case .complained: "complaint"
        case .complaintUpheld: "complaint upheld"
        case .complaintDismissed: "complaint dismissed"
        case .rated: "rated"
        case .followedUp: "followed up"
        case .received: "received"
        }
    }
}

extension TenureDecision.Outcome {
    var english: String {
        switch self {
        case .keep: "keep"
        case .replace: "replace"
        case .dismiss: "dismiss"
        }
    }
}

extension ReplacementReview.Reason {
    var english: String {
        switch self {
        case .idle(let months): "no case in \(months.count) months in a row"
        case .overdue(let month, let cases): "\(cases.count) online cases overdue through own fault in \(month)"
        case .complaints(let month, let cases): "complaints about \(cases.count) cases in \(month)"
        case .fraud: "fraud proven"
        }
    }
}

extension FindingStanding {
    var english: String {
        switch self {
        case .unverified: "to be verified"
        case .verified: "verified"
        case .appealed: "appealed"
        case .appealRefused: "verified, appeal refused"
        case .followedUp: "followed up"
        case .reversed: "reversed"
        }
    }
}

extension Evidence.Kind {
    var english: String {
        switch self {
        case .inspection: "inspection"
        case .training: "training"
        case .summary: "monthly summary"
        case .ledger: "ledger entry"
        case .complaint: "complaint"
        case .case: "case"
        case .document: "paper"
        }
    }
}

extension LedgerField {
    var english: String {
        switch self {
        case .phone: "phone"
        case .identityNumber: "identity number"
        case .address: "address"
        case .authorisation: "authorisation"
        case .delivery: "who signed for the result"
        case .filing: "where it is filed"
        }
    }
}

extension FindingProposal.Fact {
    func english(_ at: String) -> String {
        switch self {
        case .absent(let place, _): "inspection at \(at): nobody at the post in \(place)"
        case .missedTraining(let topic): "did not come to the training \(topic)"
        case .incompleteEntry(let number, let missing):
            "the entry of \(number) lacks \(missing.map(\.english).joined(separator: ", "))"
        case .lateSummary(let village, let month, let handedIn):
            handedIn == nil
                ? "the summary of \(village) for \(month) has not come"
                : "the summary of \(village) for \(month) came late (\(at))"
        case .complaint(let number, let subject, let finding):
            "complaint about \(number) upheld (\(subject.english)): \(finding)"
        }
    }
}

extension ServicePoint.Kind {
    var english: String {
        switch self {
        case .centre: "centre"
        case .village: "village point"
        case .mobile: "mobile point"
        case .postal: "by post"
        }
    }
}
