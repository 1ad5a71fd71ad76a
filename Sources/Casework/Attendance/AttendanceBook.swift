/// The facts about duty under the rules: what each session was for each person.
///
///     let book = AttendanceBook(plan: DutyPlan(duty: rules.duty, calendar: calendar, offset: offset), facts: facts)
///     for outcome in book.outcomes(of: person, on: today, now: now) { … outcome.state … }
///
/// Nothing here is kept: the same facts give the same states, and a correction is one more fact.
public struct AttendanceBook: Sendable {
    public var plan: DutyPlan
    public var facts: DutyFacts

    public init(plan: DutyPlan, facts: DutyFacts) {
        self.plan = plan
        self.facts = facts
    }

    public var checks: AgentRules.Duty.Checks { plan.duty.checks }

    public func duty(on day: CivilDate, in village: String?) -> DutyDay { plan.day(day, in: village, facts.exceptions) }

    /// The sessions of a day that a person had to be there for, in their order; none of a day before attendance was kept.
    public func outcomes(of person: PersonalDuty, on day: CivilDate, now: Instant) -> [SessionOutcome] {
        outcomes(
            of: person, on: duty(on: day, in: person.member.village), person.marks.filter { self.day(of: $0) == day },
            now: now)
    }

    /// - Parameter accepted: what the person accepted in that month, by ``OutsideDuty``.
    public func month(
        _ month: CivilMonth, of person: PersonalDuty, accepted: OutsideDuty.Count = OutsideDuty.Count(), now: Instant
    ) -> AttendanceMonth {
        let marks = Dictionary(grouping: person.marks, by: day)
        return AttendanceMonth(
            member: person.member, month: month,
            days: (0..<month.length).map { number in
                let duty = duty(on: month.firstDay.advanced(days: number), in: person.member.village)
                return AttendanceMonth.Day(
                    duty: duty, sessions: outcomes(of: person, on: duty, marks[duty.day] ?? [], now: now))
            },
            acceptedOutside: accepted.outside, acceptedOnDuty: accepted.onDuty)
    }

    // MARK: One session

    /// - Parameter marks: of that day.
    private func outcomes(
        of person: PersonalDuty, on duty: DutyDay, _ marks: [Entered<DutyMark>], now: Instant
    ) -> [SessionOutcome] {
        guard facts.keptSince <= duty.day else { return [] }
        return duty.sessions.filter { person.serves($0) }.map { outcome(of: $0, on: duty, person, marks, now: now) }
    }

    /// The day that a mark is about.
    private func day(of mark: Entered<DutyMark>) -> CivilDate {
        mark.value.session?.day ?? plan.offset.civil(mark.value.at).date
    }

    /// The marks of a session, by time: those that say so, and of those that say nothing the ones that fit.
    func marks(
        of session: DutyPlan.Session, on duty: DutyDay, among marks: [Entered<DutyMark>]
    ) -> [Entered<DutyMark>] {
        marks.filter { day(of: $0) == duty.day && self.session(of: $0.value, on: duty)?.number == session.number }
    }

    private func session(of mark: DutyMark, on duty: DutyDay) -> DutyPlan.Session? {
        if let named = duty.sessions.first(where: { $0.number == mark.session?.number }) { return named }
        return switch mark.direction {
        case .into: duty.sessions.first { mark.at < $0.to }
        case .out: duty.sessions.last { $0.from <= mark.at }
        }
    }

    /// Until when somebody can still check out of a session: until the next one opens, or the day ends.
    func closing(of session: DutyPlan.Session, on duty: DutyDay) -> Instant {
        let next = duty.sessions.first { $0.number > session.number }
        guard let next else { return plan.offset.instant(session.day.advanced(days: 1)) }
        return max(session.to, next.from.advanced(minutes: -checks.opensBefore))
    }

    private func outcome(
        of session: DutyPlan.Session, on duty: DutyDay, _ person: PersonalDuty, _ all: [Entered<DutyMark>], now: Instant
    ) -> SessionOutcome {
        var outcome = SessionOutcome(session: session, state: .toCome, grounds: [.hours(duty.ground)])
        let marks = marks(of: session, on: duty, among: all)
        let came = marks.first { $0.value.direction == .into && $0.value.at < session.to }
        if duty.isExcused {
            outcome.state = .excused
        } else if let came {
            judge(came, marks, closing(of: session, on: duty), now, &outcome)
        } else {
            judgeAbsence(person, now, &outcome)
        }
        let about = person.corrections.last { $0.value.session == session.id }
        if let about {
            outcome.state = about.value.state
            outcome.isCorrected = true
            outcome.forgotCheckOut = false
            if about.value.state != .late { outcome.minutesLate = 0 }
            if about.value.state != .leftEarly { outcome.minutesEarly = 0 }
            outcome.grounds.append(.corrected(about))
        }
        return outcome
    }

