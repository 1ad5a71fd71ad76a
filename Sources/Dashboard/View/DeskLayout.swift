import TerminalKit

/// How the desk's screen is cut up: header, panes (four at once where there is room, else one with tabs), the line for
/// notices, the footer. Shared by the view that draws it and the update that must know what is visible and clicked.
public struct DeskLayout: Hashable, Sendable {
    /// Smaller windows only say that they are too small.
    public static let least = TerminalSize(columns: 60, rows: 15)
    /// From here on four panes stand side by side.
    public static let grid = TerminalSize(columns: 120, rows: 24)

    public let isTooSmall: Bool
    public let header: Region
    /// The line of tabs, where only one pane is visible.
    public let tabs: Region?
    public let body: Region
    /// The visible panes.
    public let panes: [PaneID: Region]
    public let notice: Region
    public let footer: Region

    public init(size: TerminalSize, focus: PaneID, isZoomed: Bool, language: Language) {
        let whole = Region(size)
        isTooSmall = size.columns < Self.least.columns || size.rows < Self.least.rows
        let isGrid = size.columns >= Self.grid.columns && size.rows >= Self.grid.rows && !isZoomed
        header = whole.row(0)
        footer = whole.row(size.rows - 1)
        notice = whole.row(size.rows - 2)
        let top = isGrid ? 1 : 2
        tabs = isGrid ? nil : whole.row(1)
        let body = Region(x: 0, y: top, width: size.columns, height: max(0, size.rows - top - 2))
        self.body = body
        if isGrid {
            let (left, right) = body.splitVertically(at: body.width / 2)
            let (topLeft, bottomLeft) = left.splitHorizontally(at: body.height / 2)
            let (topRight, bottomRight) = right.splitHorizontally(at: body.height / 2)
            panes = [.pending: topLeft, .dueSoon: topRight, .inReview: bottomLeft, .agents: bottomRight]
        } else {
            panes = [focus: body]
        }
    }

    /// The list rows of a pane: without its border and its heading.
    public static func rows(in region: Region) -> Int {
        max(0, region.height - 3)
    }

    /// The pane and the list row (0 = first visible) at a cell.
    func hit(column: Int, row: Int) -> (pane: PaneID, row: Int?)? {
        for (id, region) in panes where region.contains(column: column, row: row) {
            let line = row - region.y - 2
            return (id, line >= 0 && line < Self.rows(in: region) ? line : nil)
        }
        return nil
    }
}
