/// The findings about one person, and the guards of adding to them.
public struct FindingBook: Hashable, Sendable {
    public var member: StaffID
    public var findings: [ConductFinding]
    /// The sessions in which inspections found the person missing, by the inspection's number.
    public var absences: [Int: DutySessionID]

    public init(member: StaffID, findings: [ConductFinding] = [], absences: [Int: DutySessionID] = [:]) {
        self.member = member
        self.findings = findings
        self.absences = absences
    }

    public init(_ record: StaffRecord, absences: [Int: DutySessionID] = [:]) {
        self.init(member: record.member.id, findings: record.findings ?? [], absences: absences)
    }

    /// A new finding; it counts for nothing until it is verified.
    public func record(
        _ kind: ConductFinding.Kind, fact: String, on day: CivilDate, evidence: Evidence, case: CaseID? = nil,
        by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) -> StaffEvent {
        try permit(.recordFinding, actor)
        guard day <= today else { throw .findingInFuture }
        // The same fact is found once. What an appeal has reversed can be found anew, on papers alone.
        guard evidence.kind == .document || !findings.contains(where: { $0.kind == kind && $0.evidence == evidence })
        else { throw .findingKnown }
        if kind == .notAtPost, evidence.kind == .inspection { try permitAbsence(evidence) }
        return .findingRecorded(
            ConductFinding(
                number: (findings.map(\.number).max() ?? 0) + 1, kind: kind,
                fact: try EntryField.reason.checkedForStaff(fact), on: day,
                recorded: ConductFinding.Mark(by: actor.id, on: today), case: `case`, evidence: evidence))
    }

    public func verify(
        _ number: Int, note: String? = nil, by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) -> StaffEvent {
        let finding = try find(number)
        try permit(.verifyFinding, actor)
        guard finding.reversal == nil else { throw .findingReversed }
        guard finding.verification == nil else { throw .findingVerified }
        guard finding.recorded.by != actor.id else { throw .verifiesOwnFinding }
        return .findingVerified(FindingVerified(number: number, mark: try mark(actor, today, note)))
    }

    /// The person concerned appeals, once, within so many days after the verification.
    ///
    /// - Parameter limit: days; the last one counts whole.
    public func appeal(
        _ number: Int, reason: String, by actor: Actor, today: CivilDate, limit: Int
    ) throws(StaffRefusal) -> StaffEvent {
        let finding = try find(number)
        guard actor.id == member else { throw .appealsForAnother }
        guard finding.reversal == nil else { throw .findingReversed }
        guard let verification = finding.verification else { throw .findingNotVerified }
        guard finding.appeal == nil else { throw .appealKnown }
        let last = verification.on.advanced(days: limit)
        guard today <= last else { throw .appealTooLate(last) }
        let reason = try EntryField.reason.checkedForStaff(reason)
        return .findingAppealed(
            FindingAppealed(number: number, mark: ConductFinding.Mark(by: actor.id, on: today, note: reason)))
    }

    /// Refuses an appeal: the finding goes on counting.
    public func refuse(
        _ number: Int, reason: String, by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) -> StaffEvent {
        let finding = try find(number)
        try permitDecision(on: finding, actor)
        guard finding.isAppealOpen else { throw .noAppeal }
        let reason = try EntryField.reason.checkedForStaff(reason)
        return .appealRefused(
            AppealRefused(number: number, mark: ConductFinding.Mark(by: actor.id, on: today, note: reason)))
    }

    /// Grants an appeal, or takes back what the office itself found to be wrong: the finding stays, and counts no more.
    /// A third person does, neither who recorded nor who verified it.
    public func reverse(
        _ number: Int, reason: String, by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) -> StaffEvent {
        let finding = try find(number)
        try permitDecision(on: finding, actor)
        guard finding.reversal == nil else { throw .findingReversed }
        let reason = try EntryField.reason.checkedForStaff(reason)
        return .findingReversed(
            FindingReversed(number: number, mark: ConductFinding.Mark(by: actor.id, on: today, note: reason)))
    }

    /// Writes down what was done about it; only what was verified is acted on.
    public func followUp(
        _ number: Int, note: String, by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) -> StaffEvent {
        let finding = try find(number)
        try permit(.recordFinding, actor)
        guard finding.isStanding else { throw .findingNotVerified }
        let note = try EntryField.reason.checkedForStaff(note)
        return .findingFollowedUp(
            FindingFollowedUp(number: number, mark: ConductFinding.Mark(by: actor.id, on: today, note: note)))
    }

    /// Violations that stand and that nothing was done about yet.
    public var openViolations: [ConductFinding] {
        findings.filter { $0.kind.isViolation && $0.isStanding && $0.followUp == nil }
    }

    /// An absence rests on an inspection that met nobody, and whoever is missed twice in one session is docked once.
    private func permitAbsence(_ evidence: Evidence) throws(StaffRefusal) {
        guard let session = evidence.inspection.flatMap({ absences[$0] }) else {
            throw .inspectionWithoutAbsence(evidence.reference)
        }
        let known = findings.first { $0.isAbsence(in: session, absences) }
        if let known { throw .absenceKnown(session, finding: known.number) }
    }

    private func find(_ number: Int) throws(StaffRefusal) -> ConductFinding {
        guard let finding = findings.first(where: { $0.number == number }) else { throw .findingUnknown(number) }
        return finding
    }

    private func permitDecision(on finding: ConductFinding, _ actor: Actor) throws(StaffRefusal) {
        try permit(.grantAppeal, actor)
        guard finding.recorded.by != actor.id, finding.verification?.by != actor.id else { throw .decidesOwnFinding }
    }

    private func permit(_ action: StaffAction, _ actor: Actor) throws(StaffRefusal) {
        guard actor.role.may(action) else { throw .notPermitted(action, actor.role) }
        guard actor.id != member else { throw .concernsOneself }
    }

    private func mark(_ actor: Actor, _ today: CivilDate, _ note: String?) throws(StaffRefusal) -> ConductFinding.Mark {
        ConductFinding.Mark(by: actor.id, on: today, note: try EntryField.note.checkedForStaffIfAny(note))
    }
}

extension ConductFinding {
    /// Whether it is about somebody who was missing in that session by an inspection, or may be: where the session of an
    /// inspection is not known any more, it is of that day. It is also when an appeal has reversed it.
    ///
    /// - Parameter absences: the sessions of the inspections that met nobody, by number.
    public func isAbsence(in session: DutySessionID, _ absences: [Int: DutySessionID]) -> Bool {
        guard kind == .notAtPost else { return false }
        guard let evidence else { return on == session.day }
        guard let inspection = evidence.inspection else { return false }
        return absences[inspection].map { $0 == session } ?? (on == session.day)
    }
}
