/// Should an agent be replaced? The reasons, each with what it rests on (武政管办〔2022〕36号 第十五条).
///
/// A review finds; people decide: whoever is found here is a case for a conversation, "in principle" replaced.
public struct ReplacementReview: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// No case in these months in a row.
        case idle([CivilMonth])
        /// Too many online cases overdue through own fault in the month.
        case overdue(CivilMonth, cases: [String])
        /// Complaints about too many cases in the month.
        case complaints(CivilMonth, cases: [String])
        case fraud([ConductFinding])

        public var source: RuleSource {
            switch self {
            case .idle: .idle
            case .overdue, .complaints: .faults
            case .fraud: .fraud
            }
        }
    }

    public var reasons: [Reason]
    public var isReplacement: Bool { !reasons.isEmpty }

    /// - Parameters:
    ///   - months: the agent's months of work; one that is not among them had no case, no fault and no complaint.
    ///   - servesSince: months that began before are no idle ones.
    ///   - month: the last one that is looked at; it has ended.
    public init(
        months: [MonthOfWork], findings: [ConductFinding], servesSince: CivilDate, through month: CivilMonth,
        rules: AgentRules.Replacement
    ) {
        let works = Dictionary(months.map { ($0.month, $0) }) { first, _ in first }
        let faults = works[month].map { Self.faults($0, rules) } ?? []
        reasons =
            [Self.idle(works, servesSince, month, rules)].compactMap(\.self) + faults
            + [Self.fraud(findings, month, rules)].compactMap(\.self)
    }

    private static func idle(
        _ works: [CivilMonth: MonthOfWork], _ servesSince: CivilDate, _ month: CivilMonth,
        _ rules: AgentRules.Replacement
    ) -> Reason? {
        guard rules.idleMonths > 0 else { return nil }
        let months = (0..<rules.idleMonths).reversed().map { month.advanced(by: -$0) }
        guard let first = months.first, servesSince <= first.firstDay,
            months.allSatisfy({ works[$0]?.handled.isEmpty ?? true })
        else { return nil }
        return .idle(months)
    }

    private static func faults(_ work: MonthOfWork, _ rules: AgentRules.Replacement) -> [Reason] {
        let overdue = Set(work.overdueByOwnFault).sorted()
        let complaints = work.complainedAbout.sorted()
        let isOverdue = rules.overdue > 0 && overdue.count >= rules.overdue
        let isComplained = rules.complaints > 0 && complaints.count >= rules.complaints
        switch rules.combination {
        case .any: break
        case .all: guard isOverdue, isComplained else { return [] }
        }
        return (isOverdue ? [.overdue(work.month, cases: overdue)] : [])
            + (isComplained ? [.complaints(work.month, cases: complaints)] : [])
    }

    /// Proven means: verified, and not reversed by the end of the month.
    private static func fraud(
        _ findings: [ConductFinding], _ month: CivilMonth, _ rules: AgentRules.Replacement
    ) -> Reason? {
        guard rules.onFraud else { return nil }
        let proven = findings.filter { $0.kind == .fraud && $0.isStanding(atEndOf: month.lastDay) }
        return proven.isEmpty ? nil : .fraud(proven)
    }
}
