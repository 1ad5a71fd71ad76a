import Casework
import Foundation

/// What stands beside a record before its tables are made anew from a journal that does not tell of all that is in them: a
/// copy of it as it was, and the list of the cases that go.
///
/// The tables are the only place that still tells of what the journal has lost.
public struct RecordPutAside: Hashable, Sendable {
    /// The path of the copy.
    public var kept: String
    /// `nil` when nobody can say.
    public var lost: LostCases?
    /// The path of their list; `nil` when there are none.
    public var list: String?

    private static let mark = RecordExchange.Mark.rebuild.rawValue

    /// - Parameter lost: of the record as it stands.
    static func make(
        of path: String, _ lost: LostCases?, at now: Instant, offset: UTCOffset, tick: () throws -> Void
    ) throws -> RecordPutAside {
        let place = FileFacts.resolved(path)
        let kept = RecordBackup.free(place + mark + BackupName.stamp(now, offset))
        // A copy that was cut off at an earlier time has another name.
        let name = RecordExchange.name(of: place) + mark
        FileDraft.clearLeftovers(in: FileFacts.folder(of: place)) { $0.hasPrefix(name) }
        let draft = try FileDraft(for: kept)
        var stopped: (any Error)?
        do {
            _ = try RecordCopy(source: place, draft: draft, pace: .alone).run { _ in
                do {
                    try tick()
                } catch {
                    stopped = error
                }
                return stopped == nil
            }
        } catch is RecordCopy.Stopped {
            throw stopped ?? PrivateCrew.Stopped()
        }
        var list: String?
        if let lost, !lost.isEmpty {
            let path = RecordBackup.free(kept + LostCases.listMark)
            try lost.write(to: path, offset: offset)
            list = path
        }
        do {
            try draft.place()
        } catch {
            if let list { unlink(list) }
            throw error
        }
        return RecordPutAside(kept: kept, lost: lost, list: list)
    }

    /// Takes it away again, since the record stays as it is.
    func discard() {
        unlink(kept)
        if let list { unlink(list) }
    }

    /// The name of the kept file, without its folder.
    var name: String { RecordExchange.name(of: kept) }
}
