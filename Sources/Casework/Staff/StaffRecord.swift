/// A member of the staff with everything that the journal says about them.
public struct StaffRecord: Hashable, Codable, Sendable {
    public var member: StaffMember
    public var presence: Presence
    /// Since when; `nil` when the person never checked in.
    public var presentSince: Instant?
    /// The steps of the appointment that have been taken; absent while there are none.
    public var appointment: [AppointmentStepTaken]?
    public var waivers: [Waiver]?
    /// The newest; it may have ended.
    public var standIn: StandIn?
    public var findings: [ConductFinding]?
    public var leftAt: Instant?
    /// Absent until a PIN is set.
    public var pin: PINStanding?

    public init(member: StaffMember) {
        self.member = member
        presence = .away
        presentSince = nil
    }

    /// Takes over what `event` says. The only place where a staff record changes.
    public mutating func apply(_ event: StaffEvent, at instant: Instant) {
        switch event {
        case .enrolled(let member):
            self.member = member
            if member.isActive { leftAt = nil }
        case .checkedIn: (presence, presentSince) = (.onDuty, instant)
        case .checkedOut: (presence, presentSince) = (.away, instant)
        case .leaveTaken: (presence, presentSince) = (.leave, instant)
        case .changed(let changed):
            let current = member
            member = changed
            // Who somebody is in this database, and whether they serve, is not a fact that a change may carry.
            (member.id, member.number) = (current.id, current.number)
            (member.isActive, member.isMadeUp) = (current.isActive, current.isMadeUp)
        case .appointmentStep(let step): appointment = (appointment ?? []) + [step]
        case .waived(let waiver):
            waivers = (waivers ?? []).filter { $0.subject != waiver.subject } + [waiver]
        case .standInSet(let standIn): self.standIn = standIn
        case .standInEnded: standIn?.until = instant
        case .left:
            member.isActive = false
            (presence, presentSince, leftAt) = (.away, instant, instant)
        case .handedOver:
            // The cases carry it; the person is the same.
            break
        case .findingRecorded(let finding): findings = (findings ?? []) + [finding]
        case .findingVerified(let verified):
            change(verified.number) { $0.verification = verified.mark }
        case .findingReversed(let reversed):
            change(reversed.number) { $0.reversal = reversed.mark }
        case .findingFollowedUp(let followed):
            change(followed.number) { $0.followUp = followed.mark }
        case .findingAppealed(let appealed):
            change(appealed.number) { $0.appeal = Appeal(asked: appealed.mark) }
        case .appealRefused(let refused):
            change(refused.number) { $0.appeal?.refused = refused.mark }
        case .moneyEntered, .tenureDecided:
            // They stand in ledgers of their own.
            break
        case .cameIn(let mark): arrive(.onDuty, at: mark.at)
        case .wentOut(let mark): arrive(.away, at: mark.at)
        case .leaveAsked, .leaveGranted, .leaveRefused, .sessionCorrected:
            // They stand in a ledger of their own; where somebody is now they do not tell.
            break
        case .pinSet(let set): pin = PINStanding(digest: set.digest, setAt: instant)
        case .pinLocked: pin?.lockedAt = instant
        case .pinUnlocked: pin?.lockedAt = nil
        }
    }

    /// What is entered late does not change where somebody has been seen since.
    private mutating func arrive(_ presence: Presence, at instant: Instant) {
        if let presentSince, presentSince > instant { return }
        (self.presence, presentSince) = (presence, instant)
    }

    private mutating func change(_ number: Int, _ body: (inout ConductFinding) -> Void) {
        guard var findings, let index = findings.firstIndex(where: { $0.number == number }) else { return }
        body(&findings[index])
        self.findings = findings
    }
}
