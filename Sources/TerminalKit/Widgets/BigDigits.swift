// Numbers that are read across a room: a clock, the counts of a day. On a screen of 24 inches with 45 rows the large size is about
// 3 cm high.

/// Text of digits and a few signs in large letters: `0-9 : . / - %` and blanks.
public struct BigDigits: Hashable, Sendable {
    /// How large the digits are.
    public enum Size: Hashable, Sendable {
        /// Digits of 3 × 3 cells from half blocks; in ASCII 3 × 5.
        case small
        /// Digits of 6 × 5 cells.
        case large
        /// Digits of 12 × 10 cells.
        case huge

        /// The columns of a pixel, in blocks that are whole.
        fileprivate var columnsOfPixel: Int {
            switch self {
            case .small: 1
            case .large: 2
            case .huge: 4
            }
        }
    }

    /// What is shown; a character that has no shape is drawn as a chequered one.
    public var text: String
    /// The size wanted; where it does not fit, a smaller one is drawn, at last plain text. A number is never cut to another.
    public var size: Size
    /// The style of the digits and of the whole region.
    public var style: Style
    /// Where the text stands in a region that is wider.
    public var alignment: Alignment
    /// Whether digits are made of blocks or of plain ASCII.
    public var glyphs: WidgetGlyphs

    public init(
        _ text: String, size: Size = .large, style: Style = .plain, alignment: Alignment = .left,
        glyphs: WidgetGlyphs = .unicode
    ) {
        self.text = text
        self.size = size
        self.style = style
        self.alignment = alignment
        self.glyphs = glyphs
    }

    /// The cells that the text takes in a size.
    public func measure(_ size: Size) -> TerminalSize {
        var pixels = 0
        for character in text { pixels += (pixels > 0 ? 1 : 0) + BigDigits.shape(of: character).width }
        return switch (size, glyphs) {
        case (.huge, _): TerminalSize(columns: pixels * 4, rows: BigDigits.height * 2)
        case (.large, _): TerminalSize(columns: pixels * 2, rows: BigDigits.height)
        case (.small, .ascii): TerminalSize(columns: pixels, rows: BigDigits.height)
        case (.small, .unicode): TerminalSize(columns: pixels, rows: (BigDigits.height + 1) / 2)
        }
    }

    /// Draws the text from the top of a region and fills the region in the text's style.
    public func draw(in screen: inout CellBuffer, region: Region) {
        screen.fill(region, style: style)
        guard let size = fittingSize(in: region) else {
            let width = min(DisplayWidth.of(text), region.width)
            screen.putTruncated(
                text, x: region.x + alignment.offset(of: width, in: region.width), y: region.y, style: style,
                width: region.height > 0 ? width : 0, glyphs: glyphs)
            return
        }
        var x = region.x + alignment.offset(of: measure(size).columns, in: region.width)
        for character in text {
            let shape = BigDigits.shape(of: character)
            draw(shape, size, in: &screen, x: x, y: region.y)
            x += (shape.width + 1) * size.columnsOfPixel
        }
    }

    private func fittingSize(in region: Region) -> Size? {
        let candidates: [Size] =
            switch size {
            case .huge: [.huge, .large, .small]
            case .large: [.large, .small]
            case .small: [.small]
            }
        for candidate in candidates {
            let needed = measure(candidate)
            if needed.columns <= region.width, needed.rows <= region.height { return candidate }
        }
        return nil
    }

    private func draw(_ shape: Shape, _ size: Size, in screen: inout CellBuffer, x: Int, y: Int) {
        switch (size, glyphs) {
        case (.small, .unicode):
            for row in stride(from: 0, to: BigDigits.height, by: 2) {
                for column in 0..<shape.width {
                    let glyph =
                        switch (shape.isSet(column, row), shape.isSet(column, row + 1)) {
                        case (true, true): "█"
                        case (true, false): "▀"
                        case (false, true): "▄"
                        case (false, false): " "
                        }
                    screen.put(glyph, x: x + column, y: y + row / 2, style: style)
                }
            }
        case (.small, .ascii), (.large, _), (.huge, _):
            // A cell is about twice as high as wide: two of them side by side are a square.
            let wide = size.columnsOfPixel
            let high = max(1, wide / 2)
            for row in 0..<BigDigits.height {
                for column in 0..<shape.width where shape.isSet(column, row) {
                    let pixel = Region(x: x + column * wide, y: y + row * high, width: wide, height: high)
                    screen.fill(pixel, glyph: glyphs.filled(fromLeft: 8), style: style)
                }
            }
        }
    }
}
