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
    /// 请假: of the session that runs, of the next one of the day, or of the whole day.
    case leave
    /// 坐班时间: a session runs, and what is marked there comes by file: whether the person is there is not known yet.
    case scheduled
    /// 班外: no session runs for the person.
    case offDuty = "off-duty"

    /// Whether the person is there.
    public var isPresent: Bool { self == .onDuty || self == .outsideDuty }

    /// Whether the person is known not to be there when somebody is wanted.
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
    /// - Parameter isRelayed: the person's village hands its entries over by file.
    /// - Returns: nobody is missed of a day before attendance was kept.
    public func presence(of person: PersonalDuty, at now: Instant, isRelayed: Bool = false) -> DutyPresence {
        let today = plan.offset.civil(now).date
        var person = person
        person.taken.removeAll { $0.at > now }
        if hasTakenLeave(person, on: today, at: now) { return .leave }
        let outcomes = outcomes(of: person, on: today, now: now)
        if outcomes.contains(where: { $0.isThere(at: now) }) { return .onDuty }
        let current = outcomes.first { $0.session.from <= now && now < $0.session.to }
        switch current?.state {
        case .onTime, .late: return current?.wentAt == nil ? .onDuty : .away
        case .onLeave: return .leave
        case .stoodInFor: return isOnLeave(person, outcomes, on: today, at: now) ? .leave : .away
        case .absent, .toCome: return isRelayed ? .scheduled : .away
        case .leftEarly: return .away
        case .excused, nil:
            if isThereUnasked(person, outcomes, on: today, at: now) { return .outsideDuty }
            return isOnLeave(person, outcomes, on: today, at: now) ? .leave : .offDuty
        }
    }

    /// The time around `now` in which nobody's presence changes while the facts and the plan stay as they are: in the same
    /// minute, since all hours begin and end with one, and up to the next mark and from the one before.
    public func steadyTime(around now: Instant) -> Range<Instant> {
        let minute: Int64 = 60_000
        let begun = now.milliseconds - ((now.milliseconds % minute) + minute) % minute
        var (from, to) = (Instant(milliseconds: begun), Instant(milliseconds: begun + minute))
        func part(at moment: Instant) {
            if moment <= now { from = max(from, moment) } else { to = min(to, moment) }
        }
        for person in facts.people {
            for mark in person.marks { part(at: mark.value.at) }
            for taken in person.taken { part(at: taken.at) }
        }
        return from..<to
    }

    /// Went on leave during the day, for the rest of it, and has not come back.
    private func hasTakenLeave(_ person: PersonalDuty, on today: CivilDate, at now: Instant) -> Bool {
        let taken = person.taken.last { plan.offset.civil($0.at).date == today }
        guard let taken else { return false }
        return !person.marks.contains { $0.value.direction == .into && taken.at < $0.value.at && $0.value.at <= now }
    }

    /// Whether a granted leave is for the whole of the day, or for a session of it that is not over.
    private func isOnLeave(
        _ person: PersonalDuty, _ outcomes: [SessionOutcome], on today: CivilDate, at now: Instant
    ) -> Bool {
        guard facts.keptSince <= today else { return false }
        return person.leaves.contains { leave in
            let span = leave.request.value.span
            guard leave.isGranted, span.from <= today, today <= span.to else { return false }
            return span.sessions == nil || outcomes.contains { now < $0.session.to && span.covers($0.session.id) }
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
