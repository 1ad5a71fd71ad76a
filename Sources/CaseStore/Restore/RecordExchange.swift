import Casework
import Foundation
import GRDB

/// Where an exchange can be cut off, for tests that cut it off there.
package enum ExchangeMoment: String, CaseIterable, Sendable {
    case locked, recorded, kept, logPutAside, replaced, logRemoved
}

/// Puts a finished file in the place of a record, while others may be at work on that.
///
/// The order makes that at every moment one whole record stands at the path:
///
/// 1. The old record's log is folded into its file, and its write lock taken: nobody commits from here on.
/// 2. The new file gets an entry that tells of it. It is on the disk before anything is moved.
/// 3. The old file gets its second name, under which it is kept.
/// 4. The new file takes the name of the record, in one step of the file system.
/// 5. The old log, which is empty, and its index are taken away; only now do other processes take up the new file.
///    They refuse to work while another file stands beside the log that they know.
///
/// A record that is damaged cannot always be locked or folded. Its log is then kept beside the old file, and taken
/// away before the new file is put in place: what stands there in between was damaged before.
struct RecordExchange {
    /// What a test throws in the place of a kill.
    struct Cut: Error {}

    /// What the name of the old file ends with, before the time: why it was exchanged.
    enum Mark: String, CaseIterable {
        case restore = ".before-restore-"
        case rebuild = ".before-rebuild-"
    }

    struct Outcome {
        /// What only the old record has; `nil` when nobody can say.
        var lost: LostCases?
        /// The path of the old file; `nil` when there was none.
        var kept: String?
        /// The path of the list of lost cases; `nil` when there are none.
        var list: String?
        /// Whether those may use the new file who used the old one.
        var keepsOwner: Bool
    }

    /// As the person named it, for errors.
    let database: String
    /// The finished file; its target is the record's place, behind symbolic links.
    let draft: FileDraft
    let mark: Mark
    let offset: UTCOffset
    /// The write lock, where it was taken before the file was made.
    var heldPen: RecordPen?
    /// How long one attempt to have the record to itself waits, in milliseconds.
    var patience = StoreError.patience * 1_000
    var cutting: (ExchangeMoment) throws -> Void = { _ in }

    private var place: String { draft.target }

    /// - Parameters:
    ///   - lost: what only the old record has, asked behind the lock; without one when it could not be locked.
    ///   - word: the entry that tells of it.
    func run(
        at now: Instant, by actor: StaffID, lost: (RecordPen?) -> LostCases?,
        word: (LostCases?, _ kept: String?) -> RecordRestored
    ) throws -> Outcome {
        Self.clearUnfinished(place)
        let pen = try heldPen ?? takePen()
        try cutting(.locked)
        try requireSameFile(behind: pen)
        let (lost, kept) = (lost(pen), keptName(at: now))
        let keepsOwner = draft.takeOwner(of: place)
        try record(word(lost, kept.map(Self.name)), at: now, by: actor)
        try cutting(.recorded)
        if let kept { try keep(kept) }
        var list: String?
        var hasPlaced = false
        let aside = kept ?? RecordBackup.freeLog(place + mark.rawValue + "orphan")
        defer {
            if !hasPlaced {
                // The record that goes on has its log again.
                if pen == nil { Self.bringLogBack(aside, to: place) }
                // A second name of it would be an invitation to open it twice.
                if let kept { unlink(kept) }
                if let list { unlink(list) }
            }
        }
        FileFacts.sync(folder: FileFacts.folder(of: place))
        do {
            try cutting(.kept)
            list = try writeList(of: lost, beside: kept)
            if pen == nil { try putLogAside(aside) }
            try cutting(.logPutAside)
            try requireSameFile(behind: pen)
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
        return withExtendedLifetime(pen) { Outcome(lost: lost, kept: kept, list: list, keepsOwner: keepsOwner) }
    }

    /// - Returns: `nil` when there is no record, or one so damaged that nobody can write to it either.
    private func takePen() throws -> RecordPen? {
        guard FileFacts.exists(place) else { return nil }
        do {
            return try RecordPen.take(place, patience: patience)
        } catch let error as StoreError {
            switch error {
            case .corrupt, .notADatabase: return nil
            default: throw error
            }
        }
    }

    /// Where the old record is kept; `nil` when there is none.
    private func keptName(at now: Instant) -> String? {
        guard FileFacts.exists(place) else { return nil }
        return RecordBackup.free(place + mark.rawValue + BackupName.stamp(now, offset))
    }

    /// Somebody may have put another file there by hand, of which nobody has taken the lock, or have taken it away.
    private func requireSameFile(behind pen: RecordPen?) throws {
        if let pen, FileFacts.identity(place) != pen.identity { throw StoreError.replaced(path: database) }
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

    /// - Returns: where the list of lost cases stands; `nil` when there is nothing to list.
    private func writeList(of lost: LostCases?, beside kept: String?) throws(StoreError) -> String? {
        guard let lost, let kept, !lost.isEmpty else { return nil }
        let path = RecordBackup.free(kept + LostCases.listMark)
        try lost.write(to: path, offset: offset)
        return path
    }

    /// The first entry that the new file has of its own; then it is made like every record: one file, marked for a log.
    private func record(_ word: RecordRestored, at now: Instant, by actor: StaffID) throws {
        let queue = try DatabaseQueue(path: draft.path)
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

    private static func bringLogBack(_ kept: String, to place: String) {
        for suffix in ["-wal", "-journal"]
        where FileFacts.exists(kept + suffix) && !FileFacts.exists(place + suffix) {
            rename(kept + suffix, place + suffix)
        }
    }

    /// An exchange that was killed between its third and fourth step has left a second name of the record that goes on, and
    /// maybe its log under that name and a list of cases that are not lost.
    static func clearUnfinished(_ place: String) {
        let folder = FileFacts.folder(of: place)
        let prefixes = Mark.allCases.map { name(of: place) + $0.rawValue }
        let own = FileFacts.identity(place)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where prefixes.contains(where: name.hasPrefix) && own != nil && FileFacts.identity(folder + "/" + name) == own {
            bringLogBack(folder + "/" + name, to: place)
            unlink(folder + "/" + name)
            unlink(folder + "/" + name + LostCases.listMark)
        }
    }

    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
