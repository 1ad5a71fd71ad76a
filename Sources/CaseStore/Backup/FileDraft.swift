import Foundation

/// A file that is made under a temporary name beside its own, for its owner only, and gets its own when it is whole.
///
/// A lock on it says that somebody is at it: what a process that died has left has none, and is cleared by the next one.
/// The lock is one of `flock`, which SQLite's own locks know nothing of.
final class FileDraft {
    /// Where the file will stand.
    let target: String
    let path: String
    private var descriptor: Int32

    static let mark = ".part-"

    /// - Throws: ``StoreError``: `noFolder`, `readOnly`, `full`, `failed`.
    init(for target: String) throws(StoreError) {
        let folder = FileFacts.folder(of: target)
        guard FileFacts.isFolder(folder) else { throw .noFolder(path: folder) }
        guard FileFacts.isWritable(folder) else { throw .readOnly(path: folder) }
        Self.clearLeftovers(of: target)
        self.target = target
        path = "\(target)\(Self.mark)\(getpid())"
        descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EROFS, EACCES, EPERM: throw .readOnly(path: target)
            case ENOSPC, EDQUOT: throw .full(path: target)
            default: throw .failed(path: target, detail: FileFacts.lastError())
            }
        }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
    }

    deinit {
        release()
        Self.remove(path)
    }

    /// Closing a descriptor later, when somebody has opened the file under its own name, would drop the locks that SQLite
    /// holds on it in this process.
    private func release() {
        if descriptor >= 0 { Foundation.close(descriptor) }
        descriptor = -1
    }

    /// Lets those use it who use the file at `path`. What cannot be given away is kept from everybody but who made it.
    ///
    /// - Returns: whether owner, group and mode are the same now.
    func takeOwner(of path: String) -> Bool {
        guard let owner = FileFacts.owner(path) else { return true }
        let isSame = fchown(descriptor, owner.user, owner.group) == 0
        guard isSame || fchown(descriptor, uid_t.max, owner.group) == 0 else { return false }
        return fchmod(descriptor, owner.mode) == 0 && isSame
    }

    /// Waits until what was written is on the disk.
    func sync() throws(StoreError) {
        guard fsync(descriptor) == 0 else {
            throw errno == ENOSPC ? .full(path: target) : .failed(path: target, detail: FileFacts.lastError())
        }
    }

    /// Gives the file its name; it never takes the place of another one.
    ///
    /// - Throws: ``StoreError/alreadyExists(path:)`` when somebody has made a file of that name meanwhile.
    func place(at name: String? = nil) throws(StoreError) {
        let name = name ?? target
        release()
        if link(path, name) != 0 {
            guard errno != EEXIST, !FileFacts.exists(name) else { throw .alreadyExists(path: name) }
            // File systems without hard links.
            guard rename(path, name) == 0 else { throw .failed(path: name, detail: FileFacts.lastError()) }
        }
        FileFacts.sync(folder: FileFacts.folder(of: name))
    }

    /// Puts the file where another one stands.
    func replace() throws(StoreError) {
        release()
        guard rename(path, target) == 0 else { throw .failed(path: target, detail: FileFacts.lastError()) }
    }

    /// Removes what processes that died have left of drafts for `target`.
    static func clearLeftovers(of target: String) {
        let folder = FileFacts.folder(of: target)
        let name = target.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? target
        clearLeftovers(in: folder) { $0.hasPrefix(name + mark) }
    }

    /// The same for every target in a folder whose draft `fits`.
    static func clearLeftovers(in folder: String, where fits: (String) -> Bool) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where fits(name) {
            let path = folder + "/" + name
            guard let found = name.range(of: mark, options: .backwards),
                name[found.upperBound...].allSatisfy(\.isNumber)
            else { continue }
            let descriptor = Foundation.open(path, O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
            Foundation.close(descriptor)
        }
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}
