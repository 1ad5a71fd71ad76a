import Casework
import Foundation

/// Who lets a kept file begin anew after a restore, and why.
public struct AnchorBeginner: Hashable, Sendable {
    public var member: StaffMember
    public var reason: String

    public init(_ member: StaffMember, reason: String) {
        self.member = member
        self.reason = reason
    }
}

/// The next line of a kept file, allowed and not yet written. Given up, it leaves the file as it was.
public struct AnchorAppending {
    let file: LockedAnchors
    let store: CaseStore
    /// The restore since which the file begins anew.
    let restore: RestoreEntry?
    let beginner: AnchorBeginner?

    /// Adds the end of the journal as it is now, and waits until the disk has it. The journal tells first who begins anew.
    @discardableResult
    public func add(at now: Instant) throws(AnchorError) -> RecordAnchor {
        var lines: [String] = []
        if let restore, let beginner {
            let restart = AnchorRestart(restore, at: now, person: beginner.member.number, reason: beginner.reason)
            try store.record(restart, by: beginner.member.id)
            lines.append(restart.line)
        }
        let anchor: RecordAnchor
        do {
            anchor = try store.anchor(at: now)
        } catch {
            throw .store(error)
        }
        try file.add(lines + [anchor.line])
        return anchor
    }
}

/// A kept file to which this process alone adds; the lock goes with the descriptor.
final class LockedAnchors {
    private let path: String
    private let isNew: Bool
    private let descriptor: Int32
    private var isUsed = false

    /// - Throws: when the file cannot be opened for writing, or somebody else writes for too long.
    init(path: String) throws(AnchorError) {
        self.path = path
        (descriptor, isNew) = try Self.open(path)
    }

    deinit {
        // Only what is still empty was nobody's: another process may have made the file in the same moment, and used it.
        var status = stat()
        if isNew && !isUsed && fstat(descriptor, &status) == 0 && status.st_size == 0 { unlink(path) }
        close(descriptor)
    }

    func lines() throws(AnchorError) -> [AnchorFile.Line] { try AnchorFile.lines(descriptor, path) }

    /// Writes the lines behind the others, all at once.
    func add(_ lines: [String]) throws(AnchorError) {
        isUsed = true
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else {
            throw .file(path: path, detail: FileFacts.lastError())
        }
        if isNew { FileFacts.sync(folder: FileFacts.folder(of: path)) }
    }

    private static func open(_ path: String) throws(AnchorError) -> (descriptor: Int32, isNew: Bool) {
        while true {
            let isNew = !FileFacts.exists(path)
            let folder = FileFacts.folder(of: path)
            guard !isNew || FileFacts.isFolder(folder) else { throw .noFolder(path: folder) }
            let descriptor = Foundation.open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .file(path: path, detail: FileFacts.lastError()) }
            do {
                try lock(descriptor, path)
            } catch {
                close(descriptor)
                throw error
            }
            // Whoever made it and gave it up has taken it away while we waited.
            var status = stat()
            if fstat(descriptor, &status) != 0 || status.st_nlink > 0 { return (descriptor, isNew) }
            close(descriptor)
        }
    }

    /// Two at the same time: one after the other.
    private static func lock(_ descriptor: Int32, _ path: String) throws(AnchorError) {
        var tries = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, tries < StoreError.patience * 20 else {
                throw .file(path: path, detail: FileFacts.lastError())
            }
            tries += 1
            usleep(50_000)
        }
    }
}
