import Casework
import TerminalKit

/// What a wall shows, in which order and how fast: what the office sets.
public struct WallPlan: Hashable, Sendable {
    /// How large the picture is.
    public enum Size: Hashable, Sendable {
        /// As large as the terminal.
        case terminal
        /// In the middle of the terminal, never larger than it.
        case fixed(TerminalSize)
    }

    /// When two pages stand side by side.
    public enum Split: Hashable, Sendable {
        case never
        /// From so many columns on.
        case from(columns: Int)
    }

    /// The hours in which the hall is empty, in minutes of the day; they may pass midnight.
    public struct Night: Hashable, Sendable {
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        func contains(minute: Int) -> Bool {
            from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
        }
    }

    public var pages: [WallPage] = WallPage.allCases
    /// How long a page stands.
    public var seconds = 15
    public var size = Size.terminal
    public var split = Split.from(columns: 200)
    public var night: Night?
    /// Every so many minutes the picture moves by a cell, so that nothing burns in; 0 for never.
    public var shiftMinutes = 10
    /// The most pictures of one page in a round: of a long one the next few come in the next round, so that it keeps nobody
    /// from the others.
    public var parts = 4

    public init() {}

    // What is allowed.
    public static let allowedSeconds = 3...600
    public static let allowedShift = 0...1_440
    public static let allowedParts = 1...100
    public static let allowedSplit = 120...1_000
    public static let allowedColumns = 40...1_000
    public static let allowedRows = 12...500
}

/// What a page of the wall is about.
public enum WallPage: String, CaseIterable, Hashable, Sendable {
    case today
    case deadlines
    case agents
    case items
    case receipts
    case notices
    case hours
}

/// One picture of a page: a long page has several.
public struct WallSheet: Hashable, Sendable {
    public var page: WallPage
    /// From 0.
    public var part: Int
    public var parts: Int
}

/// The time twice: by the clock of the centre, which somebody may set, and by one that only goes on.
public struct WallMoment: Hashable, Sendable {
    public var instant: Instant
    /// Milliseconds since some moment before the wall was started, those included in which the machine slept.
    public var steady: Int64

    public init(_ instant: Instant, steady: Int64) {
        self.instant = instant
        self.steady = steady
    }
}
