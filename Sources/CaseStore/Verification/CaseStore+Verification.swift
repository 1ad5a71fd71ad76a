import Casework
import GRDB

/// What a verification looks at besides the record itself.
public struct VerificationOptions: Sendable {
    /// Looks at everything: SQLite's whole integrity, the spelling of whole values byte for byte, and what follows from the rows.
    public var isFull = false
    /// Anchors that were kept outside the record.
    public var anchors: [KeptAnchor] = []
    /// The month that was over last, for which an anchor should have been signed.
    public var lastMonth: CivilMonth?
    var threads = PrivateCrew.usualSize
    var derived: [any DerivedTable.Type] = DerivedTables.all

    public init(isFull: Bool = false, anchors: [KeptAnchor] = [], lastMonth: CivilMonth? = nil) {
        self.isFull = isFull
        self.anchors = anchors
        self.lastMonth = lastMonth
    }
}

/// Proves that the record is whole.
extension CaseStore {
    /// Checks SQLite's own integrity, the schema with the journal's guards, the hash chain, the anchors, and that the projections
    /// are what the journal gives when it is replayed.
    ///
    /// Works on threads of its own through many short pieces, each in a read transaction of its own, and in memory that
    /// does not grow with the record. A piece sees its entries and its rows at one moment, at which they have to agree;
    /// that another piece sees a later moment harms nothing, because entries are only ever added. So nobody is kept
    /// from writing, and the log can be taken into the file in between however long it takes. The longest transaction
    /// is SQLite's own check, a single statement.
    ///
    /// What is written meanwhile behind the last entry of the beginning is not looked at by the chain.
    ///
    /// - Parameter progress: called on the calling thread at the beginning and several times a second; `false` stops
    ///   the verification.
    public func verify(
        _ options: VerificationOptions = VerificationOptions(), progress: (VerificationProgress) -> Bool = { _ in true }
    ) throws(StoreError) -> VerificationReport {
        let record = try current()
        let verification = Verification(store: self, record: record, options: options)
        do {
            return try verification.run(progress)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

/// One run of a verification.
struct Verification: Sendable {
    let store: CaseStore
    let record: OpenRecord
    let options: VerificationOptions
    let watch = PrivateCrew.Watch()

    /// The parts of the work, in the order in which their findings are told.
    private enum Piece: Sendable {
        case database
        case schema
        case chain(ClosedRange<Int64>)
        case anchors
        case cases(ClosedRange<Int64>)
        case staff
        case centre
        case derived(any DerivedTable.Type)
    }

    private struct Plan {
        var pieces: [Piece]
        /// The last entry of the beginning.
        var last: Int64
        var isComparable: Bool
        /// How work is booked, where it is compared: what comes later concerns later entries.
        var booking: Booking?

        /// Every entry counts twice: once for the chain, once for the replay.
        var total: Int { 2 * Int(clamping: last) }
    }

    /// So many case ids a piece of the replay has: some ten thousand entries, a tenth of a second.
    private static let caseLength: Int64 = 2_048

    init(store: CaseStore, record: OpenRecord, options: VerificationOptions) {
        self.store = store
        self.record = record
        self.options = options
    }

    func run(_ progress: (VerificationProgress) -> Bool) throws -> VerificationReport {
        var report = VerificationReport()
        guard let plan = try plan() else {
            report.add(.database(detail: "malformed"))
            return report
        }
        func tell() throws {
            guard progress(VerificationProgress(done: min(watch.count, plan.total), total: plan.total)) else {
                throw PrivateCrew.Stopped()
            }
        }
        do {
            try tell()
            try PrivateCrew.work(
                pieces: plan.pieces.count, threads: options.threads, watch: watch, tick: tell,
                make: { number in try examine(plan.pieces[number], of: plan) },
                take: { part in
                    report.absorb(part)
                    // A file that SQLite itself calls broken gives nothing but consequences from here on.
                    if part.findings.contains(where: { $0.subject == .database }) { throw Broken() }
                })
            if plan.isComparable {
                if options.isFull { try compareWork(through: plan.last, &report) }
                report.monthWithoutAnchor = try monthWithoutAnchor()
            }
            _ = progress(VerificationProgress(done: plan.total, total: plan.total))
        } catch is PrivateCrew.Stopped {
            report.wasStopped = true
        } catch is Broken {
            return report
        }
        return report
    }

    private struct Broken: Error {}

    /// - Returns: `nil` when the file is too broken to plan anything.
    private func plan() throws -> Plan? {
        do {
            return try store.read(record) { database in
                let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM journal") ?? 0
                var pieces: [Piece] = [.database, .schema]
                pieces += try ChainCheck.pieces(in: database).map(Piece.chain)
                // Where tables are missing or altered, or the index by which subjects are gone through, there is
                // nothing to compare with; the schema's findings say so.
                let isComparable = try Self.isComparable(database)
                pieces.append(.anchors)
                if isComparable {
                    pieces += try RowRanges.cases(Self.caseLength, in: database).map(Piece.cases)
                    pieces += [.staff, .centre]
                }
                if options.isFull { pieces += options.derived.map(Piece.derived) }
                return Plan(
                    pieces: pieces, last: last, isComparable: isComparable,
                    booking: isComparable && options.isFull ? try Booking(in: database) : nil)
            }
        } catch .corrupt {
            return nil
        }
    }

    private static func isComparable(_ database: Database) throws -> Bool {
        let found = Set(try Schema.parts(in: database))
        return try Schema.blueprint().allSatisfy { part in
            let isNeeded =
                part.kind == "table" && Rebuilding.tables.contains(part.name) || part.name == JournalReplay.index
            return !isNeeded || found.contains(part)
        }
    }

    private func examine(_ piece: Piece, of plan: Plan) throws -> VerificationReport {
        try store.examine(record) { database in
            try database.stoppable(by: watch) {
                switch piece {
                case .database: try FileCheck(database: database).run(isFull: options.isFull)
                case .schema: try FileCheck(database: database).schema()
                case .chain(let range): try ChainCheck(database: database, watch: watch).run(range)
                case .anchors: try AnchorCheck(database: database).run(options.anchors)
                case .cases(let ids):
                    try CaseCheck(database: database, watch: watch, booking: plan.booking, last: plan.last).run(ids)
                case .staff: try StaffCheck(database: database, watch: watch, isExact: options.isFull).run()
                case .centre: try CentreCheck(database: database, watch: watch).run()
                case .derived(let table): try examine(table, in: database)
                }
            }
        }
    }

    private func examine(_ table: any DerivedTable.Type, in database: Database) throws -> VerificationReport {
        var report = VerificationReport()
        do {
            for difference in try table.differences(in: database, step: { try watch.count(0) }) {
                report.add(.derivedDiffers(table: table.name, detail: difference))
            }
        } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CORRUPT].contains(error.resultCode) {
            // A table or an index of it is not there: a finding like any other.
            report.add(.derivedDiffers(table: table.name, detail: error.message ?? "unreadable"))
        }
        return report
    }

    /// The pieces have sought a row for each entry that makes one; whether there are more is seen by their number. The
    /// rows of an entry are written with it and never after it, so that it does not matter when they are counted.
    private func compareWork(through last: Int64, _ report: inout VerificationReport) throws {
        let rows = try store.read(record) { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM case_work WHERE seq <= ?1 \
                    OR NOT EXISTS (SELECT 1 FROM journal WHERE journal.seq = case_work.seq)
                    """, arguments: [last]) ?? 0
        }
        guard rows != report.workRows else { return }
        report.add(
            .derivedDiffers(
                table: CaseWorkTable.name, detail: "\(rows - report.workRows) rows that no entry makes"))
    }

    private func monthWithoutAnchor() throws -> CivilMonth? {
        guard let month = options.lastMonth else { return nil }
        return try store.read(record) { database in
            try AnchorCheck(database: database).lacksAnchor(of: month) ? month : nil
        }
    }
}

extension RowRanges {
    /// Ranges of the ids of cases that the journal tells of.
    static func cases(_ length: Int64, in database: Database) throws -> [ClosedRange<Int64>] {
        try cut(
            """
            SELECT subject FROM journal INDEXED BY \(JournalReplay.index) \
            WHERE subject_kind = 'case' AND subject >= ? ORDER BY subject LIMIT 1
            """, length: length, in: database)
    }
}
