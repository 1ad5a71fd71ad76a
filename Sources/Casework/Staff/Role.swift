/// What a person is in the office.
public enum Role: String, Hashable, Codable, CaseIterable, Sendable {
    /// 代办员
    case agent
    /// 民事收集员
    case collector
    /// 银行辅助员
    case bankAuxiliary = "bank-auxiliary"
    /// 窗口帮办员
    case windowClerk = "window-clerk"
    /// 部门帮办员
    case departmentLiaison = "department-liaison"
    /// 审核员
    case reviewer
    /// 督办员
    case supervisor
    /// 中心主任
    case director
    /// 县政管办
    case countyOffice = "county-office"

    /// The one table of who may give which command.
    public func may(_ command: CaseCommand.Kind) -> Bool {
        switch self {
        case .agent: [.accept, .decline, .complete, .reveal, .undo].contains(command)
        case .windowClerk: [.accept, .decline, .undo].contains(command)
        case .reviewer, .director:
            [.accept, .decline, .approve, .reject, .reassign, .urge, .reveal, .undo].contains(command)
        case .supervisor: [.reassign, .urge, .reveal, .undo].contains(command)
        case .countyOffice: [.urge, .undo].contains(command)
        case .collector, .bankAuxiliary, .departmentLiaison: false
        }
    }

    /// Who may put a new case into the record.
    public var mayRegister: Bool {
        switch self {
        case .agent, .collector, .windowClerk, .reviewer, .director: true
        case .bankAuxiliary, .departmentLiaison, .supervisor, .countyOffice: false
        }
    }

    /// Who may take people into the office.
    public var mayEnrol: Bool { may(.enrol) }
}
