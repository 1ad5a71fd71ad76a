/// What a person wants to do with a case. Whether it may be done is ``Case/decide(_:by:at:rules:)``'s answer.
public enum CaseCommand: Hashable, Sendable {
    case accept
    case decline(reason: String)
    /// The agent hands the case to review.
    case complete(note: String?)
    case approve(note: String?)
    case reject(reason: String)
    case reassign(to: StaffMember)
    case urge
    case reveal(reason: String)
    /// Takes back the last action.
    case undo

    public enum Kind: String, Hashable, CaseIterable, Sendable {
        case accept, decline, complete, approve, reject, reassign, urge, reveal, undo
    }

    public var kind: Kind {
        switch self {
        case .accept: .accept
        case .decline: .decline
        case .complete: .complete
        case .approve: .approve
        case .reject: .reject
        case .reassign: .reassign
        case .urge: .urge
        case .reveal: .reveal
        case .undo: .undo
        }
    }
}
