// A frame of lines around a region, with a title in its upper edge.

/// A box drawn with lines.
public struct Box: Hashable, Sendable {
    /// The lines of a box. All but those of ASCII are East Asian ambiguous: of one column only where ``DisplayWidth/ambiguous`` is
    /// narrow.
    public enum Lines: Hashable, Sendable {
        case single, heavy, rounded, double
        /// `+`, `-` and `|`, for terminals that draw lines two columns wide.
        case ascii

        /// Top left, top right, bottom left, bottom right, horizontal, vertical.
        fileprivate var glyphs: (String, String, String, String, String, String) {
            switch self {
            case .single: ("┌", "┐", "└", "┘", "─", "│")
            case .heavy: ("┏", "┓", "┗", "┛", "━", "┃")
            case .rounded: ("╭", "╮", "╰", "╯", "─", "│")
            case .double: ("╔", "╗", "╚", "╝", "═", "║")
            case .ascii: ("+", "+", "+", "+", "-", "|")
            }
        }
    }

    /// The lines that it is drawn with; those of plain ASCII also cut titles in ASCII.
    public var lines: Lines
    /// The style of the lines; titles are laid over it.
    public var style: Style
    /// Drawn into the upper edge, from the fourth column, a blank on either side.
    public var title: [StyledText]
    /// Drawn into the upper edge, ending in the fourth column from the right, when there is room for it.
    public var trailingTitle: [StyledText]

    public init(
        lines: Lines = .single, style: Style = .plain, title: [StyledText] = [], trailingTitle: [StyledText] = []
    ) {
        self.lines = lines
        self.style = style
        self.title = title
        self.trailingTitle = trailingTitle
    }

    /// Draws the lines and the titles, leaves the inside as it is, and returns the inside.
    ///
    /// A region of less than two columns or rows is too small for a box: then nothing is drawn.
    @discardableResult
    public func draw(in screen: inout CellBuffer, region: Region) -> Region {
        let inside = region.inset(by: 1)
        guard region.width >= 2, region.height >= 2 else { return inside }
        let (topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical) = lines.glyphs
        let right = region.maxX - 1
        func drawEdge(_ y: Int, _ left: String, _ end: String) {
            screen.put(left, x: region.x, y: y, style: style)
            let line = Region(x: region.x + 1, y: y, width: region.width - 2, height: 1)
            screen.fill(line, glyph: horizontal, style: style)
            screen.put(end, x: right, y: y, style: style)
        }
        drawEdge(region.y, topLeft, topRight)
        drawEdge(region.maxY - 1, bottomLeft, bottomRight)
        let side = Region(x: region.x, y: region.y + 1, width: 1, height: region.height - 2)
        screen.fill(side, glyph: vertical, style: style)
        screen.fill(Region(x: right, y: side.y, width: 1, height: side.height), glyph: vertical, style: style)
        drawTitles(in: &screen, region: region)
        return inside
    }

    private func drawTitles(in screen: inout CellBuffer, region: Region) {
        let room = region.width - 6  // corner, line and blank on either side
        guard room > 0 else { return }
        let glyphs: WidgetGlyphs = lines == .ascii ? .ascii : .unicode
        var used = 0
        if !title.isEmpty {
            screen.put(" ", x: region.x + 2, y: region.y, style: style)
            used = screen.put(title, x: region.x + 3, y: region.y, base: style, width: room, glyphs: glyphs)
            screen.put(" ", x: region.x + 3 + used, y: region.y, style: style)
            used += 3
        }
        let trailing = trailingTitle.reduce(0) { $0 + $1.width }
        if trailing > 0, used + trailing <= room {
            let x = region.maxX - 3 - trailing
            screen.put(" ", x: x - 1, y: region.y, style: style)
            screen.put(trailingTitle, x: x, y: region.y, base: style, width: trailing, glyphs: glyphs)
            screen.put(" ", x: x + trailing, y: region.y, style: style)
        }
    }
}
