// Rows of texts under headings. The table knows nothing of what it shows or of which row is selected: the view lays a style
// over the rows it wants to stand out.

/// A table drawn into a region.
public struct Table: Sendable {
    /// From the left; which of them are seen depends on the width.
    public var columns: [TableColumn]
    /// Blanks between columns.
    public var gap: Int
    /// Blanks at the left and the right of each row.
    public var margin: Int
    /// The style of the heading.
    public var headingStyle: Style
    /// Whether the first row of the region shows the titles.
    public var showsHeading: Bool
    /// The glyphs of what is cut.
    public var glyphs: WidgetGlyphs

    public init(
        columns: [TableColumn], gap: Int = 2, margin: Int = 0, headingStyle: Style = .plain.bold(),
        showsHeading: Bool = true, glyphs: WidgetGlyphs = .unicode
    ) {
        self.columns = columns
        self.gap = max(0, gap)
        self.margin = max(0, margin)
        self.headingStyle = headingStyle
        self.showsHeading = showsHeading
        self.glyphs = glyphs
    }

    /// One row: a text for each column, over the row's own style.
    public struct Row: Sendable {
        /// A text for each of the table's columns, over the row's style; those at the end may be missing.
        public var cells: [StyledText]
        /// The style of the whole row.
        public var style: Style

        public init(_ cells: [StyledText], style: Style = .plain) {
            self.cells = cells
            self.style = style
        }
    }

    /// How many rows a region shows below the heading.
    public func visibleRows(in region: Region) -> Int { max(0, region.height - (showsHeading ? 1 : 0)) }

    /// Draws the heading and the rows that fit. Every row is filled to the region's width in its own style.
    public func draw(in screen: inout CellBuffer, region: Region, rows: [Row]) {
        let widths = Table.columnWidths(columns, available: region.width - 2 * margin, gap: gap)
        let (heading, body) = region.splitHorizontally(at: showsHeading ? 1 : 0)
        drawHeading(in: &screen, heading, widths: widths)
        screen.noteScrolling(body)
        for (index, row) in rows.prefix(body.height).enumerated() {
            draw(row, in: &screen, body.row(index), widths: widths)
        }
    }

    private func drawHeading(in screen: inout CellBuffer, _ line: Region, widths: [Int]) {
        guard !line.isEmpty else { return }
        screen.fill(line, style: headingStyle)
        var x = line.x + margin
        for (column, width) in zip(columns, widths) where width > 0 {
            draw(column.title, headingStyle, in: &screen, x: x, y: line.y, width: width, column.alignment)
            x += width + gap
        }
    }

    private func draw(_ row: Row, in screen: inout CellBuffer, _ line: Region, widths: [Int]) {
        screen.fill(line, style: row.style)
        var x = line.x + margin
        for (index, width) in widths.enumerated() where width > 0 {
            if index < row.cells.count {
                let cell = row.cells[index]
                draw(
                    cell.text, cell.style.over(row.style), in: &screen, x: x, y: line.y, width: width,
                    columns[index].alignment)
            }
            x += width + gap
        }
    }

    private func draw(
        _ text: String, _ style: Style, in screen: inout CellBuffer, x: Int, y: Int, width: Int, _ alignment: Alignment
    ) {
        let offset = alignment.offset(of: DisplayWidth.of(text), in: width)
        screen.putTruncated(text, x: x + offset, y: y, style: style, width: width - offset, glyphs: glyphs)
    }
}
