import Casework
import GRDB

/// Makes months of attendance, inside one access to the record: for the desk, the sheet and the appraisal alike.
///
/// Each month goes by the rules that were in force at its end (``RulesInForce``).
struct AttendanceReader {
    let database: Database
    /// Today's.
    let rules: Rules
    let now: Instant

    private var offset: UTCOffset { rules.offset }

    /// A month of everybody, or of some, who serve at fixed hours and served in it or accepted cases in it, by number.
    ///
    /// - Parameter people: `nil` for everybody.
    func month(_ month: CivilMonth, of people: Set<StaffID>? = nil) throws -> [AttendanceMonth] {
        let (start, end) = (offset.instant(month.firstDay), offset.instant(month.lastDay, minute: 1_440))
        let rules = try RulesInForce(database: database).rules(until: end, today: rules, now: now).rules
        let reader = DutyReader(database: database, offset: offset)
        var facts = try reader.facts(of: people, from: month.firstDay, to: month.lastDay)
        facts.keptSince = try reader.keptSince() ?? DutyFacts.never
        let book = AttendanceBook(rules, facts)
        var outside = try outsideDuty(rules)
        return try facts.people.compactMap { one in
            guard people?.contains(one.member.id) ?? true, one.member.role.hasDeskDuty else { return nil }
            let acceptances = try acceptances(of: one.member.id, in: month)
            let served = (one.since.map { $0 < end } ?? true) && (one.until.map { start < $0 } ?? true)
            guard served || !acceptances.isEmpty else { return nil }
            return book.month(
                month, of: one, accepted: outside.count(acceptances, in: one.member.village), now: now)
        }
    }

    /// The rule about acceptances, with all exceptions that there are: what came in by file from a village counts in
    /// another month than that of its moment.
    func outsideDuty(_ rules: Rules) throws -> OutsideDuty {
        let exceptions = try DutyReader(database: database, offset: offset)
            .exceptions(DutyFacts.always, DutyFacts.never)
        return OutsideDuty(
            plan: DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: offset),
            exceptions: exceptions)
    }

    /// What counts as acceptances of a person in a month.
    func acceptances(of person: StaffID, in month: CivilMonth) throws -> [OutsideDuty.Acceptance] {
        let rows = try RawStatement(cached: Self.acceptances, in: database)
        rows.bind(person.value, 1)
        rows.bind(month.description, 2)
        defer { rows.reset() }
        var found: [OutsideDuty.Acceptance] = []
        while try rows.next() {
            let at = Instant(milliseconds: rows.integer(0))
            found.append(OutsideDuty.Acceptance(at: at, factor: Int(rows.integer(1))))
        }
        return found
    }

    /// The moment of one that was taken back is that of the acceptance. The key begins with the person, the month and the
    /// kind: nothing is sorted.
    static let acceptances = """
        SELECT \(moment), factor FROM case_work WHERE staff = ?1 AND month = ?2 AND kind = 'accepted' ORDER BY seq
        """

    static let moment = """
        CASE WHEN factor > 0 THEN case_work.at ELSE coalesce((SELECT accepted.at FROM journal AS accepted \
        INDEXED BY journal_by_subject WHERE accepted.subject_kind = 'case' AND accepted.subject = case_work.case_id \
        AND accepted.kind = 'accepted' AND accepted.seq < case_work.seq ORDER BY accepted.seq DESC LIMIT 1), \
        case_work.at) END
        """
}
