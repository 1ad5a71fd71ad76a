/// A day or more on which a village has no duty, or other hours than the rulebook says.
///
/// The newest one that covers a day counts; one of the kind ``Kind/usual`` takes an earlier one back.
public struct DutyException: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// No duty.
        case none
        /// Other hours, also on a day that has no duty otherwise.
        case hours
        /// As the rulebook says.
        case usual
    }

    /// Hours of a day, in minutes of the day.
    public struct Hours: Hashable, Codable, Sendable {
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// `nil` for all villages.
    public var village: String?
    public var from: CivilDate
    /// The last day.
    public var to: CivilDate
    public var kind: Kind
    /// With ``Kind/hours`` only.
    public var hours: [Hours]?
    public var reason: String

    /// - Throws: ``StaffRefusal/spanUnfit``, ``StaffRefusal/hoursUnfit`` for hours that are missing, do not follow each
    ///   other or stand where none belong, ``StaffRefusal/unfit(_:_:)`` for the texts.
    public init(
        village: String?, from: CivilDate, to: CivilDate, kind: Kind, hours: [Hours]? = nil, reason: String
    ) throws(StaffRefusal) {
        let span = try DutySpan(from: from, to: to)
        guard (kind == .hours) == (hours != nil) else { throw .hoursUnfit }
        var end = 0
        for one in hours ?? [] {
            guard end <= one.from, one.from < one.to, one.to <= 1_440 else { throw .hoursUnfit }
            end = one.to
        }
        if let hours, !(1...9).contains(hours.count) { throw .hoursUnfit }
        self.village = try EntryField.village.checkedForStaffIfAny(village)
        (self.from, self.to) = (span.from, span.to)
        self.kind = kind
        self.hours = hours
        self.reason = try EntryField.reason.checkedForStaff(reason)
    }

    public func covers(_ day: CivilDate, of village: String?) -> Bool {
        from <= day && day <= to && (self.village == nil || self.village == village)
    }
}

/// What duty a day has in a village, and why.
public struct DutyDay: Hashable, Sendable {
    public enum Ground: Hashable, Sendable {
        case season(DutyPlan.Season)
        case weekend
        /// With its name.
        case holiday(String)
        case exception(Entered<DutyException>)
    }

    public var day: CivilDate
    /// Those that the day has, or that it would have without the exception that takes them away.
    public var sessions: [DutyPlan.Session]
    public var ground: Ground
    /// An exception says that nobody need come.
    public var isExcused: Bool

    /// Those at which somebody has to be there.
    public var due: [DutyPlan.Session] { isExcused ? [] : sessions }
}

extension DutyPlan {
    /// The duty of a day in a village: by the rulebook and the calendar, unless the village has an exception then.
    public func day(_ day: CivilDate, in village: String?, _ exceptions: [Entered<DutyException>]) -> DutyDay {
        let usual = DutyDay(day: day, sessions: sessions(on: day), ground: usualGround(on: day), isExcused: false)
        let newest = exceptions.filter { $0.value.covers(day, of: village) }.max { $0.entry < $1.entry }
        guard let newest else { return usual }
        switch newest.value.kind {
        case .usual: return usual
        case .none:
            return DutyDay(day: day, sessions: usual.sessions, ground: .exception(newest), isExcused: true)
        case .hours:
            let sessions = (newest.value.hours ?? []).enumerated().map { index, hours in
                Session(
                    day: day, number: index + 1, from: offset.instant(day, minute: hours.from),
                    to: offset.instant(day, minute: hours.to))
            }
            return DutyDay(day: day, sessions: sessions, ground: .exception(newest), isExcused: false)
        }
    }

    private func usualGround(on day: CivilDate) -> DutyDay.Ground {
        guard !isDutyDay(day) else { return .season(season(on: day)) }
        return switch calendar.kind(of: day) {
        case .holiday(let name): .holiday(name)
        case .weekend, .weekday, .makeUpWorkday: .weekend
        }
    }
}
