/// The appraisal of one person: month by month what the record says they did, and what the rules bring up
/// (武政管办〔2022〕36号 第十二条, 第十五条; 内放办〔2022〕3号 六; 平政办发〔2024〕14号 二(一)3(3)).
///
/// It is computed from the record alone, and decides nothing.
public struct Appraisal: Hashable, Sendable {
    /// The figures of one month. What was taken back is taken off in the month in which it was.
    public struct Month: Hashable, Sendable {
        public var month: CivilMonth
        public var counts: [CaseWork.Kind: Int]
        public var ratings: RatingAppraisal
        /// Acceptances outside the hours of duty: ``AttendanceMonth/acceptedOutside``.
        public var outsideDuty: Int
        /// Sessions of duty at which the person was there, of those that have come: ``AttendanceMonth/present`` and
        /// ``AttendanceMonth/due``.
        public var attended: Int
        public var sessions: Int
        /// Findings that count in the month, by their number.
        public var findings: [ConductFinding]

        public init(
            month: CivilMonth, counts: [CaseWork.Kind: Int] = [:],
            ratings: RatingAppraisal = RatingAppraisal(levels: [], badRating: 0), outsideDuty: Int = 0,
            attended: Int = 0, sessions: Int = 0, findings: [ConductFinding] = []
        ) {
            self.month = month
            self.counts = counts
            self.ratings = ratings
            self.outsideDuty = outsideDuty
            self.attended = attended
            self.sessions = sessions
            self.findings = findings
        }

        public subscript(kind: CaseWork.Kind) -> Int { counts[kind] ?? 0 }
    }

    /// A figure of a month, in the order in which people see them.
    public enum Figure: String, Hashable, CaseIterable, Sendable {
        case accepted, completed, approved, returned
        case overdue = "overdue-by-fault"
        case complaints, upheld
        case ratings
        case badRatings = "bad-ratings"
        case attended
        case outsideDuty = "outside-duty"
        case findings

        /// The entries that make it; `nil` for what rests on something else.
        public var kind: CaseWork.Kind? {
            switch self {
            case .accepted, .outsideDuty: .accepted
            case .completed: .completed
            case .approved: .approved
            case .returned: .returned
            case .overdue: .overdueByFault
            case .complaints: .complained
            case .upheld: .complaintUpheld
            case .ratings, .badRatings: .rated
            case .attended, .findings: nil
            }
        }
    }

    public var member: StaffMember
    /// Twelve, oldest first; the last is the one that is appraised.
    public var months: [Month]
    public var proposal: TenureProposal
    /// What was decided about a month before, by the month.
    public var decisions: [CivilMonth: Decided]

    /// A decision, and who took it when.
    public struct Decided: Hashable, Sendable {
        public var decision: TenureDecision
        public var by: String
        public var on: CivilDate

        public init(_ decision: TenureDecision, by: String, on: CivilDate) {
            self.decision = decision
            self.by = by
            self.on = on
        }
    }

    public init(
        member: StaffMember, months: [Month], proposal: TenureProposal, decisions: [CivilMonth: Decided] = [:]
    ) {
        self.member = member
        self.months = months
        self.proposal = proposal
        self.decisions = decisions
    }

    /// The month that is appraised.
    public var current: Month { months.last ?? Month(month: proposal.month) }

    /// Whether the rules brought something up that nobody has decided on.
    public var isOpen: Bool { !proposal.isEmpty && decisions[proposal.month] == nil }

    /// A figure over the months, oldest first: what a chart shows.
    public func trend(_ figure: Figure) -> [Int] { months.map { $0.value(of: figure) } }
}

extension Appraisal.Month {
    public func value(of figure: Appraisal.Figure) -> Int {
        switch figure {
        case .accepted: self[.accepted]
        case .completed: self[.completed]
        case .approved: self[.approved]
        case .returned: self[.returned]
        case .overdue: self[.overdueByFault]
        case .complaints: self[.complained]
        case .upheld: self[.complaintUpheld]
        case .ratings: ratings.count
        case .badRatings: ratings.bad
        case .attended: attended
        case .outsideDuty: outsideDuty
        case .findings: findings.count
        }
    }
}
