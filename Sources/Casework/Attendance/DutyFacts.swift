/// All that the record says about the duty of some people in some days.
public struct DutyFacts: Hashable, Sendable {
    public var exceptions: [Entered<DutyException>]
    public var people: [PersonalDuty]
    /// The first day of which the record knows that anybody came: before it nobody wrote attendance down, and nobody was
    /// missed.
    public var keptSince: CivilDate

    public init(
        exceptions: [Entered<DutyException>] = [], people: [PersonalDuty] = [], keptSince: CivilDate = Self.always
    ) {
        self.exceptions = exceptions
        self.people = people
        self.keptSince = keptSince
    }

    /// Attendance was kept as far back as anything goes.
    public static let always = CivilDate(dayNumber: -700_000)
    /// Nobody keeps it.
    public static let never = CivilDate(dayNumber: 2_900_000)

    public func person(_ id: StaffID) -> PersonalDuty? { people.first { $0.member.id == id } }
}

/// What the record says about one person's duty.
public struct PersonalDuty: Hashable, Sendable {
    public var member: StaffMember
    /// Since when, and until when, the person serves.
    public var since: Instant?
    public var until: Instant?
    /// By time.
    public var marks: [Entered<DutyMark>]
    /// By entry.
    public var leaves: [Leave]
    /// Leaves that were taken before leaves were asked for: from that moment to the end of the day, with the reason.
    public var taken: [Entered<String>]
    /// By entry; the newest about a session counts.
    public var corrections: [Entered<SessionCorrection>]
    /// Who stands in for the person.
    public var standIns: [Entered<StandIn>]

    public init(member: StaffMember, since: Instant? = nil, until: Instant? = nil) {
        self.member = member
        self.since = since
        self.until = until
        (marks, leaves, taken, corrections, standIns) = ([], [], [], [], [])
    }

    /// Whether the person has to be there at a session.
    public func serves(_ session: DutyPlan.Session) -> Bool {
        (since.map { $0 < session.to } ?? true) && (until.map { session.from < $0 } ?? true)
    }
}

extension Role {
    /// Who has duty at a post at fixed hours: the agents in the villages and the clerks at the windows
    /// (建政发〔2022〕33号 二(三)1; 平政办发〔2024〕14号 二(一)1(4)).
    public var hasDeskDuty: Bool {
        switch self {
        case .agent, .windowClerk: true
        case .collector, .bankAuxiliary, .departmentLiaison, .reviewer, .supervisor, .director, .countyOffice: false
        }
    }
}
