// A piece of text in one style: what titles, table cells and lines of help are made of.

/// Text with a style.
public struct StyledText: Hashable, Sendable {
    /// What is shown.
    public var text: String
    /// Where it leaves something open, it takes that of what it is drawn over.
    public var style: Style

    public init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    /// Columns the text takes.
    public var width: Int { DisplayWidth.of(text) }
}

extension CellBuffer {
    /// Draws pieces of text one after the other, each over a base style; the last that does not fit ends in an ellipsis.
    ///
    /// - Returns: Columns taken.
    @discardableResult
    public mutating func put(
        _ pieces: [StyledText], x: Int, y: Int, base: Style = .plain, width limit: Int, glyphs: WidgetGlyphs = .unicode
    ) -> Int {
        var used = 0
        for (index, piece) in pieces.enumerated() {
            let room = limit - used
            if room <= 0 { break }
            let isLast = index == pieces.count - 1 || pieces[(index + 1)...].allSatisfy(\.text.isEmpty)
            let style = piece.style.over(base)
            let length = DisplayWidth.measure(piece.text, fitting: room)
            let isWhole = length.bytes == piece.text.utf8.count
            if isWhole, isLast || length.width < room {
                used += put(piece.text, x: x + used, y: y, style: style, width: room)
            } else {
                // Something is cut: here, or right after this piece.
                used += putTruncated(
                    piece.text + (isWhole ? " " : ""), x: x + used, y: y, style: style, width: room, glyphs: glyphs)
                break
            }
        }
        return used
    }
}
