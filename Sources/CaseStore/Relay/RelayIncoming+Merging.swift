import Casework
import Foundation
import GRDB

/// How a case stands at a village: the township's entries in the township's order, then the village's own that the
/// township does not know yet, as far as they still fit.
extension RelayIncoming {
    /// Brings the case to that, when taking entries over one by one has not. Own entries that do not fit any more are
    /// told as tasks to be expected.
    func merge(_ id: CaseID) throws {
        guard !own.site.isTownship, try hasOwnEntries(id), let current = try transaction.find(id) else { return }
        guard let merged = try replay(id) else { return }
        let value = Case(merged, id: id, version: current.version)
        if value != current {
            try transaction.record(.merged(Merged(value)), on: current, at: now, by: actor)
        }
    }

    private func hasOwnEntries(_ id: CaseID) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM journal LEFT JOIN relay_origins ON relay_origins.seq = journal.seq \
                WHERE subject_kind = 'case' AND subject = ? AND (relay_origins.seq IS NULL OR is_own = 1))
                """)
        return try Bool.fetchOne(statement, arguments: [id.value]) ?? false
    }

    private struct Step {
        var entry: JournalEntry
        var hash: Data
        var event: CaseEvent
    }

    private func replay(_ id: CaseID) throws -> Case? {
        var value: Case?
        func apply(_ step: Step) {
            if case .registered(let registration) = step.event {
                value = value ?? Case(id: id, registration: registration, at: step.entry.at)
            } else {
                value?.apply(step.event, at: step.entry.at, by: step.entry.actor)
            }
        }
        var last: Step?
        let settled = try steps(
            id,
            """
            JOIN relay_origins ON relay_origins.seq = journal.seq WHERE subject_kind = 'case' AND subject = ? \
            AND site = ? ORDER BY origin
            """, [id.value, partner.id])
        for step in settled {
            apply(step)
            last = step
        }
        // Behind them: what was made here after what the township has seen.
        let pending = try steps(
            id,
            """
            LEFT JOIN relay_origins ON relay_origins.seq = journal.seq WHERE subject_kind = 'case' \
            AND subject = ? AND relay_origins.seq IS NULL AND journal.seq > ? ORDER BY journal.seq
            """, [id.value, mark.seen.sequence]
        ).filter { RelayOutgoing.travels($0.event.kind) }
        let arrivals = try RelayProjection.arrivals(from: partner.id, in: database)
        let outgoing = RelayOutgoing(database: database, own: own, partner: partner)
        for step in pending {
            guard let known = value else {
                apply(step)
                continue
            }
            let seen = RelayOutgoing.seen(by: step.entry.sequence, arrivals)
            let tasks = try RelayProjection.tasks(own.site.id, about: known.number, in: database)
            let context = Case.RelayContext(
                unseen: try unseenKinds(of: id, since: seen),
                restsOnTask: tasks.contains {
                    ($0.isOpen || $0.status == .dropped) && $0.after >= seen && $0.entry.seq < step.entry.sequence
                },
                followsCompletion: last.map {
                    $0.event.kind == .completed && $0.entry.at == step.entry.at && $0.entry.actor == step.entry.actor
                } ?? false)
            let member = try StaffProjection.find(step.entry.actor, in: database)?.member
            let isElsewhere = try member.map { try !works($0, at: own.site.village, on: step.entry.at) } ?? false
            let obstacle =
                isElsewhere
                ? RelayObstacle(.otherVillage, rule: RelayObstacle.actorRule)
                : known.obstacle(to: step.event, by: member.map(Actor.init), context)
            try expect(step, obstacle, tasks, outgoing, arrivals)
            if obstacle == nil {
                apply(step)
                last = step
            }
        }
        return value
    }

    /// Tells that the township will not take an own entry over by itself; or that nothing stands in its way any more.
    private func expect(
        _ step: Step, _ obstacle: RelayObstacle?, _ tasks: [RelayTask], _ outgoing: RelayOutgoing,
        _ arrivals: [(after: Int64, mark: RelayBundleMark)]
    ) throws {
        let known = tasks.first { $0.entry.seq == step.entry.sequence }
        var task: RelayTask
        if let obstacle, obstacle.needsPerson {
            if known?.obstacle == obstacle, known?.status == .expected { return }
            guard let entry = try outgoing.own(step.entry, hash: step.hash, arrivals: arrivals) else { return }
            task = RelayTask(
                site: own.site.id, entry: entry, obstacle: obstacle, status: .expected, after: .max,
                bundle: mark.number)
        } else {
            guard let known, known.status == .expected else { return }
            task = known
            task.status = .lifted
        }
        count(task)
        try transaction.record(.centre(.relay(.task(task))), about: 0, at: now, by: actor)
    }

    private func steps(_ id: CaseID, _ condition: String, _ arguments: StatementArguments) throws -> [Step] {
        let columns = "journal.\(JournalEntry.columns.replacing(", ", with: ", journal."))"
        let statement = try database.cachedStatement(sql: "SELECT \(columns), hash FROM journal \(condition)")
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            let entry = try JournalEntry(row: row)
            return Step(
                entry: entry, hash: try row.value(8), event: try CaseEvent(kind: entry.kind, body: entry.body))
        }
    }

    /// What the township did with the case after its entry `seen`.
    private func unseenKinds(of id: CaseID, since seen: Int64) throws -> Set<CaseEvent.Kind> {
        let statement = try database.cachedStatement(
            sql: """
                SELECT DISTINCT kind FROM journal JOIN relay_origins ON relay_origins.seq = journal.seq \
                WHERE subject_kind = 'case' AND subject = ? AND is_own = 0 AND origin > ?
                """)
        return Set(try String.fetchAll(statement, arguments: [id.value, seen]).compactMap(CaseEvent.Kind.init))
    }
}
