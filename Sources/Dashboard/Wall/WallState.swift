import CaseStore
import Casework
import TerminalKit

/// A wall of the hall: what it knows and where it is in its round of pages.
///
/// It does nothing but show: there is no command of the desk here, no person who acts, and no effect that could write.
public struct WallState: Sendable {
    /// The record cannot be read.
    public struct Away: Hashable, Sendable {
        public var since: Instant
        public var why: StoreError
        /// By the steady clock.
        var steady: Int64
        /// It is told until the record is back: at once where the file itself is bad, else when it was looked for in vain for a
        /// while, since a restored one takes a moment to be put in its place.
        var isTold = false

        /// When it is to be told.
        var toldAt: Int64 {
            switch why {
            case .corrupt, .notADatabase, .foreign, .disk: steady
            default: steady + WallState.retryPace
            }
        }
    }

    /// The clock of the machine was set, or was wrong.
    public struct ClockJump: Hashable, Sendable {
        /// What it should have shown, and what it did.
        public var from: Instant
        public var to: Instant
        /// Milliseconds that it went forward, negative for back.
        var distance: Int64
        var steady: Int64
    }

    public let centre: String
    public let language: Language
    public let plan: WallPlan
    public internal(set) var size: TerminalSize
    public internal(set) var glyphs: Glyphs
    public internal(set) var offset: UTCOffset
    public internal(set) var moment: WallMoment
    public internal(set) var board: WallBoard?
    public internal(set) var away: Away?
    public internal(set) var jump: ClockJump?
    var round = WallRound()
    /// Which picture of the round is on the screen.
    public internal(set) var position = 0
    public internal(set) var isPaused = false
    public internal(set) var showsHelp = false
    /// How often the picture has moved against burning in.
    public internal(set) var shifts = 0
    /// The columns that the line of the urgent notice has moved.
    public internal(set) var tickerOffset = 0

    // When what is due, by the steady clock.
    var turnAt: Int64
    var tickerAt: Int64
    var shiftAt: Int64
    /// Keys hold the wall: until then it stays paused, or awake at night.
    var heldUntil: Int64?
    /// Help that nobody puts away goes by itself.
    var helpUntil: Int64?
    /// The first part of long pages in this round.
    var firstParts: [WallPage: Int] = [:]
    /// The page of which the first sheet of this round was shown at the end of the one before.
    var lent: WallPage?
    // Reading the record.
    var isReading = false
    var wantsReading = true
    var readAt: Int64
    var lookAt: Int64
    var lastBegan: Int64?
    var lastRead: Int64?

    /// - Parameter offset: the local time to begin with; the record tells the centre's.
    public init(
        centre: String, language: Language, plan: WallPlan, size: TerminalSize, glyphs: Glyphs,
        offset: UTCOffset, moment: WallMoment
    ) {
        self.centre = centre
        self.language = language
        self.plan = plan
        self.size = size
        self.glyphs = glyphs
        self.offset = offset
        self.moment = moment
        turnAt = moment.steady + Int64(plan.seconds) * 1_000
        tickerAt = moment.steady + Self.tickerPace
        shiftAt = moment.steady + Int64(plan.shiftMinutes) * 60_000
        readAt = moment.steady
        lookAt = moment.steady + Self.retryPace
    }

    // How things are paced, in milliseconds.

    /// A commit is followed by a reading, but not more often than this.
    static let readingPace: Int64 = 5_000
    /// What depends on the time alone is read this often.
    static let refreshPace: Int64 = 60_000
    /// The record is looked for this often while it is away, and looked at not more often than this while it is there.
    static let retryPace: Int64 = 10_000
    /// The line of the urgent notice moves ``tickerStep`` columns this often: three ideographs in two seconds.
    static let tickerPace: Int64 = 667
    static let tickerStep = 2
    /// Numbers older than this say so.
    static let freshFor: Int64 = 150_000
    /// Numbers older than this are not shown.
    static let shownFor: Int64 = 2 * 3_600_000
    /// A clock that is so far behind the newest entry is wrong: two computers may differ by a little.
    static let behindFrom: Int64 = 120_000
    /// A clock that differs by more has been set.
    static let jumpFrom: Int64 = 30_000
    /// For so long a jump is told.
    static let jumpToldFor: Int64 = 30 * 60_000
    /// A pause ends by itself.
    static let pauseLength: Int64 = 10 * 60_000
    /// A key at night lights the wall for so long, and help is shown.
    static let lightLength: Int64 = 2 * 60_000

    // MARK: What follows

    public var now: Instant { moment.instant }

