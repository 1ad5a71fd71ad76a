import Casework
import GRDB

/// Reads a window of one queue: how many there are, where the selected case stands, and the rows around it.
///
/// Places come from the counters (``RankCounters``), and rows are read from a place on, forwards or backwards: a window
/// costs what is in it, wherever in the queue it stands. Every statement names the partial index it walks, so that a
/// missing index is an error instead of a slow desk.
struct QueueReader {
    let queue: Queue
    let now: Instant
    let database: Database

    private var counters: RankCounters { RankCounters(database: database) }

    /// - Parameter size: how many there are without a filter.
    func page(_ request: QueueRequest, size: Int) throws -> QueuePage {
        if let matcher = try CaseMatcher(request.filter, in: database) {
            return try FilteredQueue(reader: self, matcher: matcher).page(request, size: size)
        }
        let anchor = try request.anchor.flatMap(key)
        let rank = try anchor.map(rank) ?? request.index
        let offset = Self.offset(around: rank, limit: request.limit, total: size)
        let count = max(0, min(request.limit, size - offset))
        guard count > 0 else { return QueuePage(rows: [], offset: offset, total: size, unfilteredTotal: size) }
        let rows = try window(anchor, rank: rank, offset: offset, count: count, size: size)
        return QueuePage(rows: rows, offset: offset, total: size, unfilteredTotal: size)
    }

    /// How many there are without a filter.
    func size() throws -> Int {
        switch queue {
        case .pending, .inReview: try counters.size(of: ranked)
        case .dueSoon: try counters.count(before: now.milliseconds + 1, in: .marked)
        }
    }

    /// `count` rows from the rank `offset` on, read from the nearest place that is known.
    private func window(
        _ anchor: RankKey?, rank: Int, offset: Int, count: Int, size: Int
    ) throws -> [QueueRow] {
        if let anchor {
            let before = try walk(from: anchor, isForward: false, count: rank - offset)
            return try before + walk(from: anchor, isForward: true, count: count - before.count)
        }
        if offset == 0 { return try walk(from: .front, isForward: true, count: count) }
        if offset + count >= size {
            return try walk(from: RankKey(order: .max, id: .max), isForward: false, count: count)
        }
        guard let first = try key(at: offset) else { return [] }
        return try walk(from: first, isForward: true, count: count)
    }

    /// The rows from a place on, that one included, or those before it; in the order of the queue.
    private func walk(from place: RankKey, isForward: Bool, count: Int) throws -> [QueueRow] {
        guard count > 0 else { return [] }
        let direction = isForward ? "" : " DESC"
        // The index alone is walked to find the rows, and asking for no more than are left ends the walk there.
        let statement = try RawStatement(
            cached: """
                SELECT \(QueueRow.selection) FROM (\
                SELECT cases.id AS chosen FROM cases INDEXED BY \(ranked.index) \
                WHERE \(condition) AND (\(order), cases.id) \(isForward ? ">=" : "<") (?, ?) \
                ORDER BY \(order)\(direction), cases.id\(direction) LIMIT ?\
                ) CROSS JOIN cases ON cases.id = chosen \(QueueRow.holderJoin)
                """, in: database)
        statement.start(
            conditionArguments + [place.order.databaseValue, place.id.databaseValue, count.databaseValue])
        let rows = try QueueRow.all(statement)
        return isForward ? rows : rows.reversed()
    }

    /// The place of a case; `nil` when it is not in the queue.
    private func key(_ anchor: CaseID) throws -> RankKey? {
        let statement = try database.cachedStatement(
            sql: "SELECT \(order) FROM cases WHERE id = ? AND \(condition)")
        return try Int64.fetchOne(
            statement, arguments: StatementArguments([anchor.value.databaseValue] + conditionArguments)
        ).map { RankKey(order: $0, id: anchor.value) }
    }

    /// How many of the queue come before that place.
    ///
    /// Everything overdue is past its mark, so up to now the open cases are counted. After that only some are: those few
    /// are walked.
    private func rank(of key: RankKey) throws -> Int {
        guard queue == .dueSoon, key.order > now.milliseconds else {
            return try counters.rank(of: key, in: ranked)
        }
        let near = try database.cachedStatement(
            sql: """
                SELECT count(*) FROM cases INDEXED BY \(ranked.index) \
                WHERE \(condition) AND \(order) >= ? AND (\(order), cases.id) < (?, ?)
                """)
        let arguments = [now.milliseconds, key.order, key.id].map(\.databaseValue)
        return try counters.count(before: now.milliseconds, in: ranked)
            + (Int.fetchOne(near, arguments: StatementArguments(conditionArguments + arguments)) ?? 0)
    }

    private func key(at rank: Int) throws -> RankKey? {
        guard queue == .dueSoon else { return try counters.key(at: rank, in: ranked) }
        let overdue = try counters.count(before: now.milliseconds, in: ranked)
        guard rank >= overdue else { return try counters.key(at: rank, in: ranked) }
        let near = try database.cachedStatement(
            sql: """
                SELECT \(order), cases.id FROM cases INDEXED BY \(ranked.index) \
                WHERE \(condition) AND \(order) >= ? ORDER BY \(order), cases.id LIMIT 1 OFFSET ?
                """)
        let arguments = [now.milliseconds.databaseValue, (rank - overdue).databaseValue]
        return try Row.fetchOne(near, arguments: StatementArguments(conditionArguments + arguments))
            .map { RankKey(order: try $0.value(0), id: try $0.value(1)) }
    }

    /// The first rank of a window of `limit` rows with `rank` in its middle, as far as the ends of the queue allow.
    static func offset(around rank: Int, limit: Int, total: Int) -> Int {
        let rank = min(max(0, rank), max(0, total - 1))
        return max(0, min(rank - limit / 2, total - max(0, limit)))
    }

    /// The order in which the queue stands.
    var ranked: RankedQueue {
        switch queue {
        case .pending: .pending
        case .dueSoon: .open
        case .inReview: .inReview
        }
    }

    var condition: String {
        queue == .dueSoon ? "cases.is_open = 1 AND cases.warn_at <= ?" : ranked.condition
    }

    var conditionArguments: [DatabaseValue] {
        queue == .dueSoon ? [now.milliseconds.databaseValue] : []
    }

    var order: String { ranked.order }
}
