// A box over the middle of the screen: something to read, or the frame of a list or a form.

/// A box with a title, a hint in its upper edge, and a ground of its own.
public struct Overlay: Hashable, Sendable {
    /// Stands at the left of the upper edge.
    public var title: [StyledText]
    /// Stands at the right of the upper edge: which keys close it.
    public var hint: [StyledText]
    /// The style of the inside.
    public var style: Style
    /// The style of the lines; titles and hints are laid over it.
    public var edgeStyle: Style
    /// The lines of its edge.
    public var lines: Box.Lines
    /// The glyphs of the scroll mark.
    public var glyphs: WidgetGlyphs
    /// Whether everything in the region is dimmed before the box is drawn over it.
    public var dimsGround: Bool

    public init(
        title: [StyledText], hint: [StyledText] = [], style: Style = .plain, edgeStyle: Style = .plain,
        lines: Box.Lines? = nil, glyphs: WidgetGlyphs = .unicode, dimsGround: Bool = false
    ) {
        self.title = title
        self.hint = hint
        self.style = style
        self.edgeStyle = edgeStyle
        self.lines = lines ?? glyphs.lines
        self.glyphs = glyphs
        self.dimsGround = dimsGround
    }

    /// Draws an empty box of at most the given size in the middle of a region and returns its inside.
    public func drawFrame(in screen: inout CellBuffer, region: Region, width: Int, height: Int) -> Region {
        if dimsGround { screen.restyle(region) { $0.dim() } }
        let box = region.centred(width: width, height: height)
        screen.fill(box, style: style)
        return Box(lines: lines, style: edgeStyle, title: title, trailingTitle: hint).draw(in: &screen, region: box)
    }

    /// Draws the box around lines of text, as large as they need and the region allows, with a mark on its right edge when they
    /// have to be scrolled.
    ///
    /// - Parameters:
    ///   - body: The lines, already broken to width: the largest box takes four columns of the region for itself.
    ///   - top: The first line to show; see ``lastTop(of:in:)``.
    ///   - least: The least width of the box, in cells, where the region has it.
    public func draw(_ body: [[StyledText]], top: Int, in screen: inout CellBuffer, region: Region, least: Int = 40) {
        let widest = body.reduce(0) { max($0, $1.reduce(0) { $0 + $1.width }) }
        let inside = drawFrame(
            in: &screen, region: region, width: max(widest + 6, least), height: body.count + 2)
        let first = min(max(0, top), max(0, body.count - inside.height))
        for (index, line) in body.dropFirst(first).prefix(inside.height).enumerated() {
            screen.put(
                line, x: inside.x + 1, y: inside.y + index, base: style, width: inside.width - 2, glyphs: glyphs)
        }
        let edge = Region(x: inside.maxX, y: inside.y, width: 1, height: inside.height).intersection(region)
        ScrollWindow.drawMark(
            in: &screen, track: edge, top: first, visible: inside.height, count: body.count, style: edgeStyle,
            glyphs: glyphs)
    }

    /// The furthest that so many lines can be scrolled in a region.
    public static func lastTop(of lines: Int, in region: Region) -> Int { max(0, lines - max(0, region.height - 2)) }
}
