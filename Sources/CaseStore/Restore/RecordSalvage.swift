import Casework
import Foundation
import GRDB

/// How far it is.
public enum SalvageProgress: Hashable, Sendable {
    /// So many entries of the journal are in the new file.
    case copying(done: Int64, total: Int64)
    case rebuilding(RebuildProgress)
    case verifying(VerificationProgress)
}

/// A record was made anew in another file.
public struct SalvageReport: Hashable, Sendable {
    public var rebuilt: RebuildReport
    /// Tables that follow from nothing and could not be read to their end.
    public var unread: [String]
    /// The numbers of people whose PIN is gone with them.
    public var withoutPIN: [String]
    /// The path of the old file.
    public var kept: String?
    /// What the tables of the old file have and its journal does not tell of, since its end was cut off once; `nil` when
    /// nobody can say.
    public var lostCases: LostCases?
    /// The path of their list; `nil` when there are none.
    public var list: String?
    /// Whether those may use the new file who used the old one.
    public var keepsOwner: Bool
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
    /// What is said to be free on the disk; for tests.
    var room: (String) -> Int64? = { FileFacts.room(in: $0) }

    /// - Parameter request: who answers for it, and why. In spite of a broken chain only an end that is missing is gone on
    ///   from, as far as the old tables tell of it; where the chain itself is broken, only a backup helps.
    public init(_ path: String, _ request: RebuildRequest) {
        self.path = path
        self.request = RebuildRequest(
            person: request.person, reason: request.reason, despiteBrokenChain: request.despiteBrokenChain)
    }

    /// - Parameters:
    ///   - now: asked when it begins and, since it may take long, when the new file takes the place.
    ///   - account: the account of the machine that does it.
    ///   - progress: called on the calling thread several times a second; `false` stops.
    /// - Throws: what keeps the record as it is.
    public func run(
        at now: () -> Instant, account: String, progress: (SalvageProgress) -> Bool = { _ in true }
    ) throws(RebuildError) -> SalvageReport {
        do {
            return try make(at: now, account: account, progress)
        } catch let error as RebuildError {
            throw error
        } catch is PrivateCrew.Stopped {
            throw .stopped
        } catch RestoreError.inUse(_, let seconds) {
            throw .store(.busy(path: path, seconds: seconds))
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    private func make(
        at now: () -> Instant, account: String, _ progress: (SalvageProgress) -> Bool
    ) throws -> SalvageReport {
        guard FileFacts.exists(path) else { throw StoreError.notFound(path: path) }
        try MainFile.check(path: path)
        let place = FileFacts.resolved(path)
        try requireRoom(beside: place)
        RecordExchange.clearUnfinished(place)
        let pen = try RecordPen.take(place, patience: patience)
        try requireOwnSchema(of: pen.connection)
        let draft = try FileDraft(for: place)
        let copied = try SalvageCopy(place: place, draft: draft).run { done, total in
            guard progress(.copying(done: done, total: total)) else { throw PrivateCrew.Stopped() }
        }
        // The old index may hide entries: these are gone through one by one.
        let lost = try? LostCases.read(notIn: pen.connection)
        let cut = copied.cut.map { CutJournal(finding: $0, lost: lost) }
        let (rebuilt, member, checked) = try rebuild(draft, cut, at: now(), progress)
        let facts = try RecordFacts.read(draft.path)
        let exchange = RecordExchange(
            database: path, draft: draft, mark: .rebuild, offset: facts.offset, heldPen: pen)
        let outcome = try exchange.run(
            at: now(), by: member.id, lost: { _ in lost },
            word: { lost, kept in
                RecordRestored(
                    file: RecordExchange.name(of: place), entries: facts.head.sequence, hash: facts.head.hexHash,
                    oldEntries: rebuilt.entries, lost: 0, kept: kept, numbers: lost?.toldNumbers,
                    lastCase: lost?.lastCase, lastStaff: lost?.lastStaff, isSalvaged: true, account: account)
            })
        return SalvageReport(
            rebuilt: rebuilt, unread: copied.unread, withoutPIN: checked.withoutPIN, kept: outcome.kept,
            lostCases: outcome.lost, list: outcome.list, keepsOwner: outcome.keepsOwner)
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
        // Opening it brings it forward; where damage keeps it from that, only a backup helps.
        guard found == Schema.version else {
            throw StoreError.older(path: path, found: found, known: Schema.version)
        }
    }

    /// For the new file, and for its log while the tables are made.
    private func requireRoom(beside place: String) throws {
        let needed = 2 * ((FileFacts.size(place) ?? 0) + (FileFacts.size(place + "-wal") ?? 0))
        if let free = room(FileFacts.folder(of: place)), free < needed {
            throw StoreError.noRoom(path: place, needed: needed, free: free)
        }
    }

    /// Makes the tables of the new file, and verifies all of it.
    ///
    /// - Returns: what was made, who answers for it, and what was found.
    private func rebuild(
        _ draft: FileDraft, _ cut: CutJournal?, at now: Instant, _ progress: (SalvageProgress) -> Bool
    ) throws -> (RebuildReport, StaffMember, VerificationReport) {
        // Errors name what it will be.
        let store = CaseStore(
            path: path, access: .readWrite, record: try OpenRecord(path: draft.path, access: .readWrite))
        defer { try? store.close() }
        let report = try store.rebuild(request, at: now, cut: cut) { progress(.rebuilding($0)) }
        guard let member = try store.staff(number: request.person) else {
            throw RebuildError.noSuchPerson(request.person)
        }
        let checked = try store.verify(VerificationOptions(isFull: true)) { progress(.verifying($0)) }
        if checked.wasStopped { throw PrivateCrew.Stopped() }
        guard checked.isFitForBackup else {
            throw checked.findings.first.map(RebuildError.unreadable)
                ?? StoreError.failed(path: path, detail: "the new file is not sound")
        }
        return (report, member, checked)
    }
}

extension VerificationReport {
    fileprivate var withoutPIN: [String] {
        findings.compactMap { if case .pinMissing(let number) = $0 { number } else { nil } }
    }
}
