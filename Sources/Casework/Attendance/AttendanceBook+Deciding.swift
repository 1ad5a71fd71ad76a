/// Which session somebody who comes to the door checks in for, or out of; and why not, if not.

/// What is to be written, or why nothing is.
public enum AttendanceDecision: Hashable, Sendable {
    case enter(AttendanceDirection, DutyPlan.Session, notes: [AttendanceNote])
    /// It is in the record already: nothing is written.
    case already(AttendanceDirection, DutyPlan.Session, at: Instant, notes: [AttendanceNote])
    case refuse(AttendanceRefusal)

    public var notes: [AttendanceNote] {
        switch self {
        case .enter(_, _, let notes), .already(_, _, _, let notes): notes
        case .refuse: []
        }
    }
}

/// What the person is told besides.
public enum AttendanceNote: Hashable, Sendable {
    case late(minutes: Int)
    case leavesEarly(minutes: Int)
    /// Leave was granted for this session; whoever comes all the same is there.
    case onLeave
    /// Somebody stands in for the person during this session.
    case isStoodInFor
    /// The person stands in at another post, too: of that village.
    case standsIn(village: String?)
    /// An earlier session was never checked out of.
    case forgotCheckOut(DutySessionID)
    /// The PIN could not be looked at.
    case unverified
}

/// Why nothing is written.
public enum AttendanceRefusal: Hashable, Sendable {
    case tooEarly(DutyPlan.Session, opens: Instant)
    /// Too late to check in; the next one, of this day or a later one.
    case over(DutyPlan.Session, next: DutyPlan.Session?)
    /// Nobody need come today; the next one. What somebody accepts all the same counts as work (``OutsideDuty``).
    case noDuty(DutyDay.Ground, next: DutyPlan.Session?)
    /// Going without having come.
    case notCheckedIn(DutyPlan.Session)
    /// The person's role has no fixed hours.
    case noDeskDuty(Role)
    case notOnStaff
}

extension AttendanceBook {
    /// - Parameters:
    ///   - wanted: coming or going; `nil` for whichever comes next: coming until the person has come, then going, but not
    ///     before the session is over. So the same badge twice in a session enters once.
    ///   - now: when the person stood there.
    public func decide(
        _ wanted: AttendanceDirection?, for person: PersonalDuty, at now: Instant
    ) -> AttendanceDecision {
        guard person.member.isActive else { return .refuse(.notOnStaff) }
        guard person.member.role.hasDeskDuty else { return .refuse(.noDeskDuty(person.member.role)) }
        let today = plan.offset.civil(now).date
        let duty = duty(on: today, in: person.member.village)
        guard let first = duty.due.first else {
            return .refuse(.noDuty(duty.ground, next: next(after: today, in: person.member.village)))
        }
        // The one that runs, though the next may have opened where the break is short.
        let opened =
            duty.due.first { $0.from <= now && now < $0.to }
            ?? duty.due.last { $0.from.advanced(minutes: -checks.opensBefore) <= now }
        guard let session = opened else {
            return .refuse(.tooEarly(first, opens: first.from.advanced(minutes: -checks.opensBefore)))
        }
        let marks = marks(of: session, on: duty, among: person.marks).filter { $0.value.at <= now }
        let came = marks.first { $0.value.direction == .into }
        let last = marks.last
        let notes = notes(about: session, person, at: now)
        switch wanted {
        case .into:
            guard now < session.to else { return over(session, duty, person) }
            if let last, last.value.direction == .into {
                return .already(.into, session, at: last.value.at, notes: notes)
            }
            return .enter(.into, session, notes: (came == nil ? lateness(now, session) : []) + notes)
        case .out:
            guard came != nil else { return .refuse(.notCheckedIn(session)) }
            return leaving(session, last, now, notes)
        case nil:
            guard let came else {
                guard now < session.to else { return over(session, duty, person) }
                return .enter(.into, session, notes: lateness(now, session) + notes)
            }
            if let last, last.value.direction == .out {
                return .already(.out, session, at: last.value.at, notes: notes)
            }
            guard now >= session.to.advanced(minutes: -checks.earlyBefore) else {
                return .already(.into, session, at: came.value.at, notes: notes)
            }
            return leaving(session, last, now, notes)
        }
    }

