import Casework
import GRDB

/// Reads the facts about duty: who came and went, who was on leave, what was corrected, who stood in, and when which
/// village had no duty.
struct DutyReader {
    let database: Database
    let offset: UTCOffset
    /// As they were read before, for who keeps them.
    var known: KnownPeople?

    /// - Parameters:
    ///   - wanted: `nil` for everybody who serves at fixed hours, also those who have left; whoever stands in for one of
    ///     them is read, too.
    ///   - first: the days, by the centre's civil time; what lasts longer is found with any of its days.
    ///   - person: whose marks alone are read; `nil` for all.
    func facts(
        of wanted: Set<StaffID>?, from first: CivilDate, to last: CivilDate, marksOf person: StaffID? = nil
    ) throws -> DutyFacts {
        var people: [StaffID: PersonalDuty] = [:]
        for record in try records(wanted) {
            let member = record.member
            guard wanted != nil || member.role.hasDeskDuty || member.id == person else { continue }
            people[member.id] = PersonalDuty(member: member, until: record.leftAt)
        }
        try entries(&people, first, last)
        if let wanted {
            let others = Set(people.values.flatMap(\.standIns).map(\.value.by)).subtracting(wanted)
            for record in try records(others) {
                people[record.member.id] = PersonalDuty(member: record.member, until: record.leftAt)
            }
        }
        try beginnings(&people)
        if let only = person.map({ [$0] }) ?? wanted.map({ _ in Array(people.keys) }) {
            for id in only { try marks(&people, of: id, first, last) }
        } else {
            try marks(&people, of: nil, first, last)
        }
        return DutyFacts(
            exceptions: try exceptions(first, last),
            people: people.values.sorted { ($0.member.number, $0.member.id) < ($1.member.number, $1.member.id) })
    }

    /// The day of the first mark that was entered; `nil` where nobody keeps attendance. Not the earliest one: a single clock
    /// that stands years behind would make everybody absent in all those years.
    func keptSince() throws -> CivilDate? {
        let at = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT at FROM attendance ORDER BY seq LIMIT 1"))
        return at.map { offset.civil(Instant(milliseconds: $0)).date }
    }

    private func records(_ wanted: Set<StaffID>?) throws -> [StaffRecord] {
        guard let wanted else {
            return try (known ?? KnownPeople()).records(
                "SELECT id, number, body FROM staff ORDER BY number", in: database)
        }
        return try wanted.sorted().compactMap { try StaffProjection.find($0, in: database) }
    }

    /// Since when each serves.
    private func beginnings(_ people: inout [StaffID: PersonalDuty]) throws {
        for id in people.keys {
            let at = try RawStatement.number(
                """
                SELECT at FROM journal INDEXED BY journal_by_subject \
                WHERE subject_kind = 'staff' AND subject = ? ORDER BY seq LIMIT 1
                """, id.value, in: database)
            people[id]?.since = at.map(Instant.init(milliseconds:))
        }
    }

    private static let columns = """
        journal.seq, journal.at, journal.actor, journal.subject, journal.kind, journal.body, relay_origins.site
        """
    private static let origins = """
        LEFT JOIN relay_origins ON relay_origins.seq = journal.seq AND relay_origins.is_own = 0
        """

    /// There are four a day and person, so that a year of many people is read row by row.
    private func marks(
        _ people: inout [StaffID: PersonalDuty], of person: StaffID?, _ first: CivilDate, _ last: CivilDate
    ) throws {
        let index = person == nil ? "attendance_by_time" : "attendance_by_staff"
        let rows = try RawStatement(
            cached: """
                SELECT \(Self.columns) FROM attendance INDEXED BY \(index) \
                JOIN journal ON journal.seq = attendance.seq \(Self.origins) \
                WHERE attendance.at >= ?1 AND attendance.at < ?2 \(person == nil ? "" : "AND attendance.staff = ?3") \
                ORDER BY attendance.at, attendance.seq
                """, in: database)
        defer { rows.reset() }
        rows.bind(offset.instant(first).milliseconds, 1)
        rows.bind(offset.instant(last.advanced(days: 1)).milliseconds, 2)
        if let person { rows.bind(person.value, 3) }
        while try rows.next() {
            let id = StaffID(rows.integer(3))
            guard people[id] != nil else { continue }
            let at = Instant(milliseconds: rows.integer(1))
            func entered<Value>(_ value: Value) -> Entered<Value> {
                Entered(
                    entry: rows.integer(0), at: at, actor: StaffID(rows.integer(2)),
                    site: rows.isNull(6) ? nil : rows.text(6), value: value)
            }
            switch try event(rows) {
            case .cameIn(let mark): people[id]?.marks.append(entered(DutyMark(.into, mark)))
            case .wentOut(let mark): people[id]?.marks.append(entered(DutyMark(.out, mark)))
            case .checkedIn: people[id]?.marks.append(entered(DutyMark(.into, at: at)))
            case .checkedOut: people[id]?.marks.append(entered(DutyMark(.out, at: at)))
            case .leaveTaken(let leave): people[id]?.taken.append(entered(leave.reason))
            default: continue
            }
        }
    }

