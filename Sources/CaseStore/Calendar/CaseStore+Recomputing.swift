import Casework
import GRDB

/// How far a recomputation is, and what it did.
public struct RecomputationReport: Hashable, Sendable {
    /// Clocks that were looked at.
    public var clocks = 0
    /// Cases whose dates changed: so many journal entries were written.
    public var changed = 0
    /// The caller did not want to go on; what was changed so far stays.
    public var wasStopped = false

    public init() {}
}

/// Computing the dates of open cases anew when the calendar or the rulebook has changed.
///
/// All clocks are read as numbers and computed; whole cases are read, and anything is written, only for those whose
/// dates move. The writing goes in batches, so that people can go on working meanwhile; run again, it goes on where it
/// was stopped.
extension CaseStore {
    /// - Parameters:
    ///   - reason: why; it stands in every entry.
    ///   - progress: called now and then; `false` stops.
    ///   - isTrial: counts what would change and writes nothing.
    public func recompute(
        under rules: Rules, because reason: String, at now: Instant, by actor: StaffID, isTrial: Bool = false,
        progress: (RecomputationReport) -> Bool = { _ in true }
    ) throws(StoreError) -> RecomputationReport {
        var report = RecomputationReport()
        let (moved, clocks) = try read { database in try MovedClocks(rules: rules, database: database).find() }
        report.clocks = clocks
        guard !isTrial else {
            report.changed = moved.count
            return report
        }
        for start in stride(from: 0, to: moved.count, by: Self.recomputationBatch) {
            guard progress(report) else {
                report.wasStopped = true
                return report
            }
            let batch = moved[start..<min(start + Self.recomputationBatch, moved.count)]
            do {
                report.changed += try write { transaction in
                    try transaction.recompute(batch, under: rules, because: reason, at: now, by: actor)
                }
            } catch {
                throw StoreError(error, path: path)
            }
        }
        return report
    }

    private static let recomputationBatch = 1_000
}

extension RecordTransaction {
    fileprivate func recompute(
        _ cases: ArraySlice<CaseID>, under rules: Rules, because reason: String, at now: Instant, by actor: StaffID
    ) throws -> Int {
        // The centre may have added to its calendar since the looking began: then that holds, here as everywhere.
        let rules = try current(rules)
        var changed = 0
        for id in cases {
            // Somebody may have acted on it since it was looked at.
            guard let value = try findReadable(id) else { continue }
            let clocks = value.recomputedClocks(under: rules)
            guard !clocks.isEmpty else { continue }
            try record(.recomputed(Recomputation(reason: reason, clocks: clocks)), on: value, at: now, by: actor)
            changed += 1
        }
        return changed
    }
}

/// Looks for the cases whose clocks have other dates under some rules than they have now.
private struct MovedClocks {
    let rules: Rules
    let database: Database

    func find() throws -> (cases: [CaseID], clocks: Int) {
        var known: [Int64: ClockRule] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, body FROM clock_rules") {
            known[try row.value(0)] = try CanonicalJSON.value(ClockRule.self, from: try row.value(1))
        }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT clocks.case_id, clocks.kind, clocks.rule, clocks.start, clocks.due, clocks.warn_at, \
                clocks.is_provisional, clocks.has_pauses, cases.item_kind, cases.is_urgent \
                FROM clocks JOIN cases ON cases.id = clocks.case_id ORDER BY clocks.case_id
                """)
        var moved: [CaseID] = []
        var count = 0
        // The rule that takes another's place depends on few things, and there are few rules.
        var successors: [Key: ClockRule] = [:]
        while let row = try rows.next() {
            count += 1
            let id = CaseID(try row.value(0))
            guard moved.last != id, let old = known[try row.value(2)] else { continue }
            if (try row.value(7) as Bool) {
                // Its pauses stand in the case.
                let value = try readable { try CaseProjection.find(id, in: database) }
                if value?.recomputedClocks(under: rules).isEmpty == false { moved.append(id) }
                continue
            }
            let key = Key(
                rule: try row.value(2), kind: try row.value(1), itemKind: try row.value(8), isUrgent: try row.value(9))
            let rule = successors[key] ?? successor(of: old, key)
            successors[key] = rule
            guard old.kind != .target else { continue }
            let start = Instant(milliseconds: try row.value(3))
            let deadline = rule.deadline(from: start, calendar: rules.calendar, offset: rules.offset)
            let isSame =
                try rule == old && deadline.due.milliseconds == row.value(4)
                && deadline.warnAt.milliseconds == row.value(5) && deadline.isProvisional == row.value(6)
            if !isSame { moved.append(id) }
        }
        return (moved, count)
    }

    /// What cannot be read is left as it is; a verification names it.
    private func readable(_ find: () throws -> Case?) throws -> Case? {
        do {
            return try find()
        } catch is UnreadableRecord {
            return nil
        }
    }

    private struct Key: Hashable {
        var rule: Int64
        var kind: String
        var itemKind: String
        var isUrgent: Bool
    }

    private func successor(of old: ClockRule, _ key: Key) -> ClockRule {
        guard let kind = ClockRule.Kind(rawValue: key.kind), let itemKind = ItemKind(rawValue: key.itemKind) else {
            return old
        }
        return rules.rulebook.rule(insteadOf: old, for: kind, itemKind: itemKind, isUrgent: key.isUrgent)
    }
}
