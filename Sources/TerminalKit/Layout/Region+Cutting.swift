// Cutting regions: the whole layout language of the screens. Each cut is clipped to what is there.

extension Region {
    /// The region without `cells` columns and rows on each side.
    public func inset(by cells: Int) -> Region { inset(horizontal: cells, vertical: cells) }

    /// The region without `horizontal` columns at the left and the right and `vertical` rows at the top and the bottom.
    public func inset(horizontal: Int, vertical: Int) -> Region {
        let dx = min(horizontal, (width + 1) / 2)
        let dy = min(vertical, (height + 1) / 2)
        return Region(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    /// Two regions on top of each other: the first `rows` rows, and what is left below.
    ///
    /// A negative `rows` counts from the bottom: `splitHorizontally(at: -1)` cuts off the last row as `bottom`.
    public func splitHorizontally(at rows: Int) -> (top: Region, bottom: Region) {
        let cut = Region.cut(rows, of: height)
        return (
            Region(x: x, y: y, width: width, height: cut),
            Region(x: x, y: y + cut, width: width, height: height - cut)
        )
    }

    /// Two regions side by side: the first `columns` columns, and what is left on the right.
    ///
    /// A negative `columns` counts from the right edge.
    public func splitVertically(at columns: Int) -> (left: Region, right: Region) {
        let cut = Region.cut(columns, of: width)
        return (
            Region(x: x, y: y, width: cut, height: height),
            Region(x: x + cut, y: y, width: width - cut, height: height)
        )
    }

    /// Row `index` (0 = the first) as a region of one row; empty when the region has no such row.
    public func row(_ index: Int) -> Region {
        let inside = index >= 0 && index < height
        return Region(x: x, y: y + index, width: inside ? width : 0, height: inside ? 1 : 0)
    }

    /// A region of at most the given size in the middle of this one, for dialogs.
    public func centred(width: Int, height: Int) -> Region {
        let w = min(width, self.width)
        let h = min(height, self.height)
        return Region(x: x + (self.width - w) / 2, y: y + (self.height - h) / 2, width: w, height: h)
    }

    private static func cut(_ wanted: Int, of length: Int) -> Int {
        max(0, min(wanted < 0 ? length + wanted : wanted, length))
    }
}
