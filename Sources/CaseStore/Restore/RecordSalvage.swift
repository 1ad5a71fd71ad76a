import Casework
import Foundation
import GRDB

/// How far it is.
public enum SalvageProgress: Hashable, Sendable {
    /// Entries of the journal that are in the new file.
    case copying(CopyProgress)
    case rebuilding(RebuildProgress)
    case verifying(VerificationProgress)
}

/// A record was made anew in another file.
public struct SalvageReport: Hashable, Sendable {
    public var rebuilt: RebuildReport
    /// Tables that follow from nothing and could not be read: they are empty now.
    public var unread: [String]
    /// The path of the old file.
    public var kept: String?
    /// Cases that only the tables of the old file knew; `nil` when these cannot be read.
    public var lostCases: LostCases?
    /// The path of their list; `nil` when there are none.
    public var list: String?
}

/// Makes a record anew in another file, from the journal of one that is damaged in other places. What was acknowledged
/// stands in the journal; a backup would lack all that came after it.
///
/// Nobody else can write from the first entry that is copied until the new file has the record's name. The journal is
/// copied; so is what follows from nothing, as far as it can be read; the tables are made as
/// ``CaseStore/rebuild(_:at:progress:)`` makes them, and all of it is verified in full. The old file is kept.
public struct RecordSalvage {
    let path: String
    let request: RebuildRequest
    /// How long one attempt to have the record to itself waits, in milliseconds.
    var patience = StoreError.patience * 1_000

    /// So many entries are copied in one transaction.
    private static let stride = 8_192
    private static let old = "damaged"

    /// - Parameter request: who answers for it, and why. A chain that is broken is refused, whatever is asked for besides:
    ///   then only a backup helps.
    public init(_ path: String, _ request: RebuildRequest) {
        self.path = path
        self.request = RebuildRequest(person: request.person, reason: request.reason)
    }

