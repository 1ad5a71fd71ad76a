import Casework

/// One appraisal with something of everything.
extension Township {
    static let appraisal: Appraisal = {
        let member = agents[0].member
        let november = CivilMonth(of: centre.offset.civil(now).date)
        let supervisor = StaffID(2)
        func finding(_ number: Int, _ day: String) -> ConductFinding {
            let date = CivilDate(day) ?? CivilDate(dayNumber: 0)
            return ConductFinding(
                number: number, kind: .notAtPost, fact: "坐班时间窗口无人", on: date,
                recorded: .init(by: supervisor, on: date), verification: .init(by: reviewer.id, on: date),
                evidence: .inspection(number))
        }
        let findings = [finding(1, "2026-03-05"), finding(2, "2026-07-09"), finding(3, "2026-11-12")]
        let accepted = [31, 28, 12, 40, 44, 39, 20, 8, 25, 33, 36, 42]
        let months = accepted.enumerated().map { index, count in
            let month = november.advanced(by: index - 11)
            return Appraisal.Month(
                month: month,
                counts: [
                    .accepted: count, .completed: count - 2, .approved: count - 3, .returned: index % 4,
                    .complained: index == 11 ? 3 : 0,
                ], ratings: RatingAppraisal(levels: [5, 4, 2], badRating: 2), outsideDuty: count / 4,
                attended: index == 6 ? 21 : 38, sessions: 40, findings: findings.filter { $0.monthOfEffect == month })
        }
        let since = CivilDate(dayNumber: 0)
        return Appraisal(
            member: member, months: months,
            proposal: TenureProposal(
                month: november,
                replacement: ReplacementReview(
                    months: [
                        MonthOfWork(
                            month: november, handled: ["YX261120-0010"],
                            complainedAbout: ["YX261103-0002", "YX261109-0011", "YX261111-0007"])
                    ], findings: findings, servesSince: since, through: november,
                    rules: AgentRules.Replacement(
                        idleMonths: 3, overdue: 5, complaints: 3, combination: .any, onFraud: true)),
                dismissal: DismissalReview(
                    findings: findings, servesSince: since, on: november.lastDay,
                    rules: AgentRules.Dismissal(count: 3, window: .year))))
    }()
}
