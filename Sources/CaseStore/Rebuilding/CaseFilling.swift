import Casework
import GRDB

/// Plays all cases through on other threads and writes their rows on this one, in the order of the ids.
struct CaseFilling {
    let database: Database
    let store: CaseStore
    let record: OpenRecord
    let watch: PrivateCrew.Watch

    /// So many ids a piece has: some megabytes of rows.
    private static let length: Int64 = 512
    /// So many pieces lie ready at most.
    private static let ahead = 8

    /// The rows of some cases, ready to be written.
    private struct Rows: Sendable {
        struct One: Sendable {
            var columns: [DatabaseValue]
            var clocks: [[DatabaseValue]]
        }

        var cases: [One] = []
        /// The rules of the clocks, which name them by their place here.
        var rules: [String] = []
        var work: [CaseWorkTable.Row] = []
        var withoutBeginning = 0
    }

    /// - Parameter meanwhile: what the tables need before anything is written to them, while the first cases are played
    ///   through.
    func run(
        tick: () throws -> Void, meanwhile: () throws -> Void
    ) throws -> (cases: Int, withoutBeginning: Int) {
        let pieces = try RowRanges.cases(Self.length, in: database)
        let (store, record, watch) = (store, record, watch)
        let booking = try Booking(in: database)
        var writer: Writer?
        var withoutBeginning = 0
        try PrivateCrew.work(
            pieces: pieces.count, ahead: Self.ahead, watch: watch, tick: tick,
            make: { number in try store.examine(record) { try Self.rows(pieces[number], booking, in: $0, watch) } },
            take: { rows in
                try writer?.write(rows)
                withoutBeginning += rows.withoutBeginning
            },
            meanwhile: {
                try meanwhile()
                // Of tables that are there.
                writer = try Writer(database)
            })
        return (writer?.count ?? 0, withoutBeginning)
    }

    private static func rows(
        _ ids: ClosedRange<Int64>, _ booking: Booking, in database: Database, _ watch: PrivateCrew.Watch
    ) throws -> Rows {
        var rows = Rows()
        var places: [ClockRule: Int64] = [:]
        var count = WorkCount(booking)
        try JournalReplay.cases(ids, in: database, watch: watch) { sequence, error in
            throw RebuildError.unreadable(.unreadable(sequence, error, of: .case))
        } event: { event, entry in
            rows.work += count.rows(event, entry)
        } _: { _, replayed in
            guard case .whole(let value) = replayed else {
                rows.withoutBeginning += 1
                return
            }
            let clocks = try ClockProjection.rows(value) { rule in
                if let known = places[rule] { return known }
                let place = Int64(rows.rules.count)
                places[rule] = place
                rows.rules.append(try CanonicalJSON.text(rule))
                return place
            }
            rows.cases.append(
                Rows.One(
                    columns: CaseProjection.fixedValues(value) + CaseProjection.movingValues(value),
                    clocks: clocks))
        }
        return rows
    }

    private final class Writer {
        private(set) var count = 0
        private let cases: RawStatement
        private let clocks: RawStatement
        private let rules: RawStatement
        private let work: RawStatement
        private var known: [String: Int64] = [:]

        init(_ database: Database) throws {
            func insertion(_ table: String, _ columns: [String]) throws -> RawStatement {
                try RawStatement(
                    database,
                    sql: """
                        INSERT INTO \(table) (\(columns.joined(separator: ", "))) \
                        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                        """)
            }
            cases = try insertion("cases", CaseProjection.columns)
            clocks = try insertion("clocks", ClockProjection.columns)
            rules = try insertion("clock_rules", ["id", "body"])
            work = try RawStatement(database, sql: CaseWorkTable.insertion)
        }

        func write(_ rows: Rows) throws {
            let numbers = try rows.rules.map(number)
            for one in rows.cases {
                try cases.run(one.columns)
                for var clock in one.clocks {
                    if let place = Int.fromDatabaseValue(clock[3]) { clock[3] = numbers[place].databaseValue }
                    try clocks.run(clock)
                }
            }
            for row in rows.work { try work.run(row.values) }
            count += rows.cases.count
        }

        private func number(_ rule: String) throws -> Int64 {
            if let number = known[rule] { return number }
            let number = Int64(known.count + 1)
            try rules.run([number.databaseValue, rule.databaseValue])
            known[rule] = number
            return number
        }
    }
}
