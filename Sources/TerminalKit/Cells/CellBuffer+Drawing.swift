// Drawing text and areas. One rule is kept by every function here: a wide glyph is whole or absent. Whoever overwrites one
// half of it blanks the other half, and a wide glyph that would be cut at an edge leaves a blank. Blanks take what shows of
// their style only, so that two blanks that look alike are alike.
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
        paint(text, x: x, y: y, style: style, limit: limit)
    }

    /// Draws text like ``put(_:x:y:style:width:)``, with "…" in the last column when it does not fit.
    @discardableResult
    public mutating func putTruncated(_ text: String, x: Int, y: Int, style: Style, width limit: Int) -> Int {
        let room = min(limit, size.columns - x)
        guard room > 0, y >= 0, y < size.rows else { return 0 }
        // No glyph has more columns than bytes: then there is nothing to measure.
        if text.utf8.count <= room { return paint(text, x: x, y: y, style: style, limit: room) }
        let whole = DisplayWidth.measure(text, fitting: room)
        if whole.bytes == text.utf8.count {
            return paint(text, x: x, y: y, style: style, limit: room)
        }
        let ellipsis = "…"
        let part = DisplayWidth.measure(text, fitting: room - 1)
        paint(text, x: x, y: y, style: style, limit: part.width)
        paint(ellipsis, x: x + part.width, y: y, style: style, limit: 1)
        return part.width + 1
    }

    /// Makes a region blanks of a style.
    public mutating func fill(_ region: Region, style: Style) {
        fill(region, with: .blank(styles.entry(of: style).blanks))
    }

    /// Fills a region with one glyph of one column: a line, a bar, a shade. Of `text` only the first glyph is taken; one that
    /// is wider leaves blanks.
    public mutating func fill(_ region: Region, glyph text: String, style: Style) {
        let entry = styles.entry(of: style)
        let cell = text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes)
            guard let glyph = scanner.next(), glyph.width == 1 else { return Cell.blank(entry.blanks) }
            return CellBuffer.cell(of: glyph, &scanner, entry)
        }
        fill(region, with: cell)
    }

    private mutating func fill(_ region: Region, with cell: Cell) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        let columns = size.columns
        cells.withUnsafeMutableBufferPointer { cells in
            for y in area.y..<area.maxY {
                let row = UnsafeMutableBufferPointer(rebasing: cells[y * columns..<(y + 1) * columns])
                CellBuffer.releaseHalves(row, from: area.x, to: area.maxX)
                row[area.x..<area.maxX].update(repeating: cell)
            }
        }
    }

    /// Gives every cell of a region another style, made from the one it has: a selection bar, a dimmed background. Of a blank
    /// only what shows of its style is known.
    ///
    /// A wide glyph takes the style when its first half lies in the region.
    public mutating func restyle(_ region: Region, _ transform: (Style) -> Style) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        var known: [(old: StyleID, new: StyleNumbers.Entry)] = []
        for y in area.y..<area.maxY {
            let row = y * size.columns
            var x = area.x
            if cells[row + x].isContinuation { x += 1 }
            while x < area.maxX {
                let old = cells[row + x].style
                let new: StyleNumbers.Entry
                if let pair = known.first(where: { $0.old == old }) {
                    new = pair.new
                } else {
                    new = styles.entry(of: transform(StyleTable.style(old)))
                    known.append((old, new))
                }
                cells[row + x] = cells[row + x].styled(cells[row + x].isBlank ? new.blanks : new.glyphs)
                x += 1
                if x < size.columns, cells[row + x].isContinuation {
                    cells[row + x] = cells[row + x].styled(new.glyphs)
                    x += 1
                }
            }
        }
    }

    @discardableResult
    private mutating func paint(_ text: String, x: Int, y: Int, style: Style, limit: Int) -> Int {
        guard y >= 0, y < size.rows, x < size.columns, limit > 0 else { return 0 }
        let columns = size.columns
        let end = limit < columns - x ? x + limit : columns
        guard end > 0 else { return max(0, end - x) }
        let entry = styles.entry(of: style)
        return cells.withUnsafeMutableBufferPointer { cells in
            let row = UnsafeMutableBufferPointer(rebasing: cells[y * columns..<(y + 1) * columns])
            return text.withUTF8Bytes { CellBuffer.paint($0, into: row, from: x, to: end, style: entry) - x }
        }
    }

    /// Writes glyphs into the cells `max(0, x) ..< end` of a row and returns the column after the last one.
    private static func paint(
        _ bytes: UnsafeBufferPointer<UInt8>, into row: UnsafeMutableBufferPointer<Cell>, from x: Int, to end: Int,
        style: StyleNumbers.Entry
    ) -> Int {
        var scanner = GlyphScanner(bytes)
        var column = x
        while column < 0, let glyph = scanner.next() {
            column += glyph.width
            if column > 0 {  // the right half of a glyph cut by the left edge
                releaseHalves(row, from: 0, to: 1)
                row[0] = .blank(style.blanks)
            }
        }
        guard column >= 0, column < end, !scanner.isAtEnd else { return column }
        releaseHalves(row, from: column, to: column)
        while column < end, let glyph = scanner.next() {
            let start = column
            column += glyph.width
            if column > end {
                column = end
                row[start] = .blank(style.blanks)
                break
            }
            row[start] = cell(of: glyph, &scanner, style)
            if glyph.width == 2 { row[start + 1] = .continuation(style.glyphs) }
        }
        // The cell after the text may be the second half of a glyph whose first half was overwritten.
        if column < row.count, row[column].isContinuation { row[column] = .blank(row[column].style) }
        return column
    }

    /// The first cell of the glyph that the scanner has just read.
    @inline(__always)
    private static func cell(of glyph: Glyph, _ scanner: inout GlyphScanner, _ style: StyleNumbers.Entry) -> Cell {
        if glyph.isCluster || glyph.scalar >= Cell.firstCluster { return pooledCell(of: glyph, scanner.cluster, style) }
        if glyph.scalar == 0x20 { return .blank(style.blanks) }
        return Cell(glyph: glyph.scalar, style: style.glyphs, isDoubtful: glyph.isDoubtful)
    }

    /// The same for a glyph that a cell cannot hold itself.
    @inline(never)
    private static func pooledCell(of glyph: Glyph, _ cluster: [UInt8], _ style: StyleNumbers.Entry) -> Cell {
        var text = cluster
        if !glyph.isCluster {
            text.removeAll()
            UTF8Writer.append(glyph.scalar, to: &text)
        }
        let number = ClusterPool.number(of: text).map { $0 + Cell.firstCluster }
        // Where the pool is full, the first scalar alone.
        let first = glyph.scalar < Cell.firstCluster ? glyph.scalar : Sanitiser.replacementCharacter
        return Cell(glyph: number ?? first, style: style.glyphs, isDoubtful: glyph.isDoubtful)
    }

    /// Blanks the halves that wide glyphs keep outside of `from ..< to` when that range is about to be overwritten.
    private static func releaseHalves(_ row: UnsafeMutableBufferPointer<Cell>, from: Int, to: Int) {
        if from > 0, row[from].isContinuation { row[from - 1] = .blank(row[from - 1].style) }
        if to > from, to < row.count, row[to].isContinuation { row[to] = .blank(row[to].style) }
    }
}
