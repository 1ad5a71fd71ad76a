import Casework
import GRDB

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
        case end
        case anchors
        case derived(any DerivedTable.Type)
        case work
        case cases(ClosedRange<Int64>)
        case staff
        case centre

        /// The table that it is mostly about; `nil` for the whole file.
        var table: String? {
            switch self {
            case .database, .schema, .end: nil
            case .chain: "journal"
            case .anchors: Ledger.anchors.rawValue
            case .derived(let table): table.name
            case .work: CaseWorkTable.name
            case .cases: "cases"
            case .staff: "staff"
            case .centre: "centre"
            }
        }
    }

    private struct Plan {
        var pieces: [Piece]
        /// The last entry of the beginning.
        var last: Int64
        var isComparable: Bool
        var work: WorkCheck?

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
        var report = try check(progress)
        guard report.findings.contains(where: { $0.subject == .database }), !report.wasStopped else { return report }
        do {
            report.isJournalWhole = try isJournalWhole(progress)
            guard report.isJournalWhole else { return report }
            // It may be whole up to an end that is not its own.
            report.entries = Int(clamping: try store.lastSequence())
            // They may have been looked at before the damage was met.
            guard report.anchors == 0 else {
                report.isJournalWhole = report.unexplainedAnchors == 0
                return report
            }
            let anchors = try examine(reading: Piece.anchors.table) {
                try AnchorCheck(database: $0).run(options.anchors, restarts: options.restarts)
            }
            report.isJournalWhole = anchors.unexplainedAnchors == 0
            report.absorb(anchors)
        } catch is PrivateCrew.Stopped {
            report.wasStopped = true
        } catch {
            report.isJournalWhole = false
        }
        return report
    }

    private func check(_ progress: (VerificationProgress) -> Bool) throws -> VerificationReport {
        var report = VerificationReport()
        let plan: Plan
        do {
            plan = try self.plan()
        } catch .corrupt(_, let detail) {
            // Too broken to plan anything: perhaps SQLite's own check can say where.
            let checked = try? examine(reading: nil) { try FileCheck(database: $0).run(isFull: false) }
            guard let checked, !checked.findings.isEmpty else {
                return VerificationReport(findings: [.database(FileDamage(detail))])
            }
            return checked
        }
        func tell() throws {
            guard progress(VerificationProgress(done: min(watch.count, plan.total), total: plan.total)) else {
                throw PrivateCrew.Stopped()
            }
        }
        var derived = VerificationReport()
        var taken = 0
        do {
            try tell()
            try PrivateCrew.work(
                pieces: plan.pieces.count, threads: options.threads, watch: watch, tick: tell,
                make: { number in try examine(plan.pieces[number], of: plan) },
                take: { part in
                    // Worked at early, told late: what follows from the rows is no news where the rows are wrong.
                    defer { taken += 1 }
                    if case .derived = plan.pieces[taken] { return derived.absorb(part) }
                    report.absorb(part)
                    // A file that SQLite itself calls broken gives nothing but consequences from here on.
                    if part.findings.contains(where: { $0.subject == .database }) { throw Broken() }
                })
            report.absorb(derived)
            if plan.isComparable {
                try compareWork(plan.work, &report, tick: tell)
                report.monthWithoutAnchor = try monthWithoutAnchor()
            }
            _ = progress(VerificationProgress(done: plan.total, total: plan.total))
        } catch is PrivateCrew.Stopped {
            report.wasStopped = true
        } catch is Broken {
            return report
        } catch {
            guard let finding = finding(error, reading: nil) else { throw error }
            report.add(finding)
        }
        return report
    }

    private struct Broken: Error {}

    /// Whether all of a damaged file that matters can be read.
    private func isJournalWhole(_ progress: (VerificationProgress) -> Bool) throws -> Bool {
        guard try store.examine(record, Self.hasJournal) else { return false }
        return try store.firstBreak(of: record, threads: options.threads, progress: progress) == nil
    }

    private func plan() throws(StoreError) -> Plan {
        try store.read(record) { database in
            // Without its journal, or with one of another shape, a record proves nothing; the schema's findings say so.
            guard try Self.hasJournal(database) else {
                return Plan(pieces: [.database, .schema], last: 0, isComparable: false)
            }
            let last = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM journal") ?? 0
            // Where tables are missing or altered, or the index by which subjects are gone through, there is
            // nothing to compare with; the schema's findings say so.
            let isComparable = try Self.isComparable(database)
            var work: WorkCheck?
            var pieces: [Piece] = [.database, .schema]
            // What is one piece, however large the record, comes early: at the end the other threads would wait for it.
            if options.isFull { pieces += options.derived.map(Piece.derived) }
            if isComparable, options.isFull {
                work = WorkCheck(booking: try Booking(in: database), last: last)
                pieces.append(.work)
            }
            pieces += try ChainCheck.pieces(in: database).map(Piece.chain)
            pieces += [.end, .anchors]
            if isComparable {
                pieces += try RowRanges.cases(Self.caseLength, in: database).map(Piece.cases)
                pieces += [.staff, .centre]
            }
            return Plan(pieces: pieces, last: last, isComparable: isComparable, work: work)
        }
    }

    private static func hasJournal(_ database: Database) throws -> Bool {
        let found = try Schema.parts(in: database)
        return try Schema.blueprint().contains {
            $0.kind == "table" && $0.name == "journal" && found.contains($0)
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
        try examine(reading: piece.table) { try look(at: piece, of: plan, in: $0) }
    }

    /// Runs `body` in a read transaction of its own; what cannot be read is a finding.
    private func examine(
        reading table: String?, _ body: (Database) throws -> VerificationReport
    ) throws -> VerificationReport {
        var found: VerificationReport?
        do {
            return try store.examine(record) { database in
                let report = try database.stoppable(by: watch) { try body(database) }
                found = report
                return report
            }
        } catch {
            // A transaction that met damage cannot be ended, either; what was found in it stands.
            if let found, !found.findings.isEmpty { return found }
            guard let finding = finding(error, reading: table) else { throw error }
            return VerificationReport(findings: [finding])
        }
    }

    /// What an error says about the file; `nil` for one that says nothing about it.
    private func finding(_ error: any Error, reading table: String?) -> VerificationReport.Finding? {
        if error is PrivateCrew.Stopped { return nil }
        guard let damage = FileDamage(error, reading: table, path: store.path) else { return nil }
        // What SQLite reads and this program does not is no damage of the file.
        let isOfRows = error is UnreadableRecord || error is RowDecodingError
        return isOfRows ? .rowsUnreadable(table: table, detail: damage.detail) : .database(damage)
    }

    private func look(at piece: Piece, of plan: Plan, in database: Database) throws -> VerificationReport {
        switch piece {
        case .database: try FileCheck(database: database).run(isFull: options.isFull)
        case .schema: try FileCheck(database: database).schema(isFull: options.isFull)
        case .derived(let table): try examine(table, in: database)
        case .work: try storedWork(plan.work, in: database)
        case .chain(let range): try ChainCheck(database: database, watch: watch).run(range)
        case .end: try journalEnd(in: database)
        case .anchors: try AnchorCheck(database: database).run(options.anchors, restarts: options.restarts)
        case .cases(let ids): try CaseCheck(database: database, watch: watch, work: plan.work).run(ids)
        case .staff: try StaffCheck(database: database, watch: watch, isExact: options.isFull).run()
        case .centre: try CentreCheck(database: database, watch: watch).run()
        }
    }

    private func examine(_ table: any DerivedTable.Type, in database: Database) throws -> VerificationReport {
        var report = VerificationReport()
        do {
            for difference in try table.differences(in: database, step: { try watch.count(0) }) {
                report.add(.derivedDiffers(table: table.name, difference))
            }
        } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CORRUPT].contains(error.resultCode) {
            // A table or an index of it is not there: a finding like any other.
            report.add(.derivedDiffers(table: table.name, .unreadable(error.message ?? "unreadable")))
        }
        return report
    }

    private func journalEnd(in database: Database) throws -> VerificationReport {
        var report = VerificationReport()
        if let finding = try JournalEnd(database: database).finding() { report.add(finding) }
        return report
    }

    private func storedWork(_ work: WorkCheck?, in database: Database) throws -> VerificationReport {
        var report = VerificationReport()
        if let work { report.workStored = try work.stored(in: database, watch: watch) }
        return report
    }

    /// The rows of an entry are written with it and never after it, so that it does not matter at which moment they were
    /// added up. Where the sums differ, the rows to blame are sought in pieces like all others.
    private func compareWork(
        _ work: WorkCheck?, _ report: inout VerificationReport, tick: () throws -> Void
    ) throws {
        guard let work, report.workMade != report.workStored else { return }
        let pieces = try store.read(record) { try RowRanges.cases(Self.caseLength, in: $0) }
        var found: Int64 = 0
        try PrivateCrew.work(
            pieces: pieces.count, threads: options.threads, watch: watch, tick: tick,
            make: { number in
                try store.examine(record) { database in
                    try database.stoppable(by: watch) {
                        try work.differences(pieces[number], in: database, watch: watch)
                    }
                }
            },
            take: { part in
                report.absorb(part.report)
                found += part.found
            })
        let extra = report.workStored.rows - found
        if extra != 0 { report.add(WorkCheck.finding(.workExtra(rows: extra))) }
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
