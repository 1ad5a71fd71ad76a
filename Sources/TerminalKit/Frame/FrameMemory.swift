// The encoder's memory: what the terminal shows, and the runs of cells that have to be sent.
//
// Unsafe code: three blocks of memory of this value alone, made for one size of the terminal and freed with it. `shown` has
// `columns * rows` cells. A row has at most `columns / 2 + 1` runs, because an unchanged cell lies between two of them; `runs`
// has room for as many in every row, and `firstRuns` for one index a row and one behind the last.

/// Changed cells of one row, or the blank end of a row that is to be erased.
struct ChangedRun {
    var row: UInt16
    /// The first column.
    var start: UInt16
    /// The column behind the last.
    var end: UInt16
    var isErasure = false
    var isSent = false
}

struct FrameMemory: ~Copyable, @unchecked Sendable {
    let size: TerminalSize
    let shown: UnsafeMutablePointer<Cell>
    let runs: UnsafeMutablePointer<ChangedRun>
    let firstRuns: UnsafeMutablePointer<Int>
    private(set) var runCount = 0

    init(size: TerminalSize) {
        self.size = size
        let cells = size.columns * size.rows
        shown = .allocate(capacity: max(1, cells))
        shown.initialize(repeating: .blank(0), count: cells)
        let most = max(1, (size.columns / 2 + 1) * size.rows)
        runs = .allocate(capacity: most)
        runs.initialize(repeating: ChangedRun(row: 0, start: 0, end: 0), count: most)
        firstRuns = .allocate(capacity: size.rows + 1)
        firstRuns.initialize(repeating: 0, count: size.rows + 1)
    }

    deinit {
        shown.deallocate()
        runs.deallocate()
        firstRuns.deallocate()
    }

    /// Counts the terminal as blank.
    func erase() { shown.update(repeating: .blank(0), count: size.columns * size.rows) }

    mutating func removeRuns() { runCount = 0 }

    @inline(__always)
    mutating func add(_ run: ChangedRun) {
        runs[runCount] = run
        runCount &+= 1
    }
}
