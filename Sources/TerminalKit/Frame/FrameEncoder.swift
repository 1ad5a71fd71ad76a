// From one picture to the next with few bytes. The encoder remembers what the terminal shows, finds the runs of cells in which
// the next buffer differs, and sends them in an order that saves moves and changes of style. The result depends on nothing but
// the frames before, so the same frame twice makes no bytes.

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
public struct FrameEncoder: ~Copyable, Sendable {
    /// What the terminal can do.
    public let capabilities: TerminalCapabilities
    /// The last frame's work.
    public private(set) var counters = FrameCounters()
    /// The work of all frames.
    public private(set) var totals = FrameCounters()

    var pen = TerminalPen()
    var memory = FrameMemory(size: TerminalSize(columns: 0, rows: 0))
    private var looks: LookTable
    private var isShownKnown = false
    private var isCursorVisible: Bool?
    /// The frame, in the memory that the owner got it in; taken back when he is done with it.
    private var frame: [UInt8] = []

    public init(_ capabilities: TerminalCapabilities) {
        self.capabilities = capabilities
        looks = LookTable(depth: capabilities.colourDepth)
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
    public mutating func encode(_ next: borrowing CellBuffer, cursor: CursorPosition?) -> [UInt8] {
        counters = FrameCounters()
        counters.frames = 1
        pen.sink.removeAll()
        looks.refresh()
        if !isShownKnown || memory.size != next.size { beginRepaint(next.size) }
        next.cells.withUnsafeBufferPointer { cells in
            if let start = cells.baseAddress { sendChanges(of: start) }
        }
        show(cursor)
        counters.bytes = pen.sink.count
        totals.add(counters)
        frame.removeAll(keepingCapacity: true)
        frame.append(contentsOf: pen.sink.bytes)
        return frame
    }

    private mutating func beginRepaint(_ size: TerminalSize) {
        counters.repaints = 1
        if memory.size != size { memory = FrameMemory(size: size) } else { memory.erase() }
        isShownKnown = true
        pen.eraseScreen(columns: size.columns)
    }

    private mutating func show(_ cursor: CursorPosition?) {
        pen.sink.reserve(TerminalPen.mostBytesOfCell)
        if let cursor, cursor.column >= 0, cursor.column < memory.size.columns, cursor.row >= 0,
            cursor.row < memory.size.rows
        {
            pen.move(toColumn: cursor.column, row: cursor.row)
            if isCursorVisible != true { pen.sink.append("\u{1B}[?25h") }
            isCursorVisible = true
        } else {
            if isCursorVisible != false { pen.sink.append("\u{1B}[?25l") }
            isCursorVisible = false
        }
    }

    // MARK: Runs

    private mutating func sendChanges(of next: UnsafePointer<Cell>) {
        memory.compare(with: next, looks: looks, &counters)
        let isSearched = memory.runCount <= RunOrder.searchedRuns
        for first in 0..<memory.runCount where !memory.runs[first].isSent {
            var run = first
            while true {
                send(run, of: next)
                guard let following = RunOrder.following(run, &pen, memory, next, looks, isSearched) else { break }
                run = following
            }
        }
    }

    private mutating func send(_ index: Int, of next: UnsafePointer<Cell>) {
        memory.runs[index].isSent = true
        let run = memory.runs[index]
        let (row, start, end) = (Int(run.row), Int(run.start), Int(run.end))
        let cells = next + row * memory.size.columns
        pen.sink.reserve((end - start + 1) * TerminalPen.mostBytesOfCell)
        if run.isErasure {
            pen.move(toColumn: start, row: row)
            pen.applyForBlank(Look(style: 0, blank: 0))
            pen.sink.append("\u{1B}[K")
        } else {
            write(cells, from: start, to: end, row: row)
        }
        (memory.shown + row * memory.size.columns + start).update(from: cells + start, count: end - start)
    }

    /// Writes cells of one row, the cursor being anywhere.
    @inline(__always)
    private mutating func write(_ cells: UnsafePointer<Cell>, from start: Int, to end: Int, row: Int) {
        pen.move(toColumn: start, row: row)
        var column = start
        while column < end {
            let cell = cells[column]
            if cell.isBlank {
                pen.applyForBlank(looks[cell])
                pen.sink.append(0x20)
            } else if !cell.isContinuation {
                pen.apply(looks[cell])
                if cell.isDoubtful {
                    writeDoubtful(cell, isWide: column + 1 < end && cells[column + 1].isContinuation, column, row)
                    column += column + 1 < end && cells[column + 1].isContinuation ? 2 : 1
                    if column < end { pen.move(toColumn: column, row: row) }
                    continue
                }
                writeGlyph(cell)
            }
            column += 1
            pen.advance(1)
        }
    }

    /// Writes a glyph of which it is not sure how many columns the terminal gives it: those it should have are blanked first, and
    /// the cursor counts as lost after it.
    @inline(never)
    private mutating func writeDoubtful(_ cell: Cell, isWide: Bool, _ column: Int, _ row: Int) {
        let width = isWide ? 2 : 1
        for _ in 0..<width { pen.sink.append(0x20) }
        pen.advance(width)
        pen.move(toColumn: column, row: row)
        writeGlyph(cell)
        pen.lose()
    }

    @inline(__always)
    private mutating func writeGlyph(_ cell: Cell) {
        if cell.isCluster {
            ClusterPool.withText(cell.glyph - Cell.firstCluster) { pen.sink.append($0) }
        } else {
            pen.sink.append(scalar: cell.glyph)
        }
    }
}
