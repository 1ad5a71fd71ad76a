/// What a point shows of its agent: name, post, contact and acceptance hours (四川《指导意见》 二(四)). The value has
/// room for nothing else, so a card can give nothing else away.
public struct PublicCard: Hashable, Sendable {
    public var name: String
    public var post: StaffPost
    public var contact: String?
    /// Minutes of the day, with the season where the rulebook has two.
    public var hours: [Hours]

    public struct Hours: Hashable, Sendable {
        public enum Season: Hashable, Sendable {
            case allYear, summer, winter
        }

        public var season: Season
        public var sessions: [AgentRules.Duty.Session]

        public init(season: Season, sessions: [AgentRules.Duty.Session]) {
            self.season = season
            self.sessions = sessions
        }
    }

    public init(of member: StaffMember, duty: AgentRules.Duty) {
        name = member.name
        post = member.effectivePost
        contact = member.phone
        hours =
            duty.summer == duty.winter
            ? [Hours(season: .allYear, sessions: duty.summer)]
            : [Hours(season: .summer, sessions: duty.summer), Hours(season: .winter, sessions: duty.winter)]
    }
}
