/// Why somebody did not have to be at the post at a moment: what an inspection that met nobody is held against.
public enum NoDuty: Hashable, Sendable {
    /// The person's role has no fixed hours.
    case role(Role)
    /// No session runs then: by the season, the weekday, a holiday or an exception.
    case noSession(DutyDay.Ground)
    /// The person had left the office.
    case hasLeft
    case onLeave
    /// Somebody stood in: that one is to be looked for.
    case stoodInFor
    /// A supervisor says that the person need not come.
    case excused
    /// The person serves another village, or none, and did not stand in here.
    case elsewhere(String?)
    /// The person stood in at another post then: of that village.
    case standsIn(String?)
}

extension AttendanceBook {
    /// - Returns: `nil` when the person had to be there, or was there by what the record says.
    public func noDuty(of person: PersonalDuty, at moment: Instant) -> NoDuty? {
        guard person.member.role.hasDeskDuty else { return .role(person.member.role) }
        if let until = person.until, until <= moment { return .hasLeft }
        let duty = duty(on: plan.offset.civil(moment).date, in: person.member.village)
        guard let running = session(of: person, at: moment) else { return .noSession(duty.ground) }
        if responsible(for: person.member.id, at: moment) != person.member.id { return .stoodInFor }
        // What was marked later says nothing about then.
        let outcome = until(moment).outcomes(of: person.until(moment), on: duty.day, now: moment)
            .first { $0.session.id == running.id }
        return switch outcome?.state {
        case .onLeave: .onLeave
        case .stoodInFor: .stoodInFor
        case .excused: .excused
        // Nothing is known of a time before the person was entered: offices begin to keep their record at some day.
        case .onTime, .late, .leftEarly, .absent, .toCome, nil: nil
        }
    }

    /// The session that the person had duty in at a moment.
    func session(of person: PersonalDuty, at moment: Instant) -> DutyPlan.Session? {
        duty(on: plan.offset.civil(moment).date, in: person.member.village).due
            .first { $0.from <= moment && moment < $0.to }
    }

    /// The same without the marks of later.
    private func until(_ moment: Instant) -> AttendanceBook {
        var book = self
        book.facts.people = facts.people.map { $0.until(moment) }
        return book
    }
}

extension PersonalDuty {
    fileprivate func until(_ moment: Instant) -> PersonalDuty {
        var person = self
        person.marks.removeAll { $0.value.at > moment }
        person.taken.removeAll { $0.at > moment }
        return person
    }
}
