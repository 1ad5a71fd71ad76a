/// What belongs to a case beside its state: materials, originals in custody, visits, branches, complaints and the rest
/// (see the design of a case's life: facts, not states).
public struct CaseFacts: Hashable, Codable, Sendable {
    public var authorisation: Intake.Authorisation?
    /// What the applicant was told to bring, newest last.
    public var supplements: [Supplement] = []
    /// Originals of the applicant that the office keeps now.
    public var originals: [String] = []
    public var verification: Verification?
    public var forwarding: Forwarding?
    /// Who has had the case in hand, one leg after the other.
    public var legs: [RelayLeg] = []
    public var branches: [Branch] = []
    public var help: [HelpRequest] = []
    public var visit: Visit?
    public var waiting: Waiting?
    public var delivery: Delivery?
    public var rating: Rating?
    public var ratingFollowUp: String?
    public var complaints: [Complaint] = []
    public var fees: [Fee] = []
    public var lastFeedback: Instant?
    public var fault: FaultFinding?
    public var warnings: [WarningMark] = []
    /// When the office urges the holder again by itself.
    public var nextUrging: Instant?
    /// The case that does this one again.
    public var redoneBy: CaseID?
    /// The answer to a consultation.
    public var answer: Answer?
    /// Where the closed case was put.
    public var filedAt: String?

    public init() {}

    /// Whether the applicant still has to bring something.
    public var isSupplementOpen: Bool { supplements.last.map { $0.suppliedAt == nil } ?? false }
    public var openBranches: [Branch] { branches.filter { $0.endedAt == nil } }
    public var openHelp: [HelpRequest] { help.filter { $0.answeredAt == nil } }
    public var openComplaints: [Complaint] { complaints.filter { $0.finding == nil } }
}

/// What was missing, told at once (一次性告知; 建政发〔2022〕33号 五(一)2).
public struct Supplement: Hashable, Codable, Sendable {
    public var missing: [String]
    public var note: String?
    /// Why the applicant is asked a second time, where once should have been enough.
    public var again: String?
    public var askedAt: Instant
    public var suppliedAt: Instant?
}

/// The facts of a case that goes upward, as the village's cadres found them (建政发〔2022〕33号 五(二)3).
public struct Verification: Hashable, Codable, Sendable {
    /// The cadre who looked into it.
    public var cadre: String
    public var finding: String
    public var isConfirmed: Bool

    public init(cadre: String, finding: String, isConfirmed: Bool) {
        self.cadre = cadre
        self.finding = finding
        self.isConfirmed = isConfirmed
    }
}

/// The papers at an office above, and the time that its window named (建政发〔2022〕33号 五(二)4–5; 四川《指导意见》 二(二)1).
public struct Forwarding: Hashable, Codable, Sendable {
    public var office: String
    public var papers: String
    public var at: Instant
    public var resultAt: Instant?
    public var result: String?
}

/// Who had the case, since when, until when (平政办发〔2024〕14号 二(三)4).
public struct RelayLeg: Hashable, Codable, Sendable {
    public var holder: StaffID
    public var since: Instant
    public var until: Instant?
    public var note: String?

    public init(holder: StaffID, since: Instant, until: Instant? = nil, note: String? = nil) {
        self.holder = holder
        self.since = since
        self.until = until
        self.note = note
    }
}

/// One department's part of a major item (内放办〔2022〕3号 五).
public struct Branch: Hashable, Codable, Sendable {
    /// Counts the branches of the case, from 1.
    public var number: Int
    public var department: String
    public var task: String
    public var openedAt: Instant
    public var endedAt: Instant?
    public var result: String?
}

/// A question to a bank, a department, or its leader (武政管办〔2022〕36号 第九条; 内放办〔2022〕3号 五(三)5).
public struct HelpRequest: Hashable, Codable, Sendable {
    public enum Level: String, Hashable, Codable, CaseIterable, Sendable {
        /// 银行大厅
        case bank
        /// 部门
        case department
        /// The leader of a department, for what it could not solve.
        case leader
    }

    /// Counts the requests of the case, from 1.
    public var number: Int
    public var level: Level
    /// The bank or department.
    public var to: String
    public var question: String
    public var askedAt: Instant
    public var answer: String?
    public var answeredAt: Instant?
}

