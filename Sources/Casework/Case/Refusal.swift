/// Why something may not be done. Each case carries the facts; the words are in the message catalogue.
public enum Refusal: Error, Hashable, Sendable {
    // The person
    /// The person's role does not allow it.
    case notPermitted(CaseCommand.Kind, Role)
    /// The record does not know the person, or the person has left.
    case notOnStaff
    /// Who handled a case does not review it.
    case reviewerHandledIt
    /// Only who has the case in hand may do that with it.
    case notTheHolder
    /// Nobody rates, or judges, the own work.
    case ownWork

    // The case
    /// The case is in another state than the command needs.
    case wrongState(CaseCommand.Kind, CaseState)
    case noHolder
    case alreadyTheHolder
    /// The person to take the case is no agent, or has left.
    case notAnAgent
    /// The person to take the case handles no cases, or has left.
    case notAHelper
    /// Urged less than the rulebook's interval ago.
    case urgedRecently(Instant)
    case nothingToUndo
    /// The last action was somebody else's.
    case undoOfAnother(StaffID)

    // What was typed
    case reasonMissing
    /// Longer than ``Case/reasonLimit`` characters.
    case reasonTooLong
    /// A text that may not go into the record.
    case unfit(EntryField, EntryField.Fault)

    // Guards of the case's life
    /// A consultation is answered, nothing else.
    case isConsultation
    case isNoConsultation
    case authorisationMissing
    case materialsNotChecked
    /// Out of scope needs the right office.
    case officeMissing
    /// What is missing has to be named, all at once.
    case missingNotNamed
    /// A second notice needs its own reason.
    case toldOnceAlready
    case supplementOpen
    case noSupplementOpen
    /// It is late: the applicant has to be told why.
    case lateReasonMissing
    case verificationMissing
    /// The papers are at that office.
    case papersAt(String)
    case notForwarded
    case noBranches
    case branchesOpen([String])
    case noSuchBranch(Int)
    case noSuchHelp(Int)
    case visitNotAsked
    case visitAskedAlready
    case visitNotPlanned
    case visitInThePast
    case visitNotArrived
    case originalsInCustody([String])
    case notInCustody([String])
    case signatureMissing
    case levelOutOfRange(Int)
    case alreadyRated
    case noBadRating
    case followUpOpen
    case noSuchComplaint(Int)
    case complaintsOpen(Int)
    /// A fee needs its basis, its receipt, and an amount.
    case feeWithoutBasis
    case notOverdue
    case promiseOutOfRange(Int)
    /// Only what is settled can be done again, and only once.
    case cannotBeRedone
    case redoneAlready(CaseID)
    /// A case that is done again is a new case, and not everybody registers one.
    case mayNotRedo(Role)
}
