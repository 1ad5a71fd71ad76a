// The rows and columns of one screen, and the ways to change them that keep one promise: a wide glyph is always whole.
// Every change first cuts at the edges of what it touches, and a glyph that is cut becomes two blanks, as in xterm.

struct CellGrid: Hashable, Sendable {
    private(set) var columns: Int
    private(set) var cells: [[ModelCell]]

    var rows: Int { cells.count }

    init(columns: Int, rows: Int) {
        self.columns = columns
        let line = [ModelCell](repeating: .blank(ModelStyle()), count: columns)
        cells = [[ModelCell]](repeating: line, count: rows)
    }

    /// Puts a glyph of `width` cells (1 or 2) at a place where it has room.
    mutating func put(_ text: String, width: Int, style: ModelStyle, row: Int, column: Int) {
        cut(row: row, before: column)
        cut(row: row, before: column + width)
        cells[row][column] = ModelCell(text: text, isWide: width == 2, style: style)
        if width == 2 {
            cells[row][column + 1] = .continuation(style)
        }
    }

    /// Adds a combining character to the glyph that covers a cell.
    mutating func join(_ scalar: Unicode.Scalar, row: Int, column: Int) {
        let start = cells[row][column].isContinuation && column > 0 ? column - 1 : column
        cells[row][start].text.unicodeScalars.append(scalar)
    }

    /// Blanks cells of one row; the range is clamped to the row.
    mutating func erase(row: Int, columns range: Range<Int>, style: ModelStyle) {
        let range = range.clamped(to: 0..<columns)
        guard !range.isEmpty else { return }
        cut(row: row, before: range.lowerBound)
        cut(row: row, before: range.upperBound)
        for column in range {
            cells[row][column] = .blank(style)
        }
    }

    /// Blanks whole rows.
    mutating func erase(rows range: Range<Int>, style: ModelStyle) {
        for row in range.clamped(to: 0..<rows) {
            cells[row] = blankRow(style)
        }
    }

    /// ICH: moves the cells from `column` on to the right; what passes the edge is lost.
    mutating func insertBlanks(_ count: Int, row: Int, column: Int, style: ModelStyle) {
        let count = min(count, columns - column)
        guard count > 0 else { return }
        cut(row: row, before: column)
        cut(row: row, before: columns - count)
        cells[row].removeLast(count)
        cells[row].insert(contentsOf: repeatElement(.blank(style), count: count), at: column)
    }

    /// DCH: takes cells out at `column`; blanks come in at the right edge.
    mutating func deleteCells(_ count: Int, row: Int, column: Int, style: ModelStyle) {
        let count = min(count, columns - column)
        guard count > 0 else { return }
        cut(row: row, before: column)
        cut(row: row, before: column + count)
        cells[row].removeSubrange(column..<column + count)
        cells[row].append(contentsOf: repeatElement(.blank(style), count: count))
    }

    /// Moves the rows of a region up; blank rows come in at its bottom.
    mutating func scrollUp(_ count: Int, in region: Range<Int>, style: ModelStyle) {
        let count = min(count, region.count)
        guard count > 0 else { return }
        cells.removeSubrange(region.lowerBound..<region.lowerBound + count)
        cells.insert(contentsOf: repeatElement(blankRow(style), count: count), at: region.upperBound - count)
    }

    /// Moves the rows of a region down; blank rows come in at its top.
    mutating func scrollDown(_ count: Int, in region: Range<Int>, style: ModelStyle) {
        let count = min(count, region.count)
        guard count > 0 else { return }
        cells.removeSubrange(region.upperBound - count..<region.upperBound)
        cells.insert(contentsOf: repeatElement(blankRow(style), count: count), at: region.lowerBound)
    }

    /// Cuts or pads at the right and at the bottom, after taking `droppedTop` rows away at the top.
    mutating func resize(columns newColumns: Int, rows newRows: Int, droppingTop droppedTop: Int) {
        cells.removeFirst(min(droppedTop, rows))
        cells.removeLast(max(0, rows - newRows))
        for row in cells.indices {
            if newColumns < columns {
                cut(row: row, before: newColumns)
                cells[row].removeLast(columns - newColumns)
            } else {
                let padding = repeatElement(ModelCell.blank(ModelStyle()), count: newColumns - columns)
                cells[row].append(contentsOf: padding)
            }
        }
        columns = newColumns
        while cells.count < newRows {
            cells.append(blankRow(ModelStyle()))
        }
    }

    /// The text of a row without the blanks at its end.
    func line(_ row: Int) -> String {
        let cells = cells[row]
        let end = (cells.lastIndex { $0.text != " " } ?? -1) + 1
        return cells[..<end].reduce(into: "") { $0 += $1.text }
    }

    /// If a wide glyph straddles the edge before `column`, both its halves become blanks.
    private mutating func cut(row: Int, before column: Int) {
        guard column > 0, column < columns, cells[row][column].isContinuation else { return }
        cells[row][column] = .blank(cells[row][column].style)
        cells[row][column - 1] = .blank(cells[row][column - 1].style)
    }

    private func blankRow(_ style: ModelStyle) -> [ModelCell] {
        [ModelCell](repeating: .blank(style), count: columns)
    }
}
