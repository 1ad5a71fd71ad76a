import TerminalKit

/// A grid of equal cards, row by row, over as few pictures as they need, as many in each; the cards take the room that there is.
struct WallGrid: Hashable, Sendable {
    private(set) var columns = 1
    private(set) var rows = 1
    /// The cards of a picture.
    private(set) var count: Int
    private(set) var parts: Int
    /// How large a card is.
    private(set) var card = TerminalSize(columns: 1, rows: 1)
    /// The rows above the first card, and from one card to the next.
    private var top = 0
    private var pitch = 2
    private let items: Int

    private static let gap = 2
    /// The shape of a card that is liked best: columns to rows.
    private static let shape = 9.0

    /// - Parameters:
    ///   - least: The least columns of a card.
    ///   - heights: The rows of a card; at least one is left free below each.
    init(in size: TerminalSize, count items: Int, least: Int, heights: ClosedRange<Int>) {
        self.items = items
        let mostColumns = max(1, (size.columns + Self.gap) / (least + Self.gap))
        let mostRows = max(1, (size.rows + 1) / (heights.lowerBound + 1))
        parts = (items + mostColumns * mostRows - 1) / (mostColumns * mostRows)
        count = parts > 0 ? (items + parts - 1) / parts : 1
        var best = Double.infinity
        for columns in 1...mostColumns {
            let rows = (count + columns - 1) / columns
            guard rows <= mostRows else { continue }
            let width = max(1, (size.columns - Self.gap * (columns - 1)) / columns)
            let height = min(heights.upperBound, max(1, (size.rows + 1) / rows - 1))
            let free = max(0, size.rows - rows * (height + 1) + 1)
            let (ratio, cells) = (Double(width) / Double(height) / Self.shape, columns * rows)
            let cost =
                max(ratio, 1 / ratio) + Double(free) / Double(max(1, size.rows)) + Double(cells - count) / Double(cells)
            guard cost < best else { continue }
            best = cost
            (self.columns, self.rows) = (columns, rows)
            card = TerminalSize(columns: width, rows: height)
            let further = rows > 1 ? min(2, free / (rows - 1)) : 0
            pitch = height + 1 + further
            top = (free - further * (rows - 1)) / 2
        }
    }

    /// The numbers of the items of a part.
    func range(part: Int) -> Range<Int> {
        let first = min(part * count, items)
        return first..<min(first + count, items)
    }

    /// Where the card at a place of a picture is.
    func cell(_ place: Int, in region: Region) -> Region {
        Region(
            x: region.x + place % columns * (card.columns + Self.gap), y: region.y + top + place / columns * pitch,
            width: card.columns, height: card.rows)
    }
}
