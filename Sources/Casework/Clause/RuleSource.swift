/// The clauses that rules about people rest on, as sheets and findings cite them.
///
/// Clocks bring their article along from the rulebook's file; what is docked, found or waived is named here by its id in
/// the table of clauses, because the kinds of facts are the same in every rulebook.
public enum RuleSource: String, Hashable, CaseIterable, Sendable {
    case rosterReport = "W4"
    case admission = "W18"
    case twoLines = "W19"
    case idle = "W20"
    case faults = "W21"
    case fraud = "W23"
    case gridAgents = "N1"
    case supervision = "N14"
    case villageAgents = "J1"
    case monthlySummary = "J5"
    case deductions = "J7"
    case abPosts = "P3"
    case circular = "P14"
    case gratis = "S11"
    case violations = "S13"

    /// Document and article; the id itself, should the table not have it (a test sees that it has all).
    public var article: String { Self.articles[rawValue] ?? rawValue }

    private static let articles: [String: String] = {
        let clauses = (try? Clause.table()) ?? []
        return Dictionary(clauses.map { ($0.id, $0.article) }, uniquingKeysWith: { first, _ in first })
    }()
}
