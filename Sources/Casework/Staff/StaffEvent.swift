/// What happens around a member of the staff, as the journal keeps it.
public enum StaffEvent: Hashable, Codable, Sendable {
    case enrolled(StaffMember)
    case checkedIn
    case checkedOut
    case leaveTaken(LeaveTaken)
    /// The person as they are known from now on. Whether they serve is not touched by it.
    case changed(StaffMember)
    case appointmentStep(AppointmentStepTaken)
    case waived(Waiver)
    case standInSet(StandIn)
    case standInEnded
    case left(Departure)
    /// Recorded once, with the person who gave; the cases carry the id of the act.
    case handedOver(Handover)
    case findingRecorded(ConductFinding)
    case findingVerified(FindingVerified)
    case findingReversed(FindingReversed)
    case findingFollowedUp(FindingFollowedUp)
    case moneyEntered(MoneyEntry)
    /// Somebody came or went, with their own time and where it was.
    case cameIn(AttendanceMark)
    case wentOut(AttendanceMark)
    case leaveAsked(LeaveRequest)
    case leaveGranted(LeaveDecision)
    case leaveRefused(LeaveDecision)
    case sessionCorrected(SessionCorrection)
    case pinSet(PINSet)
    case pinLocked(PINLocked)
    case pinUnlocked
    case findingAppealed(FindingAppealed)
    case appealRefused(AppealRefused)
    case tenureDecided(TenureDecision)

    public struct LeaveTaken: Hashable, Codable, Sendable {
        public var reason: String

        public init(reason: String) { self.reason = reason }
    }

    /// Somebody serves no more.
    public struct Departure: Hashable, Codable, Sendable {
        public var reason: String

        /// - Throws: ``StaffRefusal/unfit(_:_:)`` without a reason.
        public init(reason: String) throws(StaffRefusal) {
            self.reason = try EntryField.reason.checkedForStaff(reason)
        }
    }

    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case enrolled, checkedIn, checkedOut, leaveTaken
        case changed, appointmentStep, waived, standInSet, standInEnded, left, handedOver
        case findingRecorded, findingVerified, findingReversed, findingFollowedUp
        case moneyEntered
        case cameIn = "checkedIn@2"
        case wentOut = "checkedOut@2"
        case leaveAsked, leaveGranted, leaveRefused, sessionCorrected
        case pinSet, pinLocked, pinUnlocked
        /// A finding with its evidence.
        case findingEvidenced = "findingRecorded@2"
        case findingAppealed, appealRefused, tenureDecided
    }

    public var kind: Kind {
        switch self {
        case .enrolled: .enrolled
        case .checkedIn: .checkedIn
        case .checkedOut: .checkedOut
        case .leaveTaken: .leaveTaken
        case .changed: .changed
        case .appointmentStep: .appointmentStep
        case .waived: .waived
        case .standInSet: .standInSet
        case .standInEnded: .standInEnded
        case .left: .left
        case .handedOver: .handedOver
        case .findingRecorded(let finding): finding.evidence == nil ? .findingRecorded : .findingEvidenced
        case .findingVerified: .findingVerified
        case .findingReversed: .findingReversed
        case .findingFollowedUp: .findingFollowedUp
        case .moneyEntered: .moneyEntered
        case .cameIn: .cameIn
        case .wentOut: .wentOut
        case .leaveAsked: .leaveAsked
        case .leaveGranted: .leaveGranted
        case .leaveRefused: .leaveRefused
        case .sessionCorrected: .sessionCorrected
        case .pinSet: .pinSet
        case .pinLocked: .pinLocked
        case .pinUnlocked: .pinUnlocked
        case .findingAppealed: .findingAppealed
        case .appealRefused: .appealRefused
        case .tenureDecided: .tenureDecided
        }
    }

    /// The person whom an enrolment begins with.
    var enrolledMember: StaffMember? {
        if case .enrolled(let member) = self { return member }
        return nil
    }
}
