/// Where an agent is: at the post, away, or on leave.
public enum Presence: String, Hashable, Codable, CaseIterable, Sendable {
    /// 在岗
    case onDuty = "on-duty"
    /// 离岗: checked out, or not checked in yet.
    case away
    /// 请假
    case leave
}

/// What happens around a member of the staff, as the journal keeps it.
public enum StaffEvent: Hashable, Codable, Sendable {
    case enrolled(StaffMember)
    case checkedIn
    case checkedOut
    case leaveTaken(LeaveTaken)

    public struct LeaveTaken: Hashable, Codable, Sendable {
        public var reason: String

        public init(reason: String) { self.reason = reason }
    }

    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case enrolled, checkedIn, checkedOut, leaveTaken
    }

    public var kind: Kind {
        switch self {
        case .enrolled: .enrolled
        case .checkedIn: .checkedIn
        case .checkedOut: .checkedOut
        case .leaveTaken: .leaveTaken
        }
    }
}

/// A member of the staff with what the journal says about attendance.
public struct StaffRecord: Hashable, Codable, Sendable {
    public var member: StaffMember
    public var presence: Presence
    /// Since when; `nil` when the person never checked in.
    public var presentSince: Instant?

    public init(member: StaffMember) {
        self.member = member
        presence = .away
        presentSince = nil
    }

    /// Takes over what `event` says. The only place where a staff record changes.
    public mutating func apply(_ event: StaffEvent, at instant: Instant) {
        switch event {
        case .enrolled(let member): self.member = member
        case .checkedIn: (presence, presentSince) = (.onDuty, instant)
        case .checkedOut: (presence, presentSince) = (.away, instant)
        case .leaveTaken: (presence, presentSince) = (.leave, instant)
        }
    }
}
