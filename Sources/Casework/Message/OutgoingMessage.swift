/// What somebody outside the office is to be told because of an event: the applicant how the matter stands
/// (武政管办〔2022〕36号 第十条; 内放办〔2022〕3号 五(一)5; 建政发〔2022〕33号 五(一)2–3), the agent what waits for him or her
/// (四川《指导意见》 二(二)2).
///
/// A pure function of the journal: which messages follow from an entry is the same whoever recorded it and wherever.
public struct OutgoingMessage: Hashable, Sendable {
    public enum Recipient: Hashable, Sendable {
        case applicant
        case agent(StaffID)
    }

    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        // To the applicant
        case accepted, declined, answered, late, approved, delivered, withdrawn, feedback, waiting
        case supplementAsked = "supplement-asked"
        case visitPlanned = "visit-planned"
        case visitRefused = "visit-refused"
        // To the agent
        case assigned, returned, urged, warned
        /// To either: what was said before was taken back.
        case corrected
    }

    public var kind: Kind
    public var recipient: Recipient

    public init(_ kind: Kind, to recipient: Recipient) {
        self.kind = kind
        self.recipient = recipient
    }

    /// The messages that follow from `event`.
    ///
    /// Nobody is told what they did themselves, and an applicant without a phone cannot be told at all. What an import
    /// brought along happened long ago.
    ///
    /// - Parameters:
    ///   - subject: the case after the event.
    ///   - actor: who did it.
    public static func following(_ event: CaseEvent, on subject: Case, by actor: StaffID) -> [OutgoingMessage] {
        func applicant(_ kind: Kind) -> [OutgoingMessage] {
            subject.intake.applicant.phone == nil ? [] : [OutgoingMessage(kind, to: .applicant)]
        }
        func agent(_ kind: Kind, _ id: StaffID?) -> [OutgoingMessage] {
            guard let id, id != actor else { return [] }
            return [OutgoingMessage(kind, to: .agent(id))]
        }
        switch event {
        case .registered(let registration):
            return registration.source == nil && registration.history == nil
                ? agent(.assigned, registration.holder) : []
        case .accepted: return applicant(.accepted)
        case .declined: return applicant(.declined)
        case .answered: return applicant(.answered)
        case .completed(let completion): return completion.lateReason == nil ? [] : applicant(.late)
        case .approved: return applicant(.approved)
        case .rejected(let rejection): return agent(.returned, rejection.agent)
        case .reassigned(let reassignment): return agent(.assigned, reassignment.to)
        case .relayed(let relayed): return agent(.assigned, relayed.to)
        case .handedOver(let handover): return agent(.assigned, handover.to)
        case .urged(let urging): return agent(.urged, urging.agent)
        case .supplementAsked: return applicant(.supplementAsked)
        case .visitPlanned: return applicant(.visitPlanned)
        case .visitRefused: return applicant(.visitRefused)
        case .setAside: return applicant(.waiting)
        case .fedBack: return applicant(.feedback)
        case .withdrawn: return applicant(.withdrawn)
        case .delivered: return applicant(.delivered)
        case .warned(let warning): return agent(.warned, warning.urged ?? quietHolder(warning, subject))
        case .revealed, .undone, .authorised, .supplemented, .originalsTaken, .originalsReturned, .verified,
            .forwarded, .resultReceived, .branchOpened, .branchEnded, .helpAsked, .helpAnswered, .visitAsked,
            .visitArrived, .visitEnded, .resumed, .feeTaken, .rated, .ratingFollowedUp, .complained,
            .complaintDecided, .faultDecided, .filed, .redone, .recomputed, .notified, .merged:
            return []
        }
    }

    /// Clocks that urge nobody still remind who has the case in hand.
    private static func quietHolder(_ warning: Warning, _ subject: Case) -> StaffID? {
        CaseState.inHand.contains(subject.state) && !warning.mark.clock.leadsQueues ? subject.holder : nil
    }

    /// The message that taking an action back makes untrue.
    public static func untrue(after undo: Undo) -> Kind {
        switch undo.kind {
        case .accepted: .accepted
        case .declined: .declined
        case .approved: .approved
        case .rejected: .returned
        case .reassigned: .assigned
        case .urged: .urged
        }
    }
}

/// Whether the centre sends messages at all, and in which language; a fact of the record, so that what is queued does
/// not depend on whose desk acted.
public struct MessageSwitch: Hashable, Codable, Sendable {
    public enum Language: String, Hashable, Codable, CaseIterable, Sendable {
        case chinese = "zh"
        case english = "en"
    }

    public var isOn: Bool
    public var language: Language

    public init(isOn: Bool, language: Language) {
        self.isOn = isOn
        self.language = language
    }

    /// A centre that has never said anything sends nothing.
    public static let off = MessageSwitch(isOn: false, language: .chinese)
}

extension Role {
    /// Who decides about the centre's messages: whether they are sent, and which are dropped or tried again.
    public var keepsMessages: Bool {
        switch self {
        case .reviewer, .supervisor, .director: true
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .countyOffice: false
        }
    }
}
