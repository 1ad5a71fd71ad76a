// Drawing with a set of glyphs: texts cut with its ellipsis, areas of one glyph.

extension CellBuffer {
    /// Draws text like ``putTruncated(_:x:y:style:width:)``, with the ellipsis of a set of glyphs where it is cut.
    @discardableResult
    mutating func putTruncated(
        _ text: String, x: Int, y: Int, style: Style, width limit: Int, glyphs: WidgetGlyphs
    ) -> Int {
        switch glyphs {
        case .unicode:
            return putTruncated(text, x: x, y: y, style: style, width: limit)
        case .ascii:
            let room = min(limit, size.columns - x)
            guard room > 0 else { return 0 }
            let part = DisplayWidth.measure(text, fitting: room)
            if part.bytes == text.utf8.count { return put(text, x: x, y: y, style: style, width: room) }
            let kept = DisplayWidth.measure(text, fitting: room - 1).width
            put(text, x: x, y: y, style: style, width: kept)
            put(glyphs.ellipsis, x: x + kept, y: y, style: style, width: 1)
            return kept + 1
        }
    }

    /// Draws text that ends at the right of a row, cut where it is wider than the row; returns its width.
    @discardableResult
    mutating func putTrailing(_ text: String, in row: Region, style: Style, glyphs: WidgetGlyphs) -> Int {
        let width = min(DisplayWidth.of(text), row.width)
        return putTruncated(text, x: row.maxX - width, y: row.y, style: style, width: width, glyphs: glyphs)
    }

    /// Fills a region with one glyph of one column.
    mutating func fill(_ region: Region, with glyph: String, style: Style) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        fill(area, style: style)
        // The glyph goes through the sanitising door once; the other cells are copies of the first, over blanks.
        put(glyph, x: area.x, y: area.y, style: style, width: 1)
        let first = cell(x: area.x, y: area.y)
        for y in area.y..<area.maxY {
            for x in area.x..<area.maxX { cells[y * size.columns + x] = first }
        }
    }
}
