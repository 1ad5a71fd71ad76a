// Drawing text that is cut with the ellipsis of a set of glyphs.

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
}
