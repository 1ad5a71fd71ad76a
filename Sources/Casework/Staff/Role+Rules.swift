extension Role {
    /// Who may change the days that count, and have the dates of open cases computed anew.
    public var maySetDates: Bool {
        switch self {
        case .reviewer, .director, .countyOffice: true
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .supervisor: false
        }
    }
}
