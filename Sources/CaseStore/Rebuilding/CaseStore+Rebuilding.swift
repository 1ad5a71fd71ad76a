import Casework
import GRDB

/// Making the tables anew from the journal.
extension CaseStore {
    /// Checks the chain, then empties every table that follows from the journal and fills it again, in one transaction:
    /// when it does not come to its end, for whatever reason, all is as before. What was done is an entry of the journal itself.
    ///
    /// The chain is checked before the pen is taken; from then on nobody else can write until the end. Others can go on
    /// reading, and see the old rows. The log grows by all that is written, and is taken into the file afterwards.
    ///
    /// Indexes, triggers and tables of the projections that are missing or altered are made as they should be, too, and
    /// so are the guards of the journal. Triggers at these tables that are not ours are taken away: they would change
    /// what is written.
    ///
    /// - Parameter progress: called on the calling thread several times a second; `false` stops.
    public func rebuild(
        _ request: RebuildRequest, at now: Instant, progress: (RebuildProgress) -> Bool = { _ in true }
    ) throws(RebuildError) -> RebuildReport {
        try rebuild(request, at: now, cut: nil, progress: progress)
    }

    /// - Parameter cut: what is known of this record's journal from the file that it was copied out of.
    func rebuild(
        _ request: RebuildRequest, at now: Instant, cut: CutJournal? = nil,
        derived: [any DerivedTable.Type] = DerivedTables.all,
        progress: (RebuildProgress) -> Bool
    ) throws(RebuildError) -> RebuildReport {
        do {
            guard access == .readWrite else { throw StoreError.readOnly(path: path) }
            return try withoutActuallyEscaping(progress) { progress in
                let run = RebuildRun(
                    store: self, record: try current(), request: request, now: now, cut: cut, derived: derived,
                    progress: progress)
                return try run.run()
            }
        } catch let error as RebuildError {
            throw error
        } catch is PrivateCrew.Stopped {
            throw .stopped
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw .damaged(path: path, detail: error.message ?? "")
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

/// One run.
private struct RebuildRun {
    let store: CaseStore
    let record: OpenRecord
    let request: RebuildRequest
    let now: Instant
    let cut: CutJournal?
    let derived: [any DerivedTable.Type]
    let progress: (RebuildProgress) -> Bool
    let watch = PrivateCrew.Watch()

    func run() throws -> RebuildReport {
        let actor = try store.examine(record) { try answering(in: $0) }
        let last = try store.read(record) { try CaseStore.lastSequence(in: $0) }
        let total = 2 * Int(clamping: last)
        func tell(_ stage: RebuildProgress.Stage) throws {
            let told = RebuildProgress(stage: stage, done: min(watch.count, total), total: total)
            guard progress(told) else { throw PrivateCrew.Stopped() }
        }
        try tell(.chain)
        let (found, isIndexWhole, told) = try checkJournal { try tell(.chain) }
        if let cut, found?.isOfEnd ?? true {
            // The file that it was copied out of is kept by who copied it.
            try admit(cut.finding, losing: cut.lost, by: actor)
            return try remake(behind: last, isIndexWhole, cut.finding, nil, losing: cut.lost, by: actor, tell)
        }
        let lost = try lost(told, isWhole: found == nil) { try tell(.chain) }
        if let found { try admit(found, losing: lost, by: actor) }
        let aside =
            found != nil || lost?.isEmpty == false ? try putAside(lost) { try tell(.chain) } : nil
        do {
            return try remake(behind: last, isIndexWhole, found, aside, losing: aside?.lost, by: actor, tell)
        } catch  where error is PrivateCrew.Stopped || error is RebuildError {
            // Nothing was changed. After any other error nobody knows, and the copy stays.
            aside?.discard()
            throw error
        }
    }

    private func remake(
        behind last: Int64, _ isIndexWhole: Bool, _ broken: VerificationReport.Finding?, _ aside: RecordPutAside?,
        losing lost: LostCases?, by actor: Actor, _ tell: @escaping (RebuildProgress.Stage) throws -> Void
    ) throws -> RebuildReport {
        try mendJournal(isIndexWhole: isIndexWhole)
        let report = try writing { transaction in
            let database = transaction.database
            let head = try transaction.currentHead()
            // What came behind the checked part before the pen was ours.
            if head.sequence > last, broken == nil,
                let broken = try ChainCheck(database: database, watch: watch).run(last + 1...head.sequence).findings
                    .first
            {
                throw RebuildError.brokenChain(broken, losing: Self.lost(record, store.path, watch))
            }
            try database.execute(sql: "PRAGMA cache_size = -65536")
            defer { try? database.execute(sql: "PRAGMA cache_size = -8192") }
            let made = try Rebuilding(
                database: database, store: store, record: record, compares: request.compares, watch: watch, tell: tell
            ).run(derived: derived)
            let entry = ProjectionsRebuilt(
                reason: request.reason, entries: head.sequence, brokenAt: broken?.sequence,
                lostCases: lost?.cases.count, numbers: lost?.toldNumbers, lastCase: lost?.lastCase,
                lastStaff: lost?.lastStaff, kept: aside?.name)
            try transaction.record(.centre(.projectionsRebuilt(entry)), about: 0, at: now, by: actor.id)
            try tell(.derived)
            return RebuildReport(
                entries: head.sequence, cases: made.cases, withoutBeginning: made.withoutBeginning, brokenAt: broken,
                aside: aside, changes: made.changes)
        }
        // What readers still hold of the log stays in it until the next time.
        try? record.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        return report
    }

    /// One write transaction; what it finds damaged is told as that, and not as a row that this program cannot read.
    private func writing<Result>(_ body: (RecordTransaction) throws -> Result) throws -> Result {
        try store.write(isRemaking: true) { transaction in
            do {
                return try body(transaction)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                throw RebuildError.damaged(path: store.path, detail: error.message ?? "")
            }
        }
    }

    /// Who answers for it, from the journal.
    private func answering(in database: Database) throws -> Actor {
        var member: StaffRecord?
        var found: StaffMember?
        func close() {
            if let member = member?.member, member.number == request.person, member.isActive { found = member }
        }
        try JournalReplay.entries(about: .staff, in: database) { entry in
            guard case .success(.staff(let event)) = entry.fact else { return }
            if member?.member.id.value != entry.subject {
                close()
                member = nil
            }
            if member == nil, case .enrolled(let enrolled) = event { member = StaffRecord(member: enrolled) }
            member?.apply(event, at: entry.at)
        }
        close()
        guard let found else { throw RebuildError.noSuchPerson(request.person) }
        guard found.role.may(.rebuild) else { throw RebuildError.notPermitted(.rebuild, found.role) }
        return Actor(found)
    }

    private func admit(_ broken: VerificationReport.Finding, losing lost: LostCases?, by actor: Actor) throws {
        guard request.despiteBrokenChain else { throw RebuildError.brokenChain(broken, losing: lost) }
        guard actor.role.may(.rebuildDespiteBrokenChain) else {
            throw RebuildError.notPermitted(.rebuildDespiteBrokenChain, actor.role)
        }
    }

    private func putAside(_ lost: LostCases?, tick: () throws -> Void) throws -> RecordPutAside {
        let offset = try? store.read(record) { try CentreProjection.centre(in: $0).offset }
        return try RecordPutAside.make(of: store.path, lost, at: now, offset: offset ?? .china, tick: tick)
    }

    /// What the tables have that the journal does not tell of; `nil` when nobody can say.
    private static func lost(_ record: OpenRecord, _ place: String, _ watch: PrivateCrew.Watch) -> LostCases? {
        guard let connection = try? PlainConnection(path: record.path, place: place, .reading) else { return nil }
        connection.stop(with: watch)
        return try? LostCases.read(notIn: connection)
    }

    /// The same, without a look at each case when there is nothing to be found.
    ///
    /// - Parameter isWhole: nothing of the journal is missing or altered, as far as it can be seen.
    private func lost(_ told: CasesTold, isWhole: Bool, tick: () throws -> Void) throws -> LostCases? {
        var lost: LostCases?
        let (store, record, watch) = (store, record, watch)
        try PrivateCrew.work(
            pieces: 1, watch: watch, tick: tick,
            make: { _ in
                if isWhole, try store.examine(record, { try told.tellsOfAll(in: $0, watch: watch) }) {
                    return LostCases()
                }
                return Self.lost(record, store.path, watch)
            },
            take: { lost = $0 })
        return lost
    }

    /// What is found out about the journal, or a piece of it.
    private struct Checked: Sendable {
        var report = VerificationReport()
        var entries = RowSum()
        var told = CasesTold()
        /// What the index of subjects shows.
        var shown: RowSum?
        /// That entries are missing at the end.
        var end: VerificationReport.Finding?

        static func += (all: inout Checked, piece: Checked) {
            all.report.absorb(piece.report)
            all.entries += piece.entries
            all.told += piece.told
            all.shown = all.shown ?? piece.shown
            all.end = all.end ?? piece.end
        }
    }

    /// - Returns: the first place where it is broken; whether the index by which subjects are gone through shows every entry;
    ///   and what it tells of cases.
    private func checkJournal(
        tick: () throws -> Void
    ) throws -> (broken: VerificationReport.Finding?, isIndexWhole: Bool, told: CasesTold) {
        let (pieces, hasIndex) = try store.read(record) {
            (try ChainCheck.pieces(in: $0), try JournalReplay.hasIndex(in: $0))
        }
        let (store, record, watch) = (store, record, watch)
        let last = pieces.last?.upperBound ?? .min
        var all = Checked()
        try PrivateCrew.work(
            // The index, which takes the longest, is one piece more, and the journal's end another.
            pieces: pieces.count + 2, watch: watch, tick: tick,
            make: { number in
                try store.examine(record) { database in
                    var found = Checked()
                    switch number {
                    case 0 where hasIndex:
                        found.shown = try SubjectIndex.shown(upTo: last, in: database, watch: watch)
                    case 0: break
                    case 1: found.end = try JournalEnd(database: database).finding()
                    default:
                        found.report = try ChainCheck(database: database, watch: watch).run(pieces[number - 2]) {
                            found.entries.add(SubjectIndex.hash($0, $1, $2))
                            found.told.add($0, $1, $2, $3)
                        }
                    }
                    return found
                }
            },
            take: { all += $0 })
        return (all.report.findings.first ?? all.end, all.entries == all.shown, all.told)
    }

    /// Puts back what belongs to the journal besides its rows. In a transaction of its own, since those who read the
    /// journal in order to fill the tables see only what is committed, and need its index.
    ///
    /// - Parameter isIndexWhole: it shows the entries that there are.
    private func mendJournal(isIndexWhole: Bool) throws {
        let wanted = try Schema.blueprint().filter { $0.table == "journal" && $0.kind != "table" }
        func found(in database: Database) throws -> [Schema.Part] {
            try Schema.parts(in: database).filter { $0.table == "journal" && $0.kind != "table" }
        }
        guard try Set(store.read(record) { try found(in: $0) }) != Set(wanted) else {
            // It may be there and not show every entry.
            if isIndexWhole { return }
            return try writing { try $0.database.execute(sql: "REINDEX \(JournalReplay.index)") }
        }
        try writing { transaction in
            // Looked at again: SQLite believes its own memory of the schema until it has read something.
            let found = try found(in: transaction.database)
            for part in found where !wanted.contains(part) {
                try transaction.database.execute(sql: "DROP \(part.kind) \(part.name.quotedDatabaseIdentifier)")
            }
            for part in wanted where !found.contains(part) { try transaction.database.execute(sql: part.sql) }
        }
    }
}

extension VerificationReport.Finding {
    /// Whether entries are missing at the end, and the chain of the others may hold.
    public var isOfEnd: Bool { if case .journalCut = self { true } else { false } }

    /// The entry that a finding about the journal names.
    var sequence: Int64? {
        switch self {
        case .entryMissing(let sequence), .entryAltered(let sequence), .chainBroken(let sequence): sequence
        case .journalCut(let entries, _): entries + 1
        case .entryUnreadable(let sequence, _), .entryUnknown(let sequence, _), .entryNewer(let sequence, _, _):
            sequence
        case .anchorBeyond(_, let sequence, _), .anchorDiffers(_, let sequence): sequence
        case .ledgerMissing(_, let sequence), .ledgerDiffers(_, let sequence), .ledgerExtra(_, let sequence): sequence
        default: nil
        }
    }
}
