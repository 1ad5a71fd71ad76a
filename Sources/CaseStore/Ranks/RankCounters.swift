import GRDB

/// Counts how many cases stand before a place in a queue without walking the queue.
///
/// Each queue is cut into blocks of some hundred cases; `ranks` has the first place and the count of each. A rank is
/// the sum over the blocks before, and a walk over the index within one. A case that comes or goes changes one row.
/// A block that grows is cut in two, one that is nearly empty joins the one before; so the cost does not depend on how
/// the deadlines lie, even when ten thousand end at the same minute.
struct RankCounters {
    let database: Database

    /// A block with more is cut.
    static let most = 512
    /// A block with fewer joins the one before, when both together are no more than ``half``.
    static let least = 32
    static let half = 256

    struct Block {
        var first: RankKey
        var count: Int
    }

    // MARK: Keeping

    /// Takes a case from where it was to where it is. The rows of `cases` are as they are now already.
    func move(from before: RankedCase?, to after: RankedCase?) throws {
        for queue in RankedQueue.allCases {
            let old = before?.key(in: queue)
            let new = after?.key(in: queue)
            guard old != new else { continue }
            if let old { try remove(old, from: queue) }
            if let new { try add(new, to: queue) }
        }
    }

    private func add(_ key: RankKey, to queue: RankedQueue) throws {
        var block = try block(of: key, in: queue)
        block.count += 1
        try save(block, in: queue)
        if block.count > Self.most, block.count % Self.half == 1 { try cut(block, in: queue) }
    }

    private func remove(_ key: RankKey, from queue: RankedQueue) throws {
        var block = try block(of: key, in: queue)
        block.count -= 1
        try save(block, in: queue)
        guard block.count < Self.least, block.first != .front else { return }
        var before = try self.block(before: block, in: queue)
        guard before.count + block.count <= Self.half else { return }
        before.count += block.count
        try save(before, in: queue)
        try database.cachedStatement(
            sql: "DELETE FROM ranks WHERE queue = ? AND first_order = ? AND first_id = ?"
        ).execute(arguments: [queue.rawValue, block.first.order, block.first.id])
    }

