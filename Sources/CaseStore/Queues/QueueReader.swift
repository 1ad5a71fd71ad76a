import Casework
import GRDB

/// Reads a window of one queue: how many there are, where the selected case stands, and the rows around it.
///
/// Every statement names the partial index it walks, so a queue costs what is in it, not what is in the record, and a
/// missing index is an error instead of a slow desk.
struct QueueReader {
    let queue: Queue
    let now: Instant
    let database: Database

    /// - Parameter size: how many there are without a filter.
    func page(_ request: QueueRequest, size: Int) throws -> QueuePage {
        if let filter = TextFilter(request.filter) {
            return try filtered(filter, request, size: size)
        }
        let rank = try request.anchor.flatMap(rank) ?? request.index
        let offset = Self.offset(around: rank, limit: request.limit, total: size)
        // The index alone is walked up to the window, and asking for no more rows than are left ends the walk there.
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(QueueRow.selection) FROM (\
                SELECT cases.id AS chosen FROM cases INDEXED BY \(index) \
                WHERE \(condition) ORDER BY \(order), cases.id LIMIT ? OFFSET ?\
                ) JOIN cases ON cases.id = chosen \(QueueRow.holderJoin) ORDER BY \(order), cases.id
                """)
        let count = max(0, min(request.limit, size - offset))
        let arguments = StatementArguments(conditionArguments + [count.databaseValue, offset.databaseValue])
        let rows = try Row.fetchAll(statement, arguments: arguments).map(QueueRow.init(row:))
        return QueuePage(rows: rows, offset: offset, total: size, unfilteredTotal: size)
    }

    /// How many there are without a filter. The size of ``Queue/dueSoon`` comes with the counters.
    func size() throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT count(*) FROM cases INDEXED BY \(index) WHERE \(condition)")
        return try Int.fetchOne(statement, arguments: StatementArguments(conditionArguments)) ?? 0
    }

    /// One walk finds all matches; then only the rows of the window are read.
    private func filtered(_ filter: TextFilter, _ request: QueueRequest, size: Int) throws -> QueuePage {
        let matching = try database.cachedStatement(
            sql: """
                SELECT cases.id FROM cases INDEXED BY \(index) \
                WHERE \(condition) AND \(TextFilter.caseCondition) ORDER BY \(order), cases.id
                """)
        let ids = try Int64.fetchAll(
            matching, arguments: StatementArguments(conditionArguments + filter.caseArguments))
        let rank = request.anchor.flatMap { ids.firstIndex(of: $0.value) } ?? request.index
        let offset = Self.offset(around: rank, limit: request.limit, total: ids.count)
        let one = try database.cachedStatement(
            sql: "SELECT \(QueueRow.selection) FROM cases \(QueueRow.holderJoin) WHERE cases.id = ?")
        let rows = try ids.dropFirst(offset).prefix(max(0, request.limit)).compactMap { id in
            try Row.fetchOne(one, arguments: [id]).map(QueueRow.init(row:))
        }
        return QueuePage(rows: rows, offset: offset, total: ids.count, unfilteredTotal: size)
    }

    /// Where a case stands, from 0; `nil` when it is not in the queue.
    private func rank(of anchor: CaseID) throws -> Int? {
        let key = try database.cachedStatement(
            sql: "SELECT \(order) FROM cases WHERE id = ? AND \(condition)")
        let keyArguments = StatementArguments([anchor.value.databaseValue] + conditionArguments)
        guard let value = try Int64.fetchOne(key, arguments: keyArguments) else { return nil }
        let before = try database.cachedStatement(
            sql: """
                SELECT count(*) FROM cases INDEXED BY \(index) \
                WHERE \(condition) AND (\(order), cases.id) < (?, ?)
                """)
        return try Int.fetchOne(
            before,
            arguments: StatementArguments(conditionArguments + [value.databaseValue, anchor.value.databaseValue]))
    }

    /// The first rank of a window of `limit` rows with `rank` in its middle, as far as the ends of the queue allow.
    static func offset(around rank: Int, limit: Int, total: Int) -> Int {
        let rank = min(max(0, rank), max(0, total - 1))
        return max(0, min(rank - limit / 2, total - max(0, limit)))
    }

    private var index: String {
        switch queue {
        case .pending: "cases_pending_by_due"
        case .dueSoon: "cases_open_by_due"
        case .inReview: "cases_in_review"
        }
    }

    private var condition: String {
        switch queue {
        case .pending: "cases.state = 'pending'"
        case .dueSoon: "cases.is_open = 1 AND cases.warn_at <= ?"
        case .inReview: "cases.state = 'in-review'"
        }
    }

    private var conditionArguments: [DatabaseValue] {
        switch queue {
        case .pending, .inReview: []
        case .dueSoon: [now.milliseconds.databaseValue]
        }
    }

    private var order: String {
        switch queue {
        case .pending, .dueSoon: "cases.due_order"
        case .inReview: "cases.review_order"
        }
    }
}
