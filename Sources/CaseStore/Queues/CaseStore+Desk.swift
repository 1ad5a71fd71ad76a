import Casework
import GRDB

/// The desk's answer: four panes and the header in one read transaction.
extension CaseStore {
    public func desk(_ request: DeskRequest) throws(StoreError) -> DeskSnapshot {
        try readMarked { database, mark in
            let reader = AgentReader(now: request.now, database: database, known: knownAgents)
            let (everybody, facts) = try reader.loads(request.loads, plan: request.plan)
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
                takenAt: request.now, pages: pages, agents: everybody, counters: counters,
                lastSequence: try Self.lastSequence(in: database),
                calendarChanges: try CalendarProjection.count(in: database),
                duty: facts, record: mark)
        }
    }

    /// The agents who have not left the office, by number, each with what waits for the person.
    ///
    /// - Parameter plan: as of ``DeskRequest/plan``.
    public func agents(now: Instant, plan: DutyPlan?) throws(StoreError) -> [AgentLoad] {
        try read { try AgentReader(now: now, database: $0, known: knownAgents).loads(.all, plan: plan).agents }
    }

    /// The counters that come from cases.
    private static func counters(at now: Instant, in database: Database) throws -> Counters {
        var counters = Counters()
        counters.pending = try QueueReader(queue: .pending, now: now, database: database).size()
        counters.inReview = try QueueReader(queue: .inReview, now: now, database: database).size()
        // Whatever is overdue is past its mark.
        let ranks = RankCounters(database: database)
        counters.overdue = try ranks.count(before: now.milliseconds, in: .open)
        counters.near = try QueueReader(queue: .dueSoon, now: now, database: database).size() - counters.overdue
        let offset = try CentreProjection.centre(in: database).offset
        let midnight = offset.instant(offset.civil(now).date)
        let approved = try database.cachedStatement(
            sql: """
                SELECT count(*) FROM cases INDEXED BY cases_approved_by_closing \
                WHERE state = 'approved' AND closed_at >= ?
                """)
        counters.approvedToday = try Int.fetchOne(approved, arguments: [midnight.milliseconds]) ?? 0
        counters.relayTasks = try relayTaskCount(in: database)
        return counters
    }
}
