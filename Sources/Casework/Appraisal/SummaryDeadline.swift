/// The monthly summary of a village: due by the end of the month, also when there is nothing to tell (空表;
/// 建政发〔2022〕33号 二(三)3, 五(一)4).
public struct SummaryDeadline: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        case onTime
        /// It came after the month's end.
        case late
        /// It has not come, and the month has not ended.
        case open
        /// It has not come, and the month is over.
        case missing
    }

    public var month: CivilMonth
    /// The end of the month's last day.
    public var due: Instant

    public init(month: CivilMonth, offset: UTCOffset) {
        self.month = month
        due = offset.instant(month.lastDay, minute: 1_440)
    }

    /// - Parameter handedIn: when it came; `nil` when it has not.
    public func state(handedIn: Instant?, now: Instant) -> State {
        guard let handedIn else { return now <= due ? .open : .missing }
        return handedIn <= due ? .onTime : .late
    }
}

/// One village's summary of a month: what was handled, item by item (建政发〔2022〕33号 五(一)4).
public struct VillageSummary: Hashable, Sendable {
    public var village: String
    public var month: CivilMonth
    /// Item -> matters; one record a matter, so one case is one.
    public var items: [String: Int]

    /// - Parameter matters: the items of the village's matters, one entry a matter.
    public init(village: String, month: CivilMonth, matters: [String]) {
        self.village = village
        self.month = month
        items = Dictionary(matters.map { ($0, 1) }, uniquingKeysWith: +)
    }

    public init(village: String, month: CivilMonth, items: [String: Int]) {
        self.village = village
        self.month = month
        self.items = items
    }

    public var total: Int { items.values.reduce(0, +) }
    /// An empty one is handed in all the same.
    public var isNilReturn: Bool { items.isEmpty }

    /// What people asked for most, for the village to hear: the items with at least `least` matters, most first, at
    /// most `limit`.
    public func hotTopics(least: Int = 2, limit: Int = 5) -> [(item: String, count: Int)] {
        Array(
            items.filter { $0.value >= least }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .prefix(limit)
                .map { (item: $0.key, count: $0.value) })
    }
}
