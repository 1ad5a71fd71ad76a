// Runs of cells as bytes. Nearly all cells have the style of the one before: then a cell costs a comparison and its UTF-8. Blanks
// are erased, and glyphs repeated, where that is shorter.
//
// Unsafe code: `send` reserves room for the most bytes that a run can take; below, bytes go to `end`, which is given back to the
// sink before anything else is appended there.

extension FrameEncoder {
    /// Sends one run and counts its cells as shown.
    mutating func send(_ index: Int, of next: UnsafePointer<Cell>) {
        memory.runs[index].isSent = true
        let run = memory.runs[index]
        let (row, start, end) = (Int(run.row), Int(run.start), Int(run.end))
        let cells = next + row * memory.size.columns
        pen.sink.reserve((end - start + 1) * TerminalPen.mostBytesOfCell)
        pen.move(toColumn: start, row: row)
        if run.isErasure {
            pen.applyForBlank(Look(style: 0, blank: 0))
            pen.sink.append("\u{1B}[K")
            counters.erasures += 1
        } else {
            write(cells, from: start, to: end, row: row)
        }
        (memory.shown + row * memory.size.columns + start).update(from: cells + start, count: end - start)
    }

    /// Writes cells of one row; the cursor stands on the first.
    private mutating func write(_ cells: UnsafePointer<Cell>, from start: Int, to end: Int, row: Int) {
        // No style has this number: what the pen writes next has to be looked up.
        let unknown = StyleID.max
        var (glyphStyle, blankStyle) = (unknown, unknown)
        let canRepeat = capabilities.canRepeat
        // Columns that the cursor stays behind, when the last blanks were erased.
        var lag = 0
        var next = pen.sink.end
        var column = start
        while column < end {
            let cell = cells[column]
            if cell.isContinuation {
                column &+= 1
                continue
            }
            if cell.isBlank {
                if cell.style != blankStyle {
                    pen.sink.finish(at: next)
                    if pen.applyForBlank(looks[cell]) { glyphStyle = unknown }
                    next = pen.sink.end
                    blankStyle = cell.style
                }
                if column &+ 4 < end, cells[column &+ 4] == cell {
                    pen.sink.finish(at: next)
                    column = writeBlanks(cells, from: column, to: end, &lag)
                    next = pen.sink.end
                } else {
                    next[0] = 0x20
                    next += 1
                    column &+= 1
                }
                continue
            }
            if cell.style != glyphStyle {
                pen.sink.finish(at: next)
                if pen.apply(looks[cell]) { blankStyle = unknown }
                next = pen.sink.end
                glyphStyle = cell.style
            }
            if cell.isDoubtful || cell.isCluster || (canRepeat && column &+ 1 < end && cells[column &+ 1] == cell) {
                pen.sink.finish(at: next)
                column = writeUncommon(cells, at: column, to: end, row: row)
                next = pen.sink.end
                continue
            }
            next = ByteSink.write(cell.glyph, at: next)
            column &+= 1
        }
        pen.sink.finish(at: next)
        if pen.isPlaced { pen.place(column: end - lag, row: row) }
    }

    /// Writes the blanks of one style from `column` on, at least five, and returns the column behind them.
    @inline(never)
    private mutating func writeBlanks(
        _ cells: UnsafePointer<Cell>, from column: Int, to end: Int, _ lag: inout Int
    ) -> Int {
        var last = column
        while last < end, cells[last] == cells[column] { last += 1 }
        let count = last - column
        let sequence = CursorMove.costOfSequence(count)
        // Erasing leaves the cursor where it was. From there the next move may be a byte or two longer.
        if looks[cells[column]].isErasable, sequence + (last < end ? sequence : 2) < count {
            CursorMove.writeSequence(count, UInt8(ascii: "X"), into: &pen.sink)
            counters.erasures += 1
            if last < end { CursorMove.writeSequence(count, UInt8(ascii: "C"), into: &pen.sink) } else { lag = count }
            return last
        }
        if capabilities.canRepeat, last < memory.size.columns, 1 + CursorMove.costOfSequence(count - 1) < count {
            pen.sink.append(0x20)
            CursorMove.writeSequence(count - 1, UInt8(ascii: "b"), into: &pen.sink)
            counters.repeats += count - 1
            return last
        }
        for _ in 0..<count { pen.sink.append(0x20) }
        return last
    }

    /// Writes a glyph that is doubtful, a cluster, or followed by others like it, and returns the column behind what was
    /// written.
    @inline(never)
    private mutating func writeUncommon(_ cells: UnsafePointer<Cell>, at column: Int, to end: Int, row: Int) -> Int {
        let cell = cells[column]
        let isWide = column + 1 < end && cells[column + 1].isContinuation
        let behind = column + (isWide ? 2 : 1)
        if cell.isDoubtful {
            // It is not sure how many columns the terminal gives it: those it should have are blanked first, and the cursor
            // counts as lost after it.
            for _ in column..<behind { pen.sink.append(0x20) }
            pen.place(column: behind, row: row)
            pen.move(toColumn: column, row: row)
            append(cell)
            pen.lose()
            if behind < end { pen.move(toColumn: behind, row: row) }
            return behind
        }
        append(cell)
        guard !cell.isCluster, !isWide else { return behind }
        var last = behind
        while last < end, cells[last] == cell { last += 1 }
        let count = last - behind
        let length = ByteSink.length(of: cell.glyph)
        guard last < memory.size.columns, CursorMove.costOfSequence(count) < count * length else { return behind }
        CursorMove.writeSequence(count, UInt8(ascii: "b"), into: &pen.sink)
        counters.repeats += count
        return last
    }

    private mutating func append(_ cell: Cell) {
        if cell.isCluster {
            ClusterPool.withText(cell.glyph - Cell.firstCluster) { pen.sink.append($0) }
        } else {
            pen.sink.finish(at: ByteSink.write(cell.glyph, at: pen.sink.end))
        }
    }
}
