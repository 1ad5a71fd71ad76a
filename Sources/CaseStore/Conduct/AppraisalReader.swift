import Casework
import GRDB

/// Puts appraisals together from the rows of the record, inside one transaction. What it says of duty is the month of
/// attendance (``AttendanceReader``), counted nowhere else.
struct AppraisalReader {
    let database: Database
    let rules: Rules
    let now: Instant

    /// So many months a trend has.
    static let months = 12

    private var attendance: AttendanceReader { AttendanceReader(database: database, rules: rules, now: now) }

    func appraisal(of person: StaffID, in month: CivilMonth) throws -> Appraisal? {
        guard let record = try StaffProjection.find(person, in: database) else { return nil }
        return try appraisal(record, month, duty(of: [record], through: month))
    }

    func appraisals(_ records: [StaffRecord], in month: CivilMonth, step: () throws -> Void = {}) throws -> [Appraisal]
    {
        let duty = try duty(of: records, through: month)
        return try records.map { record in
            try step()
            return try appraisal(record, month, duty)
        }
    }

    private typealias Duty = [CivilMonth: [StaffID: AttendanceMonth]]

    /// The months of attendance of some people.
    private func duty(of records: [StaffRecord], through month: CivilMonth) throws -> Duty {
        // One by one they are found by their keys, many in one go.
        let people = records.count > 4 ? nil : Set(records.map(\.member.id))
        var duty: Duty = [:]
        for distance in 0..<Self.months {
            let current = month.advanced(by: -distance)
            guard rules.offset.instant(current.firstDay) <= now else { continue }
            duty[current] = Dictionary(
                try attendance.month(current, of: people).map { ($0.member.id, $0) }, uniquingKeysWith: { $1 })
        }
        return duty
    }

    private func appraisal(_ record: StaffRecord, _ month: CivilMonth, _ duty: Duty) throws -> Appraisal {
        let person = record.member.id
        let first = month.advanced(by: 1 - Self.months)
        var months = (0..<Self.months).map { Appraisal.Month(month: first.advanced(by: $0)) }
        func place(_ text: CivilMonth) -> Int? { months.firstIndex { $0.month == text } }

        var levels: [CivilMonth: [Int]] = [:]
        for row in try rows(sums, [person.value, first.description, month.description]) {
            guard let index = place(try row.month(0)) else { continue }
            months[index].counts[try row.workKind(1)] = try row.value(2)
        }
        for row in try rows(ratings, [person.value, first.description, month.description]) {
            levels[try row.month(0), default: []] += Array(repeating: try row.value(1), count: max(0, try row.value(2)))
        }
        let findings = record.findings ?? []
        let since = try servesSince(record)
        for index in months.indices {
            let current = months[index].month
            months[index].ratings = RatingAppraisal(
                levels: levels[current] ?? [], badRating: rules.rulebook.badRating)
            if let own = duty[current]?[person] {
                (months[index].attended, months[index].sessions) = (own.present, own.due)
                months[index].outsideDuty = own.acceptedOutside
            }
            months[index].findings = findings.filter { $0.monthOfEffect == current }
        }
        let work = try works(of: person, through: month)
        let agents = rules.rulebook.agents
        // Nobody was idle in a month that nothing was written down of.
        let begin = try CaseStore.firstDay(of: database, rules.offset) ?? rules.offset.civil(now).date
        let proposal = TenureProposal(
            month: month,
            replacement: ReplacementReview(
                months: work, findings: findings, servesSince: max(since, begin), through: month,
                rules: agents.replacement),
            dismissal: agents.dismissal.map {
                DismissalReview(findings: findings, servesSince: since, on: month.lastDay, rules: $0)
            })
        let decisions = try CaseStore.tenureDecisions(of: person, in: database).map { line in
            Appraisal.Decided(
                line.decision, by: try StaffProjection.find(line.actor, in: database)?.member.name ?? "",
                on: rules.offset.civil(line.at).date)
        }
        return Appraisal(
            member: record.member, months: months, proposal: proposal,
            decisions: Dictionary(decisions.map { ($0.decision.month, $0) }, uniquingKeysWith: { $1 }))
    }

