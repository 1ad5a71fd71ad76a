/// A sign that is read across a room: a tick, a cross, a dot. As high as ``BigDigits`` of the same size, but never huge.
public struct BigSign: Hashable, Sendable {
    public enum Shape: Hashable, CaseIterable, Sendable {
        case tick, cross, dot
    }

    public var shape: Shape
    public var size: BigDigits.Size
    public var style: Style
    public var glyphs: WidgetGlyphs

    public init(_ shape: Shape, size: BigDigits.Size = .large, style: Style = .plain, glyphs: WidgetGlyphs = .unicode) {
        self.shape = shape
        self.size = size
        self.style = style
        self.glyphs = glyphs
    }

    /// The cells that it takes.
    public func measure() -> TerminalSize {
        switch (size, glyphs) {
        case (.huge, _), (.large, _): TerminalSize(columns: 2 * Self.side, rows: Self.side)
        case (.small, .ascii): TerminalSize(columns: Self.side, rows: Self.side)
        case (.small, .unicode): TerminalSize(columns: Self.side, rows: (Self.side + 1) / 2)
        }
    }

    private static let side = 5

    private var rows: [String] {
        switch shape {
        case .tick: ["    #", "   ##", "#  # ", "###  ", " #   "]
        case .cross: ["#   #", " # # ", "  #  ", " # # ", "#   #"]
        case .dot: [" ### ", "#####", "#####", "#####", " ### "]
        }
    }

    /// Draws it from the top left of a region; what does not fit is left out.
    public func draw(in screen: inout CellBuffer, region: Region) {
        let pixels = rows.map { $0.map { $0 == "#" } }
        func isSet(_ column: Int, _ row: Int) -> Bool { row < Self.side && pixels[row][column] }
        let isHalved = size == .small && glyphs == .unicode
        let wide = size == .small ? 1 : 2
        for row in stride(from: 0, to: Self.side, by: isHalved ? 2 : 1) {
            let y = isHalved ? row / 2 : row
            guard y < region.height else { return }
            for column in 0..<Self.side where (column + 1) * wide <= region.width {
                let place = Region(x: region.x + column * wide, y: region.y + y, width: wide, height: 1)
                guard isHalved else {
                    if isSet(column, row) {
                        screen.fill(place, glyph: glyphs.filled(fromLeft: 8), style: style)
                    }
                    continue
                }
                let glyph =
                    switch (isSet(column, row), isSet(column, row + 1)) {
                    case (true, true): "█"
                    case (true, false): "▀"
                    case (false, true): "▄"
                    case (false, false): " "
                    }
                screen.put(glyph, x: place.x, y: place.y, style: style)
            }
        }
    }
}
