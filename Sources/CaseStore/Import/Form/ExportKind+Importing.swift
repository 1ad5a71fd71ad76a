import Casework

extension ExportKind {
    /// Who may take such a table in, for the words of a refusal. What the rows themselves need is asked for each row.
    public var importers: [Role] {
        switch self {
        case .cases: Role.allCases.filter(\.mayRegister)
        case .staff: Role.allCases.filter(\.mayEnrol)
        case .items: Role.allCases.filter { role in ItemLevel.allCases.contains { role.mayKeep($0) } }
        case .journal, .attendance, .warnings: []
        }
    }
}
