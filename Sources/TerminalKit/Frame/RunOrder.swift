// In which order the runs of a frame are sent. From top to bottom is right, but seldom cheapest: a column of a table in which every
// row changed is better written downwards, where the next run is a line feed and a backspace away, and three colours in that
// column better one colour after the other. So from each run the way goes on to the cheapest of its neighbours: the next run
// of the same row and those in the rows below, near the cursor's column. It is a greedy search; what it leaves behind is taken
// up when the frame is walked through from the top.

enum RunOrder {
    /// Frames of more runs look one row down only: there the neighbours are many and the gain is small.
    static let searchedRuns = 200
    private static let searchedRows = 6
    private static let searchedColumns = 8
    /// The cost of a way that is not worth leaving the order for: about that of an absolute move.
    private static let limit = 9

    /// The unsent run to go on with after `index`, nil for the next one from the top.
    @inline(__always)
    static func following(
        _ index: Int, _ pen: inout TerminalPen, _ memory: borrowing FrameMemory, _ next: UnsafePointer<Cell>,
        _ looks: borrowing LookTable, _ isSearched: Bool
    ) -> Int? {
        guard pen.isPlaced else { return nil }
        let row = Int(memory.runs[index].row)
        var best = limit
        var choice: Int?
        let beside = index + 1
        if beside < memory.firstRuns[row + 1], !memory.runs[beside].isSent {
            best = cost(of: memory.runs[beside], below: .max, &pen, memory, next, looks)
            choice = beside
        }
        let rows = min(isSearched ? searchedRows : 1, memory.size.rows - 1 - row)
        var down = 0
        // A line feed for each row, or one sequence: less no way down takes.
        while down < rows, best > min(down + 1, 4) {
            down += 1
            let (first, end) = (memory.firstRuns[row + down], memory.firstRuns[row + down + 1])
            for candidate in first..<end {
                let run = memory.runs[candidate]
                let distance = Int(run.start) - pen.column
                if distance > searchedColumns { break }
                if run.isSent || distance < -searchedColumns { continue }
                let cost = cost(of: run, below: best, &pen, memory, next, looks)
                if cost < best { (best, choice) = (cost, candidate) }
            }
        }
        return choice
    }

    /// The bytes before the first glyph of a run; of a run that is dearer than `limit` only a part of them.
    @inline(__always)
    private static func cost(
        of run: ChangedRun, below limit: Int, _ pen: inout TerminalPen, _ memory: borrowing FrameMemory,
        _ next: UnsafePointer<Cell>, _ looks: borrowing LookTable
    ) -> Int {
        let move = pen.cost(ofMoveToColumn: Int(run.start), row: Int(run.row))
        guard move < limit else { return move }
        let cell = next[Int(run.row) * memory.size.columns + Int(run.start)]
        return move + pen.cost(of: looks[cell], forBlank: cell.isBlank)
    }
}
