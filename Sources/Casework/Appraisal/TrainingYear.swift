/// A year's training against the rule: who has to hold how many sessions, and who was there
/// (平政办发〔2024〕14号 二(一)3(2)).
public struct TrainingYear: Hashable, Sendable {
    public enum Holder: String, Hashable, Codable, CaseIterable, Sendable {
        case county, township
    }

    public struct Session: Hashable, Codable, Sendable {
        public var on: CivilDate
        public var holder: Holder
        public var topic: String
        public var invited: Set<StaffID>
        public var attended: Set<StaffID>
        /// Absent with a reason that was accepted: no missed training.
        public var excused: Set<StaffID>

        public init(
            on: CivilDate, holder: Holder, topic: String, invited: Set<StaffID>, attended: Set<StaffID>,
            excused: Set<StaffID> = []
        ) {
            self.on = on
            self.holder = holder
            self.topic = topic
            self.invited = invited
            self.attended = attended
            self.excused = excused
        }

        /// Who was invited and neither came nor was excused.
        public var absent: [StaffID] { invited.subtracting(attended).subtracting(excused).sorted() }
    }

    public var year: Int
    /// Of the year, oldest first.
    public var sessions: [Session]
    public var rule: AgentRules.Training

    public init(year: Int, sessions: [Session], rule: AgentRules.Training) {
        self.year = year
        self.sessions = sessions.filter { $0.on.year == year }.sorted { $0.on < $1.on }
        self.rule = rule
    }

    public func held(by holder: Holder) -> Int { sessions.count { $0.holder == holder } }

    /// How many are still to be held.
    public func missing(by holder: Holder) -> Int { max(0, rule.asked(of: holder) - held(by: holder)) }

    /// How often each person was absent without excuse.
    public var absences: [StaffID: Int] {
        Dictionary(sessions.flatMap(\.absent).map { ($0, 1) }, uniquingKeysWith: +)
    }
}

extension AgentRules.Training {
    /// How many sessions a year the rulebook asks somebody to hold.
    public func asked(of holder: TrainingYear.Holder) -> Int {
        switch holder {
        case .county: byCounty
        case .township: byTownship
        }
    }
}
