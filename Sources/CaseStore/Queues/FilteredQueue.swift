import Casework
import GRDB

/// A window of what a filter leaves of a queue, with the exact number of all that it leaves.
struct FilteredQueue {
    let reader: QueueReader
    let matcher: CaseMatcher

    private var database: Database { reader.database }

    /// - Parameter size: how many there are without the filter.
    func page(_ request: QueueRequest, size: Int) throws -> QueuePage {
        let ids = try matching(size: size)
        let rank = request.anchor.flatMap { ids.firstIndex(of: $0.value) } ?? request.index
        let offset = QueueReader.offset(around: rank, limit: request.limit, total: ids.count)
        let rows = try QueueRow.fetch(ids.dropFirst(offset).prefix(max(0, request.limit)), in: database)
        return QueuePage(rows: rows, offset: offset, total: ids.count, unfilteredTotal: size)
    }

    /// All that fit, in the order of the queue.
    private func matching(size: Int) throws -> [Int64] {
        guard let expression = matcher.expression else { return [] }
        let found = try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT rowid FROM open_case_search WHERE open_case_search MATCH ?"),
            arguments: [expression])
        // Looking up each place costs several times the step of a walk over the whole queue.
        if matcher.isExact, found.count > size / 8 { return try walked(Set(found)) }
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(reader.order), cases.number, cases.applicant, cases.item, cases.village, cases.holder \
                FROM cases WHERE \(reader.condition) AND cases.id = ?
                """)
        var places: [RankKey] = []
        for id in found {
            let rows = try Row.fetchCursor(
                statement, arguments: StatementArguments(reader.conditionArguments + [id.databaseValue]))
            guard let row = try rows.next() else { continue }
            let fits =
                try matcher.isExact
                || matcher.fits(
                    number: row.value(1), applicant: row.value(2), item: row.value(3), village: row.value(4),
                    holder: row.value(5))
            if fits { places.append(RankKey(order: try row.value(0), id: id)) }
        }
        return places.sorted().map(\.id)
    }

    private func walked(_ found: Set<Int64>) throws -> [Int64] {
        let ids = try Int64.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT cases.id FROM cases INDEXED BY \(reader.ranked.index) \
                    WHERE \(reader.condition) ORDER BY \(reader.order), cases.id
                    """), arguments: StatementArguments(reader.conditionArguments))
        var matching: [Int64] = []
        while let id = try ids.next() {
            if found.contains(id) { matching.append(id) }
        }
        return matching
    }
}
