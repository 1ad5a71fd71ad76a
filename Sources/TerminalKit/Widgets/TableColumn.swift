// How wide the columns of a table are: each gets its least width first, then its usual one, and what is left goes to those
// that asked for a share. When not even the least widths fit, the columns that matter least shrink below theirs, as far as they
// allow it, and are dropped only when that is not enough.

/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    /// Its heading.
    public var title: String
    /// The least width in cells that it has while there is another way.
    public var minimum: Int
    /// The width in cells down to which it is cut before any column is dropped; not more than ``minimum``.
    public var floor: Int
    /// The width in cells in which everything usual fits.
    public var ideal: Int
    /// The share of the width left when all columns have their ideal width; 0 for none.
    public var weight: Int
    /// The higher, the earlier the column shrinks below its minimum, and then is dropped, when the table is too narrow. Equal
    /// ones go from the right.
    public var priority: Int
    /// Where heading and texts stand in it.
    public var alignment: Alignment

    /// A column; without a floor it is dropped rather than cut below its minimum.
    public init(
        title: String, minimum: Int, ideal: Int, weight: Int = 0, priority: Int = 0, alignment: Alignment = .left,
        floor: Int? = nil
    ) {
        self.title = title
        self.minimum = max(1, minimum)
        self.floor = max(1, min(floor ?? self.minimum, self.minimum))
        self.ideal = max(self.minimum, ideal)
        self.weight = max(0, weight)
        self.priority = priority
        self.alignment = alignment
    }
}

extension Table {
    /// The widths of columns in `available` cells with `gap` blanks between them; 0 for a column that is dropped.
    ///
    /// The last column is never dropped; when it alone is too wide, it gets what there is.
    public static func columnWidths(_ columns: [TableColumn], available: Int, gap: Int) -> [Int] {
        // The least important first.
        var order = columns.indices.sorted { (columns[$0].priority, $0) > (columns[$1].priority, $1) }
        var widths = columns.map(\.floor)
        var spare = available - widths.reduce(0, +) - gap * max(0, columns.count - 1)
        while spare < 0, order.count > 1 {
            let dropped = order.removeFirst()
            spare += widths[dropped] + gap
            widths[dropped] = 0
        }
        if spare < 0, let only = order.first {
            widths[only] = max(0, widths[only] + spare)
            spare = 0
        }
        for column in order.reversed() {
            let part = min(spare, columns[column].minimum - widths[column])
            widths[column] += part
            spare -= part
        }
        let kept = order.sorted()
        spare -= grow(
            &widths, by: spare, kept.map { ($0, columns[$0].ideal - widths[$0], columns[$0].ideal - widths[$0]) })
        _ = grow(&widths, by: spare, kept.map { ($0, columns[$0].weight, Int.max) })
        return widths
    }

    /// Gives `spare` cells to columns by their shares, to none more than its limit, and returns how many were given.
    private static func grow(
        _ widths: inout [Int], by spare: Int, _ wishes: [(column: Int, share: Int, limit: Int)]
    ) -> Int {
        var left = spare
        var shares = wishes.reduce(0) { $0 + max(0, $1.share) }
        for wish in wishes where wish.share > 0 && left > 0 && shares > 0 {
            let part = min(wish.limit, left * wish.share / shares)
            widths[wish.column] += part
            left -= part
            shares -= wish.share
        }
        return spare - left
    }
}