    /// Whether there is anything in these days that a person could be away from.
    public func permit(_ span: DutySpan, for member: StaffMember) throws(StaffRefusal) {
        // Who has no fixed hours is away by days.
        guard member.role.hasDeskDuty else { return }
        var sessions: Set<Int> = []
        for number in span.from.dayNumber...span.to.dayNumber {
            sessions.formUnion(duty(on: CivilDate(dayNumber: number), in: member.village).due.map(\.number))
        }
        guard let most = sessions.max() else { throw .leaveWithoutDuty(from: span.from, to: span.to) }
        for number in span.sessions ?? [] where !sessions.contains(number) {
            throw .leaveWithoutSession(number, most: most)
        }
    }

    private func leaving(
        _ session: DutyPlan.Session, _ last: Entered<DutyMark>?, _ now: Instant, _ notes: [AttendanceNote]
    ) -> AttendanceDecision {
        if let last, last.value.direction == .out {
            return .already(.out, session, at: last.value.at, notes: notes)
        }
        let early = session.to.minutes(since: now)
        return .enter(
            .out, session, notes: (early > checks.earlyBefore ? [.leavesEarly(minutes: early)] : []) + notes)
    }

    private func over(_ session: DutyPlan.Session, _ duty: DutyDay, _ person: PersonalDuty) -> AttendanceDecision {
        let next = duty.due.first { $0.number > session.number } ?? next(after: duty.day, in: person.member.village)
        return .refuse(.over(session, next: next))
    }

    /// The first session of the next days that has to be attended; looked for as far as a long holiday reaches.
    private func next(after day: CivilDate, in village: String?) -> DutyPlan.Session? {
        for distance in 1...14 {
            if let first = duty(on: day.advanced(days: distance), in: village).due.first { return first }
        }
        return nil
    }

    private func lateness(_ now: Instant, _ session: DutyPlan.Session) -> [AttendanceNote] {
        let late = now.minutes(since: session.from)
        return late > checks.lateAfter ? [.late(minutes: late)] : []
    }

    private func notes(
        about session: DutyPlan.Session, _ person: PersonalDuty, at now: Instant
    ) -> [AttendanceNote] {
        var notes: [AttendanceNote] = []
        if person.leaves.contains(where: { $0.isGranted && $0.request.value.span.covers(session.id) }) {
            notes.append(.onLeave)
        }
        if standIn(for: person, during: session) != nil { notes.append(.isStoodInFor) }
        for other in facts.people where other.member.id != person.member.id {
            if standIn(for: other, during: session)?.value.by == person.member.id {
                notes.append(.standsIn(village: other.member.village))
            }
        }
        // It is said once, when the person comes again: whoever has come since then knows.
        let duty = duty(on: session.day, in: person.member.village)
        let hasCome = marks(of: session, on: duty, among: person.marks).contains { $0.value.at < now }
        if !hasCome, let forgotten = forgotten(before: session, person) { notes.append(.forgotCheckOut(forgotten)) }
        return notes
    }

    /// The newest session before this one that the person came to, if they never left it. How far back it is looked for:
    /// as far as the facts go, a week at most.
    private func forgotten(before session: DutyPlan.Session, _ person: PersonalDuty) -> DutySessionID? {
        for distance in 0...7 {
            let day = session.day.advanced(days: -distance)
            let earlier = outcomes(of: person, on: day, now: session.from).filter {
                $0.session.id < session.id && $0.cameAt != nil
            }
            guard let last = earlier.last else { continue }
            return last.wentAt == nil && !last.isCorrected ? last.session.id : nil
        }
        return nil
    }
}
