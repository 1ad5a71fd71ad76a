/// What somebody is besides the post in the office: where the documents recruit from (武政管办〔2022〕36号 第五条;
/// 建政发〔2022〕33号 二(一); 四川《指导意见》 二(一)).
public enum StaffKind: String, Hashable, Codable, CaseIterable, Sendable {
    /// 网格员
    case gridWorker = "grid-worker"
    /// 党员干部、村干部
    case cadre
    /// 村民小组长
    case groupLeader = "group-leader"
    /// 志愿者
    case volunteer
    /// 自聘人员
    case hired
    /// 银行工作人员
    case bankStaff = "bank-staff"
    /// 机关、部门工作人员
    case official
}

/// First or second at a window that must never be vacant (平政办发〔2024〕14号 二(一)1(4)).
public enum Watch: String, Hashable, Codable, CaseIterable, Sendable {
    case first = "a"
    case second = "b"
}

/// Who manages a person (武政管办〔2022〕36号 第十四条).
public enum ManagementLine: Hashable, Sendable {
    case centre
    /// The bank, by name.
    case employer(String)
}

extension StaffMember {
    /// The post, or what people of this role usually are where none is kept.
    public var effectivePost: StaffPost {
        if let post { return post }
        return switch role {
        case .agent: group == nil ? .villageAgent : .gridAgent
        case .collector: .collector
        case .bankAuxiliary: .bankAuxiliary
        case .windowClerk: .windowClerk
        case .departmentLiaison: .departmentHelper
        case .reviewer: .reviewer
        case .supervisor: .supervisor
        case .director: .director
        case .countyOffice: .countyOffice
        }
    }

    /// Bank auxiliaries answer to two lines, everybody else to the centre alone.
    public var managementLines: [ManagementLine] {
        switch effectivePost {
        case .bankAuxiliary: [.centre] + (employer.map { [.employer($0)] } ?? [])
        case .villageAgent, .gridAgent, .townshipAgent, .collector, .windowClerk, .departmentHelper, .stepTracker,
            .countySpecialist, .liaisonOfficer, .reviewer, .supervisor, .director, .countyOffice:
            [.centre]
        }
    }

    /// Whether the rules of admission speak of this person: the agents of villages and grids.
    public var needsAdmission: Bool {
        switch effectivePost {
        case .villageAgent, .gridAgent: true
        case .townshipAgent, .collector, .bankAuxiliary, .windowClerk, .departmentHelper, .stepTracker,
            .countySpecialist, .liaisonOfficer, .reviewer, .supervisor, .director, .countyOffice:
            false
        }
    }
}
