import Casework
import TerminalKit

/// What every part of a wall's view needs: what is known, the look, the words.
struct WallScene: Sendable {
    let board: WallBoard
    let now: Instant
    let language: Language
    let glyphs: Glyphs
    let theme: Theme

    init(_ state: WallState, board: WallBoard, theme: Theme) {
        self.board = board
        now = state.now
        language = state.language
        glyphs = state.glyphs
        self.theme = theme
    }

    func text(_ term: WallTerm) -> String { Message.wall(term).text(language) }
    func text(_ message: Message) -> String { message.text(language) }

    var ground: Style { theme[.text] }
    /// The ground of cards.
    var card: Style { theme[.card].over(ground) }
    var muted: Style { style(.muted, on: ground) }

    func style(_ role: Theme.Role, on base: Style) -> Style { theme[role].over(base) }

    func title(of page: WallPage) -> String { text(.title(page)) }

    func content(of page: WallPage) -> any WallContent {
        switch page {
        case .today: TodayContent(scene: self)
        case .deadlines: DeadlinesContent(scene: self)
        case .agents: AgentsContent(scene: self)
        case .items: ItemsContent(scene: self)
        case .receipts: ReceiptsContent(scene: self)
        case .notices: NoticesContent(scene: self)
        case .hours: HoursContent(scene: self)
        }
    }

    /// Not simply the first day of the week that was read: it may have been read before midnight.
    var today: WallHours.Day? {
        let date = board.offset.civil(now).date
        return board.hours.week.first { $0.date == date }
    }

    var minuteOfDay: Int { Int(board.offset.civil(now).millisecondOfDay / 60_000) }

    /// `09:00`.
    func clock(minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    func hours(_ sessions: [AgentRules.Duty.Session]) -> String {
        sessions.map { "\(clock(minute: $0.from))–\(clock(minute: $0.to))" }.joined(separator: "  ")
    }
}

/// What is below the heading of a page.
protocol WallContent {
    /// There is nothing to show: the page is skipped.
    var isEmpty: Bool { get }
    /// What stands at the right of the heading: a few numbers.
    var aside: [StyledText] { get }
    /// How many pictures it takes.
    func parts(in size: TerminalSize) -> Int
    func draw(part: Int, in buffer: inout CellBuffer, region: Region)
}

extension WallContent {
    var aside: [StyledText] { [] }
}

extension WallScene {
    /// The ground of a card, with a stripe at its left that says how it stands; returns what is inside.
    func drawCard(_ role: Theme.Role, in buffer: inout CellBuffer, region: Region) -> Region {
        buffer.fill(region, style: card)
        let stripe = Region(x: region.x, y: region.y, width: 1, height: region.height)
        let style = style(role, on: card)
        let glyph: String
        switch glyphs.widgets {
        case .unicode: glyph = "▌"
        case .ascii: glyph = "|"
        }
        buffer.fill(stripe, glyph: glyph, style: style)
        return Region(x: region.x + 2, y: region.y, width: region.width - 3, height: region.height)
    }

    /// A line in the middle of a region, cut where it is too long.
    func drawCentred(_ text: String, in buffer: inout CellBuffer, line: Region, style: Style) {
        guard !line.isEmpty else { return }
        let width = min(DisplayWidth.of(text), line.width)
        buffer.putTruncated(text, x: line.x + (line.width - width) / 2, y: line.y, style: style, width: width)
    }
}
