/// Counts by the hours of duty, many moments at a time: each day's sessions are worked out once.
public struct DutyCount {
    private let plan: DutyPlan
    private var days: [CivilDate: [DutyPlan.Session]] = [:]

    public init(_ plan: DutyPlan) {
        self.plan = plan
    }

    private mutating func sessions(on day: CivilDate) -> [DutyPlan.Session] {
        if let known = days[day] { return known }
        let sessions = plan.sessions(on: day)
        days[day] = sessions
        return sessions
    }

    /// Whether nobody has to be at the post then (建政发〔2022〕33号 二(三)1).
    public mutating func isOutside(_ instant: Instant) -> Bool {
        !sessions(on: plan.offset.civil(instant).date).contains { $0.from <= instant && instant < $0.to }
    }

    /// How many of a month's sessions somebody was there at, of those that were over by `now`.
    ///
    /// - Parameter times: when the person was there, oldest first: from, to; an open end is `nil` and lasts to the end of
    ///   the day at most.
    public mutating func attended(
        _ times: [(from: Instant, to: Instant?)], in month: CivilMonth, now: Instant
    ) -> (attended: Int, sessions: Int) {
        var result = (attended: 0, sessions: 0)
        var day = month.firstDay
        while day <= month.lastDay {
            let midnight = plan.offset.instant(day, minute: 1_440)
            for session in sessions(on: day) where session.to <= now {
                result.sessions += 1
                let wasThere = times.contains { time in
                    let end = time.to ?? plan.offset.instant(plan.offset.civil(time.from).date, minute: 1_440)
                    return time.from < session.to && min(end, midnight) > session.from
                }
                if wasThere { result.attended += 1 }
            }
            day = day.advanced(days: 1)
        }
        return result
    }
}
