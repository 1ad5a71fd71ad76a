import CaseStore
import Casework
import TerminalKit

/// The kiosk at the door: a clock, today's sessions, one line to type in, one answer.
///
/// Nothing of anybody stays on the screen: an answer goes after some seconds, or with the next key, which belongs to the
/// next person already. What is typed while an answer is on its way is kept and taken up afterwards, so a badge reader that
/// types at full speed loses nothing.
public struct KioskState: Sendable {
    public enum Stage: Hashable, Sendable {
        /// Waiting for a number; what is typed of it.
        case number(String)
        /// Waiting for the PIN of a number.
        case pin(number: String, digits: String)
        /// Both are being looked at.
        case checking
        case answer(AttendanceDoor.Answer, at: Instant)
    }

    /// How long an answer stays, and how long something half typed does, in seconds.
    public static let answerSeconds = 5
    public static let idleSeconds = 20
    /// More than this is no number and no PIN.
    static let longestNumber = 17
    /// So many keys are kept while an answer is on its way.
    static let longestWait = 4_096

    public let centre: Centre
    public let language: Language
    /// The village whose hours are shown; `nil` for the centre's.
    public let village: String?
    public internal(set) var size: TerminalSize
    public internal(set) var now: Instant
    public internal(set) var stage = Stage.number("")
    /// Today's duty, as far as it is known.
    public internal(set) var today: DutyDay?
    /// The first moment at which somebody can check in today.
    public internal(set) var opensBefore: Int
    /// The record cannot be reached now.
    public internal(set) var isAway = false
    /// Calls wait in the file at the door.
    public internal(set) var isWaiting = false
    /// Which answer or half-typed entry the running timer is for.
    var turn = 0
    var held: [KeyPress] = []

    public init(
        centre: Centre, language: Language, village: String?, size: TerminalSize, now: Instant, opensBefore: Int
    ) {
        self.centre = centre
        self.language = language
        self.village = village
        self.size = size
        self.now = now
        self.opensBefore = opensBefore
    }

    /// Whether what is typed is to close the kiosk.
    public var isLeaving: Bool {
        switch stage {
        case .number(let text): text.hasPrefix("*")
        case .pin(let number, _): number.hasPrefix("*")
        case .checking, .answer: false
        }
    }
}

/// What happens to the kiosk.
public enum KioskEvent: Sendable {
    case input(InputEvent)
    case resized(TerminalSize)
    /// The minute has turned, or the record has changed.
    case tick
    case changed
    case away
    /// A timer has run out.
    case timeUp(turn: Int)
    case today(DutyDay?)
    case answered(AttendanceDoor.Answer, at: Instant)
    /// Whether anything waits in the file at the door.
    case waiting(Bool)
}

/// What the kiosk wants done.
public enum KioskEffect: Hashable, Sendable {
    case call(number: String, pin: String, wanted: AttendanceDirection?)
    /// Whether this person may close the kiosk.
    case leave(number: String, pin: String)
    case loadToday
    case settle
    case startTimer(turn: Int, seconds: Int)
    case redraw
    case quit
}
