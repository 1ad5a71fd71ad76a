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
    case attendance(CivilMonth, Result<[AttendanceMonth], StoreError>)
    case appraisal(StaffID, CivilMonth, Result<Appraisal?, StoreError>)
    case tenureDecided(TenureCard, Result<TenureDecision, RecordError>)
    /// What looking for that text found.
    case searched(String, Result<CaseSearchResult, StoreError>)
    case relayTasks(Result<[RelayTaskRow], StoreError>)
    case calendar(Result<[CalendarChange], StoreError>)
    case performed(ActionCard, Result<Case, ActionError>)
    case intakeLists(Result<IntakeLists, StoreError>)
    case duplicates(ApplicantMatter, Result<[QueueRow], StoreError>)
    case registered(IntakeRequest, Result<Case, IntakeError>)
    case receiptIssued(Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>)
    case sheet(SheetRequest, Result<Sheet, SheetError>)
    case sheetIssued(Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>)
    /// Everybody in the office, for whom a case can be passed on to; without the one who has it.
    case helpers(except: StaffID?, Result<[StaffMember], StoreError>)
    /// What an earlier process left unsent.
    case draftsFound(DeskDrafts)
    /// The system's words.
    case draftsNotKept(String)
    case backup(BackupOutlet.News)
    /// What the record that took the place of another one says of it.
    case replacement(Result<RecordReplacement, StoreError>)
}

/// What a desk wants done outside of itself; each answers with an event.
public enum DeskEffect: Hashable, Sendable {
    case load(DeskRequest)
    case loadDetail(CaseID)
    case loadAgentCases(StaffID)
    case loadAttendance(CivilMonth)
    case loadAppraisal(StaffID, CivilMonth)
    case decideTenure(TenureCard)
    case search(String)
    case loadRelayTasks
    case perform(CaseCommand, ActionCard)
    /// How another record came in the place of the one before, and which of the own actions it lacks.
    case loadReplacement(since: Instant, own: [AcknowledgedAction], told: Set<String>)
    case loadCalendar
    case loadIntakeLists
    case findDuplicates(ApplicantMatter)
    case register(IntakeRequest)
    case loadHelpers(except: StaffID?)
    case issueReceipt(number: String, text: String)
    case loadSheet(SheetRequest)
    /// To the printer or the folder of receipts.
    case issueSheet(Sheet)
    /// Puts the warnings that are due into the record; whoever shows them hears of it by the change feed.
    case raiseWarnings
    /// Makes the backup that is due, if one is.
    case lookAfterBackups
    /// At once, or with what is typed in the next second.
    case keepDrafts(DeskDrafts, atOnce: Bool)
    /// A tick, in a second: the store could not be read.
    case tryAgain
    case redraw
    case suspend
    case quit
}
