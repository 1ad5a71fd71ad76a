import Casework
import GRDB

/// Recording what happens to people. Each function reads the person and the actor again inside the transaction, asks
/// the rules, and writes or refuses; a refusal leaves the batch usable.
extension RecordWriter {
    /// Records new facts about a person.
    ///
    /// - Throws: ``RecordError/refused(_:)`` when nothing would change, or when post and role contradict each other.
    @discardableResult
    public mutating func change(
        _ person: StaffID, at: Instant, by actor: Actor, _ body: (inout StaffMember) -> Void
    ) throws(RecordError) -> StaffMember {
        let cases = try openCases(of: person).count
        return try decide(.change, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            var member = record.member
            body(&member)
            // Who becomes something else keeps nothing that the new role may not have.
            if member.role != record.member.role, cases > 0 { throw .stillInHand(cases: cases, originals: 0) }
            if let post = member.post, post.role != member.role {
                throw .postOfAnotherRole(post, member.role)
            }
            if member.role == .agent, member.village == nil { throw .villageMissing }
            // What a change may not touch is put back by the record: compare what will stand there.
            var after = record
            after.apply(.changed(member), at: at)
            guard after.member != record.member else { throw .nothingChanged }
            return .changed(after.member)
        }.member
    }

    /// Covers one finding of the admission check with a reason.
    @discardableResult
    public mutating func waive(
        _ subject: AdmissionFinding.Subject, of person: StaffID, reason: String, rules: AgentRules.Admission,
        today: CivilDate, at: Instant, by actor: Actor
    ) throws(RecordError) -> StaffRecord {
        try decide(.waive, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            let check = AdmissionCheck(of: record.member, rules: rules, on: today)
            guard check.findings.contains(where: { $0.subject == subject }) else {
                throw .nothingToWaive(subject)
            }
            return .waived(try Waiver(subject: subject, reason: reason))
        }
    }

    /// Takes the next step of an appointment.
    @discardableResult
    public mutating func appoint(
        _ person: StaffID, _ step: AppointmentStepTaken, steps: [AgentRules.AppointmentStep], today: CivilDate,
        at: Instant, by actor: Actor
    ) throws(RecordError) -> StaffRecord {
        try decide(.appoint, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            var appointment = Appointment(steps: steps, taken: record.appointment ?? [])
            try appointment.take(step, today: today)
            return .appointmentStep(step)
        }
    }

    /// Ends a person's service, which is possible only with nothing in hand.
    ///
    /// - Parameter originals: originals of applicants that the person still keeps, as far as the cases do not know.
    @discardableResult
    public mutating func leave(
        _ person: StaffID, reason: String, originals: Int = 0, at: Instant, by actor: Actor
    ) throws(RecordError) -> StaffRecord {
        let cases = try openCases(of: person).count
        let kept = try originalsInCustody(of: person)
        return try decide(.leave, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            try Leaving.check(record.member, cases: cases, originals: originals + kept)
            return .left(try StaffEvent.Departure(reason: reason))
        }
    }

    /// Adds to the findings about a person, with the guards of ``FindingBook``.
    @discardableResult
    public mutating func find(
        about person: StaffID, at: Instant, by actor: Actor,
        _ body: (FindingBook, Actor) throws(StaffRefusal) -> StaffEvent
    ) throws(RecordError) -> StaffRecord {
        // The book asks for the permission itself: it differs from step to step.
        try decide(nil, about: person, at: at, by: actor) { record, actor throws(StaffRefusal) in
            try body(FindingBook(record), actor)
        }
    }

    /// The same for a finding that may rest on an inspection: the book knows the sessions in which they met nobody.
    @discardableResult
    public mutating func recordFinding(
        about person: StaffID, rules: Rules, at: Instant, by actor: Actor,
        _ body: (FindingBook, Actor) throws(StaffRefusal) -> StaffEvent
    ) throws(RecordError) -> StaffRecord {
        let absences = try reading { try CaseStore.absences(of: person, rules: rules, in: $0) }
        return try decide(nil, about: person, at: at, by: actor) { record, actor throws(StaffRefusal) in
            try body(FindingBook(record, absences: absences), actor)
        }
    }

    @discardableResult
    func decide(
        _ action: StaffAction, about person: StaffID, at: Instant, by actor: Actor,
        _ body: (StaffRecord) throws(StaffRefusal) -> StaffEvent
    ) throws(RecordError) -> StaffRecord {
        try decide(action, about: person, at: at, by: actor) { record, _ throws(StaffRefusal) in try body(record) }
    }

    /// - Parameter action: `nil` where the rules ask for the permission themselves, or nobody needs one.
    @discardableResult
    func decide(
        _ action: StaffAction?, about person: StaffID, at: Instant, by actor: Actor,
        _ body: (StaffRecord, Actor) throws(StaffRefusal) -> StaffEvent
    ) throws(RecordError) -> StaffRecord {
        let actor = try known(actor, for: action)
        guard let record = try found(person) else { throw .noSuchStaff(person) }
        guard record.member.isActive || action == nil else { throw .refused(.notOnStaff) }
        let event: StaffEvent
        do {
            event = try body(record, actor)
        } catch {
            throw .refused(error)
        }
        do {
            try transaction.guarded {
                try transaction.record(.staff(event), about: person.value, at: at, by: actor.id)
            }
        } catch {
            throw .store(error)
        }
        return try found(person) ?? record
    }

    /// The actor as the record knows them, when the role allows the action.
    func known(_ actor: Actor, for action: StaffAction?) throws(RecordError) -> Actor {
        guard actor.id != .office else { return actor }
        guard let member = try found(actor.id)?.member, member.isActive else { throw .refused(.notOnStaff) }
        if let action, !member.role.may(action) { throw .refused(.notPermitted(action, member.role)) }
        return Actor(member)
    }

    func found(_ person: StaffID) throws(RecordError) -> StaffRecord? {
        do {
            return try staff(person)
        } catch {
            throw .store(error)
        }
    }

    /// The open cases that a person has, those in review included: they come back when review rejects them.
    func openCases(of person: StaffID) throws(RecordError) -> [CaseID] {
        do {
            return try transaction.guarded {
                try transaction.flush()
                let statement = try transaction.database.cachedStatement(
                    sql: """
                        SELECT id FROM cases INDEXED BY cases_open_by_holder \
                        WHERE is_open = 1 AND holder = ? ORDER BY id
                        """)
                return try Int64.fetchAll(statement, arguments: [person.value]).map(CaseID.init)
            }
        } catch {
            throw .store(error)
        }
    }
}