    /// Minutes since the record was read, when that is too long ago.
    public var staleMinutes: Int? {
        guard let lastRead, moment.steady - lastRead > Self.freshFor else { return nil }
        return Int((moment.steady - lastRead) / 60_000)
    }

    /// The record is away, and that is told.
    var isToldAway: Bool { away?.isTold ?? false }

    /// The newest entry of the record, where the machine's clock stands behind it.
    var entryAhead: Instant? {
        guard let newest = shownBoard?.newestEntry, newest.milliseconds(since: now) > Self.behindFrom else {
            return nil
        }
        return newest
    }

    /// What is shown of the record: nothing that is of another day or hours old.
    public var shownBoard: WallBoard? {
        guard let board, let lastRead, moment.steady - lastRead <= Self.shownFor,
            offset.civil(board.readAt).date == offset.civil(now).date || moment.steady - lastRead <= Self.freshFor
        else { return nil }
        return board
    }

    /// The wall is dark.
    public var isNight: Bool {
        guard let night = plan.night else { return false }
        if let heldUntil, moment.steady < heldUntil { return false }
        return night.contains(minute: Int(offset.civil(now).millisecondOfDay / 60_000))
    }

    /// The picture within the terminal, with the cells that it may move by.
    public var frame: TerminalSize {
        guard case .fixed(let wanted) = plan.size else { return size }
        return TerminalSize(columns: min(wanted.columns, size.columns), rows: min(wanted.rows, size.rows))
    }

    /// The urgent notice, the newest of several.
    public var urgent: NoticePosted? { shownBoard?.notices.first(where: \.isUrgent) }

    /// The sheets of this round.
    public var sheets: [WallSheet] { round.pictures.flatMap(\.self) }

    /// The sheets on the screen, from the left.
    public var shown: [WallSheet] { round.pictures.indices.contains(position) ? round.pictures[position] : [] }

    /// When something is due next, by the steady clock, if nothing happens before.
    public var nextDue: Int64 {
        var due = moment.steady + 60_000 - (now.milliseconds % 60_000 + 60_000) % 60_000 + 5
        if wantsReading, !isReading { due = min(due, readAt) }
        if let away, !away.isTold { due = min(due, away.toldAt) }
        guard !isNight else { return due }
        if !isPaused, canTurn { due = min(due, turnAt) }
        if let helpUntil { due = min(due, helpUntil) }
        if isTickerMoving { due = min(due, tickerAt) }
        return due
    }

    var isTickerMoving: Bool {
        guard let urgent, let line = layout.ticker else { return false }
        return WallTicker(text: urgent.text, width: layout.tickerRoom(line, language)).isMoving
    }

    /// The places of the picture's parts.
    var layout: WallLayout { layout(of: round.isSplit ? 2 : 1) }

    /// The same with so many pages side by side.
    func layout(of panes: Int) -> WallLayout {
        let size = TerminalSize(
            columns: max(0, frame.columns - WallLayout.margin.columns),
            rows: max(0, frame.rows - WallLayout.margin.rows))
        return WallLayout(size: size, hasTicker: urgent != nil, panes: panes)
    }

    /// The picture is wide enough for two pages.
    var canSplit: Bool {
        switch plan.split {
        case .never: false
        case .from(let least): frame.columns >= least
        }
    }
}

/// What happens to a wall.
public enum WallEvent: Sendable {
    case input(InputEvent)
    case resized(TerminalSize)
    /// What the terminal can draw has become known.
    case drawnWith(Glyphs)
    /// Something was due.
    case due
    case feed(ChangeFeed.Signal)
    case read(Result<WallBoard, StoreError>)
}

/// What a wall wants done. None of these changes anything anywhere.
public enum WallEffect: Hashable, Sendable {
    case read
    /// Whether the file is still the one that was read: a commit is told, but not what damages it.
    case look
    case redraw
    case leave
}

extension WallState {
    /// All that the picture depends on, but for the line of the urgent notice: where two are equal, that line alone has moved.
    struct Picture: Hashable {
        var minute: Int64
        var round: WallRound
        var position: Int
        var shifts: Int
        var isNight, isPaused, showsHelp, isAway, isToldAway: Bool
        var stale: Int?
        var hasJump, isBehind: Bool
        var hasBoard: Bool
    }

    var picture: Picture {
        Picture(
            minute: now.milliseconds / 60_000, round: round, position: position, shifts: shifts, isNight: isNight,
            isPaused: isPaused, showsHelp: showsHelp, isAway: away != nil, isToldAway: isToldAway,
            stale: staleMinutes, hasJump: jump != nil, isBehind: entryAhead != nil, hasBoard: shownBoard != nil)
    }
}
