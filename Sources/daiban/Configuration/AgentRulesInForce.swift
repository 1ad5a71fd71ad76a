import Casework

/// The rules about people that a command works under. The one place to change when rulebooks carry them.
enum AgentRulesInForce {
    /// The strictest of what the documents say, until the rulebook itself says it.
    static func of(_ rulebook: Rulebook) -> AgentRules {
        AgentRules(
            admission: AgentRules.Admission(
                ageLimit: 50, education: .seniorMiddle, gridWorker: .never, livesInVillage: true, usesDevices: true),
            appointment: [.nomination, .vote, .townshipFiling, .countyFiling, .appointment],
            staffing: [
                AgentRules.StaffingRequirement(unit: .township, post: .townshipAgent, least: 1),
                AgentRules.StaffingRequirement(unit: .township, post: .supervisor, least: 1),
                AgentRules.StaffingRequirement(unit: .village, post: .villageAgent, least: 1),
                AgentRules.StaffingRequirement(unit: .group, post: .gridAgent, least: 1),
                AgentRules.StaffingRequirement(unit: .department, post: .departmentHelper, least: 1),
                AgentRules.StaffingRequirement(unit: .department, post: .supervisor, least: 1),
            ],
            duty: AgentRules.Duty(
                summer: [.init(from: 540, to: 690), .init(from: 900, to: 1_080)],
                winter: [.init(from: 540, to: 690), .init(from: 870, to: 1_050)],
                summerFrom: .init(month: 5, day: 1), summerTo: .init(month: 9, day: 30), onMakeUpWorkdays: true),
            replacement: AgentRules.Replacement(
                idleMonths: 3, overdue: 5, complaints: 3, combination: .any, onFraud: true),
            dismissal: AgentRules.Dismissal(count: 3, window: .year),
            deductions: AgentRules.Deductions(
                refusedToAccept: 3_000, missedTraining: 3_000, notAtPost: 5_000, lateSummary: 3_000,
                incompleteLedger: 1_000),
            yearlyAllowance: 500_000, training: AgentRules.Training(byCounty: 1, byTownship: 2), stars: nil,
            checklists: AgentRules.Checklists(villagePoint: [], centre: [], hall: 40, leaderOnSite: 1))
    }
}

extension Workplace {
    var agentRules: AgentRules { AgentRulesInForce.of(rules.rulebook) }

    /// The civil day of `instant` at the centre.
    func day(of instant: Instant) -> CivilDate { centre.offset.civil(instant).date }
}
