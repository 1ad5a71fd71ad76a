import CaseStore
import Casework

/// What the program says about duty and attendance; a part of the message catalogue with a file for each language.
public enum AttendanceMessage: Hashable, Sendable {
    case state(SessionState)
    /// One sign for a state, for narrow tables.
    case stateSign(SessionState)
    case direction(AttendanceDirection)
    case channel(AttendanceSource.Channel)
    /// `第 1 节 09:00–11:30`.
    case session(DutyPlan.Session, UTCOffset)
    /// Why a day has the duty it has.
    case duty(DutyDay.Ground)
    case ground(SessionOutcome.Ground, UTCOffset)
    case refusal(AttendanceRefusal, UTCOffset)
    case note(AttendanceNote)
    case leaveStatus(Leave)
    case exception(DutyException)

    // The door
    /// The answer in a few words, and what is said below it.
    case answer(AttendanceDoor.Answer, UTCOffset)
    case answerDetail(AttendanceDoor.Answer, UTCOffset)
    case kiosk(KioskTerm)

    // The month on the desk
    case month(MonthTerm)

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    static func hours(_ session: DutyPlan.Session, _ offset: UTCOffset) -> String {
        "\(session.from.clockText(offset))–\(session.to.dueText(offset).suffix(5))"
    }

    /// The hours, with the day where it is another one.
    static func when(_ session: DutyPlan.Session, after day: CivilDate?, _ offset: UTCOffset) -> String {
        session.day == day ? hours(session, offset) : "\(session.day) \(hours(session, offset))"
    }

    static func clock(minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    /// Where a mark was made: the kiosk, a computer and its line, a village's record.
    static func origin(_ mark: Entered<DutyMark>, _ language: Language) -> String {
        let source = mark.value.source
        var parts = [source.map { AttendanceMessage.channel($0.channel).text(language) }].compactMap(\.self)
        if let host = source?.host { parts.append(host) }
        if let connection = source?.connection { parts.append(connection) }
        if let site = mark.site { parts.append(site) }
        return parts.joined(separator: " ")
    }
}

/// The fixed words of the kiosk.
public enum KioskTerm: Hashable, Sendable {
    case title
    case today, noDutyToday
    case number, pin, hiddenPIN, leaving
    case checking
    case hint, leaveHint
    case waiting
    case recordAway
    case opens(Instant, UTCOffset)
    case tooSmall
}

/// The fixed words of the month of attendance.
public enum MonthTerm: Hashable, Sendable {
    case title(CivilMonth, village: String?)
    case person, due, forgotten, minutesLate, acceptedOutside
    case legend
    /// Whether some days are off the screen.
    case hint(scrolls: Bool)
    case nobody
    case sums
    case explanation(String)
    case sessions(String, CivilMonth)
    case previous, next
    case inPaneFour
}

extension SessionState {
    /// One column, the same in every language, so that a month fits on a line.
    var sign: String {
        switch self {
        case .onTime: "+"
        case .late: "L"
        case .leftEarly: "E"
        case .absent: "A"
        case .onLeave: "V"
        case .stoodInFor: "S"
        case .excused: "x"
        case .toCome: "."
        }
    }
}