    /// - Parameters:
    ///   - account: the account of the machine that does it.
    ///   - progress: called on the calling thread several times a second; `false` stops.
    /// - Throws: what keeps the record as it is.
    public func run(
        at now: Instant, account: String, progress: (SalvageProgress) -> Bool = { _ in true }
    ) throws(RebuildError) -> SalvageReport {
        do {
            return try make(at: now, account: account, progress)
        } catch let error as RebuildError {
            throw error
        } catch is PrivateCrew.Stopped {
            throw .stopped
        } catch RestoreError.store(let error) {
            throw .store(error)
        } catch RestoreError.inUse(_, let seconds) {
            throw .store(.busy(path: path, seconds: seconds))
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    private func make(
        at now: Instant, account: String, _ progress: (SalvageProgress) -> Bool
    ) throws -> SalvageReport {
        func tell(_ word: SalvageProgress) throws {
            guard progress(word) else { throw PrivateCrew.Stopped() }
        }
        guard FileFacts.exists(path) else { throw StoreError.notFound(path: path) }
        try MainFile.check(path: path)
        let place = FileFacts.resolved(path)
        let pen = try RecordPen.take(place, patience: patience)
        try requireOwnSchema(of: pen.connection)
        let draft = try FileDraft(for: place)
        let unread = try fill(draft, from: place, tell)
        let (rebuilt, member) = try rebuild(draft, at: now, progress)
        let exchange = RecordRestore(
            salvaged: draft, try RecordFacts.read(draft.path), cases: rebuilt.cases, over: path, pen: pen)
        let report = try exchange.place(at: now, by: member.id, account: account)
        return SalvageReport(
            rebuilt: rebuilt, unread: unread, kept: report.kept, lostCases: report.lostCases, list: report.list)
    }

    private func requireOwnSchema(of old: PlainConnection) throws {
        func number(_ sql: String) throws -> Int64 { try old.rows(sql).first?.first?.number ?? 0 }
        guard try number("PRAGMA application_id") == Int64(Schema.applicationID) else {
            throw StoreError.foreign(path: path)
        }
        let found = Int(clamping: try number("PRAGMA user_version"))
        guard found <= Schema.version else {
            throw StoreError.newer(path: path, found: found, known: Schema.version)
        }
        // Opening it brings it forward; where damage keeps it from that, it stays what it is.
        guard found == Schema.version else {
            throw StoreError.corrupt(path: path, detail: "the file is of the earlier format \(found)")
        }
    }

    /// - Returns: the tables that could not be read.
    private func fill(
        _ draft: FileDraft, from place: String, _ tell: (SalvageProgress) throws -> Void
    ) throws -> [String] {
        var configuration = Configuration()
        // What is copied refers to rows that are made later.
        configuration.foreignKeysEnabled = false
        configuration.journalMode = .default
        let queue = try DatabaseQueue(path: draft.path, configuration: configuration)
        let unread = try queue.writeWithoutTransaction { database in
            // A half-made draft is worth nothing; the exchange waits for the disk.
            try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA application_id = \(Schema.applicationID)")
            try Schema.make(in: database)
            try database.execute(sql: "ATTACH DATABASE ? AS \(Self.old)", arguments: [place])
            try copyJournal(in: database, tell)
            let unread = try Rebuilding.followingFromNothing.filter { try !copy($0, in: database) }
            // Ids of messages that are done are not given again, where it can be read how far they went.
            try database.execute(sql: "DELETE FROM main.sqlite_sequence")
            _ = try copy("sqlite_sequence", in: database)
            try database.execute(sql: "DETACH DATABASE \(Self.old)")
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            return unread
        }
        try queue.close()
        return unread
    }

    private func copyJournal(in database: Database, _ tell: (SalvageProgress) throws -> Void) throws {
        let columns = "seq, at, actor, subject_kind, subject, kind, body, prev, hash"
        var last: Int64 = 0
        do {
            let total = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM \(Self.old).journal") ?? 0
            repeat {
                try tell(.copying(CopyProgress(done: Int(clamping: last), total: Int(clamping: total))))
                // The index of the old one may be what is damaged.
                try database.execute(
                    sql: """
                        INSERT INTO journal (\(columns)) SELECT \(columns) FROM \(Self.old).journal NOT INDEXED \
                        WHERE seq > ? ORDER BY seq LIMIT ?
                        """, arguments: [last, Self.stride])
                last = try CaseStore.lastSequence(in: database)
            } while database.changesCount > 0 && last < total
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // Entries follow each other without a gap.
            throw RebuildError.brokenChain(
                .entryMissing(sequence: try firstGap(behind: last, in: database)), losing: nil)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw RebuildError.unreadable(.database(FileDamage(error.message ?? "", table: "journal")))
        }
    }

    private func firstGap(behind last: Int64, in database: Database) throws -> Int64 {
        let rows = try Int64.fetchCursor(
            database, sql: "SELECT seq FROM \(Self.old).journal NOT INDEXED WHERE seq > ? ORDER BY seq",
            arguments: [last])
        var next = last + 1
        while let found = try rows.next(), found == next { next += 1 }
        return next
    }

    /// - Returns: `false` when the old file's table cannot be read.
    private func copy(_ table: String, in database: Database) throws -> Bool {
        do {
            // Without a condition SQLite would copy the tables' pages, and their indexes with them.
            try database.execute(
                sql: "INSERT INTO main.\(table) SELECT * FROM \(Self.old).\(table) NOT INDEXED WHERE true")
            return true
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
        {
            return false
        }
    }

    /// Makes the tables of the new file, and verifies all of it.
    ///
    /// - Returns: what was made, and who answers for it.
    private func rebuild(
        _ draft: FileDraft, at now: Instant, _ progress: (SalvageProgress) -> Bool
    ) throws -> (RebuildReport, StaffMember) {
        let store = try CaseStore.open(at: draft.path)
        defer { try? store.close() }
        let report = try store.rebuild(request, at: now) { progress(.rebuilding($0)) }
        guard let member = try store.staff(number: request.person) else {
            throw RebuildError.noSuchPerson(request.person)
        }
        let checked = try store.verify(VerificationOptions(isFull: true)) { progress(.verifying($0)) }
        if checked.wasStopped { throw PrivateCrew.Stopped() }
        guard checked.isFitForBackup else {
            throw checked.findings.first.map(RebuildError.unreadable)
                ?? StoreError.failed(path: path, detail: "the new file is not sound")
        }
        return (report, member)
    }
}
