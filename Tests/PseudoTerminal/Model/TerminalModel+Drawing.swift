// How glyphs come onto the screen and how the cursor moves: the deferred wrap, the scrolling region, the tab stops.

/// What DECSC saves (VT510 manual, "DECSC—Save Cursor").
struct SavedCursor: Hashable, Sendable {
    var cursor: TerminalModel.Position
    var wrapIsPending: Bool
    var style: ModelStyle
    var hasOriginMode: Bool
}

extension TerminalModel {
    mutating func act(on event: TerminalEvent) {
        switch event {
        case .print(let scalar): draw(scalar)
        case .control(let byte): obey(control: byte)
        case .escape(let intermediates, let final): obey(escape: final, intermediates: intermediates)
        case .sequence(let sequence): obey(sequence)
        case .command(let command): obey(command: command)
        case .string(let introducer, let beginning): obey(string: beginning, introducer: introducer)
        case .malformed(let description): note(unknown: description)
        }
    }

    mutating func draw(_ scalar: Unicode.Scalar) {
        let width = GlyphWidth.of(scalar)
        guard width > 0 else { return join(scalar) }
        let wraps = modes.contains(7)
        let isTooWide = width == 2 && cursor.column == columns - 1
        if wraps, wrapIsPending || isTooWide {
            cursor.column = 0
            lineFeed()
        }
        // Without autowrap half a glyph's room is no room: xterm draws nothing.
        guard cursor.column + width <= columns else { return }
        if insertsGlyphs {
            grid.insertBlanks(width, row: cursor.row, column: cursor.column, style: style.erasing)
        }
        grid.put(String(scalar), width: width, style: style, row: cursor.row, column: cursor.column)
        lastPrinted = scalar
        wrapIsPending = cursor.column + width == columns
        cursor.column = min(cursor.column + width, columns - 1)
    }

    /// A combining character joins the glyph before the cursor; with none there, it is lost.
    private mutating func join(_ scalar: Unicode.Scalar) {
        let column = wrapIsPending ? cursor.column : cursor.column - 1
        guard column >= 0 else { return }
        grid.join(scalar, row: cursor.row, column: column)
    }

    /// Moves the cursor to a place on the screen, the nearest one if there is none such.
    mutating func moveCursor(column: Int, row: Int) {
        cursor.column = min(max(0, column), columns - 1)
        cursor.row = min(max(0, row), rows - 1)
        wrapIsPending = false
    }

    /// Moves the cursor as CUP does: with origin mode (6) rows count from the scrolling region, and stay in it.
    mutating func address(column: Int, row: Int) {
        guard modes.contains(6) else { return moveCursor(column: column, row: row) }
        moveCursor(column: column, row: min(region.lowerBound + max(0, row), region.upperBound - 1))
    }

    /// CUU and CUD: a cursor inside the scrolling region stays in it.
    mutating func moveCursor(down count: Int) {
        var row = cursor.row + count
        if count < 0, cursor.row >= region.lowerBound { row = max(row, region.lowerBound) }
        if count > 0, cursor.row < region.upperBound { row = min(row, region.upperBound - 1) }
        moveCursor(column: cursor.column, row: row)
    }

    /// IND: down one row; at the bottom of the scrolling region everything in it moves up instead.
    mutating func lineFeed() {
        wrapIsPending = false
        if cursor.row == region.upperBound - 1 {
            grid.scrollUp(1, in: region, style: style.erasing)
        } else {
            cursor.row = min(cursor.row + 1, rows - 1)
        }
    }

    /// RI: the reverse of `lineFeed`.
    mutating func reverseLineFeed() {
        wrapIsPending = false
        if cursor.row == region.lowerBound {
            grid.scrollDown(1, in: region, style: style.erasing)
        } else {
            cursor.row = max(cursor.row - 1, 0)
        }
    }

    /// Tab stops are every eight columns, as a terminal has them at the start.
    mutating func tab(_ count: Int) {
        let stop = count > 0 ? (cursor.column / 8 + count) * 8 : ((cursor.column + 7) / 8 + count) * 8
        moveCursor(column: stop, row: cursor.row)
    }

    mutating func obey(control byte: UInt8) {
        switch byte {
        // SI is ASCII, which is what there is; CAN and SUB have nothing to break off here.
        case 0x00, 0x0F, 0x18, 0x1A: break
        case 0x07: bellCount += 1
        case 0x08: moveCursor(column: cursor.column - 1, row: cursor.row)
        case 0x09: tab(1)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: moveCursor(column: 0, row: cursor.row)
        default: note(unknown: "control 0x" + String(byte, radix: 16, uppercase: true))
        }
    }

    mutating func saveCursor() {
        saved = SavedCursor(
            cursor: cursor, wrapIsPending: wrapIsPending, style: style, hasOriginMode: modes.contains(6))
    }

    mutating func restoreCursor() {
        let state = saved ?? .home
        if state.hasOriginMode { modes.insert(6) } else { modes.remove(6) }
        style = state.style
        moveCursor(column: state.cursor.column, row: state.cursor.row)
        wrapIsPending = state.wrapIsPending && cursor.column == columns - 1
    }
}

extension SavedCursor {
    /// What DECRC restores when nothing was saved.
    static let home = SavedCursor(
        cursor: TerminalModel.Position(column: 0, row: 0), wrapIsPending: false, style: ModelStyle(),
        hasOriginMode: false)
}
