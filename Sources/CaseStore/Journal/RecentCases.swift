import Casework
import Foundation
import GRDB
import Synchronization

/// Cases as their entries made them, those that this process read or changed lately: who acts on a case has mostly just
/// looked at it, and its life need not be read again while all others wait for the write lock.
///
/// Each is kept with the hash of its newest entry, which stands for every entry before it: a case whose newest entry has
/// that hash is the same, in whatever file. Only what was committed is kept. Entries that are damaged later are not read by
/// who knows the case; to find them is what a verification is for.
final class RecentCases: Sendable {
    /// More are forgotten, all at once.
    private static let most = 256

    private let known = Mutex<[CaseID: (value: Case, hash: Data)]>([:])

    /// The case as it stands; `nil` when it is not known as that.
    func find(_ id: CaseID, in database: Database) throws -> Case? {
        guard let known = known.withLock({ $0[id] }) else { return nil }
        let newest = try RawStatement(
            cached: """
                SELECT hash FROM journal WHERE subject_kind = 'case' AND subject = ? ORDER BY seq DESC LIMIT 1
                """, in: database)
        newest.bind(id.value, 1)
        return try newest.next() && newest.data(0) == known.hash ? known.value : nil
    }

    /// - Parameter hash: of the newest entry about the case.
    func keep(_ value: Case, upTo hash: Data) {
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[value.id] = (value, hash)
        }
    }
}
