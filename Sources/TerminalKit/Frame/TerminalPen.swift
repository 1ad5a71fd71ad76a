// The terminal as the encoder believes it to be: where its cursor stands and which style the next glyph will have. The pen
// reaches another place or style with the fewest bytes it knows. After the last column terminals differ on where the cursor is:
// then only what starts from the row or from nothing is used (CR, CHA, CUP). After a glyph of doubtful width nothing is known,
// and only CUP is right.

struct TerminalPen: ~Copyable, Sendable {
    /// What has been written since the frame began.
    var sink = ByteSink()
    /// The style of the next glyph, in colours the terminal has.
    private(set) var style: StyleID = 0
    /// What a blank written now would show.
    private var blank: StyleID = 0
    /// Where the next glyph goes; equal to `columns` when the last column was written.
    private(set) var column = 0
    private(set) var row = 0
    /// Whether `column` and `row` are true.
    private(set) var isPlaced = false
    private var transitions = TransitionTable()
    /// How many columns the screen has.
    private var columns = 0

    /// The most bytes of one cell: a move, a change of style and a cluster of 16 scalars, and blanks below it.
    static let mostBytesOfCell = 160

    /// Counts the cursor as lost.
    mutating func lose() { isPlaced = false }

    /// The cursor stands somewhere for certain; `column` may be one too many, when the last one was written.
    mutating func place(column: Int, row: Int) {
        self.column = column
        self.row = row
        isPlaced = true
    }

    /// Writes the sequence for a known start on a screen of so many columns: none of the modes and margins in which a stranger
    /// may have left the terminal, plain style, cursor at the top left, all blank.
    mutating func eraseScreen(columns: Int) {
        self.columns = columns
        sink.reserve(Self.mostBytesOfCell)
        for byte in TerminalModes.neutral.utf8 { sink.append(byte) }
        sink.append("\u{1B}[H\u{1B}[2J")
        style = 0
        blank = 0
        place(column: 0, row: 0)
    }

    // MARK: Style

    /// Makes a look's style that of the next glyph, and says whether that changed anything.
    @discardableResult
    mutating func apply(_ look: Look) -> Bool { change(to: look.style, look.blank, if: look.style != style) }

    /// Makes a blank look as wanted, and writes nothing when it does already.
    @discardableResult
    mutating func applyForBlank(_ look: Look) -> Bool { change(to: look.blank, look.blank, if: look.blank != blank) }

    private mutating func change(to wanted: StyleID, _ wantedBlank: StyleID, if isNeeded: Bool) -> Bool {
        guard isNeeded else { return false }
        if wanted != style { transitions.write(from: style, to: wanted, into: &sink) }
        style = wanted
        blank = wantedBlank
        return true
    }

    /// The bytes that ``apply(_:)``, or for a blank ``applyForBlank(_:)``, would write.
    @inline(__always)
    mutating func cost(of look: Look, forBlank: Bool) -> Int {
        if forBlank { return look.blank == blank ? 0 : transitions.cost(from: style, to: look.blank) }
        return transitions.cost(from: style, to: look.style)
    }

    // MARK: Position

    /// Puts the cursor on a cell, both counted from 0.
    @inline(__always)
    mutating func move(toColumn column: Int, row: Int) {
        if isPlaced, self.column == column, self.row == row { return }
        CursorMove(from: place, isAtEdge: self.column >= columns, toColumn: column, row: row).write(into: &sink)
        place(column: column, row: row)
    }

    /// The bytes that ``move(toColumn:row:)`` would write.
    @inline(__always)
    func cost(ofMoveToColumn column: Int, row: Int) -> Int {
        if isPlaced, self.column == column, self.row == row { return 0 }
        return CursorMove(from: place, isAtEdge: self.column >= columns, toColumn: column, row: row).cost
    }

    private var place: CursorPosition? { isPlaced ? CursorPosition(column: column, row: row) : nil }
}
