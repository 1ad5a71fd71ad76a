/// Whose list a service item stands in (内放办〔2022〕3号 二: lists at county, township and village level).
public enum ItemLevel: String, Hashable, Codable, CaseIterable, Comparable, Sendable {
    case county, township, village

    public static func < (one: ItemLevel, other: ItemLevel) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .county: 0
        case .township: 1
        case .village: 2
        }
    }
}

extension Role {
    /// Who keeps which list: the county office its own, the director those of the township and its villages
    /// (武政管办〔2022〕36号 第七条; 内放办〔2022〕3号 二).
    public func mayKeep(_ level: ItemLevel) -> Bool {
        switch self {
        case .countyOffice: level == .county
        case .director: level != .county
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .reviewer, .supervisor: false
        }
    }

    /// Who claims county items for the township, and gives them back (内放办〔2022〕3号 二).
    public var mayClaimItems: Bool {
        switch self {
        case .director: true
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .reviewer, .supervisor,
            .countyOffice:
            false
        }
    }
}
