// Drawing text and areas. One rule is kept by every function here: a wide glyph is whole or absent. Whoever overwrites one
// half of it blanks the other half, and a wide glyph that would be cut at an edge leaves a blank.
//
// Unsafe code: `paint` and `fill` write through an `UnsafeMutableBufferPointer` of exactly one row, taken from the array
// for the time of the call. All indices they use lie in `0 ..< columns`: `start` and `end` are clipped to it before the
// first write, and a glyph is written only when `column + width <= end`.

extension CellBuffer {
    /// Draws text from a place to the right, sanitised, and says how many columns it took.
    ///
    /// - Parameters:
    ///   - x: The first column; what lies left of column 0 is not shown.
    ///   - limit: The most columns to take. A wide glyph that is cut by the limit or the screen leaves a blank.
    /// - Returns: Columns taken from `x` on, not more than `limit`.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, style: Style, width limit: Int = .max) -> Int {
        paint(text, x: x, y: y, style: number(of: style), limit: limit)
    }

    /// Draws text like ``put(_:x:y:style:width:)``, with "…" in the last column when it does not fit ("~" where the
    /// terminal makes "…" two columns wide).
    @discardableResult
    public mutating func putTruncated(_ text: String, x: Int, y: Int, style: Style, width limit: Int) -> Int {
        let room = min(limit, size.columns - x)
        guard room > 0, y >= 0, y < size.rows else { return 0 }
        let number = number(of: style)
        let whole = DisplayWidth.measure(text, fitting: room)
        if whole.bytes == text.utf8.count {
            return paint(text, x: x, y: y, style: number, limit: room)
        }
        let part = DisplayWidth.measure(text, fitting: room - 1)
        paint(text, x: x, y: y, style: number, limit: part.width)
        let mark = DisplayWidth.single("…", else: "~")
        paint(mark, x: x + part.width, y: y, style: number, limit: 1)
        return part.width + 1
    }

    /// Makes a region blanks of a style.
    public mutating func fill(_ region: Region, style: Style) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        let blank = Cell.blank(number(of: style))
        let columns = size.columns
        for y in area.y..<area.maxY {
            cells.withUnsafeMutableBufferPointer { cells in
                let row = UnsafeMutableBufferPointer(rebasing: cells[y * columns..<(y + 1) * columns])
                CellBuffer.releaseHalves(row, from: area.x, to: area.maxX)
                for x in area.x..<area.maxX { row[x] = blank }
            }
        }
    }

    /// Gives every cell of a region another style, made from the one it has: a selection bar, a dimmed background.
    ///
    /// A wide glyph takes the style when its first half lies in the region.
    public mutating func restyle(_ region: Region, _ transform: (Style) -> Style) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        var known: [(old: StyleID, new: StyleID)] = []
        for y in area.y..<area.maxY {
            let row = y * size.columns
            var x = area.x
            if cells[row + x].isContinuation { x += 1 }
            while x < area.maxX {
                let old = cells[row + x].style
                let new: StyleID
                if let pair = known.first(where: { $0.old == old }) {
                    new = pair.new
                } else {
                    new = StyleTable.number(of: transform(StyleTable.style(old)))
                    known.append((old, new))
                }
                cells[row + x] = cells[row + x].styled(new)
                if cells[row + x].width == 2, x + 1 < size.columns {
                    cells[row + x + 1] = cells[row + x + 1].styled(new)
                    x += 1
                }
                x += 1
            }
        }
    }

    @discardableResult
    private mutating func paint(_ text: String, x: Int, y: Int, style: StyleID, limit: Int) -> Int {
        guard y >= 0, y < size.rows, x < size.columns, limit > 0 else { return 0 }
        let columns = size.columns
        let end = limit < columns - x ? x + limit : columns
        guard end > 0 else { return max(0, end - x) }
        return cells.withUnsafeMutableBufferPointer { cells in
            let row = UnsafeMutableBufferPointer(rebasing: cells[y * columns..<(y + 1) * columns])
            return text.withUTF8Bytes { CellBuffer.paint($0, into: row, from: x, to: end, style: style) - x }
        }
    }

    /// Writes glyphs into the cells `max(0, x) ..< end` of a row and returns the column after the last one.
    private static func paint(
        _ bytes: UnsafeBufferPointer<UInt8>, into row: UnsafeMutableBufferPointer<Cell>, from x: Int, to end: Int,
        style: StyleID
    ) -> Int {
        var scanner = GlyphScanner(bytes)
        var column = x
        var isFirst = true
        while column < end, let glyph = scanner.next() {
            let start = column
            column += glyph.width
            if start < 0 {
                if column > 0 {  // the right half of a glyph cut by the left edge
                    releaseHalves(row, from: 0, to: 0)
                    row[0] = .blank(style)
                    isFirst = false
                }
                continue
            }
            if isFirst {
                releaseHalves(row, from: start, to: start)
                isFirst = false
            }
            if column > end {
                column = end
                for cut in start..<end { row[cut] = .blank(style) }
                break
            }
            var scalar = glyph.scalar
            if glyph.isCluster, let number = ClusterPool.number(of: scanner.cluster) {
                scalar = number | Cell.clusterFlag
            }
            row[start] = Cell(
                glyph: scalar, style: style, width: UInt8(truncatingIfNeeded: glyph.width),
                isDoubtful: glyph.isDoubtful)
            if glyph.width == 2 { row[start + 1] = .continuation(style) }
        }
        // The cell after the text may be the second half of a glyph whose first half was overwritten.
        if !isFirst, column < row.count, row[column].isContinuation { row[column] = .blank(row[column].style) }
        return column
    }

    /// Blanks the halves that wide glyphs keep outside of `from ..< to` when that range is about to be overwritten.
    private static func releaseHalves(_ row: UnsafeMutableBufferPointer<Cell>, from: Int, to: Int) {
        if from > 0, row[from].isContinuation { row[from - 1] = .blank(row[from - 1].style) }
        if to > from, to < row.count, row[to].isContinuation { row[to] = .blank(row[to].style) }
    }
}
