import Casework
import GRDB
import Synchronization

/// The agents as they were read last, with the facts of today's duty and where everybody is by them: a desk reads all that
/// with every frame, and it changes some dozen times a day.
///
/// It follows from the entries about the staff and the centre. So it stays while the journal goes on with entries about
/// cases (``RecordHead/adds(onlyCasesTo:in:)``), and where somebody is stays until the next moment at which it can change.
final class KnownAgents: Sendable {
    private struct Reading {
        var head: RecordHead?
        var offset: UTCOffset
        var day: CivilDate
        /// By number, present as the last mark says, without their loads.
        var agents: [AgentLoad]
        var facts: DutyFacts
        var standing: Standing?
    }

    /// The same agents where they are by the duty of today.
    private struct Standing {
        var plan: DutyPlan
        /// The villages that hand their entries over by file.
        var relayed: Set<String>
        var time: Range<Instant>
        var agents: [AgentLoad]
    }

    private let last = Mutex<Reading?>(nil)
    private let people: KnownPeople
    private let duty: KnownDuty

    init() {
        people = KnownPeople()
        duty = KnownDuty(people)
    }

    /// - Parameter plan: as of ``DeskRequest/plan``.
    /// - Returns: those who have not left, by number and without their loads, with the facts about today's duty.
    func agents(
        at now: Instant, plan: DutyPlan?, in database: Database
    ) throws -> (agents: [AgentLoad], duty: DutyFacts) {
        var reading = try reading(at: now, in: database)
        guard let plan else { return (reading.agents, reading.facts) }
        let relayed = try relayed(in: database)
        if let known = reading.standing, known.time.contains(now), known.relayed == relayed, known.plan == plan {
            return (known.agents, reading.facts)
        }
        let agents = Self.agents(reading, by: plan, at: now, relayed: relayed)
        let time = AttendanceBook(plan: plan, facts: reading.facts).steadyTime(around: now)
        reading.standing = Standing(plan: plan, relayed: relayed, time: time, agents: agents)
        last.withLock { $0 = reading }
        return (agents, reading.facts)
    }

    private func reading(at now: Instant, in database: Database) throws -> Reading {
        let head = try RecordHead.newest(in: database)
        if var known = last.withLock({ $0 }), known.offset.civil(now).date == known.day, let head,
            let before = known.head, try head.adds(onlyCasesTo: before, in: database)
        {
            known.head = head
            if head != before { last.withLock { $0 = known } }
            return known
        }
        let offset = try CentreProjection.centre(in: database).offset
        let day = offset.civil(now).date
        let agents = try agents(in: database)
        let facts = try duty.facts(of: day, offset, agents: agents.map(\.member), in: database)
        let reading = Reading(head: head, offset: offset, day: day, agents: agents, facts: facts)
        last.withLock { $0 = reading }
        return reading
    }

    private static func agents(
        _ reading: Reading, by plan: DutyPlan, at now: Instant, relayed: Set<String>
    ) -> [AgentLoad] {
        let book = AttendanceBook(plan: plan, facts: reading.facts)
        let people = Dictionary(
            reading.facts.people.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
        var agents = reading.agents
        for place in agents.indices {
            guard let person = people[agents[place].id] else { continue }
            let isRelayed = agents[place].member.village.map(relayed.contains) == true
            agents[place].presence = book.presence(of: person, at: now, isRelayed: isRelayed)
        }
        return agents
    }

    private func relayed(in database: Database) throws -> Set<String> {
        try Set(
            String.fetchAll(
                database.cachedStatement(
                    sql: "SELECT village FROM relay_partners WHERE is_active = 1 AND village IS NOT NULL")))
    }

    private func agents(in database: Database) throws -> [AgentLoad] {
        let records = try people.records(
            """
            SELECT id, number, body FROM staff INDEXED BY staff_by_role \
            WHERE role = ? AND is_active = 1 ORDER BY number
            """, [Role.agent.rawValue.databaseValue], in: database)
        return records.map { record in
            AgentLoad(
                member: record.member, presence: DutyPresence(record.presence), since: record.presentSince,
                isCounted: false)
        }
    }
}
