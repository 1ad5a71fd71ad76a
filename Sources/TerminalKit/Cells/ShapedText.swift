// Text that has passed the sanitising door: its glyphs are known, and so are its columns. What is drawn in many frames, such as the
// rows of a table, is shaped once when it arrives; then drawing it is a copy, and measuring it a count. It is no copyable value,
// because counting references would cost as much as the drawing.
//
// Unsafe code: `cells` is memory of this value alone, of `width` cells, written once when it is made and freed with it.

/// Text made ready for drawing.
///
/// ```swift
/// let name = ShapedText("欧阳娜娜")
/// screen.put(name, x: 2, y: 0, style: .plain)  // takes name.width columns: 8
/// ```
///
/// Its width is that of the moment when it was made: shape no text before ``DisplayWidth/ambiguous`` is known.
public struct ShapedText: ~Copyable, @unchecked Sendable {
    /// One cell a column, in the plain style.
    private let cells: UnsafeMutablePointer<Cell>
    /// The columns it takes.
    public let width: Int

    /// Shapes text, sanitised.
    public init(_ text: String) {
        let width = DisplayWidth.of(text)
        let cells = UnsafeMutablePointer<Cell>.allocate(capacity: max(1, width))
        cells.initialize(repeating: .blank(0), count: width)
        text.withUTF8Bytes { bytes in
            let plain = StylePair(glyphs: 0, blanks: 0)
            _ = RowPainter(row: cells, columns: width).paint(bytes, from: 0, to: width, style: plain)
        }
        self.cells = cells
        self.width = width
    }

    deinit { cells.deallocate() }

    /// The text as it is shown.
    public var text: String { (0..<width).reduce(into: "") { $0 += cells[$1].text } }

    /// Copies the cells into a row, between its columns `max(0, x)` and `end`, and returns the column behind the last.
    @inline(__always)
    fileprivate func paint(_ painter: RowPainter, from x: Int, to end: Int, style: StylePair) -> Int {
        painter.copy(UnsafeBufferPointer(start: cells, count: width), from: x, to: end, style: style)
    }
}

extension CellBuffer {
    /// Draws shaped text like ``put(_:x:y:style:width:)``.
    @discardableResult
    public mutating func put(
        _ text: borrowing ShapedText, x: Int, y: Int, style: Style, width limit: Int = .max
    ) -> Int {
        let columns = size.columns
        guard y >= 0, y < size.rows, x < columns, limit > 0 else { return 0 }
        let end = limit < columns &- x ? x &+ limit : columns
        let pair = styles.pair(of: style)
        return cells.withUnsafeMutableBufferPointer { cells in
            guard let start = cells.baseAddress else { return 0 }
            let painter = RowPainter(row: start + y &* columns, columns: columns)
            return text.paint(painter, from: x, to: end, style: pair) &- x
        }
    }
}
