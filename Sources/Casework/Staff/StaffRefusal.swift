/// Why something about a person may not be done. Each case carries the facts; the words are in the message catalogue.
public enum StaffRefusal: Error, Hashable, Sendable {
    /// The person's role does not allow it.
    case notPermitted(StaffAction, Role)
    /// Somebody who is meant has left the office, or was never in it.
    case notOnStaff
    /// A text that may not go into the record.
    case unfit(EntryField, EntryField.Fault)
    case nothingChanged
    /// The post belongs to another role than the person has.
    case postOfAnotherRole(StaffPost, Role)
    /// An agent has to serve a village.
    case villageMissing
    case inadmissible([AdmissionFinding])
    /// Nothing was found there that a waiver could cover.
    case nothingToWaive(AdmissionFinding.Subject)

    case notAStep(AgentRules.AppointmentStep)
    case stepDone(AgentRules.AppointmentStep)
    case stepTooEarly(AgentRules.AppointmentStep, before: AgentRules.AppointmentStep)
    /// Before the step that precedes it.
    case stepBackdated(AgentRules.AppointmentStep, earliest: CivilDate)
    case stepInFuture(AgentRules.AppointmentStep)
    case votesMissing
    case voteLost(AppointmentStepTaken.Votes)

    case standsInForSelf
    case standInOfAnotherRole(Role)
    /// The person who is to stand in is stood in for at that time.
    case standInAbsent
    case standInPeriod
    case standInRunning
    case noStandIn

    case handsOverToSelf
    /// The receiver may not have in hand what the other had.
    case receiverOfAnotherRole(Role)
    case signatureMissing
    case nothingInHand
    /// A person leaves only with nothing in hand (内放办〔2022〕3号 附件 第六条).
    case stillInHand(cases: Int, originals: Int)

    case findingUnknown(Int)
    case findingInFuture
    case findingVerified
    case findingReversed
    case findingNotVerified
    /// The same fact stands there already.
    case findingKnown
    /// Only the person concerned appeals.
    case appealsForAnother
    /// There was an appeal already.
    case appealKnown
    /// The last day has passed.
    case appealTooLate(CivilDate)
    /// No appeal waits for a decision.
    case noAppeal
    /// A third person decides, neither who recorded nor who verified.
    case decidesOwnFinding
    /// The rules give no reason in that month to decide anything.
    case nothingToDecide(CivilMonth)
    /// The month that is decided on has not ended.
    case monthNotOver(CivilMonth)
    case tenureDecided(CivilMonth)
    /// The rules bring up something else by now than the person had seen.
    case proposalChanged(CivilMonth)
    /// Somebody came to a session who was not asked to it.
    case notInvited
    case nobodyInvited
    case inFuture
    /// A mark for something that the point's checklist does not ask for, or twice; with all that it asks for.
    case markUnfit(String, asked: [String])
    /// No village, point or window of the centre is called so; with those that are.
    case placeUnknown(String, known: [String])
    /// A second person verifies what the first one recorded.
    case verifiesOwnFinding
    /// Nobody records, verifies or reverses what is said about themself.
    case concernsOneself
    /// An amount that is nothing, below nothing or beyond all bounds.
    case amountUnfit
    /// A leave or an exception that ends before it begins, or takes more than a year.
    case spanUnfit
    /// Hours that are missing, overlap or stand where none belong.
    case hoursUnfit
    /// Nobody can be corrected to that.
    case stateUnfit
    /// No request of the person is called so.
    case leaveUnknown(String)
    case leaveDecided
    /// A leave for a part of that time was asked for already.
    case leaveOverlaps
    /// Nobody has to be there on any of these days.
    case leaveWithoutDuty(from: CivilDate, to: CivilDate)
    /// None of the days has so many sessions; how many they have at most.
    case leaveWithoutSession(Int, most: Int)
    /// No person has a session then.
    case sessionUnknown(DutySessionID)
    /// What has not begun cannot have gone wrong.
    case sessionToCome(DutySessionID)
    /// The person, who was not met at that moment, did not have to be at the post then: it is no absence.
    case noDutyThen(String, Instant, UTCOffset, NoDuty)
    /// No inspection of that number missed the person.
    case inspectionWithoutAbsence(String)
    /// Another inspection of the same session is a finding already.
    case absenceKnown(DutySessionID, finding: Int)
    case pinUnfit(PIN.Fault)
    /// No PIN was ever set.
    case pinMissing
    case pinNotLocked
    /// The old PIN is wrong.
    case pinWrong
    /// The day by which something is put right lies before it was found.
    case rectificationBeforeFinding
}

extension EntryField {
    /// ``checked(_:)`` for what is about people.
    func checkedForStaff(_ text: String) throws(StaffRefusal) -> String {
        do { return try fit(text) } catch { throw .unfit(self, error) }
    }

    func checkedForStaffIfAny(_ text: String?) throws(StaffRefusal) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        return try checkedForStaff(text)
    }
}
