/// What copies of a calendar share: the notices and layers, what they come to for each day, and the running counts.
final class CalendarStorage: Sendable {
    let notices: [CalendarNotice]
    let layers: [CalendarLayer]
    /// By day number.
    let rulings: [Int: WorkCalendar.Ruling]
    /// Counts working days.
    let working: DayCount
    /// Counts the days that are not off by a notice or a layer; ordinary weekends are counted.
    let open: DayCount
    /// Stretches of days whose years are published, in order, with gaps between them.
    private let known: [ClosedRange<Int>]

    init(notices: [CalendarNotice], layers: [CalendarLayer]) {
        // Equal keys keep the order in which they were given.
        let notices = notices.enumerated().sorted { left, right in
            (left.element.year, left.element.published, left.offset)
                < (right.element.year, right.element.published, right.offset)
        }.map(\.element)
        self.notices = notices
        self.layers = layers
        rulings = Self.rulings(notices, layers)
        known = Self.known(notices)
        let first = rulings.keys.min() ?? 0
        let end = rulings.keys.max().map { $0 + 1 } ?? 0
        var working: [Bool] = []
        var open: [Bool] = []
        for day in first..<end {
            let ruling = rulings[day]
            working.append(ruling.map { !$0.isOff } ?? !CivilDate(dayNumber: day).isWeekend)
            open.append(ruling.map { !$0.isOff } ?? true)
        }
        self.working = DayCount(rule: .weekdays, first: first, counts: working)
        self.open = DayCount(rule: .everyDay, first: first, counts: open)
    }

    /// The counting that a clock with this skip needs.
    func count(_ skip: ClockRule.Skip) -> DayCount {
        switch skip {
        case .nothing: .everyDay
        case .holidays: open
        case .nonWorking: working
        }
    }

    /// Whether all days of `first ... last` belong to published years.
    func knows(from first: Int, through last: Int) -> Bool {
        // Found by halves: a record that reaches back decades may have many gaps.
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle].upperBound < first { low = middle + 1 } else { high = middle }
        }
        return low < known.count && known[low].lowerBound <= first && last <= known[low].upperBound
    }

    private static func rulings(
        _ notices: [CalendarNotice], _ layers: [CalendarLayer]
    ) -> [Int: WorkCalendar.Ruling] {
        var rulings: [Int: WorkCalendar.Ruling] = [:]
        func lay(_ days: CalendarDays, workName: String?, source: String, region: String?) {
            for stretch in days.off where stretch.from <= stretch.to {
                for day in stretch.from.dayNumber...stretch.to.dayNumber {
                    rulings[day] = WorkCalendar.Ruling(
                        isOff: true, name: stretch.name, source: source, region: region)
                }
            }
            for date in days.work {
                rulings[date.dayNumber] = WorkCalendar.Ruling(
                    isOff: false, name: workName, source: source, region: region)
            }
        }
        for notice in notices { lay(notice.days, workName: nil, source: notice.notice, region: nil) }
        for layer in layers {
            lay(layer.days, workName: layer.reason, source: layer.source ?? layer.reason, region: layer.region)
        }
        return rulings
    }

    private static func known(_ notices: [CalendarNotice]) -> [ClosedRange<Int>] {
        var known: [ClosedRange<Int>] = []
        for year in Set(notices.map(\.year)).sorted() {
            guard let first = CivilDate(year: year, month: 1, day: 1)?.dayNumber,
                let last = CivilDate(year: year, month: 12, day: 31)?.dayNumber
            else { continue }
            if let previous = known.last, previous.upperBound + 1 == first {
                known[known.count - 1] = previous.lowerBound...last
            } else {
                known.append(first...last)
            }
        }
        return known
    }
}
