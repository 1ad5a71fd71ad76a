/// Counts the days that count: how many lie before a day, and which is the n-th, each in constant time.
///
/// Over the span in which notices and layers change days, running counts are kept, built once with the calendar. Outside
/// of it the plain rule holds and counting is arithmetic: every Monday to Friday, or every day.
///
/// The *rank* of a day is the number of counted days before it since a fixed day; only differences of ranks mean
/// anything.
struct DayCount: Sendable {
    /// What counts where nothing is stated.
    enum Rule: Sendable {
        case everyDay, weekdays

        /// Counted days before `day`, since Monday 1969-12-29 (weekdays) or 1970-01-01 (every day).
        func rank(_ day: Int) -> Int {
            switch self {
            case .everyDay: return day
            case .weekdays:
                let monday = floorDivision(day + 3, 7)
                return monday * 5 + min(day + 3 - monday * 7, 5)
            }
        }

        /// The day that counts and has this rank.
        func day(rank: Int) -> Int {
            switch self {
            case .everyDay: return rank
            case .weekdays:
                let week = floorDivision(rank, 5)
                return week * 7 + rank - week * 5 - 3
            }
        }
    }

    private let rule: Rule
    /// The span is `first ..< end`.
    private let first: Int
    private let end: Int
    private let rankOfFirst: Int
    /// What is to be added to the plain rule's rank behind the span.
    private let shift: Int
    /// How many days of the span count before each of its days.
    private let before: [Int32]
    /// The counted days of the span, as distances from its first.
    private let counted: [Int32]

    /// Every day counts.
    static let everyDay = DayCount(rule: .everyDay, first: 0, counts: [])

    /// - Parameter counts: whether each day of the span that begins at `first` counts.
    init(rule: Rule, first: Int, counts: [Bool]) {
        self.rule = rule
        self.first = first
        end = first + counts.count
        rankOfFirst = rule.rank(first)
        var before: [Int32] = []
        var counted: [Int32] = []
        before.reserveCapacity(counts.count)
        for (distance, isCounted) in counts.enumerated() {
            before.append(Int32(counted.count))
            if isCounted { counted.append(Int32(distance)) }
        }
        self.before = before
        self.counted = counted
        shift = rankOfFirst + counted.count - rule.rank(end)
    }

    /// Counted days before `day`.
    func rank(_ day: Int) -> Int {
        if day < first { return rule.rank(day) }
        if day < end { return rankOfFirst + Int(before[day - first]) }
        return rule.rank(day) + shift
    }

    /// The counted day with this rank.
    func day(rank: Int) -> Int {
        if rank < rankOfFirst { return rule.day(rank: rank) }
        if rank - rankOfFirst < counted.count { return first + Int(counted[rank - rankOfFirst]) }
        return rule.day(rank: rank - shift)
    }

    func counts(_ day: Int) -> Bool {
        rank(day + 1) > rank(day)
    }
}

/// The quotient rounded towards minus infinity.
func floorDivision<Number: BinaryInteger>(_ dividend: Number, _ divisor: Number) -> Number {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
