/// Why something may not be done. Each case carries the facts; the words are in the message catalogue.
public enum Refusal: Error, Hashable, Sendable {
    /// The person's role does not allow it.
    case notPermitted(CaseCommand.Kind, Role)
    /// The record does not know the person, or the person has left.
    case notOnStaff
    /// The case is in another state than the command needs.
    case wrongState(CaseCommand.Kind, CaseState)
    /// Who handled a case does not review it.
    case reviewerHandledIt
    case reasonMissing
    /// Longer than ``Case/reasonLimit`` characters.
    case reasonTooLong
    case noHolder
    /// Only the agent who has the case may hand it to review.
    case notTheHolder
    case alreadyTheHolder
    /// The person to take the case is no agent, or has left.
    case notAnAgent
    /// Urged less than the rulebook's interval ago.
    case urgedRecently(Instant)
    case nothingToUndo
    /// The last action was somebody else's.
    case undoOfAnother(StaffID)
    /// A text that may not go into the record.
    case unfit(EntryField, EntryField.Fault)
}
