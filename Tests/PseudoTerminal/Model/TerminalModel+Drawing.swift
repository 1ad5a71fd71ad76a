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
        defer {
            if !event.isGlyphOrRepeat {
                lastPrinted = nil
                followsGlyph = false
            }
        }
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
        if joinsLastGlyph(scalar) { return joinCluster(scalar) }
        let width = GlyphWidth.of(scalar)
        guard width > 0 else { return join(scalar) }
        var limit = end
        let isTooWide = width == 2 && cursor.column == limit - 1
        if wraps, wrapIsPending || isTooWide {
            if cursor.row == scrolling.rows.upperBound - 1 { scrollsByWrapping += 1 }
            cursor.column = start
            lineFeed()
            limit = end
        }
        // Without autowrap half a glyph's room is no room: xterm draws nothing.
        guard cursor.column + width <= limit else { return }
        if insertsGlyphs {
            grid.insertBlanks(
                width, row: cursor.row, column: cursor.column, before: limit, style: style.erasing)
        }
        grid.put(scalar, width: width, style: style, row: cursor.row, column: cursor.column)
        lastPrinted = scalar
        followsGlyph = true
        wrapIsPending = cursor.column + width == limit
        cursor.column = min(cursor.column + width, limit - 1)
    }

    /// A combining character joins the glyph before the cursor; with none there, it is lost. Whether REP would repeat the
    /// mark as well is nowhere said.
    private mutating func join(_ scalar: Unicode.Scalar) {
        lastPrinted = nil
        let column = wrapIsPending ? cursor.column : cursor.column - 1
        guard column >= 0 else { return }
        grid.join(scalar, row: cursor.row, column: column)
    }

    /// The first column of a line for a cursor where it is now: the left margin, unless it is left of that.
    var start: Int { cursor.column >= scrolling.columns.lowerBound ? scrolling.columns.lowerBound : 0 }

    /// The column after the last one for a cursor where it is now: that after the right margin, unless it is right of that.
    var end: Int { cursor.column < scrolling.columns.upperBound ? scrolling.columns.upperBound : columns }

    /// Whether a line feed or an inserted line at the cursor can move anything.
    var isInsideMargins: Bool { scrolling.columns.contains(cursor.column) }

    /// Moves the cursor to a place on the screen, the nearest one if there is none such.
    mutating func moveCursor(column: Int, row: Int) {
        cursor.column = min(max(0, column), columns - 1)
        cursor.row = min(max(0, row), rows - 1)
        wrapIsPending = false
    }

    /// Moves the cursor as CUP does: with origin mode (6) places count from the margins, and stay in them.
    mutating func address(column: Int, row: Int) {
        guard countsFromMargins else { return moveCursor(column: column, row: row) }
        moveCursor(
            column: min(scrolling.columns.lowerBound + max(0, column), scrolling.columns.upperBound - 1),
            row: min(scrolling.rows.lowerBound + max(0, row), scrolling.rows.upperBound - 1))
    }

    /// CUU and CUD: a cursor inside the scrolling region stays in it.
    mutating func moveCursor(down count: Int) {
        var row = cursor.row + count
        if count < 0, cursor.row >= scrolling.rows.lowerBound { row = max(row, scrolling.rows.lowerBound) }
        if count > 0, cursor.row < scrolling.rows.upperBound { row = min(row, scrolling.rows.upperBound - 1) }
        moveCursor(column: cursor.column, row: row)
    }

    /// CUF and CUB: a cursor between the margins stays there.
    mutating func moveCursor(right count: Int) {
        moveCursor(column: min(max(start, cursor.column + count), end - 1), row: cursor.row)
    }

    /// IND: down one row; at the bottom of the scrolling region everything in it moves up instead.
    mutating func lineFeed() {
        wrapIsPending = false
        if cursor.row == scrolling.rows.upperBound - 1 {
            if isInsideMargins { grid.scroll(scrolling, by: 1, style: style.erasing) }
        } else {
            cursor.row = min(cursor.row + 1, rows - 1)
        }
    }

    /// RI: the reverse of `lineFeed`.
    mutating func reverseLineFeed() {
        wrapIsPending = false
        if cursor.row == scrolling.rows.lowerBound {
            if isInsideMargins { grid.scroll(scrolling, by: -1, style: style.erasing) }
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
        case 0x08: moveCursor(right: -1)
        case 0x09: tab(1)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: moveCursor(column: start, row: cursor.row)
        default: note(unknown: "control 0x" + String(byte, radix: 16, uppercase: true))
        }
    }

    mutating func saveCursor() {
        saved = SavedCursor(
            cursor: cursor, wrapIsPending: wrapIsPending, style: style, hasOriginMode: countsFromMargins)
    }

    mutating func restoreCursor() {
        let state = saved ?? .home
        if state.hasOriginMode { modes.insert(6) } else { modes.remove(6) }
        style = state.style
        moveCursor(column: state.cursor.column, row: state.cursor.row)
        wrapIsPending = state.wrapIsPending && cursor.column == columns - 1
    }
}

extension TerminalEvent {
    /// Whether REP may follow it: "if the character preceding REP is a control function, […] the effect of REP is not
    /// defined" (ECMA-48 § 8.3.103).
    fileprivate var isGlyphOrRepeat: Bool {
        switch self {
        case .print: true
        case .sequence(let sequence): sequence.final == "b"
        case .control, .escape, .command, .string, .malformed: false
        }
    }
}

extension SavedCursor {
    /// What DECRC restores when nothing was saved.
    static let home = SavedCursor(
        cursor: TerminalModel.Position(column: 0, row: 0), wrapIsPending: false, style: ModelStyle(),
        hasOriginMode: false)
}
