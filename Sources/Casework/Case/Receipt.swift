/// What the applicant takes home (四川《指导意见》 二(二)1): the number, what was asked for and when, until when the
/// office has to do what, and where to ask. The person's name and number stand on it masked: receipts get lost.
public struct Receipt: Hashable, Sendable {
    /// One clock that already runs.
    public struct Limit: Hashable, Sendable {
        public var kind: ClockRule.Kind
        public var due: Instant
        public var isProvisional: Bool
        public var clause: String
    }

    public var centre: Centre
    public var number: String
    public var item: String
    public var village: String
    /// Masked.
    public var applicant: String
    /// Masked.
    public var identityNumber: String?
    public var receivedAt: Instant
    public var matter: Intake.Matter
    public var limits: [Limit]
    /// The agent's name, once the case has one.
    public var agent: String?
    /// The centre's own phone.
    public var phone: String?

    /// - Parameters:
    ///   - agent: the name of the agent in whose hands the case is.
    ///   - phone: the number under which the centre can be asked.
    public init(_ subject: Case, centre: Centre, agent: String?, phone: String?) {
        let applicant = subject.intake.applicant.masked
        self.centre = centre
        number = subject.number
        item = subject.intake.item
        village = subject.intake.village
        self.applicant = applicant.name
        identityNumber = applicant.identityNumber
        receivedAt = subject.intake.submittedAt
        matter = subject.intake.matter ?? .request
        limits = [subject.currentDeadline].compactMap { deadline in
            deadline.map {
                Limit(kind: $0.rule.kind, due: $0.due, isProvisional: $0.isProvisional, clause: $0.rule.clause)
            }
        }
        self.agent = agent
        self.phone = phone
    }
}
