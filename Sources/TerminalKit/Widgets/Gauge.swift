// How much of something is done, as a bar.

/// A bar of which a part is filled.
///
/// It looks full only when all is done and empty only when nothing is, however long or short it is. (A single cell of ASCII
/// can tell only one of the two: it is filled when all is done.)
public struct Gauge: Hashable, Sendable {
    /// What is done, of ``whole``.
    public var part: Int
    /// All there is to do; when it is not positive, only a positive part fills the bar.
    public var whole: Int
    /// What stands to the right of the bar, parted from it by a blank; it goes when it would take more than half of the room.
    public var label: String
    /// The style of the filled part.
    public var style: Style
    /// The style of the rest.
    public var trackStyle: Style
    /// The style of the label and of the blanks around it.
    public var labelStyle: Style
    /// Whether the bar is made of blocks or of plain ASCII.
    public var glyphs: WidgetGlyphs

    public init(
        part: Int, whole: Int, label: String = "", style: Style = .plain, trackStyle: Style = .plain.dim(),
        labelStyle: Style = .plain, glyphs: WidgetGlyphs = .unicode
    ) {
        self.part = part
        self.whole = whole
        self.label = label
        self.style = style
        self.trackStyle = trackStyle
        self.labelStyle = labelStyle
        self.glyphs = glyphs
    }

    /// Draws the bar over all rows of a region, the label in the first.
    public func draw(in screen: inout CellBuffer, region: Region) {
        let needed = label.isEmpty ? 0 : DisplayWidth.of(label) + 1
        let (bar, rest) = region.splitVertically(at: region.width - (needed * 2 > region.width ? 0 : needed))
        let filled = eighths(of: bar.width)
        let (done, open) = bar.splitVertically(at: filled / 8)
        screen.fill(done, glyph: glyphs.filled(fromLeft: 8), style: style)
        screen.fill(open, glyph: glyphs.track, style: trackStyle)
        if filled % 8 > 0 {
            let edge = Region(x: open.x, y: open.y, width: 1, height: open.height)
            let ground = style.background == .standard ? style.background(trackStyle.background) : style
            screen.fill(edge, glyph: glyphs.filled(fromLeft: filled % 8), style: ground)
        }
        if !rest.isEmpty {
            screen.fill(rest, style: labelStyle)
            screen.put(label, x: rest.x + 1, y: rest.y, style: labelStyle, width: rest.width - 1)
        }
    }

    /// The eighths of cells filled on a bar of `cells`; in ASCII always whole cells.
    func eighths(of cells: Int) -> Int {
        let step =
            switch glyphs {
            case .unicode: 1
            case .ascii: 8
            }
        let all = cells * 8
        guard part > 0, all > 0 else { return 0 }
        guard part < whole else { return all }
        // In floating point: the numbers may be of any size.
        let exact = Int(Double(all) * (Double(part) / Double(whole))) / step * step
        return min(max(exact, step), all - step)
    }
}
