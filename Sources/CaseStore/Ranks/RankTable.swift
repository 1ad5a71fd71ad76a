import GRDB

/// The counters of the queues, made anew and compared.
enum RankTable: DerivedTable {
    static let name = "ranks"
    static let tables = ["ranks"]

    /// So many rows are walked between two steps.
    private static let stride = 4_096

    static func rebuild(in database: Database, step: () throws -> Void) throws {
        try database.execute(sql: "DELETE FROM ranks")
        let insertion = try database.cachedStatement(
            sql: "INSERT INTO ranks (queue, first_order, first_id, count) VALUES (?, ?, ?, ?)")
        for queue in RankedQueue.allCases {
            var first = RankKey.front
            var count = 0
            try walk(queue, in: database, step: step) { key, isNewMoment in
                if count >= RankCounters.half, queue != .marked || isNewMoment {
                    try insertion.execute(arguments: [queue.rawValue, first.order, first.id, count])
                    (first, count) = (key, 0)
                }
                count += 1
            }
            try insertion.execute(arguments: [queue.rawValue, first.order, first.id, count])
        }
    }

    static func differences(in database: Database, step: () throws -> Void) throws -> [DerivedDifference] {
        var differences: [DerivedDifference] = []
        func add(_ found: DerivedDifference) { if differences.count < 1_000 { differences.append(found) } }
        for queue in RankedQueue.allCases {
            let blocks = try Row.fetchAll(
                database,
                sql: """
                    SELECT first_order, first_id, count FROM ranks WHERE queue = ? ORDER BY first_order, first_id
                    """, arguments: [queue.rawValue]
            ).map { (first: RankKey(order: try $0.value(0), id: try $0.value(1)), count: try ($0.value(2) as Int)) }
            guard blocks.first?.first == .front else {
                add(.uncounted(queue))
                continue
            }
            var counts = [Int](repeating: 0, count: blocks.count)
            var place = 0
            try walk(queue, in: database, step: step) { key, _ in
                while place + 1 < blocks.count, blocks[place + 1].first <= key { place += 1 }
                counts[place] += 1
            }
            for (block, count) in zip(blocks, counts) where block.count != count {
                add(.miscounted(queue, found: block.count, expected: count))
            }
        }
        let known = RankedQueue.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
        for queue in try Int64.fetchAll(
            database, sql: "SELECT DISTINCT queue FROM ranks WHERE queue NOT IN (\(known))")
        {
            add(.strangeQueue(queue))
        }
        return differences
    }

    /// All places of a queue in their order, each with whether its moment is another than that of the one before.
    private static func walk(
        _ queue: RankedQueue, in database: Database, step: () throws -> Void, _ body: (RankKey, Bool) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(queue.order), \(queue.tie) FROM cases INDEXED BY \(queue.index) WHERE \(queue.condition) \
                ORDER BY \(queue.sorting)
                """)
        var last: Int64?
        var walked = 0
        while let row = try rows.next() {
            let key = RankKey(order: try row.value(0), id: try row.value(1))
            try body(key, key.order != last)
            last = key.order
            walked += 1
            if walked % stride == 0 { try step() }
        }
    }
}
