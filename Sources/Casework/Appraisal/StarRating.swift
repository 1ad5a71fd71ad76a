/// The stars of a centre: the rulebook names the levels, a checklist gives the points (平政办发〔2024〕14号 二(一)4(2)).
public struct StarRating: Hashable, Sendable {
    public var level: String
    public var hasPlaque: Bool

    /// The level that was awarded; `nil` when the rulebook does not know it.
    public init?(level: String, rules: AgentRules.Stars) {
        guard let index = rules.levels.firstIndex(of: level),
            let least = rules.levels.firstIndex(of: rules.plaqueFrom)
        else { return nil }
        self.level = level
        hasPlaque = index >= least
    }

    /// The level that so many points stand for, by the shares that the rulebook asks for.
    public init?(points: Int, of all: Int, rules: AgentRules.Stars) {
        guard all > 0, (0...all).contains(points),
            let level = Array(zip(rules.levels, rules.leastPercent)).last(where: { points * 100 >= $1 * all })?.0
        else { return nil }
        self.init(level: level, rules: rules)
    }
}
