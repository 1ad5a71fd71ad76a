import Casework
import Foundation
import GRDB

/// Why a backup was not put in the record's place. The record stands as it stood.
public enum RestoreError: Error, Hashable, Sendable {
    case store(StoreError)
    /// The caller stopped it.
    case stopped
    /// The file is the record itself.
    case ontoItself(path: String)
    /// The backup was verified and is not sound.
    case unsound(path: String, VerificationReport)
    /// The backup cannot be read.
    case damaged(path: String, detail: String)
    /// A copy of the backup, which is of the earlier schema `schema`, could not be brought forward: which step failed.
    case notBroughtForward(path: String, schema: Int, step: Int, steps: Int)
    /// The backup is another centre's, or of another record of this one; their names.
    case otherRecord(path: String, centre: String, own: String)
    /// Somebody reads or writes the record for so long that its log could not be folded in.
    case inUse(path: String, seconds: Int)
}

/// What would be lost when a backup takes the place of the record.
public enum RestoreLoss: Hashable, Sendable {
    /// There is no record to lose.
    case nothingThere
    /// The record cannot be read; nobody can say.
    case unreadable(StoreError)
    /// So many entries, made since then (`nil` when there are none), up to the record's head.
    case entries(Int64, since: Instant?, head: RecordHead)
    /// The record is not the backup's continuation from some entry on: the two were written to separately. The entries
    /// that only the record has are lost; the backup's own ones after the common part come in.
    case diverged(Int64, since: Instant?, head: RecordHead)

    /// How many entries, when it can be said.
    public var count: Int64? {
        switch self {
        case .nothingThere: 0
        case .unreadable: nil
        case .entries(let count, _, _), .diverged(let count, _, _): count
        }
    }

    public var since: Instant? {
        switch self {
        case .nothingThere, .unreadable: nil
        case .entries(_, let since, _), .diverged(_, let since, _): since
        }
    }

    public var head: RecordHead? {
        switch self {
        case .nothingThere, .unreadable: nil
        case .entries(_, _, let head), .diverged(_, _, let head): head
        }
    }
}

/// A backup was put in its place.
public struct RestoreReport: Hashable, Sendable {
    public var backup: RecordFacts
    public var loss: RestoreLoss
    /// The path of the old record; `nil` when there was none.
    public var kept: String?
    /// The cases that only the old record has; `nil` when nobody can say.
    public var lostCases: LostCases?
    /// The path of their list; `nil` when there are none.
    public var list: String?
    /// Cases of the restored record.
    public var cases: Int
    /// Whether those may use the new file who used the old one.
    public var keepsOwner: Bool
}

/// Puts a backup in the place of a record, in two halves with a person's word between them.
///
/// The first half copies the backup beside the record, brings the copy forward and verifies it; nothing of the record
/// is touched. The second half, ``place(at:by:account:)``, takes a moment, however large the record is.
public final class RecordRestore {
    public let backup: RecordFacts
    /// What would be lost, as things stood when the backup was prepared.
    public let loss: RestoreLoss
    /// Which cases would be lost, as things stood then; `nil` when nobody can say.
    public let lostCases: LostCases?
    let file: String
    /// Behind symbolic links.
    let place: String
    let database: String
    let draft: FileDraft
    let cases: Int
    /// How long one attempt to have the record to itself waits, in milliseconds.
    var patience = StoreError.patience * 1_000

    /// Prepares a restore.
    ///
    /// - Parameters:
    ///   - file: the backup.
    ///   - database: the path of the record; it need not exist.
    ///   - allowsOther: also a backup of another record.
    public init(
        from file: String, over database: String, allowingOtherRecord allowsOther: Bool = false,
        progress: (BackupProgress) -> Bool = { _ in true }
    ) throws(RestoreError) {
        do {
            guard FileFacts.exists(file) else { throw StoreError.noFile(path: file) }
            let facts = try Self.ofBackup(file) { try RecordFacts.read(file) }
            place = FileFacts.resolved(database)
            if FileFacts.identity(file) == FileFacts.identity(place) { throw RestoreError.ontoItself(path: file) }
            let own = Result { () throws(StoreError) in try RecordFacts.read(database) }
            switch own {
            case .success(let own) where own.founding != facts.founding && !allowsOther:
                throw RestoreError.otherRecord(path: file, centre: facts.centre, own: own.centre)
            // What is not ours, or of a later program, is not ours to put aside.
            case .failure(let error):
                switch error {
                // An empty file is nobody's.
                case .foreign where FileFacts.size(place) == 0: break
                case .foreign, .newer, .readOnly, .writeProtected, .busy: throw error
                default: break
                }
            case .success: break
            }
            let draft = try FileDraft(for: place)
            _ = try Self.ofBackup(file) {
                try RecordCopy(source: file, draft: draft).run { progress(.copying($0)) }
            }
            // Only the copy is brought forward; the backup stays as it is.
            try Self.bringForward(draft, of: file, schema: facts.schema) { progress(.upgrading($0)) }
            let report = try Self.ofBackup(file) { try RecordBackup.verify(draft, progress: progress) }
            if report.wasStopped { throw RestoreError.stopped }
            guard report.isFitForBackup else { throw RestoreError.unsound(path: file, report) }
            backup = facts
            (loss, lostCases) = Self.losses(restoring: draft.path, over: place)
            cases = report.cases
            self.file = file
            self.database = database
            self.draft = draft
        } catch let error as RestoreError {
            throw error
        } catch is RecordCopy.Stopped {
            throw .stopped
        } catch StoreError.stopped {
            throw .stopped
        } catch {
            throw .store(StoreError(error, path: file))
        }
    }

