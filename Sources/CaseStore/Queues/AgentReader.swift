import Casework
import GRDB
import Synchronization

/// Reads the agents with their presence, and of those that are asked for the load.
///
/// Who there is costs one short row each; what waits for somebody is walked in the index of the open cases, so it is
/// only done for those on the screen.
struct AgentReader {
    let now: Instant
    let database: Database
    let known: KnownPeople
    let duty: KnownDuty

    /// - Returns: the agents by number, with the facts about today's duty.
    func loads(_ wanted: LoadRequest, plan: DutyPlan?) throws -> (agents: [AgentLoad], duty: DutyFacts) {
        var agents = try people()
        let facts = try duty.today(now, agents: agents.map(\.member), in: database)
        if let plan { tell(&agents, AttendanceBook(plan: plan, facts: facts), relayed: try relayed()) }
        let counted: Set<StaffID>
        switch wanted {
        case .all: counted = Set(agents.map(\.member.id))
        case .only(let ids): counted = ids
        case .first(let count): counted = Set(agents.sorted(by: AgentLoad.isBefore).prefix(count).map(\.member.id))
        }
        let statement = try database.cachedStatement(
            sql: """
                SELECT count(*), count(*) FILTER (WHERE due_at < ?) \
                FROM cases INDEXED BY cases_open_by_holder \
                WHERE is_open = 1 AND holder = ? AND state <> 'in-review'
                """)
        for place in agents.indices where counted.contains(agents[place].member.id) {
            let id = agents[place].member.id.value
            let rows = try Row.fetchCursor(statement, arguments: [now.milliseconds, id])
            guard let row = try rows.next() else { continue }
            agents[place].inHand = try row.value(0)
            agents[place].overdue = try row.value(1)
            agents[place].isCounted = true
        }
        return (agents, facts)
    }

    /// Where everybody is by the duty of today.
    private func tell(_ agents: inout [AgentLoad], _ book: AttendanceBook, relayed: Set<String>) {
        let people = Dictionary(book.facts.people.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
        for place in agents.indices {
            guard let person = people[agents[place].id] else { continue }
            let isRelayed = agents[place].member.village.map(relayed.contains) == true
            agents[place].presence = book.presence(of: person, at: now, isRelayed: isRelayed)
        }
    }

    /// The villages that hand their entries over by file.
    private func relayed() throws -> Set<String> {
        try Set(
            String.fetchAll(
                database.cachedStatement(
                    sql: "SELECT village FROM relay_partners WHERE is_active = 1 AND village IS NOT NULL")))
    }

    /// By number.
    private func people() throws -> [AgentLoad] {
        let row = try RawStatement(
            cached: """
                SELECT id, number, body FROM staff INDEXED BY staff_by_role \
                WHERE role = ? AND is_active = 1 ORDER BY number
                """, in: database)
        row.start([Role.agent.rawValue.databaseValue])
        var agents: [AgentLoad] = []
        while try row.next() {
            let record = try known.record(row)
            agents.append(
                AgentLoad(
                    member: record.member, presence: DutyPresence(record.presence), since: record.presentSince,
                    isCounted: false))
        }
        return agents
    }
}

/// The agents as they were read last, so that hundreds of them need not be decoded for each frame: whose row says the
/// same is the same.
final class KnownPeople: Sendable {
    private let records = Mutex<[Int64: (number: String, body: String, record: StaffRecord)]>([:])

    /// - Parameter row: id, number and body.
    func record(_ row: RawStatement) throws -> StaffRecord {
        let id = row.integer(0)
        if let known = records.withLock({ $0[id] }), row.holds(known.body, 2), row.holds(known.number, 1) {
            return known.record
        }
        let (number, body) = (row.text(1), row.text(2))
        let record = try StaffProjection.decode(body, number: number)
        records.withLock { $0[id] = (number, body, record) }
        return record
    }
}
