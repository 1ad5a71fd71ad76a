/// One matter of one applicant, from the request to the result.
///
/// A value: it changes only by ``apply(_:at:by:)``, event by event, so the same journal always gives the same case.
public struct Case: Hashable, Codable, Sendable {
    public let id: CaseID
    /// Counts the events that changed it so far; 1 after registration.
    public private(set) var version: Int
    public let number: String
    public private(set) var state: CaseState
    public let intake: Intake
    /// The agent who has it in hand.
    public private(set) var holder: StaffID?
    public private(set) var acceptedAt: Instant?
    /// When the agent last handed it to review.
    public private(set) var completedAt: Instant?
    /// When it was approved or declined.
    public private(set) var closedAt: Instant?
    public private(set) var acceptance: Deadline?
    public private(set) var completion: Deadline?
    /// How often review sent it back.
    public private(set) var returns: Int
    /// Why review sent it back last, or why it was declined.
    public private(set) var reason: String?
    public private(set) var urgings: Int
    public private(set) var lastUrgedAt: Instant?
    /// Everybody who worked on it; none of them may review it.
    public private(set) var handlers: [StaffID]
    /// The last action, while it can still be undone.
    public private(set) var lastAction: UndoableAction?

    /// The deadline that runs now: acceptance while pending, completion afterwards, none once closed.
    public var currentDeadline: Deadline? {
        switch state {
        case .pending: acceptance
        case .accepted, .inReview, .returned: completion
        case .approved, .declined: nil
        }
    }

    public var reference: CaseReference { CaseReference(id: id, version: version) }

    /// The case that a registration begins.
    public init(id: CaseID, registration: Registration, at instant: Instant) {
        self.id = id
        version = 1
        number = registration.number
        intake = registration.intake
        holder = registration.holder
        acceptance = registration.acceptance
        returns = 0
        urgings = 0
        handlers = []
        if let history = registration.history {
            state = history.state
            acceptedAt = history.acceptedAt
            completedAt = history.completedAt
            closedAt = history.closedAt
            completion = history.completion
            reason = history.reason
        } else {
            state = .pending
        }
    }
}

extension Case {
    /// Takes over what `event` says. The only place where a case changes.
    ///
    /// Events are facts that were decided before; nothing is checked here.
    public mutating func apply(_ event: CaseEvent, at instant: Instant, by actor: StaffID) {
        // Looking at masked data is recorded, but the case is the same afterwards.
        if case .revealed = event { return }
        let before = UndoableAction.Before(
            state: state, holder: holder, acceptedAt: acceptedAt, completedAt: completedAt, closedAt: closedAt,
            completion: completion, returns: returns, reason: reason, urgings: urgings, lastUrgedAt: lastUrgedAt)
        version += 1
        lastAction = nil
        func undoable(_ kind: UndoableAction.Kind) {
            lastAction = UndoableAction(kind: kind, actor: actor, at: instant, before: before)
        }
        switch event {
        case .registered:
            // A registration makes the case; a second one for the same id cannot be decided.
            break
        case .accepted(let acceptance):
            state = .accepted
            acceptedAt = instant
            completion = acceptance.completion
            undoable(.accepted)
        case .declined(let decline):
            state = .declined
            closedAt = instant
            reason = decline.reason
            undoable(.declined)
        case .completed:
            state = .inReview
            completedAt = instant
            if !handlers.contains(actor) { handlers.append(actor) }
        case .approved:
            state = .approved
            closedAt = instant
            undoable(.approved)
        case .rejected(let rejection):
            state = .returned
            returns += 1
            reason = rejection.reason
            undoable(.rejected)
        case .reassigned(let reassignment):
            holder = reassignment.to
            undoable(.reassigned)
        case .urged:
            urgings += 1
            lastUrgedAt = instant
            undoable(.urged)
        case .revealed:
            break
        case .undone(let undo):
            restore(undo.before)
        }
    }

    private mutating func restore(_ before: UndoableAction.Before) {
        state = before.state
        holder = before.holder
        acceptedAt = before.acceptedAt
        completedAt = before.completedAt
        closedAt = before.closedAt
        completion = before.completion
        returns = before.returns
        reason = before.reason
        urgings = before.urgings
        lastUrgedAt = before.lastUrgedAt
    }
}
