// A notice that nobody asked for: it stands in a corner or on a line, says one thing, and counts when it is said again.

/// A short text over what is on the screen.
public struct Toast: Hashable, Sendable {
    /// Where in a region it stands.
    public enum Corner: Hashable, Sendable, CaseIterable { case topLeft, topRight, bottomLeft, bottomRight }

    /// What it says.
    public var text: String
    /// How often it has been said; from 2 on the number stands behind the text.
    public var count: Int
    /// The style of the text and of the blanks around it.
    public var style: Style
    /// The glyphs of the count and of what is cut.
    public var glyphs: WidgetGlyphs

    public init(_ text: String, count: Int = 1, style: Style = .plain.reverse(), glyphs: WidgetGlyphs = .unicode) {
        self.text = text
        self.count = count
        self.style = style
        self.glyphs = glyphs
    }

    /// Draws the text on the first row of a region, a blank on either side; what lies behind it stays as it is. A long text is
    /// cut, its count never.
    public func draw(onLine region: Region, in screen: inout CellBuffer) {
        let line = region.row(0)
        var x = line.x
        x += screen.put(" ", x: x, y: line.y, style: style, width: line.width)
        let number = count > 1 ? " \(glyphs.times)\(count)" : ""
        let room = line.maxX - x - DisplayWidth.of(number)
        x += screen.putTruncated(text, x: x, y: line.y, style: style, width: room, glyphs: glyphs)
        x += screen.put(number, x: x, y: line.y, style: style, width: line.maxX - x)
        screen.put(" ", x: x, y: line.y, style: style, width: line.maxX - x)
    }

    /// Draws the text into a corner of a region, wrapped to at most `width` columns, and returns what it covers: the next one
    /// goes above or below it.
    @discardableResult
    public func draw(
        inCorner corner: Corner, of region: Region, in screen: inout CellBuffer, width: Int = 40
    ) -> Region {
        let words = count > 1 ? "\(text) \(glyphs.times)\(count)" : text
        let lines = TextWrap.lines(words, width: min(width, region.width) - 2)
        let widest = lines.reduce(0) { max($0, DisplayWidth.of($1)) }
        let size = TerminalSize(columns: min(widest + 2, region.width), rows: min(lines.count, region.height))
        let isLeft = corner == .topLeft || corner == .bottomLeft
        let isTop = corner == .topLeft || corner == .topRight
        let box = Region(
            x: isLeft ? region.x : region.maxX - size.columns, y: isTop ? region.y : region.maxY - size.rows,
            width: size.columns, height: size.rows)
        screen.fill(box, style: style)
        for (index, line) in lines.prefix(box.height).enumerated() {
            // Where lines are left out, the last one says so.
            let isCut = index == box.height - 1 && lines.count > box.height
            screen.putTruncated(
                isCut ? line + glyphs.ellipsis : line, x: box.x + 1, y: box.y + index, style: style,
                width: box.width - 2, glyphs: glyphs)
        }
        return box
    }
}
