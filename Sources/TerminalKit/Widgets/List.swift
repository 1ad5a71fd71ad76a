// Lines to choose from, one below the other. The list asks for the lines that are seen and for no others, so that it may stand
// for thousands; which one is selected and where the window stands is the view's.

/// A list drawn into a region.
public struct List: Sendable {
    /// One line.
    public struct Item: Hashable, Sendable {
        /// What the line says; cut where it does not fit.
        public var text: String
        /// One column before the text, parted from it by a blank; the selected line has the list's own mark there.
        public var mark: String
        /// What ends the line at the right, such as a key or a code.
        public var trailing: String
        /// Laid over the list's style.
        public var style: Style

        public init(_ text: String, mark: String = " ", trailing: String = "", style: Style = .plain) {
            self.text = text
            self.mark = mark
            self.trailing = trailing
            self.style = style
        }
    }

    /// The style of the whole region.
    public var style: Style
    /// The whole style of the selected line, in place of the list's and the line's own.
    public var selectionStyle: Style
    /// What stands in the first line, from the first column, when there are none.
    public var emptyText: StyledText
    /// Whether there is a column for marks; without it a blank stands before each text.
    public var showsMarks: Bool
    /// The glyphs of the mark and of what is cut.
    public var glyphs: WidgetGlyphs

    /// A list; without a style for it the selected line is reversed.
    public init(
        style: Style = .plain, selectionStyle: Style? = nil, emptyText: StyledText = StyledText(""),
        showsMarks: Bool = true, glyphs: WidgetGlyphs = .unicode
    ) {
        self.style = style
        self.selectionStyle = selectionStyle ?? style.reverse()
        self.emptyText = emptyText
        self.showsMarks = showsMarks
        self.glyphs = glyphs
    }

    /// Draws the lines that are seen over the whole of a region.
    ///
    /// - Parameters:
    ///   - top: The first line to show, as by ``ScrollWindow/top(current:selected:visible:count:)``.
    ///   - count: Lines there are.
    ///   - selected: The line that is selected; nil for none.
    ///   - item: The line of a number; asked only for lines that are seen.
    public func draw(
        in screen: inout CellBuffer, region: Region, top: Int = 0, count: Int, selected: Int?, item: (Int) -> Item
    ) {
        screen.fill(region, style: style)
        guard !region.isEmpty else { return }
        guard count > 0 else {
            screen.putTruncated(
                emptyText.text, x: region.x, y: region.y, style: emptyText.style.over(style), width: region.width,
                glyphs: glyphs)
            return
        }
        let first = max(0, min(top, count - 1))
        screen.noteScrolling(region)
        for index in first..<min(count, first + region.height) {
            draw(item(index), isSelected: index == selected, in: &screen, region.row(index - first))
        }
    }

    private func draw(_ item: Item, isSelected: Bool, in screen: inout CellBuffer, _ row: Region) {
        let look = isSelected ? selectionStyle : item.style.over(style)
        if look != style { screen.fill(row, style: look) }
        let start = showsMarks ? 2 : 1
        if showsMarks {
            let mark = isSelected ? glyphs.selected : item.mark
            screen.put(mark, x: row.x, y: row.y, style: look, width: min(1, row.width))
        }
        // The last column stays free, and a blank parts the text from what ends the line. Where that would leave less than half
        // of the line for the text, it is not shown.
        let trailing = item.trailing.isEmpty ? 0 : DisplayWidth.of(item.trailing) + 1
        let showsTrailing = trailing > 0 && (trailing + 1) * 2 <= row.width
        if showsTrailing {
            screen.put(item.trailing, x: row.maxX - trailing, y: row.y, style: look, width: trailing - 1)
        }
        screen.putTruncated(
            item.text, x: row.x + start, y: row.y, style: look,
            width: row.width - start - 1 - (showsTrailing ? trailing : 0), glyphs: glyphs)
    }
}
