import Dispatch
import Synchronization
import TerminalKit

/// Where drafts are kept between two processes. Given by the program; the desk knows no files.
public struct DraftPlace: Sendable {
    /// What is there; nothing when it cannot be read.
    public var load: @Sendable () -> DeskDrafts
    /// Puts it in place of what is there, as a whole or not at all; empty drafts leave nothing behind.
    ///
    /// - Returns: the system's words when it could not be done.
    public var save: @Sendable (DeskDrafts) -> String?

    public init(load: @escaping @Sendable () -> DeskDrafts, save: @escaping @Sendable (DeskDrafts) -> String?) {
        self.load = load
        self.save = save
    }
}

/// Writes drafts off the desk's actor: about once a second while somebody types, and at once when asked to.
///
/// One timer runs after the first key of a burst and none otherwise, so that an idle desk is not woken. The queue is
/// private for the same reason as those of ``DeskSession``.
final class DraftKeeper: Sendable {
    private struct State {
        /// What is to be written.
        var pending: DeskDrafts?
        var isScheduled = false
        /// Whether the last writing failed: the person is told once.
        var hasFailed = false
    }

    private let place: DraftPlace
    private let onFailure: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "daiban.drafts", qos: .userInteractive)

    init(_ place: DraftPlace, onFailure: @escaping @Sendable (String) -> Void) {
        self.place = place
        self.onFailure = onFailure
    }

    func keep(_ drafts: DeskDrafts, atOnce: Bool) {
        let mustSchedule = state.withLock { state in
            state.pending = drafts
            guard !atOnce, !state.isScheduled else { return false }
            state.isScheduled = true
            return true
        }
        if atOnce {
            queue.async { self.write() }
        } else if mustSchedule {
            queue.asyncAfter(deadline: .now() + .seconds(1)) {
                self.state.withLock { $0.isScheduled = false }
                self.write()
            }
        }
    }

    /// Writes what is still to be written, before the process ends.
    func finish() {
        queue.sync { self.write() }
    }

    private func write() {
        SignalStack.coverThread()
        guard let drafts = state.withLock({ state in state.pending.take() }) else { return }
        let failure = place.save(drafts)
        let isNews = state.withLock { state in
            defer { state.hasFailed = failure != nil }
            return !state.hasFailed
        }
        if let failure, isNews { onFailure(failure) }
    }
}
