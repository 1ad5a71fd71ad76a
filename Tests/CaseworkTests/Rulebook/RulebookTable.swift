import Casework
import Testing

/// What the five documents say, one line for each rule: what the loaded rulebooks have to hold, typed from the documents.
struct RulebookTable {
    /// In the order of the columns.
    static let names = ["standard", "wuyi", "neixiang", "jianning", "pingli", "sichuan"]

    /// One rule in all rulebooks.
    struct Row: Sendable, CustomTestStringConvertible {
        /// The setting or heading that the row is about.
        var path: String
        /// How a loaded rulebook says it, from its values and not from its text.
        var say: @Sendable (Rulebook) -> String
        var expected: [String]
        var testDescription: String { path }

        init(_ path: String, _ say: @escaping @Sendable (Rulebook) -> String, _ expected: String...) {
            self.path = path
            self.say = say
            // One value stands for all.
            self.expected = expected.count == 1 ? Array(repeating: expected[0], count: names.count) : expected
        }
    }

    /// `24 hours, non-working`, with the end of the day where days are counted, and the warning mark.
    static func say(_ rule: ClockRule) -> String {
        let limit =
            switch rule.unit {
            case .hours: "\(rule.limit) h"
            case .workingDays: "\(rule.limit) d to \(rule.dayEnd / 60):00"
            case .sameDay: "same day to \(rule.dayEnd / 60):00"
            case .atOnce: "\(rule.limit) min"
            }
        return "\(limit), skips \(rule.skip.rawValue), warns \(rule.warnBefore) before"
    }

    private static let day24 = "24 h, skips non-working, warns 240 before"
    private static let sameDay = "same day to 24:00, skips non-working, warns 240 before"
    private static let sameDayShort = "same day to 24:00, skips non-working, warns 120 before"
    private static let counted72 = "72 h, skips non-working, warns 1440 before"
    private static let wall72 = "72 h, skips none, warns 1440 before"
    private static let threeDays = "3 d to 24:00, skips non-working, warns 1440 before"
    private static let fiveDays = "5 d to 24:00, skips non-working, warns 1440 before"

    static let clocks = [
        Row(
            "clocks.acceptance", { say($0.clocks.acceptance) }, day24, day24, day24, sameDay, sameDay,
            "30 min, skips non-working, warns 10 before"),
        Row("clocks.completion.instant", { say($0.completion(of: .instant)) }, sameDayShort),
        Row(
            "clocks.completion.promised", { say($0.completion(of: .promised)) }, counted72, wall72, counted72,
            threeDays, counted72, counted72),
        Row(
            "clocks.completion.forwarded", { say($0.completion(of: .forwarded)) }, counted72, wall72, counted72,
            threeDays, counted72, counted72),
        Row(
            "clocks.completion.major", { say($0.completion(of: .major)) }, counted72, wall72, counted72, threeDays,
            counted72, counted72),
        Row("clocks.promise", { say($0.clocks.promise) }, threeDays),
        Row("clocks.forwarding", { say($0.clocks.forwarding) }, threeDays),
        Row(
            "clocks.urgent-forwarding", { say($0.clocks.urgentForwarding) },
            "120 min, skips non-working, warns 30 before"),
        Row("clocks.rework", { say($0.clocks.rework) }, day24),
        Row("clocks.holder", { say($0.clocks.holder) }, counted72, wall72, counted72, counted72, counted72, counted72),
        Row("clocks.visit-plan", { say($0.clocks.visitPlan) }, sameDayShort),
        Row("clocks.delivery", { say($0.clocks.delivery) }, threeDays),
        Row("clocks.feedback", { say($0.clocks.feedback) }, fiveDays),
        Row("clocks.follow-up", { say($0.clocks.followUp) }, fiveDays),
        Row("clocks.supplement", { say($0.clocks.supplement) }, "10 d to 24:00, skips non-working, warns 2880 before"),
    ]

    static let steps = [
        Row("review", { "\($0.review)" }, "gate", "gate", "gate", "sample(percent: 20)", "gate", "none"),
        Row("guards.authorisation", { "\($0.guards.authorisation)" }, "true"),
        Row("guards.materials", { "\($0.guards.materials)" }, "true"),
        Row("guards.late-reason", { "\($0.guards.lateReason)" }, "true"),
        Row(
            "guards.verification", { "\($0.guards.verification)" }, "false", "false", "false", "true", "false", "false"),
        Row("guards.signature", { "\($0.guards.signature)" }, "true"),
        Row("urging", { "\($0.urgingInterval) min, \($0.urgingPeriod) h" }, "10 min, 24 h"),
        Row("rating", { "\($0.badRating)" }, "2"),
    ]

    static let items = [
        Row(
            "items.counts", { $0.items.counts.map { "\($0.township), \($0.village)" } ?? "none" }, "none", "none",
            "none", "none", "70, 40", "none"),
        Row(
            "items.areas",
            { $0.items.areas == ContentArea.ten ? "the ten" : $0.items.areas.map(\.text).joined(separator: " ") },
            "the ten", "the ten", "the ten", "the ten", "社保 医疗 养老 公共教育 劳动就业 水、电、气、讯",
            "医疗 教育 社保 户籍 卫健 住建 救助 退役军人 党组织关系转接"),
    ]

