/// A leader works at the centre so often a month (平政办发〔2024〕14号 二(一)1(4)).
public struct LeaderOnSite: Hashable, Sendable {
    public var month: CivilMonth
    /// The different days on which one was there.
    public var days: [CivilDate]
    public var asked: Int

    /// A day on which a leader was there, and the one on which that was written down.
    public struct Visit: Hashable, Sendable {
        public var on: CivilDate
        public var recorded: CivilDate

        public init(on: CivilDate, recorded: CivilDate) {
            self.on = on
            self.recorded = recorded
        }

        /// Written down when the month was over: the month stays as it was at its end.
        public var isLate: Bool { CivilMonth(of: on) < CivilMonth(of: recorded) }
    }

    public init(month: CivilMonth, visits: [Visit], rules: AgentRules.Checklists) {
        self.month = month
        days = Set(visits.filter { month.contains($0.on) && !$0.isLate }.map(\.on)).sorted()
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