    /// The first day of the present tenure: that of the appointment, or of the enrolment.
    private func servesSince(_ record: StaffRecord) throws -> CivilDate {
        if let step = record.appointment?.last(where: { $0.step == .appointment }) { return step.on }
        let statement = try database.cachedStatement(
            sql: """
                SELECT max(at) FROM journal WHERE subject_kind = 'staff' AND subject = ? AND kind = 'enrolled'
                """)
        let at = try Int64.fetchOne(statement, arguments: [record.member.id.value]) ?? now.milliseconds
        return rules.offset.civil(Instant(milliseconds: at)).date
    }

    /// The months that a review for replacement looks at. For a month in which there was work, one case stands for all:
    /// the review asks whether there was any.
    private func works(of person: StaffID, through month: CivilMonth) throws -> [MonthOfWork] {
        let idle = max(1, rules.rulebook.agents.replacement.idleMonths)
        let first = month.advanced(by: 1 - idle)
        var works: [CivilMonth: MonthOfWork] = [:]
        for row in try rows(handled, [person.value, first.description, month.description]) {
            let current = try row.month(0)
            works[current] = MonthOfWork(month: current, handled: [try row.value(1)])
        }
        var overdue: [String: Int] = [:]
        var dismissed: Set<String> = []
        var complained: Set<String> = []
        for row in try rows(faults, [person.value, month.description]) {
            let number: String = try row.value(1)
            let (factor, detail): (Int, Int?) = (try row.value(2), try row.value(3))
            switch try row.workKind(0) {
            // Online cases alone count (第十五条).
            case .overdueByFault: if detail == 1 { overdue[number, default: 0] += factor }
            case .complained: complained.insert(Self.complaint(number, detail))
            case .complaintDismissed: dismissed.insert(Self.complaint(number, detail))
            default: break
            }
        }
        guard !overdue.isEmpty || !complained.isEmpty else { return Array(works.values) }
        var work = works[month] ?? MonthOfWork(month: month)
        work.overdueByOwnFault = overdue.filter { $0.value > 0 }.keys.sorted()
        work.complainedAbout = Set(
            complained.subtracting(dismissed).compactMap { $0.split(separator: " ").first.map(String.init) })
        works[month] = work
        return Array(works.values)
    }

    private static func complaint(_ number: String, _ complaint: Int?) -> String { "\(number) \(complaint ?? 0)" }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }

    /// In the order of the key: nothing is sorted.
    private var sums: String {
        """
        SELECT month, kind, sum(factor) FROM case_work WHERE staff = ? AND month BETWEEN ? AND ? GROUP BY month, kind
        """
    }

    private var ratings: String {
        """
        SELECT month, detail, sum(factor) FROM case_work \
        WHERE staff = ? AND month BETWEEN ? AND ? AND kind = 'rated' AND detail IS NOT NULL GROUP BY month, detail
        """
    }

    private var handled: String {
        """
        SELECT month, (SELECT number FROM cases WHERE id = one) FROM (SELECT month, min(case_id) AS one FROM case_work \
        WHERE staff = ? AND month BETWEEN ? AND ? AND kind IN ('accepted', 'answered', 'completed', 'declined') \
        GROUP BY month)
        """
    }

    private var faults: String {
        """
        SELECT case_work.kind, number, factor, detail FROM case_work JOIN cases ON cases.id = case_id \
        WHERE staff = ? AND month = ? AND case_work.kind IN ('complained', 'complaint-dismissed', 'overdue-by-fault')
        """
    }
}

extension CaseStore {
    /// The appraisal of one person in a month, with the eleven before.
    public func appraisal(
        of person: StaffID, in month: CivilMonth, rules: Rules, at now: Instant
    ) throws(StoreError) -> Appraisal? {
        try read { try AppraisalReader(database: $0, rules: rules, now: now).appraisal(of: person, in: month) }
    }

    /// The appraisals of the agents, or of those of a village, by number. Who has left before the month is left out.
    public func appraisals(
        in month: CivilMonth, village: String? = nil, rules: Rules, at now: Instant
    ) throws(StoreError) -> [Appraisal] {
        try read { database in
            let first = rules.offset.instant(month.firstDay)
            let records = try StaffProjection.fetch(
                "WHERE role = ? AND (?2 IS NULL OR village = ?2)", [Role.agent.rawValue, village], in: database
            ).filter { $0.leftAt.map { $0 >= first } ?? true }
            return try AppraisalReader(database: database, rules: rules, now: now).appraisals(records, in: month)
        }
    }
}
