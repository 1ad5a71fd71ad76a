import Casework

/// What a wall of the hall says; a part of the message catalogue with a file for each language.
///
/// The headings, and the words of large letters, are in the table of ``TerminalKit/BigLetters`` too: who changes one changes its
/// generator.
public enum WallTerm: Hashable, Sendable {
    case title(WallPage)
    case urgent

    // Today
    case received, accepted, completed, average, onTime
    /// So many days, and how much they brought together.
    case lastDays(Int, Int)
    case days, hours, minutes

    // Deadlines
    case village, overdue, near, open

    // Agents
    case present, absent, onLeave, offDuty, scheduled
    case standIn(String)

    // Items
    case papers, steps, condition, basis, windowTime, promised, legalLimit, fee, workingDays, moreAtWindow
    case inBrackets([String])
    case supervision(String)

    // Receipts
    case readyCount(Int)
    case readySince(String)

    // Notices
    case noticeDays(CivilDate, CivilDate)
    case circular, red, yellow

    // Hours
    case openNow, openSoon, closed, closedToday, dayOff
    case until(String), from(String)
    case opensOn(String, String)
    /// The same beside a clock in large digits.
    case untilLabel, fromLabel
    case opensLabel(String)
    case week, nextDays

    // The last line, and instead of pages
    case paused
    case fresh(String)
    case stale(minutes: Int, at: String)
    /// Nothing can be read, for less than a number of minutes would say.
    case stopped(String)
    case clockJump(from: String, to: String)
    /// What the machine's clock says, and of when the newest entry is.
    case clockBehind(now: String, entry: String)
    case waiting, awayDetail, welcome
    case lastNumbers(String)
    case keys
    case key(WallKey)

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// All that is shown in large letters.
    public static let large: [WallTerm] =
        WallPage.allCases.map(WallTerm.title) + [
            .received, .accepted, .completed, .openNow, .openSoon, .closed, .closedToday, .waiting, .welcome,
        ]
}
