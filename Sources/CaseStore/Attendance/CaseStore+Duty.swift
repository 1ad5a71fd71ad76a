import Casework
import GRDB

/// Reading duty: the facts of some days, the months that follow from them, what waits for a supervisor.
extension CaseStore {
    /// What the record says about duty from one day to another.
    ///
    /// - Parameter people: `nil` for everybody who serves at fixed hours; whoever stands in for one of them is among them,
    ///   too.
    public func duty(
        of people: Set<StaffID>? = nil, from first: CivilDate, to last: CivilDate
    ) throws(StoreError) -> DutyFacts {
        try read { database in
            let offset = try CentreProjection.centre(in: database).offset
            return try DutyReader(database: database, offset: offset).facts(of: people, from: first, to: last)
        }
    }

    /// Everybody's duty of a day: the facts, since when they are kept, and the rules they are judged by.
    ///
    /// - Parameter rules: with the national calendar; the centre's own changes are read.
    public func attendanceBook(on day: CivilDate, rules: Rules) throws(StoreError) -> AttendanceBook {
        try read { database in
            var rules = rules
            rules.calendar = rules.calendar.with(try CalendarProjection.changes(in: database))
            let reader = DutyReader(database: database, offset: rules.offset)
            var facts = try reader.facts(of: nil, from: day, to: day)
            facts.keptSince = try reader.keptSince() ?? DutyFacts.never
            return AttendanceBook(rules, facts)
        }
    }

    /// What duty the day of `now` has in a village, or at the centre.
    ///
    /// - Parameter rules: with the national calendar; the centre's own changes are read.
    public func dutyDay(at now: Instant, in village: String?, rules: Rules) throws(StoreError) -> DutyDay {
        try read { database in
            let today = rules.offset.civil(now).date
            var rules = rules
            rules.calendar = rules.calendar.with(try CalendarProjection.changes(in: database))
            let exceptions = try DutyReader(database: database, offset: rules.offset).exceptions(today, today)
            return AttendanceBook(rules, DutyFacts(exceptions: exceptions)).duty(on: today, in: village)
        }
    }

    /// The month of everybody who serves at fixed hours and served in it, by number: each session with its state, and the
    /// sums.
    ///
    ///     let months = try store.attendance(in: month, rules: rules, now: now)
    ///     months.filter { $0.member.village == village }.map { $0.count(.absent) }
    ///
    /// Whoever has no village is asked for by `village: nil` together with the rest.
    public func attendance(
        in month: CivilMonth, of person: StaffID? = nil, village: String? = nil, rules: Rules, now: Instant
    ) throws(StoreError) -> [AttendanceMonth] {
        try read { database in
            try AttendanceReader(database: database, rules: rules, now: now).month(month, of: person.map { [$0] })
                .filter { village == nil || $0.member.village == village }
        }
    }

    /// The acceptances outside duty hours that ``AttendanceMonth/acceptedOutside`` and ``Appraisal/Month/outsideDuty``
    /// count, with their entries, oldest first; what was taken back is among them with -1.
    ///
    /// - Parameter person: with the village whose hours count.
    public func acceptancesOutsideDuty(
        of person: StaffMember, in period: ReportPeriod, rules: Rules, at now: Instant, limit: Int
    ) throws(StoreError) -> [CountedCase] {
        try read { database in
            let reader = AttendanceReader(database: database, rules: rules, now: now)
            var found: [CountedCase] = []
            for month in period.months {
                let end = rules.offset.instant(month.lastDay, minute: 1_440)
                let then = try RulesInForce(database: database).rules(until: end, today: rules, now: now).rules
                var outside = try reader.outsideDuty(then)
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT case_work.seq, case_work.at, cases.number, cases.item, factor, \(AttendanceReader.moment) \
                        FROM case_work JOIN cases ON cases.id = case_work.case_id \
                        WHERE staff = ? AND month = ? AND kind = 'accepted' ORDER BY case_work.at, case_work.seq
                        """, arguments: [person.id.value, month.description])
                for row in rows where found.count < limit {
                    guard outside.contains(Instant(milliseconds: try row.value(5)), in: person.village) else {
                        continue
                    }
                    found.append(
                        CountedCase(
                            sequence: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                            number: try row.value(2), item: try row.value(3), factor: try row.value(4)))
                }
            }
            return found
        }
    }

    /// The leaves that begin on a day or later, and those before that nobody has decided, by person.
    public func leaves(since day: CivilDate, openOnly: Bool = false) throws(StoreError) -> [(StaffMember, Leave)] {
        try read { database in
            let offset = try CentreProjection.centre(in: database).offset
            let facts = try DutyReader(database: database, offset: offset).facts(
                of: nil, from: day.advanced(days: -DutySpan.longest), to: CivilDate(dayNumber: 2_900_000),
                marksOf: .office)
            return facts.people.flatMap { person in
                person.leaves.filter { leave in
                    leave.isOpen || (!openOnly && leave.request.value.span.to >= day)
                }.map { (person.member, $0) }
            }
        }
    }
}

extension AttendanceBook {
    /// The facts under a centre's rules.
    public init(_ rules: Rules, _ facts: DutyFacts) {
        self.init(
            plan: DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset),
            facts: facts)
    }
}
