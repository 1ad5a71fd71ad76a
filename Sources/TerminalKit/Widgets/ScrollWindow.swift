// Which part of a long list is shown, and the mark that says so.

/// The part of a list that fits on the screen.
public enum ScrollWindow {
    /// The first line to show so that the selected one is seen, moving as little as possible from the present first line.
    ///
    /// - Parameters:
    ///   - current: The first line shown now.
    ///   - selected: The line that must be seen, from 0.
    ///   - visible: Lines that fit.
    ///   - count: Lines there are.
    public static func top(current: Int, selected: Int, visible: Int, count: Int) -> Int {
        guard visible > 0, count > visible else { return 0 }
        let wanted = min(max(0, selected), count - 1)
        let top = min(max(current, wanted - visible + 1), wanted)
        return min(max(0, top), count - visible)
    }

    /// Where the mark stands on a track of `length` cells: its first cell and its length; nil when everything is seen.
    ///
    /// It touches an end of the track only when the list's end is seen.
    public static func mark(top: Int, visible: Int, count: Int, length: Int) -> (start: Int, length: Int)? {
        guard visible > 0, count > visible, length > 0 else { return nil }
        let size = min(length, max(1, length * visible / count))
        let room = length - size
        let last = count - visible
        let position = min(max(0, top), last)
        if room == 0 || position == 0 { return (0, size) }
        if position == last { return (room, size) }
        return (room < 2 ? 0 : 1 + (position - 1) * (room - 1) / max(1, last - 1), size)
    }

    /// Draws the mark over a column of the screen, for example the right border of a box. Nothing is drawn when everything
    /// is seen.
    ///
    /// - Parameter track: A region of one column; of a wider one the last column is taken.
    public static func drawMark(
        in screen: inout CellBuffer, track: Region, top: Int, visible: Int, count: Int, style: Style,
        glyphs: WidgetGlyphs = .unicode
    ) {
        guard !track.isEmpty, let mark = mark(top: top, visible: visible, count: count, length: track.height) else {
            return
        }
        let marked = Region(x: track.maxX - 1, y: track.y + mark.start, width: 1, height: mark.length)
        screen.fill(marked, glyph: glyphs.scrollMark, style: style)
    }
}
