import Casework
import GRDB

/// Reading duty: the facts of some days, the months that follow from them, what waits for a supervisor.
extension CaseStore {
    /// What the record says about duty from one day to another.
    ///
    /// - Parameter people: `nil` for everybody who serves at fixed hours; whoever stands in for one of them has to be among
    ///   them, or is taken not to have come.
    public func duty(
        of people: Set<StaffID>? = nil, from first: CivilDate, to last: CivilDate
    ) throws(StoreError) -> DutyFacts {
        try read { database in
            let offset = try CentreProjection.centre(in: database).offset
            return try DutyReader(database: database, offset: offset).facts(of: people, from: first, to: last)
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
        try read { try Self.attendance(in: month, of: person, village: village, rules: rules, now: now, $0) }
    }

    static func attendance(
        in month: CivilMonth, of person: StaffID? = nil, village: String? = nil, rules: Rules, now: Instant,
        _ database: Database
    ) throws -> [AttendanceMonth] {
        let offset = rules.offset
        let facts = try DutyReader(database: database, offset: offset).facts(
            of: nil, from: month.firstDay, to: month.lastDay)
        let book = AttendanceBook(rules, facts)
        let accepted = try acceptances(
            from: offset.instant(month.firstDay), to: offset.instant(month.lastDay.advanced(days: 1)), in: database)
        let end = offset.instant(month.lastDay.advanced(days: 1))
        return facts.people.filter { one in
            (person == nil || one.member.id == person) && (village == nil || one.member.village == village)
                && (one.since.map { $0 < end } ?? true)
                && (one.until.map { offset.instant(month.firstDay) < $0 } ?? true)
        }.map { one in
            book.month(month, of: one, acceptances: accepted[one.member.id] ?? [], now: now)
        }
    }

    /// The cases that a person accepted outside duty hours: those that ``AttendanceMonth/acceptedOutside`` counts, with
    /// their entries, oldest first.
    public func acceptancesOutsideDuty(
        of person: StaffMember, in period: ReportPeriod, rules: Rules, limit: Int
    ) throws(StoreError) -> [CountedCase] {
        try read { database in
            let exceptions = try DutyReader(database: database, offset: rules.offset)
                .exceptions(period.firstDay, period.lastDay)
            let book = AttendanceBook(rules, DutyFacts(exceptions: exceptions))
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT journal.seq, journal.at, cases.number, cases.item \
                    FROM journal INDEXED BY journal_acceptances_by_time JOIN cases ON cases.id = journal.subject \
                    WHERE journal.subject_kind = 'case' AND journal.kind = 'accepted' AND journal.at >= ? \
                    AND journal.at < ? AND journal.actor = ? ORDER BY journal.at, journal.seq
                    """,
                arguments: [
                    period.start(rules.offset).milliseconds, period.end(rules.offset).milliseconds, person.id.value,
                ])
            var found: [CountedCase] = []
            while found.count < limit, let row = try rows.next() {
                let at = Instant(milliseconds: try row.value(1))
                guard !book.isOnDuty(at, in: person.village) else { continue }
                found.append(
                    CountedCase(
                        sequence: try row.value(0), at: at, number: try row.value(2), item: try row.value(3),
                        factor: 1))
            }
            return found
        }
    }

    /// When who accepted cases, oldest first.
    static func acceptances(
        from start: Instant, to end: Instant, in database: Database
    ) throws -> [StaffID: [Instant]] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT actor, at FROM journal INDEXED BY journal_acceptances_by_time \
                    WHERE subject_kind = 'case' AND kind = 'accepted' AND at >= ? AND at < ? ORDER BY at, seq
                    """), arguments: [start.milliseconds, end.milliseconds])
        var accepted: [StaffID: [Instant]] = [:]
        while let row = try rows.next() {
            accepted[StaffID(try row.value(0)), default: []].append(Instant(milliseconds: try row.value(1)))
        }
        return accepted
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
