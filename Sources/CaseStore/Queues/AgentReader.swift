import Casework
import GRDB

/// Reads the agents with their presence, and of those that are asked for the load.
///
/// Who there is and where is known from the last time, mostly; what waits for somebody is walked in the index of the open
/// cases, so it is only done for those on the screen.
struct AgentReader {
    let now: Instant
    let database: Database
    let known: KnownAgents

    /// - Returns: the agents by number, with the facts about today's duty.
    func loads(_ wanted: LoadRequest, plan: DutyPlan?) throws -> (agents: [AgentLoad], duty: DutyFacts) {
        let (known, facts) = try known.agents(at: now, plan: plan, in: database)
        var agents = known
        let counted: Set<StaffID>
        switch wanted {
        case .all: counted = Set(agents.map(\.member.id))
        case .only(let ids): counted = ids
        case .first(let count): counted = Set(agents.sorted(by: AgentLoad.isBefore).prefix(count).map(\.member.id))
        }
        let row = try RawStatement(
            cached: """
                SELECT count(*), count(*) FILTER (WHERE due_at < ?) \
                FROM cases INDEXED BY cases_open_by_holder \
                WHERE is_open = 1 AND holder = ? AND state <> 'in-review'
                """, in: database)
        for place in agents.indices where counted.contains(agents[place].member.id) {
            row.start([now.milliseconds.databaseValue, agents[place].member.id.value.databaseValue])
            guard try row.next() else { continue }
            agents[place].inHand = Int(row.integer(0))
            agents[place].overdue = Int(row.integer(1))
            agents[place].isCounted = true
        }
        return (agents, facts)
    }
}
