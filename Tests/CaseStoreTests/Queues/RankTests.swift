import Casework
import GRDB
import Testing

@testable import CaseStore

/// The counters of the queues against counting.
@Suite("Ranks") struct RankTests {
    /// A table of cases that only has what queues are made of.
    private struct Board {
        let database: DatabaseQueue
        var random: Chance
        /// Where each stands.
        private var places: [Int64: RankedCase] = [:]

        init(seed: UInt64) throws {
            random = Chance(seed)
            database = try DatabaseQueue()
            try database.write { database in
                for step in Schema.steps { try database.execute(sql: step.sql) }
                try RankTable.rebuild(in: database, step: {})
            }
        }

        /// Puts a case somewhere, or elsewhere, or takes it out of all queues.
        mutating func stir(_ id: Int64, clumps: Bool) throws {
            let moment = clumps ? Int64(random.below(4)) : Int64(random.below(100_000))
            let hasDeadline = random.below(10) > 0
            let state = [CaseState.pending, .accepted, .inReview, .filed][random.below(4)]
            let review = Int64(random.below(50))
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO cases (id, number, version, state, is_open, item, village, applicant, submitted_at, \
                        due_at, warn_at, is_provisional, is_urgent, returns, urgings, due_order, review_order) \
                        VALUES (?, ?, 1, ?, ?, 'i', 'v', 'a', 0, ?, ?, 0, 0, 0, 0, ?, ?) \
                        ON CONFLICT (id) DO UPDATE SET state = excluded.state, is_open = excluded.is_open, \
                        due_at = excluded.due_at, warn_at = excluded.warn_at, due_order = excluded.due_order, \
                        review_order = excluded.review_order
                        """,
                    arguments: [
                        id, "\(id)", state.rawValue, state.isOpen, hasDeadline ? moment : nil,
                        hasDeadline ? moment - 30 : nil, hasDeadline ? moment : .max, review,
                    ])
                let place = RankedCase(
                    id: id, isPending: state == .pending, isInReview: state == .inReview, isOpen: state.isOpen,
                    dueOrder: hasDeadline ? moment : .max, warnAt: hasDeadline ? moment - 30 : nil, reviewOrder: review)
                try RankCounters(database: database).move(from: places[id], to: place)
                places[id] = place
            }
        }
    }

    @Test("After random moves every count is what counting gives", arguments: [(1, false), (2, true)])
    func randomMoves(_ seed: UInt64, _ clumps: Bool) throws {
        var board = try Board(seed: seed)
        for round in 0..<6 {
            for _ in 0..<700 { try board.stir(Int64(board.random.below(1_800)) + 1, clumps: clumps) }
            try board.database.read { database in
                let found = try RankTable.differences(in: database, step: {})
                #expect(found.isEmpty, "round \(round)")
            }
        }
        try board.database.write { database in
            // More than one block, or nothing was tried.
            let blocks = try Int.fetchOne(database, sql: "SELECT count(*) FROM ranks WHERE queue = 2") ?? 0
            #expect(blocks > 1)
            for queue in RankedQueue.allCases { try compare(queue, in: database) }
            try RankTable.rebuild(in: database, step: {})
            let found = try RankTable.differences(in: database, step: {})
            #expect(found.isEmpty)
            for queue in RankedQueue.allCases { try compare(queue, in: database) }
        }
    }

    private func compare(_ queue: RankedQueue, in database: Database) throws {
        let counters = RankCounters(database: database)
        let keys = try Row.fetchAll(
            database,
            sql: "SELECT \(queue.order), \(queue.tie) FROM cases WHERE \(queue.condition) ORDER BY \(queue.sorting)"
        ).map { RankKey(order: $0[0], id: $0[1]) }
        #expect(try counters.size(of: queue) == keys.count)
        for place in stride(from: 0, to: keys.count, by: 7) {
            #expect(try counters.key(at: place, in: queue) == keys[place])
            #expect(try counters.rank(of: keys[place], in: queue) == keys.firstIndex(of: keys[place]))
            let moment = keys[place].order
            #expect(try counters.count(before: moment, in: queue) == keys.count { $0.order < moment })
        }
        #expect(try counters.key(at: keys.count, in: queue) == nil)
    }

    @Test("A wrong counter, a missing block and a foreign one are found")
    func tampering() throws {
        for (sql, difference) in [
            ("UPDATE ranks SET count = count + 1 WHERE queue = 1", .miscounted(.pending, found: 2, expected: 1)),
            ("DELETE FROM ranks WHERE queue = 4", .uncounted(.inReview)),
            ("INSERT INTO ranks VALUES (9, 0, 0, 1)", .strangeQueue(9)),
        ] as [(String, DerivedDifference)] {
            let office = try Office()
            try office.register()
            try office.tamper(sql)
            let found = try office.store.read { try RankTable.differences(in: $0, step: {}) }
            #expect(found == [difference])
        }
    }

    @Test("Everything that happens to a case keeps counters and words as they should be")
    func actions() throws {
        let office = try Office()
        try office.register("甲")
        _ = try office.inReview("乙")
        let approved = try office.store.perform(
            .approve(note: nil), on: office.inReview("丙").reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        try office.store.perform(
            .deliver(Delivery(signedBy: "本人")), on: approved.reference, by: Actor(office.zhou), at: Office.morning,
            rules: office.rules)
        let passed = try office.store.perform(
            .reassign(to: office.he), on: office.register("丁").reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        #expect(try office.store.search("何有田").rows.map(\.id) == [passed.id])
        try office.store.perform(
            .decline(Decline(reason: "不属本乡")), on: office.register("戊").reference, by: office.reviewer,
            at: Office.morning, rules: office.rules)
        try office.store.read { database in
            for table in DerivedTables.all {
                let found = try table.differences(in: database, step: {})
                #expect(found.isEmpty)
            }
        }
    }

    @Test("Pages are those of the whole list, around every case and at every rank", arguments: Queue.allCases)
    func pages(_ queue: Queue) throws {
        let office = try Office()
        var chance = Chance(7)
        for index in 0..<40 {
            let due = chance.below(5) == 0 ? nil : chance.below(12) * 15 - 60
            switch chance.below(3) {
            case 0: _ = try office.inReview("赵\(index)", minutes: chance.below(8))
            default: try office.register("赵\(index)", dueInMinutes: due)
            }
        }
        for filter in ["", "赵1", "z"] {
            let all = try office.desk(queue, QueueRequest(filter: filter, limit: 1_000), minutes: 20)
            #expect(all.rows.count == all.total && all.total > 0)
            let ordered = all.rows.sorted { one, other in
                queue == .inReview
                    ? ((one.completedAt ?? one.submittedAt).milliseconds, one.id.value)
                        < ((other.completedAt ?? other.submittedAt).milliseconds, other.id.value)
                    : (one.dueAt?.milliseconds ?? .max, one.id.value) < (
                        other.dueAt?.milliseconds ?? .max, other.id.value
                    )
            }
            #expect(all.rows == ordered)
            for (rank, row) in all.rows.enumerated() {
                for limit in [1, 6] {
                    let offset = max(0, min(rank - limit / 2, all.total - limit))
                    let expected = QueuePage(
                        rows: Array(all.rows[offset..<min(offset + limit, all.total)]), offset: offset,
                        total: all.total,
                        unfilteredTotal: all.unfilteredTotal)
                    let around = QueueRequest(filter: filter, anchor: row.id, index: 0, limit: limit)
                    #expect(try office.desk(queue, around, minutes: 20) == expected)
                    let at = QueueRequest(filter: filter, anchor: CaseID(99_999), index: rank, limit: limit)
                    #expect(try office.desk(queue, at, minutes: 20) == expected)
                }
            }
        }
    }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Chance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ value >> 31) % UInt64(bound))
    }
}
