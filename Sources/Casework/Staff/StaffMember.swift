/// The people of the office: who they are, what they may do, and who acts right now.

/// The id of a person inside one database. Never reused.
public struct StaffID: Hashable, Comparable, Codable, Sendable {
    public var value: Int64

    public init(_ value: Int64) { self.value = value }

    /// The office itself: founding and import.
    public static let office = StaffID(0)

    public static func < (left: StaffID, right: StaffID) -> Bool { left.value < right.value }

    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

public struct StaffMember: Hashable, Codable, Sendable {
    public var id: StaffID
    /// What the person signs in with, such as `A07`.
    public var number: String
    public var name: String
    public var role: Role
    /// The village served, for agents and collectors.
    public var village: String?
    public var phone: String?
    public var isActive: Bool
    /// What the person is there for; `nil` for people of before posts were kept: see ``effectivePost``.
    public var post: StaffPost?
    public var kind: StaffKind?
    /// The grid served (内放办〔2022〕3号 四).
    public var grid: String?
    /// The villagers' group (组) served; its village is ``village``.
    public var group: String?
    /// For department helpers and liaison officers.
    public var department: String?
    /// The window served, for window clerks, and whether first (A) or in the first one's absence (B).
    public var window: String?
    public var watch: Watch?
    /// The bank that employs a bank auxiliary: the second of two lines (武政管办〔2022〕36号 第十四条).
    public var employer: String?
    public var birthday: CivilDate?
    public var education: Education?
    public var livesInVillage: Bool?
    /// Whether the person can use a computer and a phone for the work.
    public var usesDevices: Bool?
    /// A full-time grid worker, whatever the person is besides.
    public var isGridWorker: Bool?
    /// 现任村支两委副职: who is one gets no further allowance from the village (建政发〔2022〕33号 二(四)1).
    public var isDeputyCadre: Bool?
    /// `true` for the people of a made-up township, absent for everybody else: the mark by which the simulator knows
    /// that a record is its own. No command can set it.
    public var isMadeUp: Bool?

    public init(
        id: StaffID, number: String, name: String, role: Role, village: String? = nil, phone: String? = nil,
        isActive: Bool = true
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.role = role
        self.village = village
        self.phone = phone
        self.isActive = isActive
    }
}

/// Who gives a command: the person and the role it is given in.
public struct Actor: Hashable, Sendable {
    public var id: StaffID
    public var role: Role

    public init(id: StaffID, role: Role) {
        self.id = id
        self.role = role
    }

    public init(_ member: StaffMember) {
        self.init(id: member.id, role: member.role)
    }
}
