// The characters that widgets draw with. Blocks, arrows and lines are East Asian ambiguous (UAX #11): some terminals show them two
// columns wide, and a bar made of them would burst. For those there is a second set in plain ASCII.

/// The set of characters that widgets draw with.
public enum WidgetGlyphs: Hashable, Sendable, CaseIterable {
    /// Lines, blocks and arrows, each of one column.
    case unicode
    /// Plain ASCII, for terminals that show the others two columns wide.
    case ascii

    /// What stands where a text was cut.
    public var ellipsis: String { pick("…", "~") }
    /// The mark before what is selected.
    public var selected: String { pick("▶", ">") }
    /// The lines of boxes.
    public var lines: Box.Lines {
        switch self {
        case .unicode: .single
        case .ascii: .ascii
        }
    }

    var times: String { pick("×", "x") }
    var scrollMark: String { pick("┃", "#") }
    /// The part of a bar that is not filled.
    var track: String { pick("░", ".") }

    /// A cell of which the left `eighths` (1 … 8) are filled. ASCII knows only filled cells.
    func filled(fromLeft eighths: Int) -> String {
        switch (self, eighths) {
        case (.ascii, _): "#"
        case (.unicode, ...1): "▏"
        case (.unicode, 2): "▎"
        case (.unicode, 3): "▍"
        case (.unicode, 4): "▌"
        case (.unicode, 5): "▋"
        case (.unicode, 6): "▊"
        case (.unicode, 7): "▉"
        case (.unicode, _): "█"
        }
    }

    /// A cell of which the lower `eighths` (1 … 8) are filled; in ASCII a character of about that weight.
    func filled(fromBottom eighths: Int) -> String {
        switch eighths {
        case ...1: pick("▁", "_")
        case 2: pick("▂", ".")
        case 3: pick("▃", ":")
        case 4: pick("▄", "-")
        case 5: pick("▅", "=")
        case 6: pick("▆", "+")
        case 7: pick("▇", "*")
        default: pick("█", "#")
        }
    }

    private func pick(_ unicode: String, _ ascii: String) -> String {
        switch self {
        case .unicode: unicode
        case .ascii: ascii
        }
    }
}

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
        for y in area.y..<max(area.y, area.maxY) {
            for x in area.x..<max(area.x, area.maxX) { put(glyph, x: x, y: y, style: style, width: 1) }
        }
    }
}
