/// The days that one notice states: stretches of days off with their names, and the workdays that pay for them.
///
/// Laid over what stood before it, a stated day wins; every other day stays as it was.
public struct CalendarDays: Hashable, Sendable {
    /// Days off in a row, weekend days included, under one name.
    public struct Stretch: Hashable, Sendable {
        public var from: CivilDate
        /// The last day off.
        public var to: CivilDate
        public var name: String

        public init(from: CivilDate, to: CivilDate, name: String) {
            self.from = from
            self.to = to
            self.name = name
        }
    }

    public var off: [Stretch]
    /// Days made workdays, in the order of the notice.
    public var work: [CivilDate]

    public init(off: [Stretch], work: [CivilDate]) {
        self.off = off
        self.work = work
    }

    /// The first fault, given where the days may lie and on which calendar they are laid.
    func problem(within allowed: ClosedRange<CivilDate>, over calendar: WorkCalendar) -> CalendarProblem? {
        if off.isEmpty && work.isEmpty { return .nothingStated }
        var isOff: Set<Int> = []
        for stretch in off {
            guard stretch.from <= stretch.to else {
                return .endsBeforeItBegins(from: stretch.from, to: stretch.to)
            }
            for end in [stretch.from, stretch.to] where !allowed.contains(end) {
                return .outside(end, from: allowed.lowerBound, to: allowed.upperBound)
            }
            for day in stretch.from.dayNumber...stretch.to.dayNumber where !isOff.insert(day).inserted {
                return .statedTwice(CivilDate(dayNumber: day))
            }
        }
        var isOn: Set<Int> = []
        for date in work {
            guard allowed.contains(date) else {
                return .outside(date, from: allowed.lowerBound, to: allowed.upperBound)
            }
            guard isOn.insert(date.dayNumber).inserted else { return .statedTwice(date) }
            guard !isOff.contains(date.dayNumber) else { return .offAndOn(date) }
            guard !calendar.isWorkingDay(date) else { return .workdayAlready(date) }
        }
        return nil
    }
}

/// `{"off":[{"from":"2026-10-01","to":"2026-10-07","name":"国庆节"}],"work":["2026-10-10"]}`
extension CalendarDays: Codable {
    private enum CodingKeys: String, CodingKey {
        case off, work
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        off = try container.decode([Stretch].self, forKey: .off)
        work = try container.decode([String].self, forKey: .work).map { text in
            guard let date = CivilDate(text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .work, in: container, debugDescription: "no date: \(text)")
            }
            return date
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(off, forKey: .off)
        try container.encode(work.map(\.description), forKey: .work)
    }
}

extension CalendarDays.Stretch: Codable {
    private enum CodingKeys: String, CodingKey {
        case from, to, name
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func date(_ key: CodingKeys) throws -> CivilDate {
            let text = try container.decode(String.self, forKey: key)
            guard let date = CivilDate(text) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "no date: \(text)")
            }
            return date
        }
        from = try date(.from)
        to = try date(.to)
        name = try container.decode(String.self, forKey: .name)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from.description, forKey: .from)
        try container.encode(to.description, forKey: .to)
        try container.encode(name, forKey: .name)
    }
}
