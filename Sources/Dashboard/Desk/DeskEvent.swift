import CaseStore
import Casework
import TerminalKit

/// Everything that can reach a desk. Replaying a list of events replays a session.
public enum DeskEvent: Sendable {
    case input(InputEvent)
    case resized(TerminalSize)
    /// The minute has turned, or the store is being waited for.
    case tick
    case feed(ChangeFeed.Signal)
    case loaded(Result<DeskSnapshot, StoreError>, request: DeskRequest)
    case detail(CaseID, Result<CaseDetail?, StoreError>)
    case agentCases(StaffID, Result<[QueueRow], StoreError>)
    case performed(ActionCard, Result<Case, ActionError>)
}

/// What a desk wants done outside of itself; each answers with an event.
public enum DeskEffect: Hashable, Sendable {
    case load(DeskRequest)
    case loadDetail(CaseID)
    case loadAgentCases(StaffID)
    case perform(CaseCommand, ActionCard)
    /// A tick, in a second: the store could not be read.
    case tryAgain
    case redraw
    case suspend
    case quit
}
