import Casework
import GRDB

/// Reads the agents with their presence and their load.
struct AgentReader {
    let now: Instant
    let database: Database

    func loads() throws -> [AgentLoad] {
        let records = try StaffProjection.fetch(
            "WHERE role = ? AND is_active = 1", [Role.agent.rawValue], in: database)
        // Without agents the sums below would be walked for nothing.
        guard !records.isEmpty else { return [] }
        let sums = try sums()
        return records.map { record in
            let sum = sums[record.member.id]
            return AgentLoad(
                member: record.member, presence: record.presence, since: record.presentSince,
                inHand: sum?.inHand ?? 0, overdue: sum?.overdue ?? 0)
        }
    }

    private func sums() throws -> [StaffID: (inHand: Int, overdue: Int)] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT holder, count(*), count(*) FILTER (WHERE due_at < ?) \
                FROM cases INDEXED BY cases_open_by_holder \
                WHERE is_open = 1 AND holder IS NOT NULL AND state <> 'in-review' GROUP BY holder
                """)
        var sums: [StaffID: (inHand: Int, overdue: Int)] = [:]
        let rows = try Row.fetchCursor(statement, arguments: [now.milliseconds])
        while let row = try rows.next() {
            sums[StaffID(try row.value(0))] = (try row.value(1), try row.value(2))
        }
        return sums
    }
}
