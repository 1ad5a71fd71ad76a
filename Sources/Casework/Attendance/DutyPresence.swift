/// Where somebody is at a moment, by the marks and the duty of the day together: what a list of people says.
///
/// The last mark alone (``Presence``) does not tell: it stays when the day is over, and it may have been made on a day without
/// duty.
public enum DutyPresence: String, Hashable, Codable, CaseIterable, Sendable {
    /// 在岗: came to a session of today and has not gone.
    case onDuty = "on-duty"
    /// 班外到岗: there, although nobody has to be.
    case outsideDuty = "outside-duty"
    /// 离岗: a session runs, and the person is not there.
    case away
    /// 请假: of the session that runs.
    case leave
    /// 班外: no session runs for the person.
    case offDuty = "off-duty"

    /// Whether the person is there.
    public var isPresent: Bool { self == .onDuty || self == .outsideDuty }

    /// Whether the person is missing at a session that runs.
    public var isMissing: Bool { self == .away || self == .leave }

    /// What the last mark says, where nobody asks for the hours.
    public init(_ presence: Presence) {
        self =
            switch presence {
            case .onDuty: .onDuty
            case .away: .away
            case .leave: .leave
            }
    }
}

extension AttendanceBook {
    /// - Returns: nobody is missed of a day before attendance was kept.
    public func presence(of person: PersonalDuty, at now: Instant) -> DutyPresence {
        let today = plan.offset.civil(now).date
        let outcomes = outcomes(of: person, on: today, now: now)
        if outcomes.contains(where: { $0.isThere(at: now) }) { return .onDuty }
        let current = outcomes.first { $0.session.from <= now && now < $0.session.to }
        switch current?.state {
        case .onTime, .late: return current?.wentAt == nil ? .onDuty : .away
        case .onLeave: return .leave
        case .leftEarly, .absent, .stoodInFor, .toCome: return .away
        case .excused, nil: return isThereUnasked(person, outcomes, on: today, at: now) ? .outsideDuty : .offDuty
        }
    }

    /// Whether the last mark of the day is one of coming that belongs to no session.
    private func isThereUnasked(
        _ person: PersonalDuty, _ outcomes: [SessionOutcome], on today: CivilDate, at now: Instant
    ) -> Bool {
        let last = person.marks.last { $0.value.at <= now && plan.offset.civil($0.value.at).date == today }
        guard let last, last.value.direction == .into else { return false }
        // Whoever came to a session and forgot to check out is not known to be there still.
        return !outcomes.contains { $0.cameAt != nil && last.value.at < $0.session.to }
    }
}

extension SessionOutcome {
    /// Came and has not gone, as far as the marks say.
    public func isThere(at now: Instant) -> Bool {
        cameAt.map { $0 <= now } == true && wentAt == nil && !forgotCheckOut && !isCorrected
    }
}
