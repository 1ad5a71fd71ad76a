import Casework

/// What a desk wants to see: for each pane which part of its queue, around which case, with which filter.

/// The queues of the desk.
public enum Queue: String, Hashable, CaseIterable, Sendable {
    /// Waiting to be accepted, the nearest deadline first.
    case pending
    /// Open and past the warning mark, overdue ones included, the nearest deadline first.
    case dueSoon
    /// Waiting for review, the longest waiting first.
    case inReview
}

public struct QueueRequest: Hashable, Sendable {
    /// What number, applicant, item, village or agent's name must contain. Upper and lower case of ASCII letters are
    /// the same; `%` and `_` mean themselves; blanks at both ends do not count; empty means all.
    public var filter: String
    /// The selected case: the window is put around it while it is in the queue.
    public var anchor: CaseID?
    /// The rank at which the selection was last, from 0: the window is put around it when the anchor has left.
    public var index: Int
    /// So many rows at most.
    public var limit: Int

    public init(filter: String = "", anchor: CaseID? = nil, index: Int = 0, limit: Int) {
        self.filter = filter
        self.anchor = anchor
        self.index = index
        self.limit = limit
    }
}

public struct DeskRequest: Hashable, Sendable {
    /// What "near" and "overdue" are measured against.
    public var now: Instant
    public var queues: [Queue: QueueRequest]

    public init(now: Instant, queues: [Queue: QueueRequest]) {
        self.now = now
        self.queues = queues
    }
}
