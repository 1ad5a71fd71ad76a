/// A leader works at the centre so often a month (平政办发〔2024〕14号 二(一)1(4)).
public struct LeaderOnSite: Hashable, Sendable {
    public var month: CivilMonth
    /// The different days on which one was there.
    public var days: [CivilDate]
    public var asked: Int

    public init(month: CivilMonth, visits: [CivilDate], rules: AgentRules.Checklists) {
        self.month = month
        days = Set(visits.filter(month.contains)).sorted()
        asked = rules.leaderOnSite
    }

    /// How often one still has to come; 0 when the rule is met.
    public var missing: Int { max(0, asked - days.count) }
}

extension Inspection {
    /// Whether somebody who leads the township's service or the county's was at the centre itself, and wrote down what was seen
    /// or done there.
    public func isLeaderOnSite(centre: String, by role: Role?) -> Bool {
        place == centre && role?.leads == true
    }
}

extension Role {
    /// Who counts as a leader on site.
    public var leads: Bool { self == .director || self == .countyOffice }
}
