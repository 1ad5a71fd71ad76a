import Synchronization

/// Where the sources of a screen's events (keys, signals, store, timer) flow together: an asynchronous sequence of
/// *batches*.
///
/// Each batch is everything that has happened since the last one, in order, so that a burst is drawn once. A merge of
/// sequences (AsyncAlgorithms) hands over one element at a time and cannot say whether more are waiting; that is why
/// this exists. Keys are never dropped; what only the newest of counts is coalesced by the owner.
public final class EventQueue<Event: Sendable>: Sendable, AsyncSequence {
    private struct State {
        var pending: [Event] = []
        var waiting: CheckedContinuation<[Event]?, Never>?
        var isFinished = false
    }

    private let state = Mutex(State())

    public init() {}

    /// Adds an event; wakes the owner when it waits.
    public func push(_ event: Event) {
        let waiting = state.withLock { state -> CheckedContinuation<[Event]?, Never>? in
            guard !state.isFinished else { return nil }
            guard let waiting = state.waiting else {
                state.pending.append(event)
                return nil
            }
            state.waiting = nil
            return waiting
        }
        waiting?.resume(returning: [event])
    }

    /// No more events: the sequence ends after what is pending.
    public func finish() {
        let waiting = state.withLock { state in
            state.isFinished = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: nil)
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let queue: EventQueue

        public func next() async -> [Event]? {
            await withCheckedContinuation { continuation in
                let ready = queue.state.withLock { state -> [Event]?? in
                    if !state.pending.isEmpty {
                        defer { state.pending.removeAll(keepingCapacity: true) }
                        return .some(state.pending)
                    }
                    if state.isFinished { return .some(nil) }
                    state.waiting = continuation
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
            }
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(queue: self)
    }
}
