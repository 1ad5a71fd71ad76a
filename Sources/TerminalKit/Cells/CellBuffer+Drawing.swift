// Drawing text and areas. One rule is kept by every function here: a wide glyph is whole or absent. Whoever overwrites one
// half of it blanks the other half, and a wide glyph that would be cut at an edge leaves a blank. Blanks take what shows of
// their style only, so that two blanks that look alike are alike.
//
// Unsafe code: the cells of one row are written through a pointer that is taken from the array for the time of a call; regions
// and places are clipped to the screen before (see RowPainter.swift).

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

    /// Draws text like ``put(_:x:y:style:width:)``, with "…" in the last column when it does not fit ("~" where the
    /// terminal makes "…" two columns wide).
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
        let part = DisplayWidth.measure(text, fitting: room - 1)
        paint(text, x: x, y: y, style: style, limit: part.width)
        let mark = DisplayWidth.single("…", else: "~")
        paint(mark, x: x + part.width, y: y, style: style, limit: 1)
        return part.width + 1
    }

    /// Makes a region blanks of a style.
    public mutating func fill(_ region: Region, style: Style) {
        fill(region, with: .blank(styles.pair(of: style).blanks))
    }

    /// Fills a region with one glyph of one column: a line, a bar, a shade. Of `text` only the first glyph is taken; one that
    /// is wider leaves blanks.
    public mutating func fill(_ region: Region, glyph text: String, style: Style) {
        let pair = styles.pair(of: style)
        let cell = text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes)
            guard let glyph = scanner.next(), glyph.width == 1 else { return Cell.blank(pair.blanks) }
            return RowPainter.cell(of: glyph, scanner.cluster, pair)
        }
        fill(region, with: cell)
    }

    private mutating func fill(_ region: Region, with cell: Cell) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        let columns = size.columns
        cells.withUnsafeMutableBufferPointer { cells in
            guard let start = cells.baseAddress else { return }
            for y in area.y..<area.maxY {
                RowPainter(row: start + y * columns, columns: columns).fill(from: area.x, to: area.maxX, with: cell)
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
        var known: [(old: StyleID, new: StylePair)] = []
        for y in area.y..<area.maxY {
            let row = y * size.columns
            var x = area.x
            if cells[row + x].isContinuation { x += 1 }
            while x < area.maxX {
                let old = cells[row + x].style
                let new: StylePair
                if let pair = known.first(where: { $0.old == old }) {
                    new = pair.new
                } else {
                    new = styles.pair(of: transform(StyleTable.drawn.style(old)))
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
    @inline(__always)
    private mutating func paint(_ text: String, x: Int, y: Int, style: Style, limit: Int) -> Int {
        let columns = size.columns
        guard y >= 0, y < size.rows, x < columns, limit > 0 else { return 0 }
        let end = limit < columns &- x ? x &+ limit : columns
        guard end > 0 else { return min(DisplayWidth.of(text), max(0, end - x)) }
        let pair = styles.pair(of: style)
        return cells.withUnsafeMutableBufferPointer { cells in
            guard let start = cells.baseAddress else { return 0 }
            let painter = RowPainter(row: start + y &* columns, columns: columns)
            return text.withUTF8InPlace { painter.paint($0, from: x, to: end, style: pair) &- x }
        }
    }
}