    /// What is wrong with the backup is told of the backup: the record has its own advice for damages.
    private static func ofBackup<Result>(_ file: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch StoreError.corrupt(_, let detail) {
            throw RestoreError.damaged(path: file, detail: detail)
        }
    }

    private static func bringForward(
        _ draft: FileDraft, of file: String, schema: Int, news: (SchemaUpgrade.News) -> Bool
    ) throws {
        var done = schema
        do {
            try bringForward(draft) { word in
                if case .step(let step, _) = word { done = step }
                return news(word)
            }
        } catch {
            let known = StoreError(error, path: file)
            guard known.isOfContent else { throw known }
            throw RestoreError.notBroughtForward(path: file, schema: schema, step: done + 1, steps: Schema.version)
        }
    }

    private static func bringForward(_ draft: FileDraft, news: (SchemaUpgrade.News) -> Bool) throws {
        let queue = try DatabaseQueue(path: draft.path)
        try queue.writeWithoutTransaction { database in
            try withoutActuallyEscaping(news) {
                try SchemaUpgrade(path: draft.path, news: $0, keepsCopy: false).run(database)
            }
        }
        try queue.close()
    }

    /// The person with that staff number, as the backup knows them.
    public func person(number: String) throws(StoreError) -> StaffMember? {
        try CaseStore.open(at: draft.path, access: .readOnly).staff(number: number)
    }

    /// The people who work in the record that is to be replaced, as far as it can be read; none when there is no record.
    ///
    /// They decide who may do it, not those of the backup: somebody who has lost a right since must not get it back by
    /// putting an earlier day in the record's place.
    public func people() -> [StaffMember] {
        guard FileFacts.exists(place) else { return [] }
        do {
            let rows = try PlainConnection(path: place, .reading)
                .rows("SELECT id, number, name, role FROM staff WHERE is_active = 1 ORDER BY number")
            return rows.compactMap { row in
                guard let id = row[0].number, let number = row[1].text, let name = row[2].text,
                    let role = row[3].text.flatMap(Role.init)
                else { return nil }
                return StaffMember(id: StaffID(id), number: number, name: name, role: role)
            }
        } catch {
            return []
        }
    }

    /// Compares the journals of a copy of the backup and of the record.
    static func losses(restoring draft: String, over place: String) -> Losses {
        guard FileFacts.exists(place) else { return (.nothingThere, LostCases()) }
        do {
            return try losses(restoring: draft, over: try PlainConnection(path: place, .reading))
        } catch {
            return (.unreadable(error), nil)
        }
    }

    typealias Losses = (loss: RestoreLoss, cases: LostCases?)

    static func losses(restoring draft: String, over old: PlainConnection) throws(StoreError) -> Losses {
        let loss = try loss(from: try PlainConnection(path: draft, .still), old)
        guard let count = loss.count, let head = loss.head else { return (loss, nil) }
        // A record whose cases cannot be read is no reason to keep it.
        return (loss, try? LostCases.read(from: old, behind: head.sequence - count))
    }

    private static func loss(from new: PlainConnection, _ old: PlainConnection) throws(StoreError) -> RestoreLoss {
        func hash(_ sequence: Int64, _ connection: PlainConnection) throws(StoreError) -> Data? {
            try connection.rows("SELECT hash FROM journal WHERE seq = \(sequence)").first?.first?.bytes
        }
        let (newHead, oldHead) = (try RecordHead.read(new), try RecordHead.read(old))
        // Each hash covers all before it, so the common part is a beginning, and its end is found by halving.
        var (common, beyond) = (Int64(0), min(newHead.sequence, oldHead.sequence) + 1)
        while beyond - common > 1 {
            let middle = (common + beyond) / 2
            if try hash(middle, new) == hash(middle, old) { common = middle } else { beyond = middle }
        }
        let count = oldHead.sequence - common
        let since = try old.rows("SELECT at FROM journal WHERE seq = \(common + 1)").first?.first?.number
            .map(Instant.init(milliseconds:))
        return common == newHead.sequence
            ? .entries(count, since: since, head: oldHead) : .diverged(count, since: since, head: oldHead)
    }
}

extension StoreError {
    /// Whether it is about what stands in the file, and not about the disk, a lock or the person.
    fileprivate var isOfContent: Bool {
        switch self {
        case .corrupt, .failed, .notADatabase, .outOfStep: true
        default: false
        }
    }
}
