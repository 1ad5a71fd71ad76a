import Casework

/// When backups are made, and whether one is due: pure arithmetic on instants.
public struct BackupPlan: Hashable, Sendable {
    public enum Rhythm: Hashable, Sendable {
        /// So many hours after the last one.
        case hours(Int)
        /// Every day at this minute of the centre's day.
        case daily(minute: Int)
    }

    public enum Standing: Hashable, Sendable {
        /// Nothing to do before that moment.
        case fresh(until: Instant)
        /// Since then; `nil` when there has never been one.
        case due(since: Instant?)
        /// Due for longer than a whole round: something keeps it from being made.
        case overdue(since: Instant)
    }

    public var rhythm: Rhythm

    public init(_ rhythm: Rhythm) {
        self.rhythm = rhythm
    }

    /// - Parameter last: when the newest good backup was made. One of the future, from before the clock was set back, is
    ///   none to count on: ask with the newest that is not.
    public func standing(last: Instant?, now: Instant, offset: UTCOffset) -> Standing {
        guard let last, last <= now else { return .due(since: nil) }
        let next = next(after: last, offset)
        if next > now { return .fresh(until: next) }
        return next.advanced(minutes: roundMinutes) <= now ? .overdue(since: next) : .due(since: next)
    }

    private var roundMinutes: Int {
        switch rhythm {
        case .hours(let hours): hours * 60
        case .daily: 24 * 60
        }
    }

    /// The first moment after `last` at which there should be another one.
    private func next(after last: Instant, _ offset: UTCOffset) -> Instant {
        switch rhythm {
        case .hours(let hours):
            return last.advanced(minutes: hours * 60)
        case .daily(let minute):
            let today = offset.civil(last).date
            let moment = offset.instant(today, minute: minute)
            return moment > last ? moment : offset.instant(today.advanced(days: 1), minute: minute)
        }
    }
}

/// How many backups are kept: of so many days, weeks and months the newest of each.
public struct BackupKeeping: Hashable, Sendable {
    public var daily: Int
    public var weekly: Int
    public var monthly: Int

    public init(daily: Int = 7, weekly: Int = 5, monthly: Int = 12) {
        self.daily = daily
        self.weekly = weekly
        self.monthly = monthly
    }

    /// Which of the backups made at `instants` stay. Days, weeks (from Monday) and months without a backup do not count,
    /// so that a pause loses nothing. The newest one always stays.
    public func kept(_ instants: [Instant], offset: UTCOffset) -> Set<Instant> {
        let newestFirst = instants.sorted(by: >)
        var kept: Set<Instant> = []
        if let newest = newestFirst.first { kept.insert(newest) }
        func keep(_ count: Int, _ bucket: (CivilDate) -> Int) {
            var seen: Set<Int> = []
            for instant in newestFirst where seen.count < count {
                if seen.insert(bucket(offset.civil(instant).date)).inserted { kept.insert(instant) }
            }
        }
        keep(daily) { $0.dayNumber }
        keep(weekly) { $0.dayNumber - $0.weekday }
        keep(monthly) { $0.components.year * 12 + $0.components.month }
        return kept
    }
}
