import Casework

/// What the commands about people need of the centre's rulebook.
extension Workplace {
    /// What the rulebook says about people.
    var agentRules: AgentRules { rules.rulebook.agents }

    /// The civil day of `instant` at the centre.
    func day(of instant: Instant) -> CivilDate { centre.offset.civil(instant).date }
}