/// A visit at the applicant's home (平政办发〔2024〕14号 二(二)2–3).
public struct Visit: Hashable, Codable, Sendable {
    public var askedAt: Instant
    public var plannedFor: Instant?
    public var place: String?
    /// What the applicant should have at hand.
    public var materials: String?
    public var refusal: String?
    public var arrivedAt: Instant?
    public var endedAt: Instant?
    /// What could not end there and is brought later; called back about.
    public var deliversLater: Bool?
}

/// Why the case waits, and for what (四川《指导意见》 二(二)1).
public struct Waiting: Hashable, Codable, Sendable {
    public var reason: String
    /// When it goes on.
    public var condition: String

    public init(reason: String, condition: String) {
        self.reason = reason
        self.condition = condition
    }
}

/// The result in the applicant's hand (平政办发〔2024〕14号 二(三)4).
public struct Delivery: Hashable, Codable, Sendable {
    /// Who signed for it.
    public var signedBy: String
    public var note: String?

    public init(signedBy: String, note: String? = nil) {
        self.signedBy = signedBy
        self.note = note
    }
}

/// The applicant's word on the service (武政管办〔2022〕36号 第十二条; 平政办发〔2024〕14号 二(一)3(3)).
public struct Rating: Hashable, Codable, Sendable {
    public enum Channel: String, Hashable, Codable, CaseIterable, Sendable {
        case counter, phone, web
        case qrCode = "qr-code"
        /// 12345
        case hotline
    }

    /// Kinds of service that a rating covers besides the ordinary one.
    public enum Service: String, Hashable, Codable, CaseIterable, Sendable {
        case extendedHours = "extended-hours"
        case appointment, postal, home
    }

    /// 1 (very bad) … 5 (very good).
    public var level: Int
    public var channel: Channel
    public var services: [Service]
    public var words: String?

    public init(level: Int, channel: Channel, services: [Service] = [], words: String? = nil) {
        self.level = level
        self.channel = channel
        self.services = services
        self.words = words
    }
}

/// A complaint about a case, and what was found (武政管办〔2022〕36号 第十五条; 四川《指导意见》 三(四)).
public struct Complaint: Hashable, Codable, Sendable {
    public enum Subject: String, Hashable, Codable, CaseIterable, Sendable {
        /// 推诿不办
        case shirking
        /// 擅自增加义务
        case addedDuties = "added-duties"
        case overdue
        /// 额外收费
        case fees
        case attitude, other
    }

    /// Counts the complaints of the case, from 1.
    public var number: Int
    public var subject: Subject
    public var words: String
    public var at: Instant
    public var finding: String?
    public var isUpheld: Bool?
}

/// A fee that policy allows, with its basis and its receipt (建政发〔2022〕33号 五(二)5; 四川《指导意见》 一(二)无偿).
public struct Fee: Hashable, Codable, Sendable {
    /// In fen.
    public var amount: Int
    public var basis: String
    public var receipt: String

    public init(amount: Int, basis: String, receipt: String) {
        self.amount = amount
        self.basis = basis
        self.receipt = receipt
    }
}

/// Whether a case became overdue through its agent's own fault, and who says so why (武政管办〔2022〕36号 第十五条).
public struct FaultFinding: Hashable, Codable, Sendable {
    public var isOwnFault: Bool
    public var reason: String

    public init(isOwnFault: Bool, reason: String) {
        self.isOwnFault = isOwnFault
        self.reason = reason
    }
}

/// The answer to a consultation (建政发〔2022〕33号 五(二)1).
public struct Answer: Hashable, Codable, Sendable {
    public var text: String
    /// Who knows more, when it is not ours to say.
    public var office: String?

    public init(text: String, office: String? = nil) {
        self.text = text
        self.office = office
    }
}

/// A mark of a clock that was passed and told about, once (武政管办〔2022〕36号 第十一条).
public struct WarningMark: Hashable, Codable, Sendable {
    public enum Mark: String, Hashable, Codable, CaseIterable, Sendable {
        case near, overdue
    }

    public var clock: ClockRule.Kind
    /// The start of the clock's run: another run is warned about anew.
    public var start: Instant
    public var mark: Mark
    /// The end as it stood then.
    public var due: Instant

    public init(clock: ClockRule.Kind, start: Instant, mark: Mark, due: Instant) {
        self.clock = clock
        self.start = start
        self.mark = mark
        self.due = due
    }
}
