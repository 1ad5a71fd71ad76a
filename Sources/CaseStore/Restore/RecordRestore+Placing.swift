import Casework
import Foundation
import GRDB

/// The second half: from the person's word to the new record.
extension RecordRestore {
    /// Where a restore can be cut off, for tests that cut it off there.
    package enum Moment: String, CaseIterable, Sendable {
        case locked, recorded, kept, logPutAside, replaced, logRemoved
    }

    /// Puts the backup in the record's place.
    ///
    /// The order makes that at every moment one whole record stands at the path:
    ///
    /// 1. The old record's log is folded into its file, and its write lock taken: nobody commits from here on.
    /// 2. The copy gets an entry that tells of the restore. It is on the disk before anything is moved.
    /// 3. The old file gets its second name, under which it is kept.
    /// 4. The copy takes the name of the record, in one step of the file system.
    /// 5. The old log, which is empty, and its index are taken away; only now do other processes take up the new file.
    ///    They refuse to work while another file stands beside the log that they know.
    ///
    /// A record that is damaged cannot always be locked or folded. Its log is then kept beside the old file, and taken
    /// away before the copy is put in place: what stands there in between was damaged before.
    public func place(at now: Instant, by actor: StaffID, account: String) throws(RestoreError) -> RestoreReport {
        try place(at: now, by: actor, account: account) { _ in }
    }

    package func place(
        at now: Instant, by actor: StaffID, account: String, cutting: (Moment) throws -> Void
    ) throws(RestoreError) -> RestoreReport {
        do {
            clearUnfinished()
            var pen = heldPen
            if pen == nil, FileFacts.exists(place) {
                do {
                    pen = try RecordPen.take(place, patience: patience)
                } catch let error as StoreError {
                    switch error {
                    // Damaged: nobody can write to it either.
                    case .corrupt, .notADatabase: break
                    default: throw error
                    }
                }
            }
            try cutting(.locked)
            let (losses, kept) = (losses(behind: pen), keptName(at: now))
            try record(losses, kept, at: now, by: actor, account: account)
            try cutting(.recorded)
            if let kept { try keep(kept) }
            var list: String?
            var hasPlaced = false
            let aside = kept ?? RecordBackup.freeLog(place + mark + "orphan")
            defer {
                if !hasPlaced {
                    // The record that goes on has its log again.
                    if pen == nil { bringLogBack(aside) }
                    // A second name of it would be an invitation to open it twice.
                    if let kept { unlink(kept) }
                    if let list { unlink(list) }
                }
            }
            FileFacts.sync(folder: FileFacts.folder(of: place))
            do {
                try cutting(.kept)
                list = try writeList(of: losses.cases, beside: kept)
                if pen == nil { try putLogAside(aside) }
                try cutting(.logPutAside)
                try draft.replace()
                hasPlaced = true
                try cutting(.replaced)
            } catch let error as Cut {
                hasPlaced = true  // as a process that is killed does nothing more
                throw error
            }
            for suffix in ["-wal", "-shm", "-journal"] { unlink(place + suffix) }
            FileFacts.sync(folder: FileFacts.folder(of: place))
            try cutting(.logRemoved)
            // Keeps the pen to here.
            return withExtendedLifetime(pen) {
                RestoreReport(
                    backup: backup, loss: losses.loss, kept: kept, lostCases: losses.cases, list: list, cases: cases)
            }
        } catch let error as RestoreError {
            throw error
        } catch {
            throw .store(StoreError(error, path: database))
        }
    }

    /// What a test throws in the place of a kill.
    struct Cut: Error {}

    private static let mark = ".before-restore-"

    private var mark: String { isSalvaged ? RecordPutAside.mark : Self.mark }

    /// Where the old record is kept; `nil` when there is none.
    private func keptName(at now: Instant) -> String? {
        guard FileFacts.exists(place) else { return nil }
        return RecordBackup.free(place + mark + BackupName.stamp(now, backup.offset))
    }

    private func keep(_ kept: String) throws {
        guard link(place, kept) != 0 else { return }
        guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else {
            throw StoreError.failed(path: kept, detail: FileFacts.lastError())
        }
        // File systems without hard links: a copy, behind the lock.
        let copy = try FileDraft(for: kept)
        _ = try RecordCopy(source: place, draft: copy, pace: .alone).run { _ in true }
        try copy.place()
    }

    private func losses(behind pen: RecordPen?) -> Losses {
        guard let pen else { return Self.losses(restoring: draft.path, over: place) }
        do {
            return try Self.losses(restoring: draft.path, over: pen.connection)
        } catch {
            return (.unreadable(error), nil)
        }
    }

    /// - Returns: where the list of lost cases stands; `nil` when there is nothing to list.
    private func writeList(of lost: LostCases?, beside kept: String?) throws(StoreError) -> String? {
        guard let lost, let kept, !lost.isEmpty else { return nil }
        let path = RecordBackup.free(kept + LostCases.listMark)
        try lost.write(to: path, offset: backup.offset)
        return path
    }

    /// The first own entry of the restored record; then it is made like every record: one file, marked for a log.
    private func record(
        _ losses: Losses, _ kept: String?, at now: Instant, by actor: StaffID, account: String
    ) throws {
        let queue = try DatabaseQueue(path: draft.path)
        let word = RecordRestored(
            file: Self.name(of: file), entries: backup.head.sequence, hash: backup.head.hexHash,
            oldEntries: losses.loss.head?.sequence, oldHash: losses.loss.head?.hexHash, lost: losses.loss.count,
            kept: kept.map(Self.name), numbers: losses.cases?.toldNumbers, lastCase: losses.cases?.lastCase,
            lastStaff: losses.cases?.lastStaff, restores: losses.cases?.toldRestores,
            isSalvaged: isSalvaged ? true : nil, account: account)
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                let transaction = RecordTransaction(database: database, path: self.database)
                try transaction.record(.centre(.restored(word)), about: 0, at: now, by: actor)
                try transaction.finish()
                return .commit
            }
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
        guard !FileFacts.exists(draft.path + "-wal") else {
            throw StoreError.failed(path: database, detail: "the log of the copy was not written back")
        }
        try draft.sync()
    }

    /// Keeps the log of a file that could not be locked beside the kept file, and takes it away from the record's name.
    private func putLogAside(_ kept: String) throws(StoreError) {
        for suffix in ["-wal", "-journal"] where FileFacts.size(place + suffix) ?? 0 > 0 {
            guard rename(place + suffix, kept + suffix) == 0 else {
                throw .failed(path: place + suffix, detail: FileFacts.lastError())
            }
        }
        unlink(place + "-shm")
    }

    private func bringLogBack(_ kept: String) {
        for suffix in ["-wal", "-journal"]
        where FileFacts.exists(kept + suffix) && !FileFacts.exists(place + suffix) {
            rename(kept + suffix, place + suffix)
        }
    }

    /// A restore that was killed between its third and fourth step has left a second name of the record that goes on, and
    /// maybe its log under that name and a list of cases that are not lost.
    private func clearUnfinished() {
        let folder = FileFacts.folder(of: place)
        let prefixes = [Self.mark, RecordPutAside.mark].map { Self.name(of: place) + $0 }
        let own = FileFacts.identity(place)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where prefixes.contains(where: name.hasPrefix) && own != nil && FileFacts.identity(folder + "/" + name) == own {
            bringLogBack(folder + "/" + name)
            unlink(folder + "/" + name)
            unlink(folder + "/" + name + LostCases.listMark)
        }
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
