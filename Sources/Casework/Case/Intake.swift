/// What was asked for, by whom, where and how: the part of a case that stays as it was taken.
public struct Intake: Hashable, Codable, Sendable {
    /// 代办 / 帮办 / 窗口受理 (武政管办〔2022〕36号 第三条).
    public enum ServiceKind: String, Hashable, Codable, CaseIterable, Sendable {
        case agency
        case assistance
        case window
    }

    /// How the request came (武政管办〔2022〕36号 第八条).
    public enum Origin: String, Hashable, Codable, CaseIterable, Sendable {
        case online
        case phone
        case walkIn = "walk-in"
        /// The agent found the need.
        case found
        /// Assigned from above.
        case campaign
    }

    public struct Applicant: Hashable, Codable, Sendable {
        public var name: String
        public var identityNumber: String?
        public var phone: String?
        public var address: String?

        public init(name: String, identityNumber: String? = nil, phone: String? = nil, address: String? = nil) {
            self.name = name
            self.identityNumber = identityNumber
            self.phone = phone
            self.address = address
        }
    }

    /// What the applicant wants: something done, or an answer (建政发〔2022〕33号 五(二)1).
    public enum Matter: String, Hashable, Codable, CaseIterable, Sendable {
        case request
        case consultation
    }

    /// Where the case starts and where it is done (四川《指导意见》 二(二)).
    public enum Direction: String, Hashable, Codable, CaseIterable, Sendable {
        case villageToCounty = "village-to-county"
        case countyToVillage = "county-to-village"
    }

    /// Who goes first (武政管办〔2022〕36号 第七条; 四川《指导意见》 一(二)).
    public enum PriorityGroup: String, Hashable, Codable, CaseIterable, Sendable {
        case old, weak, sick, disabled, poor, remote
        case leftBehind = "left-behind"
        case awayForWork = "away-for-work"
    }

    /// The service item as it stood when the case was taken: what changes in the list later does not touch the case.
    public struct ListedItem: Hashable, Codable, Sendable {
        public var code: String
        public var version: Int
        public var kind: ItemKind
        /// Working days that the item itself promises; `nil` when it promises none.
        public var promisedDays: Int?

        public init(code: String, version: Int, kind: ItemKind, promisedDays: Int? = nil) {
            self.code = code
            self.version = version
            self.kind = kind
            self.promisedDays = promisedDays
        }
    }

    public var kind: ServiceKind
    public var origin: Origin
    /// The service item, as it was called when the case was taken.
    public var item: String
    public var village: String
    public var applicant: Applicant
    /// What the applicant said, or what an imported record told.
    public var note: String?
    public var isUrgent: Bool
    public var submittedAt: Instant
    /// `nil` is a request.
    public var matter: Matter?
    /// `nil` is from the village upward.
    public var direction: Direction?
    /// `nil` when the item is not in the centre's list.
    public var listedItem: ListedItem?
    /// `nil` when there is none.
    public var priority: [PriorityGroup]?
    public var authorisation: Authorisation?
    /// Who passed the request on to the agent (四川《指导意见》 二(一)).
    public var collector: StaffID?
    /// The campaign that the case belongs to.
    public var campaign: String?
    /// The case that was done wrongly and is done again with this one.
    public var redoOf: CaseID?

    /// The applicant's word that the office may act (四川《指导意见》 一(二)自愿).
    public struct Authorisation: Hashable, Codable, Sendable {
        public enum Form: String, Hashable, Codable, CaseIterable, Sendable {
            /// A signed paper.
            case signed
            /// Said on the phone or at the counter, and written down.
            case spoken
            /// Ticked in the online application.
            case online
            /// Held by the office as an agreement (平政办发〔2024〕14号 二(三)4).
            case agreement
        }

        public var form: Form
        public var at: Instant
        public var note: String?

        public init(form: Form, at: Instant, note: String? = nil) {
            self.form = form
            self.at = at
            self.note = note
        }
    }

    public init(
        kind: ServiceKind, origin: Origin, item: String, village: String, applicant: Applicant, note: String? = nil,
        isUrgent: Bool = false, submittedAt: Instant
    ) {
        self.kind = kind
        self.origin = origin
        self.item = item
        self.village = village
        self.applicant = applicant
        self.note = note
        self.isUrgent = isUrgent
        self.submittedAt = submittedAt
    }
}
