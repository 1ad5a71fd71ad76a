// A frame of lines around a region, with a title in its upper edge.

/// A box drawn with lines.
public struct Box: Hashable, Sendable {
    /// The lines of a box. All are single cells in the widths of this module (East Asian ambiguous).
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

    /// The region inside of the lines.
    public static func interior(of region: Region) -> Region { region.inset(by: 1) }

    /// Draws the lines and the titles, leaves the inside as it is, and returns the inside.
    ///
    /// A region of less than two columns or rows is too small for a box: then nothing is drawn.
    @discardableResult
    public func draw(in screen: inout CellBuffer, region: Region) -> Region {
        let inside = Box.interior(of: region)
        guard region.width >= 2, region.height >= 2 else { return inside }
        let (topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical) = lines.glyphs
        let right = region.maxX - 1
        let bottom = region.maxY - 1
        let across = Region(x: region.x + 1, y: region.y, width: region.width - 2, height: 1)
        let down = Region(x: region.x, y: region.y + 1, width: 1, height: region.height - 2)
        screen.put(topLeft, x: region.x, y: region.y, style: style)
        screen.fill(across, glyph: horizontal, style: style)
        screen.put(topRight, x: right, y: region.y, style: style)
        screen.fill(down, glyph: vertical, style: style)
        screen.fill(Region(x: right, y: down.y, width: 1, height: down.height), glyph: vertical, style: style)
        screen.put(bottomLeft, x: region.x, y: bottom, style: style)
        screen.fill(Region(x: across.x, y: bottom, width: across.width, height: 1), glyph: horizontal, style: style)
        screen.put(bottomRight, x: right, y: bottom, style: style)
        drawTitles(in: &screen, region: region)
        return inside
    }

    private func drawTitles(in screen: inout CellBuffer, region: Region) {
        let room = region.width - 6  // corner, line and blank on either side
        guard room > 0 else { return }
        var used = 0
        if !title.isEmpty {
            screen.put(" ", x: region.x + 2, y: region.y, style: style)
            used = screen.put(title, x: region.x + 3, y: region.y, base: style, width: room)
            screen.put(" ", x: region.x + 3 + used, y: region.y, style: style)
            used += 3
        }
        let trailing = trailingTitle.reduce(0) { $0 + $1.width }
        if trailing > 0, used + trailing <= room {
            let x = region.maxX - 3 - trailing
            screen.put(" ", x: x - 1, y: region.y, style: style)
            screen.put(trailingTitle, x: x, y: region.y, base: style, width: trailing)
            screen.put(" ", x: x + trailing, y: region.y, style: style)
        }
    }
}