    private func event(_ rows: RawStatement) throws -> StaffEvent {
        do {
            return try StaffEvent(kind: rows.text(4), body: JournalBody(bytes: rows.bytes(5)))
        } catch {
            throw UnreadableRecord(place: "journal entry \(rows.integer(0))", error)
        }
    }

    private func entries(
        _ people: inout [StaffID: PersonalDuty], _ first: CivilDate, _ last: CivilDate
    ) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM duty_entries JOIN journal ON journal.seq = duty_entries.seq \
                    \(Self.origins) WHERE last_day >= ? AND day <= ? ORDER BY duty_entries.seq
                    """), arguments: [first.dayNumber, last.dayNumber])
        while let row = try rows.next() {
            let id = StaffID(try row.value(3))
            guard people[id] != nil else { continue }
            let fact = try event(row)
            switch fact.value {
            case .leaveAsked(let request): people[id]?.leaves.append(Leave(request: fact.with(request)))
            case .leaveGranted(let decision):
                people[id]?.settle(decision.request, .granted(fact.with(decision)))
            case .leaveRefused(let decision):
                people[id]?.settle(decision.request, .refused(fact.with(decision)))
            case .sessionCorrected(let correction): people[id]?.corrections.append(fact.with(correction))
            case .standInSet(let standIn): people[id]?.standIns.append(fact.with(standIn))
            case .standInEnded: people[id]?.endStandIn(at: fact.at)
            default: continue
            }
        }
    }

    /// Whom some people were to stand in for in those days.
    func stoodInFor(by people: Set<StaffID>, from first: CivilDate, to last: CivilDate) throws -> Set<StaffID> {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM duty_entries JOIN journal ON journal.seq = duty_entries.seq \
                    \(Self.origins) WHERE last_day >= ? AND day <= ? AND duty_entries.kind = ?
                    """), arguments: [first.dayNumber, last.dayNumber, StaffEvent.Kind.standInSet.rawValue])
        return Set(
            try rows.compactMap { row in
                guard case .standInSet(let standIn) = try event(row).value, people.contains(standIn.by) else {
                    return nil
                }
                return StaffID(try row.value(3))
            })
    }

    func exceptions(_ first: CivilDate, _ last: CivilDate) throws -> [Entered<DutyException>] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM duty_exceptions JOIN journal ON journal.seq = duty_exceptions.seq \
                    \(Self.origins) WHERE last_day >= ? AND day <= ? ORDER BY duty_exceptions.seq
                    """), arguments: [first.dayNumber, last.dayNumber])
        return try rows.compactMap { row in
            let fact = try JournalFact(
                subjectKind: JournalFact.SubjectKind.centre.rawValue, kind: row.value(4), body: row.value(5),
                sequence: row.value(0))
            guard case .centre(.dutyExcepted(let exception)) = fact else { return nil }
            return Entered(
                entry: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                actor: StaffID(try row.value(2)), site: try row.value(6), value: exception)
        }
    }

    private func event(_ row: Row) throws -> Entered<StaffEvent> {
        let fact = try JournalFact(
            subjectKind: JournalFact.SubjectKind.staff.rawValue, kind: row.value(4), body: row.value(5),
            sequence: row.value(0))
        guard case .staff(let event) = fact else {
            throw UnreadableRecord(place: "journal entry \((try row.value(0) as Int64))", detail: "not about a person")
        }
        return Entered(
            entry: try row.value(0), at: Instant(milliseconds: try row.value(1)), actor: StaffID(try row.value(2)),
            site: try row.value(6), value: event)
    }
}

extension Entered {
    /// Another value of the same entry.
    fileprivate func with<Other>(_ other: Other) -> Entered<Other> {
        Entered<Other>(entry: entry, at: at, actor: actor, site: site, value: other)
    }
}

extension PersonalDuty {
    fileprivate mutating func settle(_ request: String, _ status: Leave.Status) {
        guard let index = leaves.firstIndex(where: { $0.request.value.id == request }) else { return }
        leaves[index].status = status
    }

    fileprivate mutating func endStandIn(at instant: Instant) {
        guard let last = standIns.indices.last else { return }
        if standIns[last].value.until.map({ instant < $0 }) ?? true { standIns[last].value.until = instant }
    }
}
