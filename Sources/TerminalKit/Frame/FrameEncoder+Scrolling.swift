// Letting the terminal move the rows of a list instead of sending them again. Rows of the whole screen are moved within top and
// bottom margins (DECSTBM); one pane beside others only where the terminal has left and right margins too (DECLRMM,
// DECSLRM). Lines are deleted or inserted at the top of the margins (DL, IL; ECMA-48 8.3.32, 8.3.67), which every terminal
// with margins can. All margins are gone again before the next cell is sent.

extension FrameEncoder {
    /// Scrolls what the terminal shows of a region towards the next picture, where that saves bytes. The cells that are not
    /// right after it are sent like all that changed.
    mutating func scroll(_ region: Region, to next: UnsafePointer<Cell>) {
        let columns = memory.size.columns
        // Beside a list that is nearly as wide as the screen there are only borders, which look the same in every row.
        let isWide = region.width * 8 >= columns * 7
        // Margins at the sides are two columns apart at least (DECSLRM).
        guard isWide || capabilities.hasHorizontalMargins && region.width > 1 else { return }
        let area = isWide ? Region(x: 0, y: region.y, width: columns, height: region.height) : region
        let move = ListMove(of: area, columns: columns, from: memory.shown, to: next)
        if let distance = move.distance(), isWhole(area) { scroll(area, by: distance) }
    }

    /// Whether no wide glyph that is shown lies across the left or right edge of a region.
    private func isWhole(_ region: Region) -> Bool {
        (region.y..<region.maxY).allSatisfy { row in
            let cells = memory.shown + row * memory.size.columns
            return !cells[region.x].isContinuation
                && (region.maxX >= memory.size.columns || !cells[region.maxX].isContinuation)
        }
    }

    private mutating func scroll(_ region: Region, by distance: Int) {
        let isNarrow = region.width < memory.size.columns
        pen.sink.reserve(TerminalPen.mostBytesOfCell)
        // The lines that come in are blank in the pen's background.
        pen.applyForBlank(Look(style: 0, blank: 0))
        if isNarrow {
            pen.sink.append("\u{1B}[?69h\u{1B}[")
            append(region.x, region.maxX, UInt8(ascii: "s"))
        }
        pen.sink.append("\u{1B}[")
        append(region.y, region.maxY, UInt8(ascii: "r"))
        // Setting margins has put the cursor somewhere.
        pen.lose()
        pen.move(toColumn: region.x, row: region.y)
        let command = distance > 0 ? UInt8(ascii: "M") : UInt8(ascii: "L")
        CursorMove.writeSequence(abs(distance), command, into: &pen.sink)
        pen.sink.append("\u{1B}[r")
        if isNarrow { pen.sink.append("\u{1B}[?69l") }
        pen.lose()
        moveShown(region, by: distance)
        counters.scrolls += 1
    }

    /// Two parameters of margins, the first counted from 0 and the second behind the last.
    private mutating func append(_ first: Int, _ end: Int, _ final: UInt8) {
        pen.sink.append(number: first + 1)
        pen.sink.append(UInt8(ascii: ";"))
        pen.sink.append(number: end)
        pen.sink.append(final)
    }

    private func moveShown(_ region: Region, by distance: Int) {
        let rows = distance > 0 ? Array(region.y..<region.maxY) : Array((region.y..<region.maxY).reversed())
        for row in rows {
            let target = memory.shown + row * memory.size.columns + region.x
            if row + distance >= region.y, row + distance < region.maxY {
                let source = memory.shown + (row + distance) * memory.size.columns + region.x
                target.update(from: source, count: region.width)
            } else {
                target.update(repeating: .blank(0), count: region.width)
            }
        }
    }
}
