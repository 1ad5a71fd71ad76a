// Drawing a field: the part of the text around the caret that fits, and the real cursor at the caret, where input methods
// open their window.

extension TextField {
    /// Draws the field over the first row of a region and returns where the cursor belongs.
    ///
    /// A text wider than the region is scrolled so that the caret is seen; one column is kept free for the caret behind
    /// the text.
    public func draw(
        in screen: inout CellBuffer, region: Region, style: Style, placeholder: String? = nil,
        placeholderStyle: Style = .plain.dim(), glyphs: WidgetGlyphs = .unicode
    ) -> CursorPosition {
        let row = region.row(0)
        screen.fill(row, style: style)
        guard row.width > 0 else { return CursorPosition(column: region.x, row: region.y) }
        if text.isEmpty {
            if let placeholder {
                screen.putTruncated(
                    placeholder, x: row.x, y: row.y, style: placeholderStyle.over(style), width: row.width,
                    glyphs: glyphs)
            }
            return CursorPosition(column: row.x, row: row.y)
        }
        let split = text.index(text.startIndex, offsetBy: caret, limitedBy: text.endIndex) ?? text.endIndex
        let before = DisplayWidth.of(text[..<split])
        // The caret stands on the character it precedes: that one is seen as a whole.
        let under = split < text.endIndex ? DisplayWidth.of(text[split...].prefix(1)) : 1
        let hidden = max(0, before + max(1, under) - row.width)
        var skipped = 0
        var start = text.startIndex
        while skipped < hidden, start < split {
            skipped += DisplayWidth.of(text[start...].prefix(1))
            start = text.index(after: start)
        }
        let shown = start == text.startIndex ? text : String(text[start...])
        screen.put(shown, x: row.x, y: row.y, style: style, width: row.width)
        return CursorPosition(column: row.x + min(before - skipped, row.width - 1), row: row.y)
    }
}
