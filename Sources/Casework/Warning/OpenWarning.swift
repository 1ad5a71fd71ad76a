/// A clock of an open case that has come to a mark and still runs: what lists and circulars are made of.
public struct OpenWarning: Hashable, Sendable {
    /// Who has the case in hand.
    public struct Agent: Hashable, Sendable {
        public var id: StaffID
        public var number: String
        public var name: String

        public init(id: StaffID, number: String, name: String) {
            self.id = id
            self.number = number
            self.name = name
        }
    }

    public var caseID: CaseID
    public var number: String
    public var item: String
    public var village: String
    /// Masked (``Masking/name(_:)``).
    public var applicant: String
    /// `nil` when nobody has it.
    public var agent: Agent?
    public var topic: WarningTopic
    public var mark: WarningMark.Mark
    public var due: Instant
    public var isProvisional: Bool
    public var urgings: Int

    public init(
        caseID: CaseID, number: String, item: String, village: String, applicant: String, agent: Agent?,
        topic: WarningTopic, mark: WarningMark.Mark, due: Instant, isProvisional: Bool, urgings: Int
    ) {
        self.caseID = caseID
        self.number = number
        self.item = item
        self.village = village
        self.applicant = applicant
        self.agent = agent
        self.topic = topic
        self.mark = mark
        self.due = due
        self.isProvisional = isProvisional
        self.urgings = urgings
    }
}

/// The circular of warnings by unit and agent (预警通报; 武政管办〔2022〕36号 第十一条).
///
/// The units are the villages; an agent stands under each village whose cases are in his or her hands. Everybody reads
/// it, so applicants are masked.
public struct WarningCircular: Hashable, Sendable {
    public struct Counts: Hashable, Sendable {
        public var near = 0
        public var overdue = 0
        public var topics: [WarningTopic: Int] = [:]

        public init() {}

        /// A case whose clocks are past marks is one case: it counts once, overdue if any of them is, and once for each
        /// topic.
        init(_ warnings: [OpenWarning]) {
            var marks: [CaseID: WarningMark.Mark] = [:]
            var cases: [WarningTopic: Set<CaseID>] = [:]
            for warning in warnings {
                if marks[warning.caseID] != .overdue { marks[warning.caseID] = warning.mark }
                cases[warning.topic, default: []].insert(warning.caseID)
            }
            for mark in marks.values {
                switch mark {
                case .near: near += 1
                case .overdue: overdue += 1
                }
            }
            topics = cases.mapValues(\.count)
        }
    }

    public struct Share: Hashable, Sendable {
        /// `nil` for the cases that nobody has in hand.
        public var agent: OpenWarning.Agent?
        public var counts = Counts()
        /// The longest overdue first.
        public var warnings: [OpenWarning] = []
    }

    public struct Unit: Hashable, Sendable {
        public var village: String
        public var counts = Counts()
        /// By staff number; what nobody has comes first.
        public var shares: [Share] = []
    }

    /// Since when marks count; `nil` when all that are open do.
    public var since: Instant?
    public var at: Instant
    public var counts = Counts()
    /// By name.
    public var units: [Unit]

    public init(_ warnings: [OpenWarning], since: Instant?, at now: Instant) {
        self.since = since
        at = now
        counts = Counts(warnings)
        var units: [String: [StaffID?: Share]] = [:]
        for warning in warnings {
            units[warning.village, default: [:]][warning.agent?.id, default: Share(agent: warning.agent)].warnings
                .append(warning)
        }
        self.units = units.sorted { $0.key < $1.key }.map { village, shares in
            var unit = Unit(village: village)
            unit.shares = shares.values.sorted { ($0.agent?.number ?? "") < ($1.agent?.number ?? "") }
            unit.counts = Counts(unit.shares.flatMap(\.warnings))
            for index in unit.shares.indices {
                unit.shares[index].counts = Counts(unit.shares[index].warnings)
                unit.shares[index].warnings.sort { ($0.due, $0.number) < ($1.due, $1.number) }
            }
            return unit
        }
    }
}
