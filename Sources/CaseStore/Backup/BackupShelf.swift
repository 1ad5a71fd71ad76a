import Casework
import Foundation

/// A folder of backups.
///
/// A backup gets its name only after it was verified. Whether a file of such a name is one, and what has become of it since,
/// only verifying it tells.
public struct BackupShelf: Sendable {
    public struct Backup: Hashable, Sendable {
        public var path: String
        public var name: BackupName
        /// Bytes.
        public var size: Int64
        /// What the file says now; the error when it is not what it was.
        public var facts: Result<RecordFacts, StoreError>
    }

    public let folder: String

    /// - Parameter folder: with or without a slash at its end.
    public init(folder: String) {
        let parts = folder.split(separator: "/").joined(separator: "/")
        self.folder = (folder.hasPrefix("/") ? "/" : "") + parts
    }

    /// The path of a file in the folder.
    public func path(of name: String) -> String {
        folder.isEmpty || folder == "/" ? folder + name : folder + "/" + name
    }

    /// The names of the backups of a centre, newest first, without a look into the files.
    public func names(prefix: String) throws(StoreError) -> [BackupName] {
        let wanted = BackupName(prefix: prefix, at: Instant(milliseconds: 0), offset: .utc).prefix
        return try names().filter { $0.prefix == wanted }
    }

    /// All backups in the folder, newest first.
    public func backups() throws(StoreError) -> [Backup] {
        try names().map { name in
            let path = path(of: name.text)
            return Backup(
                path: path, name: name, size: FileFacts.size(path) ?? 0,
                facts: Result { () throws(StoreError) in try RecordFacts.read(path) })
        }
    }

    /// Deletes what `keeping` does not keep of the readable backups of one record. Whatever else is in the folder stays:
    /// files of other names, of other centres, and what cannot be read.
    ///
    /// - Parameter founding: see ``RecordFacts/founding``.
    /// - Returns: the paths of the deleted files.
    @discardableResult
    public func rotate(
        _ keeping: BackupKeeping, founding: Data, now: Instant, offset: UTCOffset
    ) throws(StoreError) -> [String] {
        let own = try backups().filter { backup in
            guard case .success(let facts) = backup.facts else { return false }
            // One that a wrong clock has dated in the future is not counted, and stays.
            return facts.founding == founding && backup.name.at <= now
        }
        let kept = keeping.kept(own.map(\.name.at), offset: offset)
        var deleted: [String] = []
        for backup in own where !kept.contains(backup.name.at) {
            guard unlink(backup.path) == 0 else {
                throw .failed(path: backup.path, detail: FileFacts.lastError())
            }
            deleted.append(backup.path)
        }
        return deleted
    }

    /// Clears what killed backups have left here.
    public func clearLeftovers() {
        FileDraft.clearLeftovers(in: folder) { $0.hasPrefix("daiban-") }
    }

    private func names() throws(StoreError) -> [BackupName] {
        try files().compactMap(BackupName.init).sorted { ($0.at, $0.text) > ($1.at, $1.text) }
    }

    /// The names of all files in the folder.
    func files() throws(StoreError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
        } catch {
            throw FileFacts.isFolder(folder)
                ? .failed(path: folder, detail: FileFacts.reason(error)) : .noFolder(path: folder)
        }
    }
}

/// The right to make the scheduled backup in a folder: one process at a time has it. The system takes it back when the
/// process ends, however it does.
public final class BackupTurn {
    private let descriptor: Int32

    /// `nil` when another process has it.
    public init?(in folder: String) throws(StoreError) {
        let path = folder + "/.daiban-backup.lock"
        descriptor = Foundation.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let words = FileFacts.lastError()
            throw FileFacts.isFolder(folder) ? .failed(path: path, detail: words) : .noFolder(path: folder)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // The initialiser ends without an object, so no deinit closes it.
            Foundation.close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}
