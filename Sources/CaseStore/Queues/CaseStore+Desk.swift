import Casework
import GRDB

/// The desk's answer: four panes and the header in one read transaction.
extension CaseStore {
    public func desk(_ request: DeskRequest) throws(StoreError) -> DeskSnapshot {
        try read { database in
            let everybody = try AgentReader(now: request.now, database: database).loads(filter: "")
            var counters = try Self.counters(at: request.now, in: database)
            counters.agents = everybody.count
            counters.onDuty = everybody.count { $0.presence == .onDuty }
            var pages: [Queue: QueuePage] = [:]
            for queue in Queue.allCases {
                guard let wanted = request.queues[queue] else { continue }
                let size =
                    switch queue {
                    case .pending: counters.pending
                    case .dueSoon: counters.near + counters.overdue
                    case .inReview: counters.inReview
                    }
                pages[queue] = try QueueReader(queue: queue, now: request.now, database: database)
                    .page(wanted, size: size)
            }
            return DeskSnapshot(
                takenAt: request.now, pages: pages,
                agents: TextFilter(request.agentFilter) == nil
                    ? everybody
                    : try AgentReader(now: request.now, database: database).loads(filter: request.agentFilter),
                counters: counters, lastSequence: try Self.lastSequence(in: database))
        }
    }

    /// The agents who have not left the office, by number, each with what waits for the person.
    public func agents(now: Instant) throws(StoreError) -> [AgentLoad] {
        try read { try AgentReader(now: now, database: $0).loads(filter: "") }
    }

    /// The counters that come from cases.
    private static func counters(at now: Instant, in database: Database) throws -> Counters {
        var counters = Counters()
        counters.pending = try QueueReader(queue: .pending, now: now, database: database).size()
        counters.inReview = try QueueReader(queue: .inReview, now: now, database: database).size()
        let warned = try database.cachedStatement(
            sql: """
                SELECT count(*), total(due_at < ?) FROM cases INDEXED BY cases_open_by_warning \
                WHERE is_open = 1 AND warn_at <= ?
                """)
        if let row = try Row.fetchOne(warned, arguments: [now.milliseconds, now.milliseconds]) {
            let all: Int = row[0]
            counters.overdue = row[1]
            counters.near = all - counters.overdue
        }
        let offset = try CentreProjection.centre(in: database).offset
        let midnight = offset.instant(offset.civil(now).date)
        let approved = try database.cachedStatement(
            sql: """
                SELECT count(*) FROM cases INDEXED BY cases_approved_by_closing \
                WHERE state = 'approved' AND closed_at >= ?
                """)
        counters.approvedToday = try Int.fetchOne(approved, arguments: [midnight.milliseconds]) ?? 0
        return counters
    }
}

/// Reads the agents with their presence and their load.
struct AgentReader {
    let now: Instant
    let database: Database

    func loads(filter: String) throws -> [AgentLoad] {
        var condition = "WHERE role = ? AND is_active = 1"
        var arguments = [Role.agent.rawValue.databaseValue]
        if let filter = TextFilter(filter) {
            condition += " AND \(TextFilter.staffCondition)"
            arguments += filter.staffArguments
        }
        let records = try StaffProjection.fetch(condition, StatementArguments(arguments), in: database)
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
            sums[StaffID(row[0])] = (row[1], row[2])
        }
        return sums
    }
}
