// Text that has passed the sanitising door: its glyphs are known, and so are its columns. What is drawn in many frames, such as the
// rows of a table, is shaped once when it arrives; then drawing it is a copy, and measuring it a count.

/// Text made ready for drawing.
///
/// ```swift
/// let name = ShapedText("欧阳娜娜")
/// screen.put(name, x: 2, y: 0, style: .plain)  // takes name.width columns: 8
/// ```
///
/// Its width is that of the moment when it was made: shape no text before ``DisplayWidth/ambiguous`` is known.
public struct ShapedText: Hashable, Sendable {
    /// One cell a column, in the plain style.
    let cells: [Cell]

    /// Shapes text, sanitised.
    public init(_ text: String) {
        let width = DisplayWidth.of(text)
        cells = Array(unsafeUninitializedCapacity: width) { row, count in
            row.initialize(repeating: .blank(0))
            count = width
            guard let start = row.baseAddress else { return }
            text.withUTF8Bytes { bytes in
                let plain = StylePair(glyphs: 0, blanks: 0)
                _ = RowPainter(row: start, columns: width).paint(bytes, from: 0, to: width, style: plain)
            }
        }
    }

    /// The columns it takes.
    public var width: Int { cells.count }

    /// The text as it is shown.
    public var text: String { cells.reduce(into: "") { $0 += $1.text } }
}

extension CellBuffer {
    /// Draws shaped text like ``put(_:x:y:style:width:)``.
    @discardableResult
    public mutating func put(_ text: ShapedText, x: Int, y: Int, style: Style, width limit: Int = .max) -> Int {
        let columns = size.columns
        guard y >= 0, y < size.rows, x < columns, limit > 0 else { return 0 }
        let end = limit < columns &- x ? x &+ limit : columns
        let pair = styles.pair(of: style)
        return cells.withUnsafeMutableBufferPointer { cells in
            guard let start = cells.baseAddress else { return 0 }
            let painter = RowPainter(row: start + y &* columns, columns: columns)
            return text.cells.withUnsafeBufferPointer { painter.copy($0, from: x, to: end, style: pair) } &- x
        }
    }
}
