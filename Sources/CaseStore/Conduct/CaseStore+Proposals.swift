import Casework
import GRDB

/// What the record itself suggests to be found.
extension CaseStore {
    /// The findings that a month of the record suggests and that nobody has taken over, by person.
    ///
    /// Summaries are late only from the first month on of which one was handed in: before that nobody entered them.
    public func findingProposals(
        in month: CivilMonth, rules: Rules, at now: Instant
    ) throws(StoreError) -> [FindingProposal] {
        try read { database in
            let begin = try Self.firstSummaryMonth(in: database)
            let summaries =
                begin.map { $0 <= month } == true ? try Self.summaryReturns(of: month, in: database) : nil
            return try Self.findingProposals(in: month, summaries: summaries, rules: rules, at: now, in: database)
        }
    }

    static func findingProposals(
        in month: CivilMonth, summaries: [String: Instant]?, rules: Rules, at now: Instant, in database: Database
    ) throws -> [FindingProposal] {
        let records = try StaffProjection.fetch("", [], in: database)
        let agents = rules.rulebook.agents
        let inspections = try inspections(from: month.firstDay, through: month.lastDay, in: database).map(\.inspection)
        let known = Dictionary(
            records.map { ($0.member.id, $0.findings ?? []) }, uniquingKeysWith: { first, _ in first })
        let sessions =
            try AbsenceCheck(of: inspections, rules: rules, in: database)?.sessions(of: inspections) ?? [:]
        var proposals = ofAbsences(inspections, sessions, known)
        for line in try trainings(in: database) where month.contains(line.training.on) {
            proposals += FindingProposal.missed(line.training)
        }
        proposals += try ofCases(in: month, records, rules: rules, at: now, in: database)
        if let summaries, let summary = agents.summary {
            for member in records.map(\.member) where member.role == .agent && member.isActive {
                guard let village = member.village else { continue }
                let proposal = FindingProposal(
                    summaryOf: village, by: member.id, month, handedIn: summaries[village], rules: summary,
                    offset: rules.offset, now: now)
                if let proposal { proposals.append(proposal) }
            }
        }
        let numbers = Dictionary(
            records.map { ($0.member.id, $0.member.number) }, uniquingKeysWith: { first, _ in first })
        return proposals.filter { !$0.isKnown(in: known[$0.member] ?? []) }
            .sorted {
                (numbers[$0.member] ?? "", $0.on, $0.kind.rawValue, $0.evidence.reference)
                    < (numbers[$1.member] ?? "", $1.on, $1.kind.rawValue, $1.evidence.reference)
            }
    }

    /// Who was missing, once for each session, and not where one is a finding already.
    private static func ofAbsences(
        _ inspections: [Inspection], _ sessions: [Int: DutySessionID], _ known: [StaffID: [ConductFinding]]
    ) -> [FindingProposal] {
        var proposed: [StaffID: Set<DutySessionID>] = [:]
        return inspections.compactMap { inspection in
            guard let agent = inspection.missed, let session = sessions[inspection.number],
                known[agent]?.contains(where: { $0.isAbsence(in: session, sessions) }) != true,
                proposed[agent, default: []].insert(session).inserted
            else { return nil }
            return FindingProposal(inspection, absentIn: session)
        }
    }

    /// Incomplete entries of the cases that were approved in the month, and complaints that were upheld in it. What came
    /// from elsewhere with its end behind it is no entry of this ledger.
    private static func ofCases(
        in month: CivilMonth, _ records: [StaffRecord], rules: Rules, at now: Instant, in database: Database
    ) throws -> [FindingProposal] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT case_id, case_work.kind, max(case_work.at), detail, sum(factor) FROM case_work \
                JOIN journal ON journal.seq = case_work.seq AND journal.kind <> 'registered' \
                WHERE staff = ? AND month = ? AND case_work.kind IN ('approved', 'complaint-upheld') \
                GROUP BY case_id, case_work.kind, detail
                """)
        var proposals: [FindingProposal] = []
        for member in records.map(\.member) where member.role == .agent {
            for row in try Row.fetchAll(statement, arguments: [member.id.value, month.description]) {
                guard try (row.value(4) as Int) > 0,
                    let value = try CaseProjection.find(CaseID(try row.value(0)), in: database)
                else { continue }
                let day = rules.offset.civil(Instant(milliseconds: try row.value(2))).date
                switch try row.workKind(1) {
                case .approved:
                    guard let last = value.closedAt, month.contains(rules.offset.civil(last).date) else { continue }
                    let proposal = FindingProposal(
                        value, approvedOn: day, fields: rules.rulebook.agents.ledger.fields, at: now)
                    if let proposal { proposals.append(proposal) }
                default:
                    let number: Int? = try row.value(3)
                    guard let complaint = value.facts.complaints.first(where: { $0.number == number }),
                        let proposal = FindingProposal(upheld: complaint, about: value, against: member.id, on: day)
                    else { continue }
                    proposals.append(proposal)
                }
            }
        }
        return proposals
    }
}
