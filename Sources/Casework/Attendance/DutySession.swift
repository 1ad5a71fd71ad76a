/// The session of duty that something is about: which one of which day.
public struct DutySessionID: Hashable, Comparable, Codable, Sendable {
    public var day: CivilDate
    /// 1 for the first of the day.
    public var number: Int

    public init(day: CivilDate, number: Int) {
        self.day = day
        self.number = number
    }

    public static func < (one: DutySessionID, other: DutySessionID) -> Bool {
        (one.day, one.number) < (other.day, other.number)
    }
}

extension DutyPlan.Session {
    public var id: DutySessionID { DutySessionID(day: day, number: number) }
}

/// Days, or some sessions of each of them: what a leave is asked for.
public struct DutySpan: Hashable, Codable, Sendable {
    public var from: CivilDate
    /// The last day.
    public var to: CivilDate
    /// Which sessions of each day; `nil` for the whole days.
    public var sessions: [Int]?

    /// The longest span, in days.
    public static let longest = 366

    /// - Throws: ``StaffRefusal/spanUnfit`` for one that ends before it begins, is longer than a year, or names a session
    ///   that no day can have.
    public init(from: CivilDate, to: CivilDate, sessions: [Int]? = nil) throws(StaffRefusal) {
        guard from <= to, to.dayNumber - from.dayNumber < Self.longest else { throw .spanUnfit }
        if let sessions {
            guard !sessions.isEmpty, sessions.allSatisfy((1...9).contains) else { throw .spanUnfit }
        }
        self.from = from
        self.to = to
        self.sessions = sessions.map { Set($0).sorted() }
    }

    public func covers(_ session: DutySessionID) -> Bool {
        from <= session.day && session.day <= to && (sessions?.contains(session.number) ?? true)
    }

    public func overlaps(_ other: DutySpan) -> Bool {
        guard from <= other.to, other.from <= to else { return false }
        guard let sessions, let others = other.sessions else { return true }
        return !Set(sessions).isDisjoint(with: others)
    }
}

/// A value with the journal entry that says it.
public struct Entered<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The number of the entry.
    public var entry: Int64
    /// When it was entered, which may be later than what it tells of.
    public var at: Instant
    public var actor: StaffID
    /// The village's record that it came from by file; `nil` for what was entered here.
    public var site: String?
    public var value: Value

    public init(entry: Int64, at: Instant, actor: StaffID, site: String? = nil, value: Value) {
        self.entry = entry
        self.at = at
        self.actor = actor
        self.site = site
        self.value = value
    }
}
