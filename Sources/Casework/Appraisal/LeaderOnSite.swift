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
