/// One clock of a rulebook: what it limits, how long, which time counts, when to warn, and the clause it rests on.
public struct ClockRule: Hashable, Codable, Sendable {
    /// What is being limited.
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// From submission to acceptance.
        case acceptance
        /// From acceptance to the approved result.
        case completion
        /// The target that an imported case brought along.
        case target
    }

    public enum Unit: String, Hashable, Codable, CaseIterable, Sendable {
        /// Hours of counted time, 24 a counted day.
        case hours
        /// The end of the n-th working day after the day of the start.
        case workingDays = "working-days"
        /// The end of the day of the start (of the next working day when that one does not count).
        case sameDay = "same-day"
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
    /// Hours or working days; 0 for ``Unit/sameDay``.
    public var limit: Int
    public var unit: Unit
    public var skip: Skip
    /// The warning mark stands this many minutes before the end.
    public var warnBefore: Int
    /// Document and article.
    public var clause: String

    public init(kind: Kind, limit: Int, unit: Unit, skip: Skip, warnBefore: Int, clause: String) {
        self.kind = kind
        self.limit = limit
        self.unit = unit
        self.skip = skip
        self.warnBefore = warnBefore
        self.clause = clause
    }

    /// Whether `day` counts under this rule, given what kind of day it is.
    func counts(_ day: WorkCalendar.DayKind) -> Bool {
        switch skip {
        case .nothing: true
        case .holidays:
            switch day {
            case .holiday: false
            case .weekday, .makeUpWorkday, .weekend: true
            }
        case .nonWorking: day.isWorking
        }
    }
}
