// The rows and columns of one screen, and the ways to change them that keep one promise: a wide glyph is always whole.
// Every change first cuts at the edges of what it touches, and a glyph that is cut becomes two blanks, as in xterm.

struct CellGrid: Hashable, Sendable {
    private(set) var columns: Int
    private(set) var rows: Int
    /// All cells, row after row.
    private var cells: [ModelCell]

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = [ModelCell](repeating: .blank(ModelStyle()), count: columns * rows)
    }

    /// The cell at a place that exists.
    func cell(column: Int, row: Int) -> ModelCell { cells[row * columns + column] }

    /// The cells of a row.
    func cells(row: Int) -> ArraySlice<ModelCell> { cells[row * columns..<(row + 1) * columns] }

    /// Puts a glyph of `width` cells (1 or 2) at a place where it has room.
    mutating func put(_ scalar: Unicode.Scalar, width: Int, style: ModelStyle, row: Int, column: Int) {
        cut(row: row, before: column)
        cut(row: row, before: column + width)
        let place = row * columns + column
        cells[place] = ModelCell(scalar, isWide: width == 2, style: style)
        if width == 2 { cells[place + 1] = .continuation(style) }
    }

    /// Adds a combining character to the glyph that covers a cell.
    mutating func join(_ scalar: Unicode.Scalar, row: Int, column: Int) {
        cells[row * columns + start(row: row, column: column)].join(scalar)
    }

    /// Makes a narrow glyph wide, where it has room.
    mutating func widen(row: Int, column: Int) {
        let place = row * columns + column
        guard column + 1 < columns, !cells[place].isWide else { return }
        cut(row: row, before: column + 2)
        cells[place].isWide = true
        cells[place + 1] = .continuation(cells[place].style)
    }

    /// The column in which the glyph that covers a cell begins.
    func start(row: Int, column: Int) -> Int {
        column > 0 && cells[row * columns + column].isContinuation ? column - 1 : column
    }

    /// Blanks cells of one row; the range is clamped to the row.
    mutating func erase(row: Int, columns range: Range<Int>, style: ModelStyle) {
        let range = range.clamped(to: 0..<columns)
        guard !range.isEmpty else { return }
        cut(row: row, before: range.lowerBound)
        cut(row: row, before: range.upperBound)
        fill(row * columns + range.lowerBound, range.count, style)
    }

    /// Blanks whole rows.
    mutating func erase(rows range: Range<Int>, style: ModelStyle) {
        let range = range.clamped(to: 0..<rows)
        fill(range.lowerBound * columns, range.count * columns, style)
    }

    /// ICH: moves the cells from `column` on to the right; what passes `end` is lost.
    mutating func insertBlanks(_ count: Int, row: Int, column: Int, before end: Int, style: ModelStyle) {
        let count = min(count, end - column)
        guard count > 0 else { return }
        for edge in [column, end - count, end] { cut(row: row, before: edge) }
        let base = row * columns
        for target in stride(from: end - 1, to: column + count - 1, by: -1) {
            cells[base + target] = cells[base + target - count]
        }
        fill(base + column, count, style)
    }

    /// DCH: takes cells out at `column`; blanks come in before `end`.
    mutating func deleteCells(_ count: Int, row: Int, column: Int, before end: Int, style: ModelStyle) {
        let count = min(count, end - column)
        guard count > 0 else { return }
        for edge in [column, column + count, end] { cut(row: row, before: edge) }
        let base = row * columns
        for target in column..<end - count { cells[base + target] = cells[base + target + count] }
        fill(base + end - count, count, style)
    }

    /// Moves the cells of an area up by `count` rows, down if it is negative; blanks come in at the other end. Glyphs that
    /// reach across the sides of the area are cut in all its rows.
    mutating func scroll(_ area: CellArea, by count: Int, style: ModelStyle) {
        let distance = min(abs(count), area.rows.count)
        guard distance > 0, !area.columns.isEmpty else { return }
        for row in area.rows {
            cut(row: row, before: area.columns.lowerBound)
            cut(row: row, before: area.columns.upperBound)
        }
        let kept = area.rows.count - distance
        for step in 0..<kept {
            let target = count > 0 ? area.rows.lowerBound + step : area.rows.upperBound - 1 - step
            let source = count > 0 ? target + distance : target - distance
            for column in area.columns { cells[target * columns + column] = cells[source * columns + column] }
        }
        let fresh = count > 0 ? area.rows.suffix(distance) : area.rows.prefix(distance)
        for row in fresh { fill(row * columns + area.columns.lowerBound, area.columns.count, style) }
    }

    /// Cuts or pads at the right and at the bottom, after taking `droppedTop` rows away at the top.
    mutating func resize(columns newColumns: Int, rows newRows: Int, droppingTop droppedTop: Int) {
        let old = self
        self = CellGrid(columns: newColumns, rows: newRows)
        for row in 0..<min(newRows, max(0, old.rows - droppedTop)) {
            for column in 0..<min(newColumns, old.columns) {
                cells[row * newColumns + column] = old.cell(column: column, row: row + droppedTop)
            }
            let last = row * newColumns + newColumns - 1
            if cells[last].isWide { cells[last] = .blank(cells[last].style) }
        }
    }

    /// The text of a row without the blanks at its end.
    func line(_ row: Int) -> String {
        let cells = cells(row: row)
        let end = (cells.lastIndex { !$0.isBlank } ?? cells.startIndex - 1) + 1
        return cells[..<end].reduce(into: "") { $0 += $1.text }
    }

    /// If a wide glyph straddles the edge before `column`, both its halves become blanks.
    private mutating func cut(row: Int, before column: Int) {
        guard column > 0, column < columns else { return }
        let place = row * columns + column
        guard cells[place].isContinuation else { return }
        cells[place] = .blank(cells[place].style)
        cells[place - 1] = .blank(cells[place - 1].style)
    }

    private mutating func fill(_ start: Int, _ count: Int, _ style: ModelStyle) {
        for place in start..<start + count { cells[place] = .blank(style) }
    }
}

/// A rectangle of cells.
struct CellArea: Hashable, Sendable {
    var rows: Range<Int>
    var columns: Range<Int>
}
