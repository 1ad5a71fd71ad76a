/// When the agents sit at their posts: the sessions of a day, by season, weekday, holiday and make-up workday
/// (建政发〔2022〕33号 二(三)1).
public struct DutyPlan: Hashable, Sendable {
    public enum Season: Hashable, Sendable {
        case summer, winter
    }

    /// A session on its day.
    public struct Session: Hashable, Sendable {
        public var day: CivilDate
        /// 1 for the first of the day.
        public var number: Int
        public var from: Instant
        public var to: Instant
    }

    public var duty: AgentRules.Duty
    public var calendar: WorkCalendar
    public var offset: UTCOffset

    public init(duty: AgentRules.Duty, calendar: WorkCalendar, offset: UTCOffset) {
        self.duty = duty
        self.calendar = calendar
        self.offset = offset
    }

    public func season(on day: CivilDate) -> Season {
        let (_, month, dayOfMonth) = day.components
        let here = (month, dayOfMonth)
        let from = (duty.summerFrom.month, duty.summerFrom.day)
        let to = (duty.summerTo.month, duty.summerTo.day)
        // A summer that runs over the end of the year is one of the other half of the world; it costs nothing.
        let isSummer = from <= to ? from <= here && here <= to : from <= here || here <= to
        return isSummer ? .summer : .winter
    }

    public func isDutyDay(_ day: CivilDate) -> Bool {
        switch calendar.kind(of: day) {
        case .weekday: true
        case .makeUpWorkday: duty.onMakeUpWorkdays
        case .weekend, .holiday: false
        }
    }

    /// The sessions of a day, in their order; none on days without duty.
    public func sessions(on day: CivilDate) -> [Session] {
        guard isDutyDay(day) else { return [] }
        let sessions =
            switch season(on: day) {
            case .summer: duty.summer
            case .winter: duty.winter
            }
        return sessions.enumerated().map { index, session in
            Session(
                day: day, number: index + 1, from: offset.instant(day, minute: session.from),
                to: offset.instant(day, minute: session.to))
        }
    }

    /// The session that runs at `instant`; its last moment is already outside. `nil` outside duty, when an acceptance
    /// is as valid and counts as much.
    public func session(at instant: Instant) -> Session? {
        sessions(on: offset.civil(instant).date).first { $0.from <= instant && instant < $0.to }
    }
}