    /// At its middle; one that is of a single moment only stays whole where ids do not count.
    private func cut(_ block: Block, in queue: RankedQueue) throws {
        let next = try self.next(after: block, in: queue)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(queue.order), \(queue.tie) FROM cases INDEXED BY \(queue.index) \
                WHERE \(queue.condition) AND \(Self.range(queue)) \
                ORDER BY \(queue.sorting) LIMIT 1 OFFSET ?
                """)
        let end = next ?? RankKey(order: .max, id: .max)
        let arguments = Self.arguments(queue, from: block.first, to: end)
        guard let row = try Row.fetchOne(statement, arguments: arguments + [Self.half]) else { return }
        let middle = RankKey(order: try row.value(0), id: try row.value(1))
        guard middle > block.first else { return }
        let front = try count(in: queue, from: block.first, to: middle)
        try save(Block(first: block.first, count: front), in: queue)
        try save(Block(first: middle, count: block.count - front), in: queue)
    }

    private func save(_ block: Block, in queue: RankedQueue) throws {
        let row = try RawStatement(
            cached: """
                INSERT INTO ranks (queue, first_order, first_id, count) VALUES (?, ?, ?, ?) \
                ON CONFLICT DO UPDATE SET count = excluded.count
                """, in: database)
        row.bind(numbers: queue.rawValue, block.first.order, block.first.id, Int64(block.count))
        try row.run()
    }

    // MARK: Asking

    /// How many are in the queue.
    func size(of queue: RankedQueue) throws -> Int {
        let statement = try database.cachedStatement(sql: "SELECT sum(count) FROM ranks WHERE queue = ?")
        return try Int.fetchOne(statement, arguments: [queue.rawValue]) ?? 0
    }

    /// How many come before that place.
    func rank(of key: RankKey, in queue: RankedQueue) throws -> Int {
        let block = try block(of: key, in: queue)
        let statement = try database.cachedStatement(
            sql: "SELECT sum(count) FROM ranks WHERE queue = ? AND (first_order, first_id) < (?, ?)")
        let before =
            try Int.fetchOne(statement, arguments: [queue.rawValue, block.first.order, block.first.id]) ?? 0
        return try before + count(in: queue, from: block.first, to: key)
    }

    /// How many have an order before that moment.
    func count(before moment: Int64, in queue: RankedQueue) throws -> Int {
        try rank(of: RankKey(order: moment, id: .min), in: queue)
    }

    /// The place of the case that so many come before; `nil` at the end of the queue.
    func key(at rank: Int, in queue: RankedQueue) throws -> RankKey? {
        guard rank >= 0 else { return nil }
        let blocks = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT first_order, first_id, count FROM ranks WHERE queue = ? ORDER BY first_order, first_id
                    """), arguments: [queue.rawValue])
        var before = 0
        var first: RankKey?
        while let row = try blocks.next() {
            let count: Int = try row.value(2)
            if before + count > rank {
                first = RankKey(order: try row.value(0), id: try row.value(1))
                break
            }
            before += count
        }
        guard let first else { return nil }
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(queue.order), \(queue.tie) FROM cases INDEXED BY \(queue.index) \
                WHERE \(queue.condition) AND \(Self.range(queue)) \
                ORDER BY \(queue.sorting) LIMIT 1 OFFSET ?
                """)
        let arguments = Self.arguments(queue, from: first, to: RankKey(order: .max, id: .max))
        return try Row.fetchOne(statement, arguments: arguments + [rank - before])
            .map { RankKey(order: try $0.value(0), id: try $0.value(1)) }
    }

    // MARK: Blocks

    private func block(of key: RankKey, in queue: RankedQueue) throws -> Block {
        let row = try RawStatement(
            cached: """
                SELECT first_order, first_id, count FROM ranks WHERE queue = ? AND (first_order, first_id) <= (?, ?) \
                ORDER BY first_order DESC, first_id DESC LIMIT 1
                """, in: database)
        row.bind(numbers: queue.rawValue, key.order, key.id)
        guard try row.next() else { return Block(first: .front, count: 0) }
        guard !row.isNull(2) else { throw UnreadableRecord(place: "ranks", detail: "a block without its count") }
        return Block(first: RankKey(order: row.integer(0), id: row.integer(1)), count: Int(row.integer(2)))
    }

    private func block(before block: Block, in queue: RankedQueue) throws -> Block {
        let statement = try database.cachedStatement(
            sql: """
                SELECT first_order, first_id, count FROM ranks WHERE queue = ? AND (first_order, first_id) < (?, ?) \
                ORDER BY first_order DESC, first_id DESC LIMIT 1
                """)
        let row = try Row.fetchOne(statement, arguments: [queue.rawValue, block.first.order, block.first.id])
        return try row.map(Self.block) ?? Block(first: .front, count: 0)
    }

    private func next(after block: Block, in queue: RankedQueue) throws -> RankKey? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT first_order, first_id, count FROM ranks WHERE queue = ? AND (first_order, first_id) > (?, ?) \
                ORDER BY first_order, first_id LIMIT 1
                """)
        return try Row.fetchOne(statement, arguments: [queue.rawValue, block.first.order, block.first.id])
            .map { try Self.block($0).first }
    }

    private static func block(_ row: Row) throws -> Block {
        try Block(first: RankKey(order: row.value(0), id: row.value(1)), count: row.value(2))
    }

    /// Walks the index from the first place up to before the second.
    private func count(in queue: RankedQueue, from first: RankKey, to end: RankKey) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT count(*) FROM cases INDEXED BY \(queue.index) \
                WHERE \(queue.condition) AND \(Self.range(queue))
                """)
        return try Int.fetchOne(statement, arguments: Self.arguments(queue, from: first, to: end)) ?? 0
    }

    /// Where ids do not count, the moments alone are compared.
    private static func range(_ queue: RankedQueue) -> String {
        queue == .marked
            ? "\(queue.order) >= ? AND \(queue.order) < ?"
            : "(\(queue.order), cases.id) >= (?, ?) AND (\(queue.order), cases.id) < (?, ?)"
    }

    private static func arguments(_ queue: RankedQueue, from first: RankKey, to end: RankKey) -> StatementArguments {
        queue == .marked ? [first.order, end.order] : [first.order, first.id, end.order, end.id]
    }
}
