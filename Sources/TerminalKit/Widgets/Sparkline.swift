// A row of numbers as a row of little columns: how something went over time.

/// Columns of different heights, one for each value.
public struct Sparkline: Hashable, Sendable {
    /// The values, oldest first; nil is a gap, for a time of which nothing is known.
    public var values: [Int?]
    /// The values of the lowest and the highest column; nil for 0 and the greatest value that is drawn.
    public var scale: ClosedRange<Int>?
    /// The style of the columns and of the whole region.
    public var style: Style
    /// Whether columns are made of blocks or of plain ASCII.
    public var glyphs: WidgetGlyphs

    public init(
        _ values: [Int?], scale: ClosedRange<Int>? = nil, style: Style = .plain, glyphs: WidgetGlyphs = .unicode
    ) {
        self.values = values
        self.scale = scale
        self.style = style
        self.glyphs = glyphs
    }

    /// Draws the newest values that fit, the newest at the right of the region. Each row has eight levels; a value that is
    /// known has at least the lowest.
    public func draw(in screen: inout CellBuffer, region: Region) {
        screen.fill(region, style: style)
        guard !region.isEmpty else { return }
        let shown = values.suffix(region.width)
        let range = scale ?? 0...max(1, shown.reduce(0) { max($0, $1 ?? 0) })
        var x = region.maxX - shown.count
        for value in shown {
            if let value {
                draw(Sparkline.level(of: value, in: range, levels: region.height * 8), at: x, in: &screen, region)
            }
            x += 1
        }
    }

    /// The same as a text of one row, for what is printed and not drawn; a gap is a space.
    public static func text(_ values: [Int?], glyphs: WidgetGlyphs) -> String {
        let range = 0...max(1, values.reduce(0) { max($0, $1 ?? 0) })
        return values.map { value in
            value.map { glyphs.filled(fromBottom: level(of: $0, in: range, levels: 8)) } ?? " "
        }.joined()
    }

    private func draw(_ level: Int, at x: Int, in screen: inout CellBuffer, _ region: Region) {
        for row in 0..<region.height {
            let eighths = level - row * 8
            if eighths <= 0 { break }
            let glyph = glyphs.filled(fromBottom: min(8, eighths))
            screen.put(glyph, x: x, y: region.maxY - 1 - row, style: style, width: 1)
        }
    }

    /// The level of a value, 1 … `levels`; values outside of the scale are drawn at its ends.
    static func level(of value: Int, in scale: ClosedRange<Int>, levels: Int) -> Int {
        if value <= scale.lowerBound { return 1 }
        if value >= scale.upperBound { return levels }
        // In floating point: the difference of two integers may be none.
        let low = Double(scale.lowerBound)
        let share = (Double(value) - low) / (Double(scale.upperBound) - low)
        return 1 + Int((share * Double(levels - 1)).rounded())
    }
}
