import CaseStore

/// The four live panes of the desk.
public enum PaneID: Int, CaseIterable, Hashable, Sendable {
    case pending = 1
    case dueSoon
    case inReview
    case agents

    /// The queue that the pane shows; none for the agents.
    public var queue: Queue? {
        switch self {
        case .pending: .pending
        case .dueSoon: .dueSoon
        case .inReview: .inReview
        case .agents: nil
        }
    }

    func advanced(by step: Int) -> PaneID {
        let count = PaneID.allCases.count
        return PaneID.allCases[((rawValue - 1 + step) % count + count) % count]
    }
}
