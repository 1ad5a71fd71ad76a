// From one picture to the next with few bytes. The encoder remembers what the terminal shows, finds the runs of cells in which
// the next buffer differs, and sends them in an order that saves moves and changes of style (RunOrder.swift); a list that moved is
// scrolled by the terminal first (FrameEncoder+Scrolling.swift). The result depends on nothing but
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
    public internal(set) var counters = FrameCounters()
    /// The work of all frames.
    public private(set) var totals = FrameCounters()

    var pen = TerminalPen()
    var memory = FrameMemory(size: TerminalSize(columns: 0, rows: 0))
    var looks: LookTable
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
        let isRepaint = !isShownKnown || memory.size != next.size
        if isRepaint { beginRepaint(next.size) }
        next.cells.withUnsafeBufferPointer { cells in
            guard let start = cells.baseAddress else { return }
            if !isRepaint { for region in next.scrollingRegions { scroll(region, to: start) } }
            sendChanges(of: start)
        }
        show(cursor)
        takeFrame()
        counters.bytes = frame.count
        totals.add(counters)
        return frame
    }

    /// Frames from this length on are held back by the terminal until they are complete, where it can: smaller ones are drawn
    /// faster than anybody sees.
    private static let synchronizedLength = 2_048

    private mutating func takeFrame() {
        frame.removeAll(keepingCapacity: true)
        guard capabilities.hasSynchronizedOutput, pen.sink.count >= Self.synchronizedLength else {
            frame.append(contentsOf: pen.sink.bytes)
            return
        }
        counters.synchronized = 1
        frame.append(contentsOf: "\u{1B}[?2026h".utf8)
        frame.append(contentsOf: pen.sink.bytes)
        frame.append(contentsOf: "\u{1B}[?2026l".utf8)
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
                counters.runs += 1
                guard let following = RunOrder.following(run, &pen, memory, next, looks, isSearched) else { break }
                run = following
            }
        }
    }
}
