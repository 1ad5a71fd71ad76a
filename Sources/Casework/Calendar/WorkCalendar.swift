/// Which days count: weekdays, public holidays and make-up workdays of the years that have been published.
///
/// A working day is a weekday that is not off, or a weekend day that a notice makes a workday (调休上班). A year without
/// a published notice falls back on plain weekdays and says so: whatever is computed with it is provisional.
public struct WorkCalendar: Hashable, Sendable {
    /// The published facts of one year.
    public struct Year: Hashable, Sendable {
        /// Day -> name of the holiday. Weekend days inside a holiday are listed too.
        public var off: [CivilDate: String]
        /// Weekend days on which people work.
        public var makeUp: Set<CivilDate>
        /// The notice that says so (document number).
        public var notice: String

        public init(off: [CivilDate: String], makeUp: Set<CivilDate>, notice: String) {
            self.off = off
            self.makeUp = makeUp
            self.notice = notice
        }
    }

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

    private let years: [Int: Year]

    public init(years: [Int: Year]) {
        self.years = years
    }

    /// Whether the days of `date`'s year have been published.
    public func knows(_ date: CivilDate) -> Bool {
        years[date.year] != nil
    }

    public func kind(of date: CivilDate) -> DayKind {
        // A notice may reach into the last days of the year before (2022-12-31 is off by the notice for 2023).
        for year in [date.year, date.year + 1] {
            guard let facts = years[year] else { continue }
            if facts.makeUp.contains(date) { return .makeUpWorkday }
            if let name = facts.off[date] { return .holiday(name) }
        }
        return date.isWeekend ? .weekend : .weekday
    }

    public func isWorkingDay(_ date: CivilDate) -> Bool {
        kind(of: date).isWorking
    }
}
