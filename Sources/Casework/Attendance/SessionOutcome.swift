/// How a session of duty went for one person.
public enum SessionState: String, Hashable, Codable, CaseIterable, Sendable {
    /// 准时
    case onTime = "on-time"
    /// 迟到
    case late
    /// 早退
    case leftEarly = "left-early"
    /// 缺勤
    case absent
    /// 请假
    case onLeave = "on-leave"
    /// 顶岗: absent or on leave, and somebody was there in the person's place.
    case stoodInFor = "stood-in-for"
    /// 免签: nobody had to come, or a supervisor says so.
    case excused
    /// The session is not over and nobody has come yet.
    case toCome = "to-come"

    /// Whether the person was there.
    public var isPresent: Bool {
        switch self {
        case .onTime, .late, .leftEarly: true
        case .absent, .onLeave, .stoodInFor, .excused, .toCome: false
        }
    }
}

/// One session of one person: its state, and every entry and rule that it follows from.
public struct SessionOutcome: Hashable, Sendable {
    /// A step of the reasoning, with the entry it rests on.
    public enum Ground: Hashable, Sendable {
        /// The hours of the session, and why they are so.
        case hours(DutyDay.Ground)
        case cameIn(Entered<DutyMark>)
        case wentOut(Entered<DutyMark>)
        /// Went within the session and came back: told, and counted by no rule.
        case cameBack(went: Entered<DutyMark>, back: Entered<DutyMark>)
        case nobodyCame
        case notYet
        case late(minutes: Int)
        case leftEarly(minutes: Int)
        /// Over, and never checked out.
        case forgotCheckOut
        case leave(Leave)
        /// A leave of the time when nobody had to grant one.
        case tookLeave(Entered<String>)
        case standInCame(Entered<StandIn>)
        case standInMissing(Entered<StandIn>)
        case corrected(Entered<SessionCorrection>)

        /// The clause that the step rests on.
        public var source: RuleSource {
            switch self {
            case .standInCame, .standInMissing: .standIn
            case .hours, .cameIn, .wentOut, .cameBack, .nobodyCame, .notYet, .late, .leftEarly, .forgotCheckOut, .leave,
                .tookLeave, .corrected:
                .duty
            }
        }
    }

    public var session: DutyPlan.Session
    public var state: SessionState
    /// In the order in which one would tell it; the last says what counts.
    public var grounds: [Ground]
    public var cameAt: Instant?
    public var wentAt: Instant?
    /// Whole minutes after the beginning, beyond what the rulebook lets pass.
    public var minutesLate: Int
    /// Whole minutes before the end, likewise.
    public var minutesEarly: Int
    public var forgotCheckOut: Bool
    /// A mark of it was made while nobody could look at the PIN.
    public var isUnverified: Bool
    public var isCorrected: Bool

    public init(session: DutyPlan.Session, state: SessionState, grounds: [Ground] = []) {
        self.session = session
        self.state = state
        self.grounds = grounds
        (minutesLate, minutesEarly) = (0, 0)
        (forgotCheckOut, isUnverified, isCorrected) = (false, false, false)
    }
}

/// A month of one person, by sessions, with its sums.
public struct AttendanceMonth: Hashable, Sendable {
    public struct Day: Hashable, Sendable {
        public var duty: DutyDay
        public var sessions: [SessionOutcome]
    }

    public var member: StaffMember
    public var month: CivilMonth
    /// Every day of the month on which the person served.
    public var days: [Day]
    /// Cases that the person accepted outside duty hours, by ``OutsideDuty``; they count like any other
    /// (建政发〔2022〕33号 二(三)1).
    public var acceptedOutside: Int
    public var acceptedOnDuty: Int

    public var outcomes: [SessionOutcome] { days.flatMap(\.sessions) }

    public func count(_ state: SessionState) -> Int { outcomes.count { $0.state == state } }

    /// Sessions that are over or begun.
    public var due: Int { outcomes.count - count(.toCome) }
    public var present: Int { outcomes.count(where: \.state.isPresent) }
    public var forgotten: Int { outcomes.count(where: \.forgotCheckOut) }
    public var unverified: Int { outcomes.count(where: \.isUnverified) }
    public var minutesLate: Int { outcomes.reduce(0) { $0 + $1.minutesLate } }
    public var minutesEarly: Int { outcomes.reduce(0) { $0 + $1.minutesEarly } }
}
