import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import TerminalKit

/// Everything that the command line says to people; the desk's words are in Dashboard's message catalogue.
///
/// As there, each language is one exhaustive `switch`: the compiler refuses a language that lacks a sentence.
enum Words {
    // Help
    case program, programDiscussion
    case abstract(Subject)
    case optionDatabase, optionConfig, optionLanguage, optionAs, optionJSON, optionSeen, optionReason, optionTo
    case optionNumber
    case optionCentre, optionPrefix, optionOffset, optionReviewer, optionReviewerName
    case optionCases, optionSeed, optionPace, optionSize
    case optionFile, optionMapping, optionRejects
    case optionState, optionVillage, optionText, optionLimit, optionOverdue
    case argumentWords
    case optionItem, optionApplicant, optionIdentity, optionPhone, optionAddress, optionNote, optionOrigin, optionKind
    case intake(IntakeWords)
    case optionUrgent, optionReveal, optionAgentNumber, optionMarkdown
    case optionAgents, optionStaffNumber, optionStaffName, optionRole, optionStaffVillage, optionStaffPhone

    case staff(StaffWords)
    /// The life of a case.
    case life(LifeWords)

    // Results and errors
    case mistyped(String, meant: [String], place: String)
    case personMissing([String])
    case personUnknown(String)
    case personNotFound(String)
    case personAmbiguous(String, [String])
    case caseUnknown(String)
    case villageUnknown(String, known: [String])
    case numberTaken(String)
    case mayNotRegister(Role)
    case mayNotEnrol(Role)
    case personLeft(String, String)
    case configuration(ConfigurationError)
    case importProblem(ImportError)
    case terminal(TerminalError)
    case conflict(Conflict)
    case created(path: String, centre: String)
    case firstSteps(path: String, reviewer: String)
    case founding(done: Int, total: Int)
    case demoReady(path: String)
    case notADemo(String)
    case townshipInhabited
    case simulatorFailed(String)
    case simulatorDied(String)
    case importProgress(ImportProgress)
    case imported(ImportReport)
    case differenceLine(ImportDifference)
    case rejectsWritten(String)
    case rejectLine(ImportReject)
    case verifying(done: Int, total: Int)
    case sound(VerificationReport)
    case finding(VerificationReport.Finding, UTCOffset)
    case unsound(Int)
    case interrupted
    /// The time of this computer, and that of the newest entry.
    case clockBehind(now: String, record: String)
    case newCase(String, due: String)
    /// The name of a limit, and when its clock ended.
    case limit(ClockRule.Kind), clockEnded(String)
    case acted(CaseCommand.Kind, String)
    case enrolled(number: String, name: String)
    case listCount(Int)
    case searchCount(Int, shown: Int, hasMore: Bool)
    case columnName, columnRole
    case hasLeft
    case endedBySignal(Int32)
    case lineLost
    case terminalMended, nothingToMend
    case noTemporaryFolder(String, String)
    case outputFailed(String)
    case system(String)
    case doctor(DoctorItem)
    case goodLine, badLine
    case rulebook(RulebookWords)
    /// The lists of service items.
    case item(ItemWords)
    case calendar(CalendarWords)
    case recompute(RecomputeWords)
    case warnings(WarningWords)
    /// Allowances and sheets.
    case sheets(SheetWords)
    case outbox(OutboxWords)
    case campaign(CampaignWords)
    case notice(NoticeWords)
    case county(CountyWords)
    case backup(BackupWords)
    case exchange(ExchangeWords)
    case relay(RelayWords)
    /// The record itself.
    case record(RecordWords)
    case attendance(AttendanceWords)
    /// The wall of the hall.
    case wall(WallWords)
    /// Inspections, training, findings, appraisals, points.
    case conduct(ConductWords)

    /// What a help text is about.
    enum Subject: CaseIterable {
        case desk, demo, initialise, importing, cases, list, show, new, accept, decline, complete, approve, reject,
            reassign
        case urge, undo, verify, keys, doctor, reset, simulate, staff, staffAdd, staffList, search
    }

    /// A line of `daiban doctor`.
    enum DoctorItem {
        case terminal, size, colours, encoding, language, theme, configuration, database, journal, unicode, missing
        case dates
        /// What a desk shows, and that it can be read.
        case panes, panesReadable
        case synchronizedOutput, margins, repeating, keyboard, ambiguousWidth
        case yes, no, narrow, wide
        /// Where something is known from.
        case source(TerminalFindings.Source)
        /// A line of its own for a terminal that did not answer, and what it says: how long it was waited for (ms).
        case answers, silent(Int)
        /// So many open cases have dates by other rules.
        case otherRules(Int)
    }

    func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// Help texts follow the environment, since they are made before any option is read.
    static func help(_ words: Words) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: words.text(helpLanguage))
    }

    static func helpText(_ words: Words) -> String {
        words.text(helpLanguage)
    }

    /// Before anything is read that could say another.
    static let helpLanguage =
        GivenOption.value(of: "--language").flatMap(Language.init(rawValue:))
        ?? Language(environment: ProcessInfo.processInfo.environment)
}

extension ImportError {
    /// A header that does not fit the mapping is a mistake in a file that people write; the rest is a failure.
    var exitStatus: ExitStatus {
        switch self {
        case .missingColumns, .ambiguousColumn, .unknownForm: .configuration
        case .masked, .noSource, .notPermitted: .refused
        case .madeForSpreadsheets, .otherForm, .personNeeded, .rejectsIsTheInput: .usage
        case .unreadable, .empty, .notCSV, .rejects, .sorting, .store, .record: .failed
        }
    }
}
