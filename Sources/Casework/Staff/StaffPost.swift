/// The posts that the five documents know. A post says what somebody is there for; what the person may do in the program
/// is the post's ``role``.
public enum StaffPost: String, Hashable, Codable, CaseIterable, Sendable {
    /// 村级代办员、网格代办员
    case villageAgent = "village-agent"
    /// 网格代办员 of a group
    case gridAgent = "grid-agent"
    /// 基层代办员(兼项目专办员) of a township
    case townshipAgent = "township-agent"
    /// 民事收集员
    case collector
    /// 银行辅助员
    case bankAuxiliary = "bank-auxiliary"
    /// 窗口帮办员
    case windowClerk = "window-clerk"
    /// 部门帮办员
    case departmentHelper = "department-helper"
    /// 环节跟踪员
    case stepTracker = "step-tracker"
    /// 县级帮办代办专员
    case countySpecialist = "county-specialist"
    /// 帮办代办联络员
    case liaisonOfficer = "liaison-officer"
    /// 审核员
    case reviewer
    /// 督办员
    case supervisor
    /// 中心主任
    case director
    /// 县政管办
    case countyOffice = "county-office"

    public var role: Role {
        switch self {
        case .villageAgent, .gridAgent, .townshipAgent: .agent
        case .collector: .collector
        case .bankAuxiliary: .bankAuxiliary
        case .windowClerk: .windowClerk
        case .departmentHelper, .liaisonOfficer: .departmentLiaison
        case .reviewer: .reviewer
        case .stepTracker, .supervisor: .supervisor
        case .director: .director
        case .countySpecialist, .countyOffice: .countyOffice
        }
    }
}
