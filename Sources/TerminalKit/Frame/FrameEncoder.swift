// From one picture to the next with few bytes. The encoder remembers what the terminal shows, compares it with the next
// buffer cell by cell, and writes each run of changed cells with the cheapest moves and style changes between. Blank ends of
// rows are erased. The result depends on nothing but the frames before, so the same frame twice makes no bytes.

/// A cell of the screen where the cursor is shown, both counted from 0.
public struct CursorPosition: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// Turns frames into bytes for the terminal.
///
/// ```swift
/// var encoder = FrameEncoder(depth: .indexed256)
/// try device.write(encoder.encode(screen, cursor: nil))
/// ```
public struct FrameEncoder: Sendable {
    /// What the terminal can do.
    public let capabilities: TerminalCapabilities
    /// The last frame's work.
    public private(set) var counters = FrameCounters()
    /// The work of all frames.
    public private(set) var totals = FrameCounters()

    private var pen = TerminalPen()
    private var size = TerminalSize(columns: 0, rows: 0)
    /// What the terminal shows.
    private var shown: [Cell] = []
    private var isShownKnown = false
    private var isCursorVisible: Bool?
    /// The styles by number, in colours the terminal has.
    private var looks: [Style] = []

    public init(_ capabilities: TerminalCapabilities) {
        self.capabilities = capabilities
    }

    /// An encoder for a terminal of which only the colours are known.
    public init(depth: ColourDepth) {
        self.init(TerminalCapabilities(colourDepth: depth))
    }

    /// Forgets what the terminal shows: the next frame erases the screen and sends everything.
    ///
    /// To be called when somebody else may have written to the terminal (after a suspension, for "redraw").
    public mutating func invalidate() {
        isShownKnown = false
        isCursorVisible = nil
    }

    /// The bytes that turn the previous frame into `next`; empty when nothing changed.
    ///
    /// - Parameter cursor: Where the cursor is shown; nil, or a place outside of the screen, hides it.
    public mutating func encode(_ next: CellBuffer, cursor: CursorPosition?) -> [UInt8] {
        pen.bytes.removeAll(keepingCapacity: true)
        counters = FrameCounters()
        counters.frames = 1
        if !isShownKnown || size != next.size { beginRepaint(next.size) }
        for row in 0..<size.rows { encodeRow(row, of: next.cells) }
        show(cursor)
        counters.bytes = pen.bytes.count
        totals.add(counters)
        return pen.bytes
    }

    private mutating func beginRepaint(_ newSize: TerminalSize) {
        counters.repaints = 1
        size = newSize
        shown = Array(repeating: .blank(0), count: newSize.columns * newSize.rows)
        isShownKnown = true
        pen.eraseScreen()
    }

    private mutating func show(_ cursor: CursorPosition?) {
        if let cursor, cursor.column >= 0, cursor.column < size.columns, cursor.row >= 0, cursor.row < size.rows {
            pen.move(toColumn: cursor.column, row: cursor.row)
            if isCursorVisible != true { pen.bytes.append(contentsOf: "\u{1B}[?25h".utf8) }
            isCursorVisible = true
        } else {
            if isCursorVisible != false { pen.bytes.append(contentsOf: "\u{1B}[?25l".utf8) }
            isCursorVisible = false
        }
    }

    // MARK: Rows

    private mutating func encodeRow(_ row: Int, of next: [Cell]) {
        let columns = size.columns
        let base = row * columns
        counters.cellsLookedAt += columns
        guard let first = (0..<columns).first(where: { next[base + $0] != shown[base + $0] }) else { return }
        var last = columns - 1
        while next[base + last] == shown[base + last] { last -= 1 }
        let erased = startOfErasure(row, of: next, first: first, last: last)
        var column = next[base + first].isContinuation ? first - 1 : first
        while column < erased {
            if next[base + column] == shown[base + column] {
                column += 1
                continue
            }
            if next[base + column].isContinuation { column -= 1 }
            if writeRun(from: &column, to: erased, row: row, of: next) { return }
        }
        if erased <= last { erase(from: erased, last: last, row: row, of: next) }
    }

    /// The column from which the row is better erased than written: the first changed one of its blank end.
    private mutating func startOfErasure(_ row: Int, of next: [Cell], first: Int, last: Int) -> Int {
        let base = row * size.columns
        var tail = size.columns
        while tail > first, isErasable(next[base + tail - 1]) { tail -= 1 }
        var start = max(tail, first)
        while start <= last, next[base + start] == shown[base + start] { start += 1 }
        // Three bytes erase; six more may be needed for a style without background.
        let cost = pen.style.background == .standard && pen.style.attributes.isDisjoint(with: .reverse) ? 3 : 9
        return last - start + 1 > cost ? start : size.columns
    }

