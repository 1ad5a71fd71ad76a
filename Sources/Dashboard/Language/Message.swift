import CaseStore
import Casework
import TerminalKit

/// Everything that the program says to people, as values; ``text(_:)`` gives the words.
///
/// Each language is one exhaustive `switch`, so the compiler refuses a message that a language lacks. A message carries
/// its facts; it never carries words of the other language.
public enum Message: Hashable, Sendable {
    // Frame of the desk
    case counter(Counter, Int)
    case onDutyCounter(Int, Int)
    case weekday(Int)
    case paneTitle(PaneID)
    case paneTab(PaneID)
    case column(Column)
    case dataLive
    case dataAge(seconds: Int)
    /// Nothing could be read since the desk was opened.
    case noData
    case loading
    case emptyQueue(Queue)
    case noMatches(String)
    case emptyAgents
    case filterLabel
    case filterHint
    case filteredCount(Int, of: Int)
    case findHint
    /// On the footer.
    case findAllShort
    /// What can be typed.
    case findWhat
    case findCount(Int, hasMore: Bool)
    case windowTooSmall(columns: Int, rows: Int, leastColumns: Int, leastRows: Int)
    case leftQueue

    // Why a row is here
    case flagNew
    case flagReturned(Int)
    case flagUrged(Int)
    case flagUrgent
    case flagProvisional

    // Words of the domain
    case state(CaseState)
    /// Where a case stands, with what its clock waits for where the state alone does not tell.
    case standing(CaseState, ClockRule.Kind)
    case role(Role)
    case presence(DutyPresence)
    case origin(Intake.Origin)
    case serviceKind(Intake.ServiceKind)
    case clock(ClockRule.Kind)
    case event(CaseEvent.Kind)
    case action(CaseCommand.Kind)
    case undone(UndoableAction.Kind)
    case priorityUrgent
    case itemTerm(ItemTerm)

    // Durations and times
    case remaining(minutes: Int)
    case neverSeen

    // Commands
    case commandTitle(CommandID)
    case commandGroup(CommandGroup)
    case commandHelp(CommandID)
    case nothingSelected
    case notHere(CommandID)
    case nothingDoneYet
    case unknownKey(String)

    // Cards: a question about one case
    case cardTitle(CaseCommand.Kind)
    case cardConfirm
    case cardUndo(UndoableAction.Kind)
    case reasonPlaceholder(CaseCommand.Kind)
    case draftKept
    case changedMeanwhile
    case justChanged
    case stillRecording
    case revealed(number: String)
    case recording
    case chooseAgentFilter
    case noAgentMatches
    case choiceHint

    // Results
    case done(CaseCommand.Kind, number: String)
    case doneUndo(UndoableAction.Kind, number: String)
    case reassignedTo(number: String, agent: String)
    case conflict(number: String, who: String, what: CaseEvent.Kind, when: String)
    case conflictUnknown(number: String)
    case caseMissing
    case refusal(Refusal)
    case people(PeopleMessage)
    case attendance(AttendanceMessage)
    case appraisal(AppraisalMessage)
    case urgedRecently(String)
    case undoOfAnother(String)
    case storeProblem(StoreError)
    case stale(StoreError)
    case backAgain

    // Case detail
    case detailField(DetailField)
    case detailApplicantHeading
    case detailCaseHeading
    case detailClocksHeading
    case detailTraceHeading
    case detailActionsHeading
    case revealHint
    case explainHint
    case closeHint
    case notGiven
    case dueLine(due: String, remaining: String)
    case clauseLine(String)
    case provisionalLine
    case returnsLine(Int)
    case urgingsLine(Int)
    case importedFrom(String)
    case office
    case unknownPerson
    case cannot(String, String)
    case explanationTitle(ClockRule.Kind)
    case explanationStart(String)
    case explanationRule(ClockRule)
    case explanationStep(DeadlineStep, ClockRule.Unit)
    case explanationResult(String)
    /// A stretch in which the clock stood; without an end it still does.
    case explanationPause(from: String, until: String?)
    /// The end of a clock that stands still, as it would be had it gone on at once.
    case explanationStopped(String)
    /// The calendar has changed since this date was fixed.
    case explanationOutdated
    case explanationTarget
    case clockStopped
    case said(CaseEvent.Said, String)
    case agentCasesTitle(String)
    case agentHasNoCases

    // Help
    case helpTitle
    case helpHint
    case paletteHint
    case noCommandMatches
    case marksHeading
    case markOverdue
    case markNear
    case markGone
    case markUrgent
    case markReturned
    case markUrged
    case markNew
    case clearFilter
    case openAgentCases
    case selectCaseFirst
    case answerTheCard
    case consequence(CaseCommand.Kind)
    case agentNotOnDuty(String, DutyPresence)
    case changedBy(number: String, who: String, what: CaseEvent.Kind, when: String)
    case leftBy(who: String, what: CaseEvent.Kind)
    case notInThisState(CaseState, [String])

    // Parts with a catalogue of their own
    case form(FormMessage)
    case intake(IntakeMessage)
    case life(LifeMessage)
    case warning(WarningMessage)
    case outbox(OutboxTerm)
    /// Backups made beside a desk.
    case backup(BackupMessage)
    /// The exchange with villages by file.
    case relay(RelayMessage)
    case campaign(CampaignMessage)
    case notice(NoticeMessage)
    case frame(FrameTerm)
    /// Sheets and pay.
    case sheet(SheetMessage)
    /// The wall of the hall.
    case wall(WallTerm)
}

/// The numbers in the header.
public enum Counter: Hashable, CaseIterable, Sendable {
    case pending, near, overdue, inReview
}

/// The headings of the columns.
public enum Column: Hashable, CaseIterable, Sendable {
    case number, applicant, item, village, agent, state, due, remaining, waiting, flags, presence, since, today, inHand,
        overdue
}

/// The fields of a case as the detail names them.
public enum DetailField: Hashable, CaseIterable, Sendable {
    case number, state, item, kind, origin, village, applicant, identityNumber, phone, address, note, submitted,
        accepted,
        completed, closed, holder, reason, lastReturn
}

extension Message {
    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
