// Rows of texts under headings. The table knows nothing of what it shows or of which row is selected: the view lays a style
// over the rows it wants to stand out.

/// A table drawn into a region.
public struct Table: Sendable {
    public var columns: [TableColumn]
    /// Blanks between columns.
    public var gap: Int
    /// Blanks at the left and the right of each row.
    public var margin: Int
    /// The style of the heading.
    public var headingStyle: Style
    /// Whether the first row of the region shows the titles.
    public var showsHeading: Bool

    public init(
        columns: [TableColumn], gap: Int = 2, margin: Int = 0, headingStyle: Style = .plain.bold(),
        showsHeading: Bool = true
    ) {
        self.columns = columns
        self.gap = max(0, gap)
        self.margin = max(0, margin)
        self.headingStyle = headingStyle
        self.showsHeading = showsHeading
    }

    /// One row: a text for each column, over the row's own style.
    public struct Row: Sendable {
        public var cells: [StyledText]
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
        var line = 0
        if showsHeading {
            let titles = columns.map { StyledText($0.title) }
            draw(Row(titles, style: headingStyle), in: &screen, region: region.row(0), widths: widths)
            line = 1
        }
        for row in rows.prefix(visibleRows(in: region)) {
            draw(row, in: &screen, region: region.row(line), widths: widths)
            line += 1
        }
    }

    private func draw(_ row: Row, in screen: inout CellBuffer, region: Region, widths: [Int]) {
        guard !region.isEmpty else { return }
        screen.fill(region, style: row.style)
        var x = region.x + margin
        for (index, width) in widths.enumerated() where width > 0 {
            if index < row.cells.count {
                let cell = row.cells[index]
                let used = min(width, alignmentMatters(index) ? cell.width : 0)
                screen.putTruncated(
                    cell.text, x: x + offset(of: used, in: width, columns[index].alignment), y: region.y,
                    style: cell.style.over(row.style), width: width)
            }
            x += width + gap
        }
    }

    private func alignmentMatters(_ index: Int) -> Bool { columns[index].alignment != .left }

    private func offset(of used: Int, in width: Int, _ alignment: TableColumn.Alignment) -> Int {
        switch alignment {
        case .left: 0
        case .right: width - used
        case .centre: (width - used) / 2
        }
    }
}
