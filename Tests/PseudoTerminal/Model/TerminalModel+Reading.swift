// What a test reads off the screen: its lines, its cells, and where a text stands.

extension TerminalModel {
    /// The lines of the screen, from the top, without the blanks at their ends. A wide glyph appears once.
    public var lines: [String] {
        (0..<rows).map(grid.line)
    }

    /// The whole screen, a line of text for each row.
    public var text: String {
        lines.joined(separator: "\n")
    }

    /// A cell of the screen; a blank one if there is no such place.
    public func cell(column: Int, row: Int) -> ModelCell {
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return .blank(ModelStyle()) }
        return grid.cell(column: column, row: row)
    }

    /// Whether every cell of the screen is as on another terminal, styles included.
    public func showsSame(as other: TerminalModel) -> Bool { grid == other.grid }

    /// The first place, in reading order, where a text stands within one row; nil if it is not on the screen.
    ///
    /// - Parameter text: compared scalar by scalar, so a combining character must be written as the program writes it.
    public func find(_ text: String) -> (column: Int, row: Int)? {
        let wanted = Array(text.unicodeScalars)
        guard let first = wanted.first else { return nil }
        for row in 0..<rows {
            let cells = Array(grid.cells(row: row))
            for column in 0..<columns where cells[column].text.unicodeScalars.first == first {
                if stands(wanted, in: cells, at: column) { return (column, row) }
            }
        }
        return nil
    }

    /// The screen in a frame, with the cursor's place and the modes: what a failed test shows.
    public var picture: String {
        let edge = "+" + String(repeating: "-", count: columns) + "+"
        let body = (0..<rows).map { row in
            "|" + grid.cells(row: row).reduce(into: "") { $0 += $1.text } + "|"
        }
        let screen = isAlternateScreen ? "alternate screen" : "main screen"
        let shown = cursorIsVisible ? "shown" : "hidden"
        let place = "cursor \(shown) at column \(cursor.column), row \(cursor.row)"
        let state = "\(columns)x\(rows), \(screen), \(place), modes \(modes.sorted())"
        return ([edge] + body + [edge, state]).joined(separator: "\n")
    }

    private func stands(_ wanted: [Unicode.Scalar], in cells: [ModelCell], at start: Int) -> Bool {
        var matched = 0
        for cell in cells[start...] {
            for scalar in cell.text.unicodeScalars {
                if matched == wanted.count { return true }
                guard scalar == wanted[matched] else { return false }
                matched += 1
            }
            if matched == wanted.count { return true }
        }
        return false
    }
}
