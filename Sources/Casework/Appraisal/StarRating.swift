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

    /// The level that so many points stand for. The documents leave the points to a by-law: here every level is an
    /// equal step, the lowest is everybody's, and the highest takes all points.
    public init?(points: Int, of all: Int, rules: AgentRules.Stars) {
        guard all > 0, (0...all).contains(points),
            let level = rules.levels.indices.last.map({ last in
                rules.levels[points * last / all]
            })
        else { return nil }
        self.init(level: level, rules: rules)
    }
}
