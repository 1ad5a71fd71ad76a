/// The clauses that rules in the code rest on, as the table of a case's life, sheets and findings cite them.
///
/// Clocks bring their article along from the rulebook's file; what a command is refused for, and what is docked, found or
/// waived, is named here by its id in the table of clauses, because it is the same in every rulebook.
public enum RuleSource: String, Hashable, CaseIterable, Sendable {
    case review = "W10"
    case help = "W11"
    case urging = "W16"
    case ratings = "W17"
    case admission = "W18"
    case idle = "W20"
    case faults = "W21"
    case complaints = "W22"
    case fraud = "W23"
    case gridAgents = "N1"
    case branches = "N8"
    case scope = "N12"
    case villageAgents = "J1"
    case duty = "J3"
    case outsideDuty = "J4"
    case deductions = "J7"
    case dismissal = "J8"
    case oneNotice = "J12"
    case limits = "J13"
    case consultations = "J15"
    case verification = "J16"
    case forwarding = "J17"
    case results = "J18"
    case standIn = "P3"
    case firstAsked = "P4"
    case visitPlans = "P9"
    case visits = "P10"
    case stages = "P12"
    case relays = "P13"
    case circular = "P14"
    case delivery = "S5"
    case redoing = "S6"
    case authorisation = "S8"
    case notQualified = "S10"
    case gratis = "S11"
    case violations = "S13"

    /// Document and article; the id itself, should the table not have it (a test sees that it has all).
    public var article: String { Self.articles[rawValue] ?? rawValue }

    private static let articles: [String: String] = {
        let clauses = (try? Clause.table()) ?? []
        return Dictionary(clauses.map { ($0.id, $0.article) }, uniquingKeysWith: { first, _ in first })
    }()
}
