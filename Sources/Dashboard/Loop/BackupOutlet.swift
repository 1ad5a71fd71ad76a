import Dispatch
import Synchronization
import TerminalKit

/// How the backups of the record are made beside a desk. Given by the program.
public struct BackupOutlet: Sendable {
    public enum News: Hashable, Sendable {
        case made
        /// In words for the person.
        case failed(String)
    }

    /// Looks whether a backup is due, and makes it; `nil` when nothing was to be done. May take minutes.
    public var look: @Sendable () -> News?

    public init(look: @escaping @Sendable () -> News?) {
        self.look = look
    }
}

/// Looks after the backups from a desk, minute by minute, on a thread of its own: neither keys nor panes wait for it, nor
/// does the end of the desk. While one look lasts, no other is begun.
final class BackupKeeper: Sendable {
    private let outlet: BackupOutlet
    private let queue = DispatchQueue(label: "daiban.backup", qos: .utility)
    private let isLooking = Atomic(false)

    init(_ outlet: BackupOutlet) {
        self.outlet = outlet
    }

    /// - Parameter tell: called on the keeper's thread when there is something to tell.
    func look(_ tell: @escaping @Sendable (BackupOutlet.News) -> Void) {
        guard !isLooking.exchange(true, ordering: .acquiring) else { return }
        queue.asyncCovered { [self] in
            defer { isLooking.store(false, ordering: .releasing) }
            if let news = outlet.look() { tell(news) }
        }
    }
}
