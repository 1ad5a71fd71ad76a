/// Which acceptances were made outside the hours of duty (班外受理; 建政发〔2022〕33号 二(三)1): the one rule behind the month of
/// attendance, the attendance sheet and the appraisal.
///
/// - An acceptance is the work of who had the case in hand (``CaseWork``), whoever pressed the key, and stands in the
///   month in which the record counts it.
/// - It is outside when nobody of that person's village, or of the centre, had to be at the post at that moment: by the
///   season's hours, the calendar, and the exceptions of the village.
/// - One that was taken back is taken off again, in the month in which that happened, on the side on which it stood: by
///   the moment of the acceptance.
/// - Midnight on the dot is the day alone, of an import that knows no time: not outside.
public struct OutsideDuty: Sendable {
    /// One acceptance, or one that was taken back.
    public struct Acceptance: Hashable, Sendable {
        /// When the case was accepted, also of one that was taken back later.
        public var at: Instant
        /// 1, or -1 for what was taken back.
        public var factor: Int

        public init(at: Instant, factor: Int = 1) {
            self.at = at
            self.factor = factor
        }
    }

    /// How many of some acceptances fell on which side.
    public struct Count: Hashable, Sendable {
        public var outside: Int
        public var onDuty: Int

        public init(outside: Int = 0, onDuty: Int = 0) {
            self.outside = outside
            self.onDuty = onDuty
        }
    }

    private struct Place: Hashable {
        var day: CivilDate
        var village: String?
    }

    private let plan: DutyPlan
    private let exceptions: [Entered<DutyException>]
    private var known: [Place: [DutyPlan.Session]] = [:]

    /// - Parameter exceptions: all that could cover a moment that is asked about.
    public init(plan: DutyPlan, exceptions: [Entered<DutyException>]) {
        self.plan = plan
        self.exceptions = exceptions
    }

    public mutating func contains(_ instant: Instant, in village: String?) -> Bool {
        let (day, millisecond) = plan.offset.civil(instant)
        guard millisecond != 0 else { return false }
        let place = Place(day: day, village: village)
        let sessions = known[place] ?? plan.day(day, in: village, exceptions).due
        known[place] = sessions
        return !sessions.contains { $0.from <= instant && instant < $0.to }
    }

    public mutating func count(_ acceptances: some Sequence<Acceptance>, in village: String?) -> Count {
        var count = Count()
        for acceptance in acceptances {
            if contains(acceptance.at, in: village) {
                count.outside += acceptance.factor
            } else {
                count.onDuty += acceptance.factor
            }
        }
        return count
    }
}
