import CaseStore
import Casework
import Foundation

/// A database that gets its name only when it is whole.
///
/// A record that is made in several transactions (a centre and its first people, a made-up township) would look like a
/// finished one if the program were killed between two of them. It is therefore made under a temporary name in the same
/// folder and put in its place at the end, by a link, which unlike a rename never replaces what somebody else has made
/// of that name meanwhile.
enum DatabaseDraft {
    /// Makes the database at `path` of what `fill` writes into an empty one. When `fill` throws, there is nothing.
    ///
    /// - Throws: what `fill` throws, and ``StoreError`` as `CaseStore.create` does.
    static func make(
        at path: String, centre: Centre, now: Instant, filledBy fill: (CaseStore) throws -> Void
    ) throws {
        for taken in [path, path + "-wal", path + "-journal"] where access(taken, F_OK) == 0 {
            throw StoreError.alreadyExists(path: taken)
        }
        removeLeftovers(of: path)
        let draft = "\(path)\(mark)\(getpid())"
        defer { DatabaseFiles.remove(draft) }
        do {
            try write(draft, centre, now, fill)
        } catch let error as StoreError {
            throw error.told(of: path, insteadOf: draft)
        }
        // Closing the last connection writes the log back into the file and removes it.
        guard access(draft + "-wal", F_OK) != 0 else {
            throw StoreError.failed(path: path, detail: "its log was not written back")
        }
        try place(draft, at: path)
    }

    private static let mark = ".founding-"

    /// In a function of its own: its store is closed when it returns.
    @inline(never)
    private static func write(
        _ draft: String, _ centre: Centre, _ now: Instant, _ fill: (CaseStore) throws -> Void
    ) throws {
        try fill(try CaseStore.create(at: draft, centre: centre, now: now))
    }

    private static func place(_ draft: String, at path: String) throws(StoreError) {
        if link(draft, path) != 0 {
            let reason = errno
            guard reason != EEXIST, access(path, F_OK) != 0 else { throw .alreadyExists(path: path) }
            // File systems without hard links.
            guard rename(draft, path) == 0 else {
                throw .failed(path: path, detail: String(cString: strerror(errno)))
            }
        }
        // The name has to survive a power cut as the content does.
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = fsync(folder)
        close(folder)
    }

    /// Removes drafts of processes that were killed while they were at it.
    private static func removeLeftovers(of path: String) {
        let place = URL(fileURLWithPath: path)
        let folder = place.deletingLastPathComponent().path
        let prefix = place.lastPathComponent + mark
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0,
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder + "/" + name)
        }
    }
}

/// A SQLite database's files.
enum DatabaseFiles {
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }
}

extension StoreError {
    /// The same problem, told of the file that the person named.
    fileprivate func told(of path: String, insteadOf draft: String) -> StoreError {
        func name(_ known: String) -> String { known == draft ? path : known }
        return switch self {
        case .notFound(let known): .notFound(path: name(known))
        case .noFile(let known): .noFile(path: name(known))
        case .noFolder(let known): .noFolder(path: name(known))
        case .alreadyExists(let known): .alreadyExists(path: name(known))
        case .notADatabase(let known): .notADatabase(path: name(known))
        case .foreign(let known): .foreign(path: name(known))
        case .newer(let known, let found, let most): .newer(path: name(known), found: found, known: most)
        case .older(let known, let found, let most): .older(path: name(known), found: found, known: most)
        case .readOnly(let known): .readOnly(path: name(known))
        case .writeProtected(let known): .writeProtected(path: name(known))
        case .outOfStep(let known, let detail): .outOfStep(path: name(known), detail: detail)
        case .corrupt(let known, let detail): .corrupt(path: name(known), detail: detail)
        case .replaced(let known): .replaced(path: name(known))
        case .busy(let known, let seconds): .busy(path: name(known), seconds: seconds)
        case .full(let known): .full(path: name(known))
        case .disk(let known, let detail): .disk(path: name(known), detail: detail)
        case .noRoom(let known, let needed, let free): .noRoom(path: name(known), needed: needed, free: free)
        case .stopped(let known): .stopped(path: name(known))
        case .failed(let known, let detail): .failed(path: name(known), detail: detail)
        }
    }
}