    static let people = [
        Row(
            "admission",
            {
                let rule = $0.agents.admission
                return "<\(rule.ageLimit) \(rule.education.rawValue), grid \(rule.gridWorker.rawValue)"
                    + (rule.livesInVillage ? ", lives there" : "") + (rule.usesDevices ? ", devices" : "")
            },
            "<50 senior-middle, grid may, lives there, devices", "<60 junior-middle, grid may, devices",
            "<50 senior-middle, grid must, lives there, devices", "<50 senior-middle, grid never, lives there, devices",
            "<50 senior-middle, grid may, lives there, devices", "<50 senior-middle, grid may, lives there, devices"),
        Row(
            "appointment", { $0.agents.appointment.map(\.rawValue).joined(separator: " ") },
            "nomination vote township-filing appointment county-filing", "appointment county-filing",
            "appointment county-filing", "nomination vote township-filing appointment",
            "nomination vote township-filing appointment county-filing",
            "nomination vote township-filing appointment county-filing"),
        Row(
            "staffing",
            { $0.agents.staffing.map { "\($0.unit) \($0.post.rawValue) \($0.least)" }.joined(separator: ", ") },
            "township township-agent 1, township supervisor 1, township reviewer 1, township window-clerk 2, "
                + "village village-agent 1, department department-helper 1, department supervisor 1",
            "township reviewer 1, village village-agent 1",
            "township township-agent 1, township supervisor 1, village grid-agent 1, group grid-agent 1, "
                + "department department-helper 1, department supervisor 1",
            "township window-clerk 1, village village-agent 1",
            "county county-specialist 5, county liaison-officer 13, township window-clerk 2, village village-agent 1",
            "village village-agent 1, group collector 1"),
        Row(
            "duty",
            {
                let duty = $0.agents.duty
                func say(_ sessions: [AgentRules.Duty.Session]) -> String {
                    sessions.map { "\($0.from)-\($0.to)" }.joined(separator: " ")
                }
                return "\(duty.summerFrom.month)/\(duty.summerFrom.day)-\(duty.summerTo.month)/\(duty.summerTo.day): "
                    + "\(say(duty.summer)); \(say(duty.winter)); make-up \(duty.onMakeUpWorkdays)"
            },
            // 9:00-11:30 and 15:00-18:00; 9:00-11:30 and 14:30-17:30.
            "5/1-9/30: 540-690 900-1080; 540-690 870-1050; make-up true"),
        Row(
            "duty.checks",
            {
                let rule = $0.agents.duty.checks
                return "opens \(rule.opensBefore), late \(rule.lateAfter), early \(rule.earlyBefore)"
            }, "opens 60, late 0, early 0"),
        Row(
            "duty.pins",
            {
                let rule = $0.agents.duty.pins
                return
                    "\(rule.digits) digits, \(rule.pauseSeconds) s after \(rule.pauseAfter), locks at \(rule.lockAfter)"
            }, "4 digits, 30 s after 3, locks at 6"),
        Row(
            "replacement",
            {
                let rule = $0.agents.replacement
                return "\(rule.idleMonths) months; \(rule.overdue) overdue \(rule.combination.rawValue) "
                    + "\(rule.complaints) complaints; fraud \(rule.onFraud)"
            }, "3 months; 5 overdue any 3 complaints; fraud true"),
        Row("training", { "\($0.agents.training.byCounty), \($0.agents.training.byTownship)" }, "1, 2"),
        Row(
            "summary", { $0.agents.summary.map { "\($0.daysAfterMonthEnd), empty \($0.whenEmpty)" } ?? "none" },
            "0, empty true"),
        Row("appeal", { "\($0.agents.appeal.days) days" }, "7 days"),
        Row(
            "ledger", { $0.agents.ledger.fields.map(\.rawValue).joined(separator: " ") },
            "phone authorisation delivery"),
    ]

    static let money = [
        Row(
            "dismissal", { $0.agents.dismissal.map { "\($0.count) in \($0.window)" } ?? "none" }, "3 in year", "none",
            "none", "3 in year", "none", "none"),
        Row(
            "allowance", { $0.agents.yearlyAllowance.map { "\($0) fen" } ?? "none" }, "500000 fen", "none", "none",
            "500000 fen", "none", "none"),
        Row(
            "allowance-parts",
            { "\($0.agents.allowanceRule.remainder.rawValue) \($0.agents.allowanceRule.partMonth.rawValue)" },
            "spread days"),
        Row(
            "deductions",
            {
                $0.agents.deductions.map {
                    "\($0.refusedToAccept) \($0.missedTraining) \($0.notAtPost) \($0.lateSummary) \($0.incompleteLedger)"
                } ?? "none"
            }, "3000 3000 5000 3000 1000", "none", "none", "3000 3000 5000 3000 1000", "none", "none"),
    ]

    static let places = [
        Row(
            "stars",
            {
                $0.agents.stars.map {
                    "\($0.levels.joined(separator: " ")) \($0.leastPercent), plaque \($0.plaqueFrom)"
                }
                    ?? "none"
            }, "基础级 三星级 四星级 五星级 [0, 60, 80, 100], plaque 三星级", "none", "none", "none",
            "基础级 三星级 四星级 五星级 [0, 60, 80, 100], plaque 三星级", "none"),
        Row("checklists.village-point", { "\($0.agents.checklists.villagePoint.count)" }, "8", "8", "8", "6", "6", "8"),
        // Eight things to have, and one to be able to do.
        Row("checklists.centre", { "\($0.agents.checklists.centre.count)" }, "9"),
        Row("checklists.hall", { "\($0.agents.checklists.hall)" }, "40"),
        Row("checklists.leader", { "\($0.agents.checklists.leaderOnSite)" }, "1"),
        Row(
            "support",
            { "\($0.agents.support.size) \($0.agents.support.distance) \($0.agents.support.performance)" }, "2 1 1"),
    ]

    static let all = clocks + steps + items + people + money + places
}
