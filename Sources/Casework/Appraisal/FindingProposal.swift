/// A finding that the record itself suggests. It is none: it counts for nothing until a person takes it over, and then
/// goes the way of every finding, through a second person's verification (建政发〔2022〕33号 二(四)2).
public struct FindingProposal: Hashable, Sendable {
    /// What was seen, for the words of the finding.
    public enum Fact: Hashable, Sendable {
        case absent(place: String, at: Instant)
        case missedTraining(topic: String)
        case incompleteEntry(number: String, missing: [LedgerField])
        case lateSummary(village: String, CivilMonth, handedIn: Instant?)
        case complaint(number: String, Complaint.Subject, finding: String)
    }

    public var member: StaffID
    public var kind: ConductFinding.Kind
    public var on: CivilDate
    public var evidence: Evidence
    public var `case`: CaseID?
    public var fact: Fact

    public init(
        member: StaffID, kind: ConductFinding.Kind, on: CivilDate, evidence: Evidence, case: CaseID? = nil, fact: Fact
    ) {
        self.member = member
        self.kind = kind
        self.on = on
        self.evidence = evidence
        self.case = `case`
        self.fact = fact
    }

    /// Whether the person's findings have it already.
    public func isKnown(in findings: [ConductFinding]) -> Bool {
        findings.contains { $0.kind == kind && $0.evidence == evidence }
    }

    // MARK: What suggests what

    /// An inspection that did not meet the agent in a session in which they had duty there, by ``AbsenceCheck``.
    public init?(_ inspection: Inspection, absentIn session: DutySessionID) {
        guard let agent = inspection.missed else { return nil }
        self.init(
            member: agent, kind: .notAtPost, on: session.day,
            evidence: .inspection(inspection.number), fact: .absent(place: inspection.place, at: inspection.at))
    }

    /// Everybody who had to come to a session, did not, and had no excuse.
    public static func missed(_ training: TrainingHeld) -> [FindingProposal] {
        training.session.absent.map {
            FindingProposal(
                member: $0, kind: .missedTraining, on: training.on, evidence: .training(training.number),
                fact: .missedTraining(topic: training.topic))
        }
    }

    /// An entry of the ledger that lacks what the rulebook asks for.
    public init?(_ value: Case, approvedOn day: CivilDate, fields: [LedgerField], at now: Instant) {
        let missing = value.missing(of: fields, at: now)
        guard let holder = value.holder, !missing.isEmpty else { return nil }
        self.init(
            member: holder, kind: .incompleteLedger, on: day, evidence: .ledger(value.number), case: value.id,
            fact: .incompleteEntry(number: value.number, missing: missing))
    }

    /// A village's summary of `month` that came late or has not come, for the agent of the village. The fact falls on
    /// the day after the last one on which it was in time.
    public init?(
        summaryOf village: String, by agent: StaffID, _ month: CivilMonth, handedIn: Instant?,
        rules: AgentRules.MonthlySummary, offset: UTCOffset, now: Instant
    ) {
        let last = month.lastDay.advanced(days: rules.daysAfterMonthEnd)
        let end = offset.instant(last, minute: 1_440)
        guard (handedIn ?? now) > end else { return nil }
        self.init(
            member: agent, kind: .lateSummary, on: last.advanced(days: 1), evidence: .summary(month),
            fact: .lateSummary(village: village, month, handedIn: handedIn))
    }

    /// A complaint that was upheld, where it says what a finding can be about.
    public init?(upheld complaint: Complaint, about value: Case, against member: StaffID, on day: CivilDate) {
        let kind: ConductFinding.Kind? =
            switch complaint.subject {
            case .shirking: .shirking
            case .addedDuties: .addedDuties
            case .overdue: .overdue
            case .fees: .extraFee
            // No clause names a finding of that kind; the complaint itself counts in the appraisal.
            case .attitude, .other: nil
            }
        guard let kind, complaint.isUpheld == true else { return nil }
        self.init(
            member: member, kind: kind, on: day, evidence: .complaint(value.number, complaint.number), case: value.id,
            fact: .complaint(number: value.number, complaint.subject, finding: complaint.finding ?? ""))
    }
}
