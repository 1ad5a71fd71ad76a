import CaseStore
import Casework

/// Makes the record of a whole county over years, for trying out and measuring at that size: every case goes through
/// the real commands, step by step, in the order of time.
///
///     try CountyFounder(seed: 7, cases: 1_000_000, years: 10, now: now, rules: rules).found(in: store)
///
/// The same seed, number, instant and rules make the same record. A case takes eight entries on average: registered,
/// accepted, papers taken and given back, supplements, review with its returns, delivery, rating, filing. What has not
/// ended by `now` is open then: the living front of the county.
public struct CountyFounder {
    let seed: UInt64
    let count: Int
    let years: Int
    let now: Instant
    let rules: Rules
    let township: Township

    /// So many entries are in one transaction.
    private static let batchSize = 4_000

    /// - Parameter villages: each has an agent.
    public init(seed: UInt64, cases: Int, years: Int, villages: Int, now: Instant, rules: Rules) {
        self.seed = seed
        count = cases
        self.years = years
        self.now = now
        self.rules = rules
        township = .county(villages: villages)
    }

    /// When the centre began, for ``CaseStore/create(at:centre:now:)``.
    public var opening: Instant { rules.offset.instant(firstDay.advanced(days: -1), minute: 540) }

    public var centre: Centre { township.centre }

    private var firstDay: CivilDate { lastDay.advanced(days: -years * 365 - years / 4) }
    private var lastDay: CivilDate { rules.offset.civil(now).date }

    /// - Parameter progress: called with (cases registered, cases in all); `false` stops there, what was recorded stays.
    public func found(
        in store: CaseStore, progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
    ) throws(SimulationError) {
        let staff = try CountyStaff.enrol(township, seed: seed, in: store, at: opening)
        var chronicle = CountyChronicle(
            staff: staff, requests: RequestMaker(township: township),
            hours: WorkingHours(calendar: rules.calendar, offset: rules.offset), rules: rules, seed: seed, now: now)
        var days = SubmissionDays(count: count, from: firstDay, to: lastDay, hours: chronicle.hours)
        var done = 0
        guard progress(0, count) else { throw .stopped }
        while true {
            let isGoingOn = try store.simulate { writer in
                var entries = 0
                while entries < Self.batchSize {
                    // The next day's cases are planned before anything of that day happens.
                    while let day = days.next(before: chronicle.nextAt, rules.offset) {
                        chronicle.plan(day.count, on: day.date, from: done)
                        done += day.count
                    }
                    guard try chronicle.step(&writer) else { return false }
                    entries += 1
                }
                return true
            }
            guard isGoingOn else { break }
            guard progress(done, count) else { throw .stopped }
        }
        guard progress(count, count) else { throw .stopped }
    }
}
