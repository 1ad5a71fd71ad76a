import Casework
import Foundation

/// Why there is no backup.
public enum BackupError: Error, Hashable, Sendable {
    case store(StoreError)
    /// The caller stopped it; nothing is left.
    case stopped
    /// The target is the record itself, or its log.
    case ontoItself(path: String)
    /// The copy was verified and is not sound. It is kept under `path` so that it can be looked at.
    case unsound(path: String, VerificationReport)
}

/// A backup that was made, verified and put in its place.
public struct BackupReport: Hashable, Sendable {
    public var path: String
    public var facts: RecordFacts
    /// Bytes.
    public var size: Int64
    public var cases: Int
}

public enum BackupProgress: Hashable, Sendable {
    case copying(CopyProgress)
    case verifying(VerificationProgress)
    /// A copy of an earlier schema is brought forward.
    case upgrading(SchemaUpgrade.News)
}

/// Makes a verified copy of a record while desks write.
///
/// The copy is made under a temporary name beside its target, readable by its owner only, brought to the disk, opened
/// and verified as `daiban verify` does, and gets its name only then. All that was acknowledged before it began is in it.
public struct RecordBackup: Sendable {
    /// The path of the record.
    public let database: String

    public init(database: String) {
        self.database = database
    }

    /// - Parameters:
    ///   - target: a file that does not exist.
    ///   - progress: called often; `false` stops.
    public func write(
        to target: String, progress: (BackupProgress) -> Bool = { _ in true }
    ) throws(BackupError) -> BackupReport {
        try write(to: target, room: nil, progress: progress)
    }

    func write(
        to target: String, room: Int?, progress: (BackupProgress) -> Bool
    ) throws(BackupError) -> BackupReport {
        try refuseItself(target)
        guard !FileFacts.exists(target) else { throw .store(.alreadyExists(path: target)) }
        do {
            // What is asked first is whether there is anything to copy.
            _ = try RecordFacts.read(database)
            let draft = try FileDraft(for: target)
            let head = try RecordCopy(source: database, draft: draft, room: room).run { progress(.copying($0)) }
            return try finish(draft, head, progress)
        } catch let error as BackupError {
            throw error
        } catch is RecordCopy.Stopped {
            throw .stopped
        } catch {
            throw .store(StoreError(error, path: database))
        }
    }

    private func finish(
        _ draft: FileDraft, _ head: RecordHead, _ progress: (BackupProgress) -> Bool
    ) throws -> BackupReport {
        var report = try Self.verify(draft, progress: progress)
        guard !report.wasStopped else { throw BackupError.stopped }
        var facts: RecordFacts?
        if report.isFitForBackup {
            facts = try RecordFacts.read(draft.path)
            if facts?.head != head { report.add(.entryMissing(sequence: head.sequence)) }
        }
        guard report.isFitForBackup, let facts else {
            let kept = Self.free(draft.target + ".unsound")
            try draft.place(at: kept)
            throw BackupError.unsound(path: kept, report)
        }
        try draft.place()
        return BackupReport(
            path: draft.target, facts: facts, size: FileFacts.size(draft.target) ?? 0, cases: report.cases)
    }

    /// Opens and verifies a copy that has no name yet; errors name what it will be.
    static func verify(
        _ draft: FileDraft, progress: (BackupProgress) -> Bool
    ) throws -> VerificationReport {
        try CaseStore.verify(at: draft.path) { progress(.verifying($0)) }
    }

    private func refuseItself(_ target: String) throws(BackupError) {
        let own = FileFacts.resolved(database)
        let folder = FileFacts.resolved(FileFacts.folder(of: target))
        let name = target.split(separator: "/").last.map(String.init) ?? ""
        let names = ["", "-wal", "-shm", "-journal"].map { own + $0 }
        if names.contains(folder + "/" + name) || names.contains(FileFacts.resolved(target)) {
            throw .ontoItself(path: target)
        }
    }

    /// `path`, or the first of its like with a number that no file has.
    /// The same for the logs that are kept under a name.
    static func freeLog(_ path: String) -> String {
        func isTaken(_ path: String) -> Bool { ["-wal", "-journal"].contains { FileFacts.exists(path + $0) } }
        guard isTaken(path) else { return path }
        var number = 2
        while isTaken("\(path)-\(number)") { number += 1 }
        return "\(path)-\(number)"
    }

    static func free(_ path: String) -> String {
        guard FileFacts.exists(path) else { return path }
        var number = 2
        while FileFacts.exists("\(path)-\(number)") { number += 1 }
        return "\(path)-\(number)"
    }
}
