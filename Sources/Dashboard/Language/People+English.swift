import Casework

/// The English words about people.
extension PeopleMessage {
    var english: String {
        switch self {
        case .refusal(let refusal): refusal.english
        case .action(let action): action.english
        case .post(let post): post.english
        case .kind(let kind): kind.english
        case .education(let education): education.english
        case .watch(.first): "first (A)"
        case .watch(.second): "second (B)"
        case .admission(let finding): finding.english
        case .admissionSubject(let subject): subject.english
        case .step(let step): step.english
        case .vacancy(let vacancy):
            "\(vacancy.place.english): \(vacancy.found) of at least \(vacancy.least): \(vacancy.post.english)"
        case .windowAlarm(let alarm): "\(alarm.window): \(alarm.fault.english)"
        case .rosterChange(let kind): kind.english
        case .conduct(let kind): kind.english
        case .hours(let hours):
            switch hours.season {
            case .allYear: Self.sessions(hours.sessions)
            case .summer: "summer \(Self.sessions(hours.sessions))"
            case .winter: "winter \(Self.sessions(hours.sessions))"
            }
        case .sources(let sources): sources.map(\.article).joined(separator: "; ")
        }
    }
}

extension StaffAction {
    var english: String {
        switch self {
        case .enrol: "add staff"
        case .change: "change staff"
        case .waive: "waive conditions"
        case .appoint: "appoint"
        case .standIn: "arrange stand-ins"
        case .handOver: "hand work over"
        case .leave: "end somebody's service"
        case .recordFinding: "record findings"
        case .verifyFinding: "verify findings"
        case .grantAppeal: "grant appeals"
        case .decideLeave: "decide about leave"
        case .correctSession: "correct attendance"
        case .exceptDuty: "change days of duty"
        case .keepPINs: "keep PINs"
        case .closeKiosk: "close the kiosk"
        case .enterMoney: "enter money"
        case .inspect: "record inspections"
        case .holdTraining: "record training sessions"
        case .assessPoint: "assess service points"
        case .decideTenure: "decide who stays"
        }
    }
}

extension StaffPost {
    var english: String {
        switch self {
        case .villageAgent: "village agent"
        case .gridAgent: "grid agent of a group"
        case .townshipAgent: "township agent"
        case .collector: "collector"
        case .bankAuxiliary: "bank auxiliary"
        case .windowClerk: "window clerk"
        case .departmentHelper: "department helper"
        case .stepTracker: "step tracker"
        case .countySpecialist: "county specialist"
        case .liaisonOfficer: "liaison officer"
        case .reviewer: "reviewer"
        case .supervisor: "supervisor"
        case .director: "director"
        case .countyOffice: "county office"
        }
    }
}

extension StaffKind {
    var english: String {
        switch self {
        case .gridWorker: "grid worker"
        case .cadre: "cadre"
        case .groupLeader: "group leader"
        case .volunteer: "volunteer"
        case .hired: "hired"
        case .bankStaff: "bank staff"
        case .official: "official"
        }
    }
}

extension Education {
    var english: String {
        switch self {
        case .primary: "primary school"
        case .juniorMiddle: "junior middle school"
        case .seniorMiddle: "senior middle or vocational school"
        case .college: "college"
        }
    }
}

extension AdmissionFinding {
    var english: String {
        switch self {
        case .ageUnknown(let limit): "no birthday is known (has to be under \(limit))"
        case .tooOld(let age, let limit): "is \(age) (has to be under \(limit))"
        case .educationUnknown(let least): "no schooling is known (at least \(least.english))"
        case .educationTooLow(let education, let least): "\(education.english) (at least \(least.english))"
        case .gridWorkUnknown: "not known whether a full-time grid worker"
        case .noGridWorker: "is no grid worker (has to be one)"
        case .isGridWorker: "is a full-time grid worker (may not be one)"
        case .residenceUnknown: "not known whether living in the village"
        case .livesElsewhere: "does not live in the village"
        case .deviceUseUnknown: "not known whether able to use a computer and a phone"
        case .usesNoDevices: "cannot use a computer and a phone"
        }
    }
}

extension AdmissionFinding.Subject {
    var english: String {
        switch self {
        case .age: "age"
        case .education: "education"
        case .gridWork: "grid work"
        case .residence: "residence"
        case .devices: "computer and phone"
        }
    }
}

extension AgentRules.AppointmentStep {
    var english: String {
        switch self {
        case .nomination: "nomination by the two committees"
        case .vote: "vote of the village assembly"
        case .townshipFiling: "filing with the township"
        case .countyFiling: "filing with the county"
        case .appointment: "appointment"
        }
    }
}

extension StaffingCheck.Vacancy.Place {
    var english: String {
        switch self {
        case .county: "county"
        case .township: "township"
        case .village(let name): name
        case .group(let group): "\(group.village) \(group.name)"
        case .department(let name): name
        }
    }
}

extension WindowWatch.Fault {
    var english: String {
        switch self {
        case .nobody: "has nobody"
        case .noFirst: "has no first person (A)"
        case .noSecond: "has no second person (B)"
        case .unattended: "neither A nor B is there"
        }
    }
}

extension RosterChange.Kind {
    var english: String {
        switch self {
        case .enrolled: "new"
        case .left: "left"
        case .person: "name changed"
        case .post: "post changed"
        case .village: "place changed"
        case .contact: "contact changed"
        }
    }
}

extension ConductFinding.Kind {
    var english: String {
        switch self {
        case .refusedToAccept: "refused to accept"
        case .missedTraining: "missed a training"
        case .notAtPost: "not at the post at an inspection"
        case .lateSummary: "monthly summary late"
        case .incompleteLedger: "ledger incomplete"
        case .extraFee: "took a fee"
        case .shirking: "shirked"
        case .addedDuties: "asked applicants for more than is due"
        case .overdue: "finished too late"
        case .fraud: "fraud"
        }
    }
}

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
        case .inspectionWithoutAbsence(let reference): "no inspection \(reference) missed this person"
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
        case .elsewhere(let village):
            "\(village.map { "serves \($0)" } ?? "does not serve this village") and did not stand in here"
        }
    }
}
