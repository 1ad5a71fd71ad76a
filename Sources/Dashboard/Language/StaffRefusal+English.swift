import Casework

/// Why something about people was refused, in English.
extension StaffRefusal {
    var english: String {
        switch self {
        case .notPermitted(let action, let role): "\(role.english): may not \(action.english)"
        case .notOnStaff: "this person does not serve here"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).english
        case .nothingChanged: "the same as before; nothing to record"
        case .postOfAnotherRole(let post, let role): "the post “\(post.english)” is not for a \(role.english)"
        case .villageMissing: "an agent needs a village"
        case .inadmissible(let findings):
            "may not be an agent: \(findings.map(\.english).joined(separator: ", ")); can be waived with a reason (--waive)"
        case .nothingToWaive(let subject): "nothing about “\(subject.english)” has to be waived"
        case .notAStep(let step): "the rules know no “\(step.english)”"
        case .stepDone(let step): "“\(step.english)” was taken already"
        case .stepTooEarly(let step, let next): "too early for “\(step.english)”; first comes “\(next.english)”"
        case .stepBackdated(let step, let earliest): "“\(step.english)” cannot be before the last step (\(earliest))"
        case .stepInFuture(let step): "the day of “\(step.english)” has not come"
        case .votesMissing: "the numbers of the vote are missing: in favour, against, abstained"
        case .voteLost(let votes):
            "not carried: \(votes.inFavour) in favour, \(votes.against) against, \(votes.abstained) abstained (needs more than half)"
        case .standsInForSelf: "nobody stands in for themself"
        case .standInOfAnotherRole(let role): "who stands in has another role (\(role.english))"
        case .standInAbsent: "who is to stand in is stood in for at that time"
        case .standInPeriod: "the period is not possible"
        case .standInRunning: "somebody stands in at that time already"
        case .noStandIn: "nobody stands in now"
        case .handsOverToSelf: "nobody hands over to themself"
        case .receiverOfAnotherRole(let role): "the receiver has another role (\(role.english))"
        case .signatureMissing: "both have to sign, with the names that the roster has"
        case .nothingInHand: "nothing is in hand; there is nothing to hand over"
        case .stillInHand(let cases, let originals):
            "still in hand: \(cases) cases, \(originals) originals; hand them over first"
        case .findingUnknown(let number): "there is no finding \(number)"
        case .findingInFuture: "that day has not come"
        case .findingVerified: "it is verified already"
        case .findingReversed: "an appeal has reversed it"
        case .findingNotVerified: "it is not verified"
        case .verifiesOwnFinding: "who recorded a finding cannot verify it; a second person has to"
        case .concernsOneself: "nobody deals with findings about themself"
        case .amountUnfit:
            "the amount must be more than nothing (only a correction may be less) and at most 10,000,000.00 yuan"
        case .spanUnfit: "these days do not fit: not backwards, and not more than a year"
        case .hoursUnfit: "these hours do not fit: such as 09:00-11:30, without overlap; none on days without duty"
        case .stateUnfit: "nobody can be corrected to that"
        case .leaveUnknown(let id): "the person has no leave \(id)"
        case .leaveDecided: "this leave was decided already"
        case .leaveOverlaps: "leave for a part of that time was asked for already"
        case .leaveWithoutDuty(let from, let to):
            from == to
                ? "there is no duty on \(from): no leave is needed"
                : "there is no duty from \(from) to \(to): no leave is needed"
        case .leaveWithoutSession(let number, let most): "there is no session \(number): a day has \(most) at most"
        case .sessionUnknown(let session): "there is no session \(session.number) of duty on \(session.day)"
        case .sessionToCome(let session): "session \(session.number) of \(session.day) has not begun"
        case .proposalChanged(let month):
            "what the rules bring up for \(month) has changed; look at it again before deciding"
        case .noDutyThen(let name, let at, let offset, let why):
            "at \(at.civilText(offset)) \(name) \(why.english): that is no absence; what was seen can be written down without --at-post"
        case .inspectionWithoutAbsence(let reference):
            "inspection \(reference) shows no absence of this person: there is none, it met them, or they had no duty there"
        case .absenceKnown(let session, let finding):
            "missing in session \(session.number) of \(session.day) is finding \(finding) already; one session counts once"
        case .pinUnfit(let fault): fault.english
        case .pinMissing: "there is no PIN yet; a supervisor sets the first one"
        case .pinNotLocked: "the PIN is not locked"
        case .pinWrong: "the old PIN is wrong, or may not be tried now"
        case .rectificationBeforeFinding: "it cannot be put right before it was found"
        case .findingKnown: "the same fact is a finding already"
        case .appealsForAnother: "only the person concerned appeals"
        case .appealKnown: "there was an appeal against it already"
        case .appealTooLate(let last): "the last day for an appeal was \(last)"
        case .noAppeal: "no appeal waits for a decision"
        case .decidesOwnFinding: "a third person decides, neither who recorded nor who verified it"
        case .nothingToDecide(let month): "the rules bring nothing up for \(month); there is nothing to decide"
        case .monthNotOver(let month): "\(month) is not over"
        case .tenureDecided(let month): "\(month) was decided on already"
        case .notInvited: "who came or was excused must have been asked to come"
        case .nobodyInvited: "nobody was asked to come"
        case .inFuture: "that time has not come"
        case .markUnfit(let item, let asked):
            "“\(item)” is not on the checklist of this point, or stands there twice; it asks for: \(asked.joined(separator: ", "))"
        case .placeUnknown(let place, let known):
            "there is no place “\(place)”; there are: \(known.prefix(30).joined(separator: ", "))\(known.count > 30 ? ", …" : "")"
        }
    }
}

extension NoDuty {
    fileprivate var english: String {
        switch self {
        case .role(let role): "had no fixed hours, as \(role.english)"
        case .noSession(.season): "had no duty: no session ran then"
        case .noSession(let ground): "had no duty then (\(ground.english))"
        case .hasLeft: "had left the office"
        case .onLeave: "was on leave"
        case .stoodInFor: "was stood in for"
        case .excused: "was excused by a supervisor"
        case .standsIn(let village): "stood in \(village.map { "in \($0)" } ?? "elsewhere")"
        case .elsewhere(let village):
            "\(village.map { "serves \($0)" } ?? "does not serve this village") and did not stand in here"
        }
    }
}
