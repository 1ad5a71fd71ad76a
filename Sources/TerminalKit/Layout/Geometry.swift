// Sizes and rectangles in terminal cells. A screen is laid out by cutting regions off a larger region; every cut is
// clipped, so that a view on a terminal that is too small gets empty regions instead of negative ones.

/// The size of a terminal, in cells.
public struct TerminalSize: Hashable, Sendable {
    /// Width in cells.
    public var columns: Int
    /// Height in cells.
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A rectangle of cells: 0-based, half open (`x ..< maxX`, `y ..< maxY`). Never of negative size.
public struct Region: Hashable, Sendable {
    /// The first column.
    public var x: Int
    /// The first row.
    public var y: Int
    /// Width in cells, not negative.
    public var width: Int
    /// Height in cells, not negative.
    public var height: Int

    /// A region; negative sizes become 0.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The whole of a screen.
    public init(_ size: TerminalSize) {
        self.init(x: 0, y: 0, width: size.columns, height: size.rows)
    }

    /// Whether the region holds no cell.
    public var isEmpty: Bool { width == 0 || height == 0 }
    /// The first column to the right of the region.
    public var maxX: Int { x + width }
    /// The first row below the region.
    public var maxY: Int { y + height }

    /// Whether the cell belongs to the region.
    public func contains(column: Int, row: Int) -> Bool {
        column >= x && column < maxX && row >= y && row < maxY
    }

    /// What both regions hold; empty when they do not touch.
    public func intersection(_ other: Region) -> Region {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Region(
            x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }
}