    private func judge(
        _ came: Entered<DutyMark>, _ marks: [Entered<DutyMark>], _ closing: Instant, _ now: Instant,
        _ outcome: inout SessionOutcome
    ) {
        let session = outcome.session
        outcome.cameAt = came.value.at
        outcome.grounds.append(.cameIn(came))
        let late = came.value.at.minutes(since: session.from)
        if late > checks.lateAfter {
            outcome.minutesLate = late
            outcome.grounds.append(.late(minutes: late))
        }
        var isUnverified = came.value.isUnverified
        // Whoever comes back within the session is there again: the last mark counts.
        let since = marks.filter { $0.value.at >= came.value.at }
        outcome.grounds += gaps(since)
        let last = since.last
        if let last, last.value.direction == .out {
            outcome.wentAt = last.value.at
            isUnverified = isUnverified || last.value.isUnverified
            outcome.grounds.append(.wentOut(last))
            let early = session.to.minutes(since: last.value.at)
            if early > checks.earlyBefore {
                outcome.minutesEarly = early
                outcome.grounds.append(.leftEarly(minutes: early))
            }
        } else if now >= closing {
            outcome.forgotCheckOut = true
            outcome.grounds.append(.forgotCheckOut)
        }
        outcome.isUnverified = isUnverified
        outcome.state = outcome.minutesLate > 0 ? .late : outcome.minutesEarly > 0 ? .leftEarly : .onTime
    }

    /// Each time that somebody went and came back.
    private func gaps(_ marks: [Entered<DutyMark>]) -> [SessionOutcome.Ground] {
        zip(marks, marks.dropFirst()).compactMap { one, next in
            guard one.value.direction == .out, next.value.direction == .into else { return nil }
            return .cameBack(went: one, back: next)
        }
    }

    private func judgeAbsence(_ person: PersonalDuty, _ now: Instant, _ outcome: inout SessionOutcome) {
        let session = outcome.session
        let leave = person.leaves.last { $0.isGranted && $0.request.value.span.covers(session.id) }
        let taken = person.taken.last {
            plan.offset.civil($0.at).date == session.day && $0.at < session.to
        }
        if let leave { outcome.grounds.append(.leave(leave)) }
        if let taken { outcome.grounds.append(.tookLeave(taken)) }
        let isAway = leave != nil || taken != nil
        if let standIn = standIn(for: person, during: session) {
            let isThere = isThere(standIn.value.by, during: session)
            if isThere {
                outcome.grounds.append(.standInCame(standIn))
                outcome.state = .stoodInFor
                return
            }
            if session.to <= now { outcome.grounds.append(.standInMissing(standIn)) }
        }
        if isAway {
            outcome.state = .onLeave
        } else if now < session.to {
            outcome.grounds.append(.notYet)
        } else {
            outcome.grounds.append(.nobodyCame)
            outcome.state = .absent
        }
    }

    /// Who was to be there in the person's place for the whole of a session.
    func standIn(for person: PersonalDuty, during session: DutyPlan.Session) -> Entered<StandIn>? {
        person.standIns.last { standIn in
            standIn.value.from < session.to && (standIn.value.until.map { session.from < $0 } ?? true)
        }
    }

    /// Who is to do the person's duty at a moment: the person, or who stands in, or who stands in for that one. Who has left
    /// stands in for nobody.
    func responsible(for person: StaffID, at moment: Instant) -> StaffID {
        var seen: Set<StaffID> = [person]
        var now = person
        while let next = facts.person(now)?.standIns.last(where: { $0.value.covers(moment) })?.value.by,
            facts.person(next)?.until.map({ moment < $0 }) ?? true, seen.insert(next).inserted
        {
            now = next
        }
        return now
    }

    /// Whether somebody was at a post, be it their own, in the hours of a session.
    private func isThere(_ id: StaffID, during session: DutyPlan.Session) -> Bool {
        guard let other = facts.person(id) else { return false }
        let duty = duty(on: session.day, in: other.member.village)
        return duty.sessions.contains { own in
            own.from < session.to && session.from < own.to
                && marks(of: own, on: duty, among: other.marks).contains {
                    $0.value.direction == .into && $0.value.at < min(own.to, session.to)
                }
        }
    }
}
