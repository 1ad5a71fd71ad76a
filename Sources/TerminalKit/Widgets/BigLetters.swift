// Words that are read across a hall: the headings of a screen on a wall, the answer at a door. A pixel is one column wide and
// half a row high, which is about square; so an ideograph takes 16 columns and 8 rows.

/// A line of text in large letters, for a small vocabulary: what is in the table of shapes (BigLetters+Shapes.swift).
///
/// Where a character has no shape, where there is no room, and in plain ASCII, it is ordinary text, bold and apart.
public struct BigLetters: Hashable, Sendable {
    /// What is shown.
    public var text: String
    /// How many times as large as the shapes the letters are drawn: 1 or 2.
    public var scale: Int
    /// The style of the letters and of the whole region.
    public var style: Style
    /// Where the text stands in a region that is wider.
    public var alignment: Alignment
    /// Whether there are blocks to draw with.
    public var glyphs: WidgetGlyphs

    public init(
        _ text: String, scale: Int = 1, style: Style = .plain, alignment: Alignment = .left,
        glyphs: WidgetGlyphs = .unicode
    ) {
        self.text = text
        self.scale = min(max(1, scale), 2)
        self.style = style
        self.alignment = alignment
        self.glyphs = glyphs
    }

    /// The rows of pixels in a shape.
    static let height = 16
    /// The rows of cells that a line of large letters takes.
    public static let rows = height / 2

    /// Whether every character has a shape; blanks need none.
    public static func hasShapes(for text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0 == " " || shapes[$0] != nil }
    }

    /// The cells that the large letters take; `nil` where they cannot be drawn.
    public func measure() -> TerminalSize? {
        guard glyphs == .unicode, BigLetters.hasShapes(for: text) else { return nil }
        let pixels = text.reduce(0) { $0 + Self.advance(of: $1) } - Self.gap
        return TerminalSize(columns: pixels * scale, rows: BigLetters.rows * scale)
    }

    /// Whether the large letters fit into a region of a size.
    public func fits(columns: Int, rows: Int) -> Bool {
        guard let size = measure() else { return false }
        return size.columns <= columns && size.rows <= rows
    }

    /// Draws the text from the top of a region and fills the region in the text's style.
    ///
    /// - Returns: The rows taken: those of the large letters, or one of ordinary text.
    @discardableResult
    public func draw(in screen: inout CellBuffer, region: Region) -> Int {
        screen.fill(region, style: style)
        guard let size = measure(), fits(columns: region.width, rows: region.height) else {
            drawOrdinary(in: &screen, region: region)
            return min(1, region.height)
        }
        var x = region.x + alignment.offset(of: size.columns, in: region.width)
        for character in text {
            if let shape = BigLetters.shapes[character] { draw(shape, in: &screen, x: x, y: region.y) }
            x += Self.advance(of: character) * scale
        }
        return size.rows
    }

    /// Blank columns of pixels after a letter.
    private static let gap = 1

    private static func advance(of character: Character) -> Int {
        (shapes[character]?.width ?? 5) + gap
    }

    private func drawOrdinary(in screen: inout CellBuffer, region: Region) {
        guard region.height > 0 else { return }
        // Ideographs apart are read from further away; words fall apart when their letters do.
        let apart = text.map(String.init).joined(separator: " ")
        let isIdeographic = DisplayWidth.of(text) > text.count
        let shown = isIdeographic && DisplayWidth.of(apart) <= region.width ? apart : text
        let width = min(DisplayWidth.of(shown), region.width)
        screen.putTruncated(
            shown, x: region.x + alignment.offset(of: width, in: region.width), y: region.y, style: style.bold(),
            width: width, glyphs: glyphs)
    }

    private func draw(_ shape: Shape, in screen: inout CellBuffer, x: Int, y: Int) {
        for row in stride(from: 0, to: BigLetters.height, by: 2 / scale) {
            for column in 0..<shape.width {
                let (upper, lower) = (shape.isSet(column, row), shape.isSet(column, scale == 2 ? row : row + 1))
                let glyph: String
                switch (upper, lower) {
                case (true, true): glyph = "█"
                case (true, false): glyph = "▀"
                case (false, true): glyph = "▄"
                case (false, false): continue
                }
                let place = Region(x: x + column * scale, y: y + row * scale / 2, width: scale, height: 1)
                screen.fill(place, glyph: glyph, style: style)
            }
        }
    }
}

extension BigLetters {
    /// A shape of pixels: rows from the top, the left pixel the highest bit of 16.
    struct Shape {
        var width: Int
        var rows: [UInt16]

        func isSet(_ column: Int, _ row: Int) -> Bool { rows[row] >> UInt16(15 - column) & 1 == 1 }
    }

    /// The table, read once.
    static let shapes: [Character: Shape] = {
        let text = table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        var shapes: [Character: Shape] = [:]
        for line in text.split(separator: "\n") {
            let digits = line.dropFirst()
            guard let character = line.first, let width = digits.first?.hexDigitValue else { continue }
            var rows: [UInt16] = []
            var rest = digits.dropFirst()
            while let row = UInt16(rest.prefix(4), radix: 16) {
                rows.append(row)
                rest = rest.dropFirst(4)
            }
            if rows.count == height { shapes[character] = Shape(width: width + 1, rows: rows) }
        }
        return shapes
    }()

    /// How many lines the table has: as many as there are shapes.
    static var lineCount: Int {
        table.withUTF8Buffer { $0.split(separator: UInt8(ascii: "\n")).count }
    }
}
