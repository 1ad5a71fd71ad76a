// A model of a terminal's screen: bytes go in, cells come out. It knows enough of the VT220 and xterm to be what
// `TERM=xterm-256color` promises, so that a test can say what a person would see. It is a value: a copy is a snapshot
// that later output does not change. Sequences it does not know change nothing and are kept in `unknownSequences`.

/// The screen of an xterm-like terminal, as far as a test can see it.
///
/// Columns and rows count from 0 and are cells; a wide glyph takes two columns.
///
///     var terminal = TerminalModel(columns: 80, rows: 24)
///     terminal.feed("\u{1B}[2;3H代办".utf8)
///     terminal.find("办")  // (column: 4, row: 1)
public struct TerminalModel: Sendable {
    /// How the terminal reads texts of several characters that belong together, such as a family emoji.
    public enum ClusterReading: Sendable, CaseIterable {
        /// One scalar at a time, as xterm and wcwidth(3) do: each has its own width.
        case scalars
        /// As one glyph (UAX #29), at most two columns wide, as terminals with private mode 2027 do.
        case whole
    }

    /// Where the cursor is.
    public struct Position: Hashable, Sendable {
        public var column: Int
        public var row: Int

        public init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    /// The place of the next glyph. After a glyph in the last column it stays there (see `wrapIsPending`).
    public internal(set) var cursor = Position(column: 0, row: 0)
    /// Whether a glyph has filled the last column, so that the next one goes to the next line first (DEC STD 070).
    public internal(set) var wrapIsPending = false
    /// The style the next glyph gets.
    public internal(set) var style = ModelStyle()
    /// Whether the program draws on the alternate screen (modes 47, 1047, 1049).
    public internal(set) var isAlternateScreen = false
    /// The DEC private modes that are set, such as 25 (cursor) and 2004 (bracketed paste).
    public internal(set) var modes = TerminalModel.initialModes {
        didSet { (wraps, countsFromMargins) = (modes.contains(7), modes.contains(6)) }
    }
    /// The window title (OSC 0 and 2).
    public internal(set) var title = ""
    /// How many times the bell rang.
    public internal(set) var bellCount = 0
    /// What was not understood, in the order it came, as a person would write it. At most 200 are kept.
    public internal(set) var unknownSequences: [String] = []
    /// How many times the screen or its scrolling region was scrolled by a glyph that wrapped in the last row.
    public internal(set) var scrollsByWrapping = 0

    /// The screen shown, and the one that is not.
    var grid: CellGrid
    var hiddenGrid: CellGrid
    /// What DECSC saved on the screen shown, and on the other.
    var saved: SavedCursor?
    var hiddenSaved: SavedCursor?
    /// The part of the screen that scrolls: rows by DECSTBM, columns by DECSLRM.
    var scrolling: CellArea
    var insertsGlyphs = false
    /// What REP repeats: the character before it, if that was one.
    var lastPrinted: Unicode.Scalar?
    /// Whether nothing has come since a glyph was drawn before the cursor.
    var followsGlyph = false
    var replies: [UInt8] = []
    /// Modes 7 and 6, which every glyph and move asks for.
    private(set) var wraps = true
    private(set) var countsFromMargins = false
    let clusters: ClusterReading
    private var parser = SequenceParser()

    static let initialModes: Set<Int> = [7, 25]

    /// A blank screen with the cursor in its corner. Sizes below 1 are taken as 1.
    public init(columns: Int, rows: Int, clusters: ClusterReading = .scalars) {
        grid = CellGrid(columns: max(1, columns), rows: max(1, rows))
        hiddenGrid = grid
        scrolling = CellArea(rows: 0..<grid.rows, columns: 0..<grid.columns)
        self.clusters = clusters
    }

    /// The width of the screen in cells.
    public var columns: Int { grid.columns }
    /// The height of the screen in cells.
    public var rows: Int { grid.rows }
    /// Whether the cursor is shown (mode 25).
    public var cursorIsVisible: Bool { modes.contains(25) }
    /// Whether the scrolling region is the whole screen, and no mode makes it less.
    public var scrollsAsAWhole: Bool {
        scrolling == CellArea(rows: 0..<rows, columns: 0..<columns) && !modes.contains(69) && !modes.contains(6)
    }

    /// Takes in what the program wrote; a character or sequence may be cut anywhere.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if (0x20..<0x7F).contains(byte), parser.isBetweenEvents {
                draw(Unicode.Scalar(byte))
                continue
            }
            while true {
                switch parser.consume(byte) {
                case .nothing: break
                case .event(let event): act(on: event)
                case .again(let event):
                    if let event { act(on: event) }
                    continue
                }
                break
            }
        }
    }

    /// Changes the size as xterm does: at the right and the bottom, except that the main screen loses lines at its top
    /// when the cursor would fall off its bottom.
    public mutating func resize(columns: Int, rows: Int) {
        let columns = max(1, columns)
        let rows = max(1, rows)
        let dropped = isAlternateScreen ? 0 : max(0, cursor.row - (rows - 1))
        grid.resize(columns: columns, rows: rows, droppingTop: dropped)
        let hiddenRow = isAlternateScreen ? hiddenSaved?.cursor.row ?? 0 : 0
        let hiddenDropped = max(0, hiddenRow - (rows - 1))
        hiddenGrid.resize(columns: columns, rows: rows, droppingTop: hiddenDropped)
        hiddenSaved?.cursor.row -= hiddenDropped
        scrolling = CellArea(rows: 0..<rows, columns: 0..<columns)
        moveCursor(column: cursor.column, row: cursor.row - dropped)
    }

    /// The answers to what the program asked (device attributes, cursor position, modes), which a terminal sends back
    /// as if they were typed. They are given once.
    public mutating func takeReplies() -> [UInt8] {
        defer { replies = [] }
        return replies
    }

    /// Keeps what was not understood for the test to see.
    mutating func note(unknown description: String) {
        if unknownSequences.count < 200 { unknownSequences.append(description) }
    }
}
