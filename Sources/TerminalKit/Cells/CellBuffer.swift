// The picture of a screen before it is sent: rows of cells in one flat array. A view draws into it from nothing, every
// frame; the encoder finds what changed. Everything drawn is clipped, so a view need not know how small the terminal is.

/// A screen of cells.
///
/// ```swift
/// var screen = CellBuffer(size: TerminalSize(columns: 80, rows: 24))
/// screen.put("代办", x: 2, y: 0, style: .plain.bold(), width: 20)
/// print(screen.text(row: 0))  // "  代办"
/// ```
public struct CellBuffer: Sendable {
    /// Size in cells.
    public private(set) var size: TerminalSize
    /// All cells, row after row.
    var cells: [Cell]
    /// The numbers of the styles drawn with.
    var styles = StyleNumbers()
    /// Regions whose rows may move as one, since the last ``clear(style:)``.
    private(set) var scrollingRegions: [Region] = []

    /// A screen of blanks. Negative sizes count as 0.
    public init(size: TerminalSize) {
        self.size = TerminalSize(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank(0), count: self.size.columns * self.size.rows)
    }

    /// The whole screen as a region.
    public var region: Region { Region(size) }

    /// Takes another size; all cells become plain blanks.
    public mutating func resize(_ size: TerminalSize) {
        scrollingRegions.removeAll(keepingCapacity: true)
        let fitting = TerminalSize(columns: max(0, size.columns), rows: max(0, size.rows))
        if fitting != self.size {
            self.size = fitting
            cells = Array(repeating: .blank(0), count: fitting.columns * fitting.rows)
        } else {
            clear()
        }
    }

    /// Makes all cells blanks of one style: the beginning of a new picture.
    public mutating func clear(style: Style = .plain) {
        let blank = Cell.blank(styles.pair(of: style).blanks)
        cells.withUnsafeMutableBufferPointer { $0.update(repeating: blank) }
        scrollingRegions.removeAll(keepingCapacity: true)
    }

    /// Notes that the rows of a region are a part of a longer list, and may all have moved up or down since the last frame.
    ///
    /// A hint for the encoder, which looks for such a move only there, and has the terminal scroll where that is cheaper.
    public mutating func noteScrolling(_ region: Region) {
        let area = region.intersection(self.region)
        if area.height > 1, area.width > 0 { scrollingRegions.append(area) }
    }

    /// The cell at a place; a plain blank outside of the screen.
    public func cell(x: Int, y: Int) -> Cell {
        guard region.contains(column: x, row: y) else { return .blank(0) }
        return cells[y * size.columns + x]
    }

    /// Columns of the glyph at a place: 1, 2, or 0 for the second half of a wide one.
    public func width(x: Int, y: Int) -> Int {
        if cell(x: x, y: y).isContinuation { return 0 }
        return x + 1 < size.columns && cell(x: x + 1, y: y).isContinuation ? 2 : 1
    }

    /// The style at a place; plain outside of the screen.
    public func style(x: Int, y: Int) -> Style { StyleTable.drawn.style(cell(x: x, y: y).style) }

    /// The text of a row, without the blanks at its end; a wide glyph appears once.
    public func text(row: Int) -> String {
        guard row >= 0, row < size.rows else { return "" }
        var text = ""
        var blanks = 0
        for cell in cells[row * size.columns..<(row + 1) * size.columns] where !cell.isContinuation {
            if cell.isBlank {
                blanks += 1
            } else {
                text += String(repeating: " ", count: blanks)
                text += cell.text
                blanks = 0
            }
        }
        return text
    }

    /// The text of all rows, each ended by a line feed.
    public func plainText() -> String {
        var text = ""
        for row in 0..<size.rows {
            text += self.text(row: row)
            text += "\n"
        }
        return text
    }
}
