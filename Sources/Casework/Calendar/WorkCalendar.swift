/// Which days count: weekdays, public holidays and make-up workdays of the years that have been published, and what a
/// region or an office lays over them.
///
/// A working day is a weekday that is not off, or a day that a notice makes a workday (调休上班). A year without a published
/// notice falls back on plain weekdays and says so: whatever is computed with it is provisional.
///
/// A calendar is a value that shares its storage, so it is cheap to hand around; `adding` makes a new one.
public struct WorkCalendar: Sendable {
    /// Why a day counts or not.
    public enum DayKind: Hashable, Sendable {
        case weekday
        case makeUpWorkday
        case weekend
        case holiday(String)

        public var isWorking: Bool {
            switch self {
            case .weekday, .makeUpWorkday: true
            case .weekend, .holiday: false
            }
        }
    }

    /// What a notice or a layer says of a day.
    public struct Ruling: Hashable, Sendable {
        public var isOff: Bool
        /// The name of the days off; for a workday of a layer, the layer's reason.
        public var name: String?
        /// The document or, for a layer without one, its reason.
        public var source: String
        /// Whose layer says so; `nil` for a national notice.
        public var region: String?
    }

    /// Ordered by year, the versions of a year by their publication.
    public var notices: [CalendarNotice] { storage.notices }
    /// From the lowest to the uppermost.
    public var layers: [CalendarLayer] { storage.layers }

    let storage: CalendarStorage

    /// A calendar of these notices with these layers over them; a later layer lies over an earlier one.
    ///
    /// What is stated is taken as it is: whoever takes it from people asks ``problem(in:)-(CalendarNotice)`` or
    /// ``problem(in:)-(CalendarLayer)`` first.
    public init(notices: [CalendarNotice], layers: [CalendarLayer] = []) {
        storage = CalendarStorage(notices: notices, layers: layers)
    }

    /// The days of which any calendar can tell; what lies outside is a slip of the pen.
    public static let span = CalendarLayer.allowed

    /// A calendar that knows no year: plain weekdays, everything provisional.
    public static let unpublished = WorkCalendar(notices: [])

    /// Whether the days of `date`'s year have been published.
    public func knows(_ date: CivilDate) -> Bool {
        storage.knows(from: date.dayNumber, through: date.dayNumber)
    }

    /// Whether all years from `first` to `last` have been published.
    public func knows(from first: CivilDate, through last: CivilDate) -> Bool {
        storage.knows(from: first.dayNumber, through: last.dayNumber)
    }

    public func kind(of date: CivilDate) -> DayKind {
        guard let ruling = storage.rulings[date.dayNumber] else { return date.isWeekend ? .weekend : .weekday }
        return ruling.isOff ? .holiday(ruling.name ?? "") : .makeUpWorkday
    }

    public func isWorkingDay(_ date: CivilDate) -> Bool {
        storage.working.counts(date.dayNumber)
    }

    /// What is stated of `date`; `nil` for an ordinary day.
    public func ruling(on date: CivilDate) -> Ruling? {
        storage.rulings[date.dayNumber]
    }
}

/// Versions and layers.
extension WorkCalendar {
    /// The versions of a year, the last of which is in force; empty when the year is unknown.
    public func versions(of year: Int) -> [CalendarNotice] {
        notices.filter { $0.year == year }
    }

    /// This calendar as if only the first `version` versions of `year` had been published (1 is the first); `nil` when
    /// there are fewer.
    public func asking(version: Int, of year: Int) -> WorkCalendar? {
        let versions = versions(of: year)
        guard version >= 1, version <= versions.count else { return nil }
        return WorkCalendar(notices: notices.filter { $0.year != year } + versions.prefix(version), layers: layers)
    }

    /// This calendar as far as it had been published by the end of `date`.
    public func published(by date: CivilDate) -> WorkCalendar {
        WorkCalendar(notices: notices.filter { $0.published <= date }, layers: layers)
    }

    /// This calendar with one more version of a year.
    public func adding(_ notice: CalendarNotice) -> WorkCalendar {
        WorkCalendar(notices: notices + [notice], layers: layers)
    }

    /// This calendar with `layer` laid over it.
    public func adding(_ layer: CalendarLayer) -> WorkCalendar {
        WorkCalendar(notices: notices, layers: layers + [layer])
    }

    /// Why `notice` cannot be taken into this calendar.
    public func problem(in notice: CalendarNotice) -> CalendarProblem? {
        guard let allowed = CalendarNotice.allowed(notice.year) else {
            return .outside(
                notice.published, from: CalendarLayer.allowed.lowerBound, to: CalendarLayer.allowed.upperBound)
        }
        if let last = versions(of: notice.year).last {
            if versions(of: notice.year).contains(where: { $0.notice == notice.notice }) {
                return .yearStatedTwice(notice.year)
            }
            guard notice.published > last.published else {
                return .amendsLater(notice.published, than: last.published)
            }
        }
        // The days of a layer are none of a notice's business.
        return notice.days.problem(within: allowed, over: WorkCalendar(notices: notices))
    }

    /// Why `layer` cannot be laid over this calendar.
    public func problem(in layer: CalendarLayer) -> CalendarProblem? {
        if layer.reason.allSatisfy(\.isWhitespace) { return .reasonMissing }
        return layer.days.problem(within: CalendarLayer.allowed, over: self)
    }
}

extension WorkCalendar: Hashable {
    public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
        left.storage === right.storage || (left.notices == right.notices && left.layers == right.layers)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(notices)
        hasher.combine(layers)
    }
}
