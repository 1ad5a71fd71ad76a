import Casework
import GRDB

/// What people ask for and supervisors decide about duty: leave, corrections, days without duty.
extension RecordWriter {
    /// Asks for leave, for oneself or, by who decides about it, for somebody else.
    ///
    /// - Throws: ``RecordError/refused(_:)``, also for days of which a part was asked for already, and for days and sessions
    ///   on which the person need not be there.
    @discardableResult
    public mutating func askLeave(
        _ span: DutySpan, of person: StaffID, reason: String, rules: Rules, at: Instant, by actor: Actor
    ) throws(RecordError) -> LeaveRequest {
        guard let member = try found(person)?.member else { throw .noSuchStaff(person) }
        let all = try leaves(of: person, around: nil)
        let known = try leaves(of: person, around: span)
        let book = AttendanceBook(rules, try duty(of: person, from: span.from, to: span.to, rules))
        let request: LeaveRequest
        do throws(StaffRefusal) {
            try book.permit(span, for: member)
            // Two requests of one second would have one name.
            var name = LeaveRequest.name(of: member, at: at)
            let taken = Set(all.map(\.request.value.id))
            var number = 2
            while taken.contains(name) {
                name = "\(LeaveRequest.name(of: member, at: at))-\(number)"
                number += 1
            }
            request = try LeaveRequest(id: name, span: span, reason: reason)
            guard !known.contains(where: { $0.isStanding && $0.request.value.span.overlaps(span) }) else {
                throw StaffRefusal.leaveOverlaps
            }
        } catch {
            throw .refused(error)
        }
        try decide(person == actor.id ? nil : .decideLeave, about: person, at: at, by: actor) {
            record, _ throws(StaffRefusal) in
            guard record.member.isActive else { throw .notOnStaff }
            return .leaveAsked(request)
        }
        return request
    }

    /// Grants a leave or refuses it. With somebody named to stand in (B 岗), that is recorded in the same transaction, and
    /// what is in hand goes over when the leave has begun.
    ///
    /// - Throws: ``RecordError/refused(_:)``: nobody decides about their own leave, and nothing is decided twice.
    public mutating func decideLeave(
        _ request: String, of person: StaffID, isGranted: Bool, note: String?, standIn: StaffMember?, rules: Rules,
        at: Instant, by actor: Actor
    ) throws(RecordError) {
        guard let leave = try leaves(of: person, around: nil).first(where: { $0.request.value.id == request }) else {
            throw .refused(.leaveUnknown(request))
        }
        let span = leave.request.value.span
        try decide(.decideLeave, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            guard record.member.id != actor.id else { throw .concernsOneself }
            guard leave.isOpen else { throw .leaveDecided }
            let decision = try LeaveDecision(
                request: request, span: span, note: note, standIn: isGranted ? standIn?.number : nil)
            return isGranted ? .leaveGranted(decision) : .leaveRefused(decision)
        }
        guard isGranted, let standIn else { return }
        let from = max(rules.offset.instant(span.from), at)
        let until = rules.offset.instant(span.to.advanced(days: 1))
        try self.standIn(
            StandIn(by: standIn.id, from: from, until: until, reason: leave.request.value.reason), for: person,
            at: at, by: actor)
    }

    /// Says what a session was.
    ///
    /// - Throws: ``RecordError/refused(_:)``: nobody corrects their own, and only a session that has begun.
    public mutating func correct(
        _ correction: SessionCorrection, of person: StaffID, rules: Rules, at: Instant, by actor: Actor
    ) throws(RecordError) {
        let day = correction.session.day
        let facts = try duty(of: person, from: day, to: day, rules)
        try decide(.correctSession, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            guard record.member.id != actor.id else { throw .concernsOneself }
            let duty = AttendanceBook(rules, facts).duty(on: day, in: record.member.village)
            guard let session = duty.sessions.first(where: { $0.id == correction.session }),
                record.member.role.hasDeskDuty, facts.person(person)?.serves(session) ?? false
            else { throw .sessionUnknown(correction.session) }
            guard session.from <= at else { throw .sessionToCome(correction.session) }
            return .sessionCorrected(correction)
        }
    }

    /// Gives a village, or all of them, days without duty or with other hours; or takes that back.
    public mutating func except(
        _ exception: DutyException, at: Instant, by actor: Actor
    ) throws(RecordError) {
        let actor = try known(actor, for: .exceptDuty)
        do {
            try record(.dutyExcepted(exception), at: at, by: actor.id)
        } catch {
            throw .store(error)
        }
    }

    private func leaves(of person: StaffID, around span: DutySpan?) throws(RecordError) -> [Leave] {
        let first = span?.from ?? CivilDate(dayNumber: 0)
        let last = span?.to ?? CivilDate(dayNumber: 2_900_000)
        return try duty(of: person, from: first, to: last, nil).person(person)?.leaves ?? []
    }

    /// Without the marks, which nothing here asks for.
    private func duty(
        of person: StaffID, from first: CivilDate, to last: CivilDate, _ rules: Rules?
    ) throws(RecordError) -> DutyFacts {
        do {
            return try transaction.guarded {
                let database = transaction.database
                let offset = try rules?.offset ?? CentreProjection.centre(in: database).offset
                return try DutyReader(database: database, offset: offset).facts(
                    of: [person], from: first, to: last, marksOf: .office)
            }
        } catch {
            throw .store(error)
        }
    }
}

extension Leave {
    /// Asked for or granted.
    var isStanding: Bool {
        if case .refused = status { return false }
        return true
    }
}
