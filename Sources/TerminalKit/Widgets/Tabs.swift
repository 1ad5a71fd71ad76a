// A line of titles of which one is chosen, and the way back from a click to the title.

/// Titles side by side, one of them chosen.
///
/// Where not all have room, the line begins with the first from which the chosen one is seen; "<" and ">" at the ends say that
/// there are more.
public struct Tabs: Hashable, Sendable {
    /// From the left.
    public var titles: [String]
    /// The number of the chosen title; none is chosen where there is no such title.
    public var selected: Int
    /// The style of the titles that are not chosen.
    public var style: Style
    /// The style of the chosen title.
    public var selectedStyle: Style
    /// The style of the line behind and between the titles.
    public var ground: Style
    /// Whether the chosen title stands in brackets, for screens where the styles do not tell.
    public var hasBrackets: Bool

    public init(
        _ titles: [String], selected: Int, style: Style = .plain, selectedStyle: Style = .plain.reverse(),
        ground: Style = .plain, hasBrackets: Bool = true
    ) {
        self.titles = titles
        self.selected = selected
        self.style = style
        self.selectedStyle = selectedStyle
        self.ground = ground
        self.hasBrackets = hasBrackets
    }

    /// Draws the titles over the first row of a region.
    public func draw(in screen: inout CellBuffer, region: Region) {
        let line = region.row(0)
        screen.fill(line, style: ground)
        guard !line.isEmpty else { return }
        let inside = room(in: line)
        let first = firstShown(in: inside.width)
        var x = inside.x
        var index = first
        while index < titles.count, x < inside.maxX {
            draw(index, in: &screen, Region(x: x, y: line.y, width: width(of: titles[index]), height: 1), inside)
            x += width(of: titles[index]) + 1
            index += 1
        }
        if first > 0 { screen.put("<", x: line.x, y: line.y, style: ground, width: 1) }
        if index < titles.count || x - 1 > inside.maxX {
            screen.put(">", x: line.maxX - 1, y: line.y, style: ground, width: 1)
        }
    }

    private func draw(_ index: Int, in screen: inout CellBuffer, _ tab: Region, _ inside: Region) {
        let look = index == selected ? selectedStyle : style
        let seen = tab.intersection(inside)
        screen.fill(seen, style: look)
        screen.put(titles[index], x: tab.x + 1, y: tab.y, style: look, width: seen.width - 1)
        guard hasBrackets, index == selected else { return }
        screen.put("[", x: tab.x, y: tab.y, style: look, width: seen.width)
        if seen == tab { screen.put("]", x: tab.maxX - 1, y: tab.y, style: look) }
    }

    /// The title at a column of the screen, for the mouse; the blank behind a title belongs to it.
    public func index(at column: Int, in region: Region) -> Int? {
        let inside = room(in: region)
        guard column >= inside.x, column < inside.maxX else { return nil }
        var x = inside.x
        for index in titles.indices.dropFirst(firstShown(in: inside.width)) {
            x += width(of: titles[index]) + 1
            if column < x { return index }
        }
        return nil
    }

    private func width(of title: String) -> Int { DisplayWidth.of(title) + 2 }

    /// Where the titles go: the whole line, or without its ends when those have to say that there are more.
    private func room(in line: Region) -> Region {
        let needed = titles.reduce(-1) { $0 + width(of: $1) + 1 }
        return needed <= line.width ? line : line.inset(horizontal: 1, vertical: 0)
    }

    /// The first title shown: as far to the left as the chosen one allows.
    private func firstShown(in width: Int) -> Int {
        guard titles.indices.contains(selected) else { return 0 }
        var first = selected
        var used = self.width(of: titles[selected])
        while first > 0, used + self.width(of: titles[first - 1]) + 1 <= width {
            first -= 1
            used += self.width(of: titles[first]) + 1
        }
        return first
    }
}
