/// A clock of a case: what it limits, its deadline, and when it came to its end.
public struct CaseClock: Hashable, Codable, Sendable {
    /// What it limits here. Its rule may be ``ClockRule/Kind/target``: a task from above brings its own date along.
    public var kind: ClockRule.Kind
    public var deadline: Deadline
    /// When what it limits was done; `nil` while it runs or stands still.
    public var endedAt: Instant?

    public init(kind: ClockRule.Kind, deadline: Deadline, endedAt: Instant? = nil) {
        self.kind = kind
        self.deadline = deadline
        self.endedAt = endedAt
    }

    public var isRunning: Bool { endedAt == nil && !deadline.isStopped }

    /// Whether what it limits was done, or is being done, after its end.
    public func isOverdue(at now: Instant) -> Bool {
        deadline.isStopped ? false : (endedAt ?? now) > deadline.due
    }
}

extension ClockRule.Kind {
    /// Whether a case is shown by this clock in the queues. The others only raise warnings.
    public var leadsQueues: Bool {
        switch self {
        case .acceptance, .completion, .promise, .forwarding, .rework, .visitPlan, .delivery, .followUp, .supplement,
            .target:
            true
        case .holder, .feedback: false
        }
    }

    /// Whether it goes on, whatever stands still: the applicant's own clock is the one that stops.
    var stopsWithTheCase: Bool {
        switch self {
        case .acceptance, .completion, .promise, .forwarding, .rework, .holder, .feedback, .target: true
        case .visitPlan, .delivery, .followUp, .supplement: false
        }
    }
}

extension [CaseClock] {
    /// The newest clock of that kind.
    public func newest(_ kind: ClockRule.Kind) -> CaseClock? { last { $0.kind == kind } }

    mutating func start(_ kind: ClockRule.Kind, _ deadline: Deadline) {
        append(CaseClock(kind: kind, deadline: deadline))
    }

    mutating func end(_ kind: ClockRule.Kind, at instant: Instant) {
        for index in indices where self[index].kind == kind && self[index].endedAt == nil {
            self[index].endedAt = instant
        }
    }

    mutating func endAll(at instant: Instant) {
        for index in indices where self[index].endedAt == nil { self[index].endedAt = instant }
    }

    /// Puts other deadlines in the place of the newest ones of their kinds.
    mutating func replace(_ deadlines: [CaseClock]) {
        for fresh in deadlines {
            guard let index = lastIndex(where: { $0.kind == fresh.kind }) else { continue }
            self[index].deadline = fresh.deadline
        }
    }
}