    /// Whether erasing makes the same cell: a blank on the terminal's own background.
    private mutating func isErasable(_ cell: Cell) -> Bool {
        guard cell.isBlank else { return false }
        let look = look(cell.style)
        return look.background == .standard && look.attributes.isDisjoint(with: [.reverse, .underline])
    }

    private mutating func erase(from column: Int, last: Int, row: Int, of next: [Cell]) {
        pen.move(toColumn: column, row: row)
        pen.applyForBlank(.plain)
        pen.bytes.append(contentsOf: "\u{1B}[K".utf8)
        let base = row * size.columns
        counters.cellsChanged += last - column + 1
        shown.replaceSubrange(
            base + column..<base + size.columns, with: next[base + column..<base + size.columns])
    }

    /// Writes changed cells, and unchanged ones between them where that is no dearer than a move, and leaves `column` behind
    /// the last. After a glyph of doubtful width the whole rest of the row is sent; then the answer is true.
    private mutating func writeRun(from column: inout Int, to end: Int, row: Int, of next: [Cell]) -> Bool {
        let base = row * size.columns
        pen.move(toColumn: column, row: row)
        while column < end {
            let cell = next[base + column]
            if cell == shown[base + column] {
                guard let gap = gap(from: column, to: end, row: row, of: next) else { return false }
                while column < gap {
                    write(next[base + column], at: column, row: row)
                    column += max(1, next[base + column].width)
                }
                continue
            }
            if cell.isDoubtful {
                writeRest(from: column, row: row, of: next)
                return true
            }
            write(cell, at: column, row: row)
            shown[base + column] = cell
            counters.cellsChanged += 1
            if cell.width == 2 { shown[base + column + 1] = next[base + column + 1] }
            column += max(1, cell.width)
        }
        return false
    }

    /// The end of a gap of unchanged cells that is worth rewriting: at most as many bytes as the move over it, and no
    /// change of style. Nil when a move is better, or nothing more is to be written in this row.
    private mutating func gap(from start: Int, to end: Int, row: Int, of next: [Cell]) -> Int? {
        let base = row * size.columns
        let limit = min(end, start + 5)
        var column = start
        var bytes = 0
        while column < limit {
            let cell = next[base + column]
            if cell != shown[base + column] {
                let stop = cell.isContinuation ? column - 1 : column
                guard stop > start else { return nil }
                return bytes <= (stop - start == 1 ? 3 : 4) ? stop : nil
            }
            if cell.isContinuation {
                column += 1
                continue
            }
            if cell.isDoubtful || cell.glyph & Cell.clusterFlag != 0 { return nil }
            let look = look(cell.style)
            let visible: TextAttributes = [.reverse, .underline]
            let isSame =
                cell.isBlank && look.attributes.isDisjoint(with: visible)
                ? look.background == pen.style.background && pen.style.attributes.isDisjoint(with: visible)
                : look == pen.style
            if !isSame { return nil }
            bytes += cell.glyph < 0x80 ? 1 : cell.glyph < 0x800 ? 2 : cell.glyph < 0x10000 ? 3 : 4
            column += 1
        }
        return nil
    }

    private mutating func writeRest(from start: Int, row: Int, of next: [Cell]) {
        let base = row * size.columns
        var column = start
        while column < size.columns {
            let cell = next[base + column]
            if cell != shown[base + column] { counters.cellsChanged += 1 }
            write(cell, at: column, row: row)
            column += max(1, cell.width)
        }
        shown.replaceSubrange(base + start..<base + size.columns, with: next[base + start..<base + size.columns])
    }

    // MARK: Cells

    /// Writes one glyph; the cursor goes to its place when it is not there.
    @inline(__always)
    private mutating func write(_ cell: Cell, at column: Int, row: Int) {
        if cell.isContinuation { return }
        pen.move(toColumn: column, row: row)
        if cell.isBlank {
            pen.applyForBlank(look(cell.style))
            pen.bytes.append(0x20)
            pen.advance(1, of: size.columns)
            return
        }
        pen.apply(look(cell.style))
        if cell.isDoubtful {
            // Whatever the terminal makes of it, its columns are blanked first and the cursor is placed after it.
            for _ in 0..<cell.width {
                pen.bytes.append(0x20)
                pen.advance(1, of: size.columns)
            }
            pen.move(toColumn: column, row: row)
        }
        if cell.glyph & Cell.clusterFlag == 0 {
            UTF8Writer.append(cell.glyph, to: &pen.bytes)
        } else {
            pen.bytes.append(contentsOf: ClusterPool.text(cell.glyph & ~Cell.clusterFlag))
        }
        pen.advance(cell.width, of: size.columns)
        if cell.isDoubtful { pen.lose() }
    }

    @inline(__always)
    private mutating func look(_ number: StyleID) -> Style {
        if Int(number) >= looks.count { looks = StyleTable.all().map { $0.reduced(to: capabilities.colourDepth) } }
        return Int(number) < looks.count ? looks[Int(number)] : .plain
    }
}
