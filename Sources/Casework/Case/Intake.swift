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
