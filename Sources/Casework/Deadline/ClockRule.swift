/// One clock of a rulebook: what it limits, how long, which time counts, when to warn, and the clause it rests on.
public struct ClockRule: Hashable, Sendable {
    /// What is being limited.
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// From submission to acceptance.
        case acceptance
        /// From acceptance to the approved result.
        case completion
        /// From the papers' arrival at a window to the result that it promised.
        case promise
        /// From acceptance to the papers' arrival at the township's window.
        case forwarding
        /// From a rejection to the next submission to review.
        case rework
        /// How long one person has the case in hand.
        case holder
        /// From the wish for a home visit to its plan.
        case visitPlan = "visit-plan"
        /// From approval to the result in the applicant's hand.
        case delivery
        /// From one word to the applicant to the next.
        case feedback
        /// From a bad rating to its closing.
        case followUp = "follow-up"
        /// How long the applicant has for missing materials; meanwhile the other clocks stand still.
        case supplement
        /// The target that an imported case, or a task from above, brought along.
        case target
    }

    public enum Unit: String, Hashable, Codable, CaseIterable, Sendable {
        /// Hours of counted time, 24 a counted day.
        case hours
        /// The end of the n-th working day after the day of the start.
        case workingDays = "working-days"
        /// The end of the day of the start; of the next counted day when that one does not count or has ended.
        case sameDay = "same-day"
        /// On the spot: minutes of counted time.
        case atOnce = "at-once"
    }

    /// Which time does not count.
    public enum Skip: String, Hashable, Codable, CaseIterable, Sendable {
        case nothing = "none"
        /// Days off by a notice; ordinary weekends count.
        case holidays
        /// Every day that is not a working day; make-up workdays count.
        case nonWorking = "non-working"
    }

    public var kind: Kind
    /// Hours, working days or minutes, by ``unit``; 0 for ``Unit/sameDay``. Never negative: the loader refuses it, and
    /// a rule that says so all the same counts as 0.
    public var limit: Int
    public var unit: Unit
    public var skip: Skip
    /// The warning mark stands this many minutes before the end, but never before the start.
    public var warnBefore: Int
    /// The minute of the day at which a day ends for clocks that count days: 1,440 is midnight.
    public var dayEnd: Int
    /// Document and article.
    public var clause: String

    public init(
        kind: Kind, limit: Int, unit: Unit, skip: Skip, warnBefore: Int, dayEnd: Int = 1_440, clause: String
    ) {
        self.kind = kind
        self.limit = limit
        self.unit = unit
        self.skip = skip
        self.warnBefore = warnBefore
        self.dayEnd = dayEnd
        self.clause = clause
    }
}

/// The journal holds rules of before ``ClockRule/dayEnd``: a rule without one ends its days at midnight.
extension ClockRule: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, limit, unit, skip, warnBefore, dayEnd, clause
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        kind = try container.decode(Kind.self, forKey: .kind)
        limit = try container.decode(Int.self, forKey: .limit)
        unit = try container.decode(Unit.self, forKey: .unit)
        skip = try container.decode(Skip.self, forKey: .skip)
        warnBefore = try container.decode(Int.self, forKey: .warnBefore)
        dayEnd = try container.decodeIfPresent(Int.self, forKey: .dayEnd) ?? 1_440
        clause = try container.decode(String.self, forKey: .clause)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(limit, forKey: .limit)
        try container.encode(unit, forKey: .unit)
        try container.encode(skip, forKey: .skip)
        try container.encode(warnBefore, forKey: .warnBefore)
        if dayEnd != 1_440 { try container.encode(dayEnd, forKey: .dayEnd) }
        try container.encode(clause, forKey: .clause)
    }
}
