// Drawing a picker: the field in the first row, the list below it.

extension Picker {
    /// How the parts of a picker look.
    public struct Look: Sendable {
        /// The style of the field.
        public var field: Style
        /// What stands in the field while nothing is typed.
        public var placeholder: String?
        /// How what fits is drawn.
        public var list: List
        /// The style of the scroll mark.
        public var mark: Style

        public init(
            field: Style = .plain.underline(), placeholder: String? = nil, list: List = List(), mark: Style = .plain
        ) {
            self.field = field
            self.placeholder = placeholder
            self.list = list
            self.mark = mark
        }
    }

    /// The lines of the list that a region shows: for ``handle(_:visible:)``.
    public static func visibleRows(in region: Region) -> Int { max(0, region.height - 1) }

    /// The place in ``matches`` at a cell of the screen, for the mouse.
    public func place(column: Int, row: Int, in region: Region) -> Int? {
        let list = region.splitHorizontally(at: 1).bottom
        guard list.contains(column: column, row: row) else { return nil }
        let place = firstShown(in: list) + row - list.y
        return matches.indices.contains(place) ? place : nil
    }

    /// Draws the picker and returns where the cursor belongs.
    ///
    /// - Parameter track: Where the scroll mark goes, for example the right border of a box; nil for the region's last column.
    public func draw(
        in screen: inout CellBuffer, region: Region, look: Look = Look(), track: Region? = nil
    ) -> CursorPosition {
        let (first, list) = region.splitHorizontally(at: 1)
        let top = firstShown(in: list)
        look.list.draw(
            in: &screen, region: list, top: top, count: matches.count, selected: matches.isEmpty ? nil : selected
        ) { place in
            let option = options[matches[place]]
            return List.Item(option.text, trailing: option.trailing)
        }
        ScrollWindow.drawMark(
            in: &screen, track: track ?? list, top: top, visible: list.height, count: matches.count, style: look.mark,
            glyphs: look.list.glyphs)
        return field.draw(
            in: &screen, region: first, style: look.field, placeholder: look.placeholder,
            placeholderStyle: look.field.dim(), glyphs: look.list.glyphs)
    }

    private func firstShown(in list: Region) -> Int {
        ScrollWindow.top(current: top, selected: selected, visible: list.height, count: matches.count)
    }
}
