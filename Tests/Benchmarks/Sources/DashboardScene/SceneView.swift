// The whole screen, drawn from nothing in every frame.

import TerminalKit

/// Draws the scene.
public struct SceneView {
    public static let size = TerminalSize(columns: 200, rows: 60)

    private let bar = Style.plain.reverse()
    private let bold = Style.plain.bold()
    private let red = Style(foreground: .indexed(1))
    private let green = Style(foreground: .indexed(2))
    private let yellow = Style(foreground: .indexed(3))
    private let panes: [(region: Region, box: Box)] = [(0, 1), (100, 1), (0, 30), (100, 30)].enumerated().map {
        let edge = Style(foreground: $0.offset == 0 ? .indexed(6) : .standard)
        return (
            Region(x: $0.element.0, y: $0.element.1, width: 100, height: 29),
            Box(style: edge, title: [StyledText(SceneWords.titles[$0.offset], .plain.bold())])
        )
    }

    /// Whether the texts of the lists are drawn from strings, and so sanitised and measured again in each frame.
    private let drawsStrings: Bool

    public init(drawsStrings: Bool = false) { self.drawsStrings = drawsStrings }

    public func draw(_ state: SceneState, in screen: inout CellBuffer) {
        screen.clear()
        screen.fill(Region(x: 0, y: 0, width: Self.size.columns, height: 1), style: bar)
        screen.put(SceneWords.application, x: 1, y: 0, style: bar)
        let clock = SceneClock(now: state.now)
        screen.put(clock.date, x: 180, y: 0, style: bar)
        screen.put(clock.time, x: 191, y: 0, style: bar)
        for pane in panes.indices { draw(pane, of: state, in: &screen) }
        screen.put(SceneWords.footer, x: 1, y: Self.size.rows - 1, style: .plain)
    }

    private func draw(_ pane: Int, of state: SceneState, in screen: inout CellBuffer) {
        let inside = panes[pane].box.draw(in: &screen, region: panes[pane].region)
        let (x, y) = (inside.x, inside.y)
        screen.put(SceneWords.headings[0], x: x + 1, y: y, style: bold)
        screen.put(SceneWords.headings[1], x: x + 17, y: y, style: bold)
        screen.put(SceneWords.headings[2], x: x + 27, y: y, style: bold)
        screen.put(SceneWords.headings[3], x: x + 57, y: y, style: bold)
        screen.put(SceneWords.headings[4], x: x + 93, y: y, style: bold)
        screen.noteScrolling(Region(x: x, y: y + 1, width: inside.width, height: inside.height - 1))
        let selected = y + 1 + state.selected[pane]
        var line = y
        for row in state.visibleRows(of: pane) {
            line += 1
            let isSelected = line == selected
            if isSelected { screen.fill(Region(x: x, y: line, width: inside.width, height: 1), style: bar) }
            let style = isSelected ? bar : .plain
            if drawsStrings {
                screen.put(row.number.string, x: x + 1, y: line, style: style)
                screen.put(row.name.string, x: x + 17, y: line, style: style)
                screen.put(row.item.string, x: x + 27, y: line, style: style)
                screen.put(row.village.string, x: x + 57, y: line, style: style)
            } else {
                screen.put(row.number.shaped, x: x + 1, y: line, style: style)
                screen.put(row.name.shaped, x: x + 17, y: line, style: style)
                screen.put(row.item.shaped, x: x + 27, y: line, style: style)
                screen.put(row.village.shaped, x: x + 57, y: line, style: style)
            }
            let remaining = RemainingTime(seconds: row.deadline - state.now)
            let text = remaining.text
            let colour = remaining.minutes < 0 ? red : remaining.minutes < 480 ? yellow : green
            screen.put(
                text, x: x + 97 - text.utf8.count, y: line, style: isSelected ? colour.reverse() : colour)
        }
    }
}
