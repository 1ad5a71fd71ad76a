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
    /// Words with blanks between, each of which number, applicant, item, village or agent's name must contain; initials
    /// of pinyin do (`zs` for 张三). Upper and lower case are the same, every character means itself; empty means all.
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

/// Of which agents it is counted what waits for them: those on the screen.
public enum LoadRequest: Hashable, Sendable {
    case all
    case only(Set<StaffID>)
    /// So many, in the order of the list, while it is not known who is in it.
    case first(Int)
}

public struct DeskRequest: Hashable, Sendable {
    /// What "near" and "overdue" are measured against.
    public var now: Instant
    public var queues: [Queue: QueueRequest]
    public var loads: LoadRequest
    /// The hours by which it is told who is on duty; `nil` where nobody asks for them: then the last mark says it.
    public var plan: DutyPlan?

    public init(now: Instant, queues: [Queue: QueueRequest], loads: LoadRequest = .all, plan: DutyPlan? = nil) {
        self.now = now
        self.plan = plan
        self.queues = queues
        self.loads = loads
    }
}
