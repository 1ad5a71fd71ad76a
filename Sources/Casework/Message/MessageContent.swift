/// What a message says, before it has words: taken from the journal entry that caused it and from the case, when it is
/// sent. Nothing personal in it but what the recipient needs to know which matter is meant: the number, the item, the
/// masked name. What somebody typed goes through ``Masking/freeText(_:hiding:)``, since a phone is looked at by others.
public struct MessageContent: Hashable, Sendable {
    public var kind: OutgoingMessage.Kind
    public var number: String
    public var item: String
    public var village: String
    /// Masked.
    public var applicant: String
    /// Why; or what the applicant is told in somebody's words.
    public var text: String?
    /// The office that is right, or knows more.
    public var office: String?
    /// What is missing.
    public var missing: [String]
    /// What waiting is for.
    public var condition: String?
    /// When something is due.
    public var due: Instant?
    public var isProvisional: Bool
    /// When the visit is.
    public var at: Instant?
    /// What the applicant should have at hand.
    public var materials: String?
    /// What the agent is warned about.
    public var topic: WarningTopic?
    public var mark: WarningMark.Mark?

    public init(kind: OutgoingMessage.Kind, number: String, item: String, village: String, applicant: String) {
        self.kind = kind
        self.number = number
        self.item = item
        self.village = village
        self.applicant = applicant
        missing = []
        isProvisional = false
    }

    /// - Parameters:
    ///   - event: the journal entry that caused the message.
    ///   - subject: the case as it is now.
    public init(_ kind: OutgoingMessage.Kind, because event: CaseEvent, on subject: Case) {
        self.init(
            kind: kind, number: subject.number, item: subject.maskedItem, village: subject.intake.village,
            applicant: Masking.name(subject.intake.applicant.name))
        func shown(_ text: String?) -> String? { text.map(subject.masked) }
        func take(_ deadline: Deadline?) {
            due = deadline?.due
            isProvisional = deadline?.isProvisional ?? false
        }
        guard kind != .corrected else { return }
        switch event {
        case .accepted(let acceptance): take(acceptance.completion)
        case .declined(let decline):
            text = shown(decline.reason)
            office = shown(decline.office)
            missing = (decline.missing ?? []).map(subject.masked)
        case .answered(let answer):
            text = shown(answer.text)
            office = shown(answer.office)
        case .completed(let completion): text = shown(completion.lateReason)
        case .approved(let approval): take(approval.delivery)
        case .rejected(let rejection):
            text = shown(rejection.reason)
            take(rejection.rework)
        case .registered(let registration): take(registration.acceptance)
        case .reassigned, .relayed, .handedOver, .urged: take(subject.currentDeadline)
        case .supplementAsked(let asked):
            missing = asked.missing.map(subject.masked)
            text = shown(asked.note)
            take(asked.deadline)
        case .visitPlanned(let plan):
            at = plan.at
            materials = shown(plan.materials)
        case .visitRefused(let refused): text = shown(refused.reason)
        case .setAside(let waiting):
            text = shown(waiting.reason)
            condition = shown(waiting.condition)
        case .fedBack(let told): text = shown(told.text)
        case .withdrawn(let withdrawal): text = shown(withdrawal.reason)
        case .warned(let warning):
            let clock = subject.clocks.last { $0.kind == warning.mark.clock }
            topic = WarningTopic(
                clock: warning.mark.clock, rule: clock?.deadline.rule.kind ?? warning.mark.clock)
            mark = warning.mark.mark
            due = warning.mark.due
        case .delivered, .revealed, .undone, .authorised, .supplemented, .originalsTaken, .originalsReturned,
            .verified, .forwarded, .resultReceived, .branchOpened, .branchEnded, .helpAsked, .helpAnswered,
            .visitAsked, .visitArrived, .visitEnded, .resumed, .feeTaken, .rated, .ratingFollowedUp, .complained,
            .complaintDecided, .faultDecided, .filed, .redone, .recomputed, .notified, .merged:
            break
        }
    }
}
