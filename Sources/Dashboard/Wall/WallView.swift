import Casework
import TerminalKit

/// The picture of a wall as a function of its state.
public struct WallView: Sendable {
    public var theme: Theme

    public init(theme: Theme) {
        self.theme = theme
    }

    /// Draws the whole screen.
    public func draw(_ state: WallState, in buffer: inout CellBuffer) {
        if buffer.size != state.size { buffer.resize(state.size) }
        guard !state.isNight else { return WallNightView(state: state).draw(in: &buffer) }
        buffer.clear(style: theme[.text])
        let layout = state.layout
        let picture = place(of: state)
        guard picture.width >= WallLayout.least.columns, picture.height >= WallLayout.least.rows else {
            return clockOnly(state, in: &buffer)
        }
        let lines = WallLinesView(state: state, theme: theme)
        // Up to the edges, which stay where they are when the picture moves.
        let frame = Region(
            x: (state.size.columns - state.frame.columns) / 2, y: (state.size.rows - state.frame.rows) / 2,
            width: state.frame.columns, height: state.frame.rows)
        let header = layout.header.moved(to: picture)
        buffer.fill(
            Region(x: frame.x, y: frame.y, width: frame.width, height: header.maxY - frame.y),
            style: theme[.header].over(theme[.text]))
        if let ticker = layout.ticker?.moved(to: picture), state.urgent != nil {
            buffer.fill(
                Region(x: frame.x, y: ticker.y, width: frame.width, height: ticker.height),
                style: theme[.warning].over(theme[.text]).bold())
        }
        lines.header(in: &buffer, region: header)
        if let board = state.shownBoard {
            let scene = WallScene(state, board: board, theme: theme)
            if let ticker = layout.ticker { lines.ticker(in: &buffer, region: ticker.moved(to: picture)) }
            for (sheet, pane) in zip(state.shown, layout.panes) {
                draw(sheet, scene, in: &buffer, region: pane.moved(to: picture))
            }
            if state.sheets.isEmpty { lines.nothing(in: &buffer, region: layout.panes[0].moved(to: picture)) }
        } else {
            lines.away(in: &buffer, region: layout.panes[0].moved(to: picture))
        }
        lines.status(in: &buffer, region: layout.status.moved(to: picture))
        if state.showsHelp { lines.help(in: &buffer, region: picture) }
    }

    /// Draws the line of the urgent notice anew over a picture that is otherwise as it was.
    public func drawTicker(_ state: WallState, in buffer: inout CellBuffer) {
        guard let ticker = state.layout.ticker, buffer.size == state.size, !state.isNight, !state.showsHelp else {
            return draw(state, in: &buffer)
        }
        WallLinesView(state: state, theme: theme).ticker(in: &buffer, region: ticker.moved(to: place(of: state)))
    }

    /// The screen as plain text, for tests.
    public func plainText(_ state: WallState) -> String {
        var buffer = CellBuffer(size: state.size)
        draw(state, in: &buffer)
        return (0..<state.size.rows).map { buffer.text(row: $0) }.joined(separator: "\n")
    }

    /// Where the picture is now: in the middle, and moved by the cells that it leaves free.
    private func place(of state: WallState) -> Region {
        let (frame, size) = (state.frame, state.size)
        let (columns, rows) = (WallLayout.margin.columns, WallLayout.margin.rows)
        let (dx, dy) = [(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)][state.shifts % 6]
        return Region(
            x: (size.columns - frame.columns) / 2 + dx, y: (size.rows - frame.rows) / 2 + dy,
            width: frame.columns - columns, height: frame.rows - rows)
    }

    private func draw(_ sheet: WallSheet, _ scene: WallScene, in buffer: inout CellBuffer, region: Region) {
        let title = scene.title(of: sheet.page)
        let pane = WallPane(region, title: title, glyphs: scene.glyphs)
        let style = scene.style(.title, on: scene.ground)
        let content = scene.content(of: sheet.page)
        BigLetters(title, style: style, glyphs: scene.glyphs.widgets).draw(
            in: &buffer,
            region: Region(
                x: pane.heading.x, y: pane.heading.y + (pane.isLarge ? 1 : 0), width: pane.heading.width,
                height: pane.heading.height - (pane.isLarge ? 2 : 1)))
        // What stands at the right is in the last line of the heading's letters: as much of it as has room.
        let part = sheet.parts > 1 ? [StyledText("\(sheet.part + 1)/\(sheet.parts)", scene.muted.bold())] : []
        let large = pane.isLarge ? BigLetters(title, glyphs: scene.glyphs.widgets).measure()?.columns : nil
        let room = pane.heading.width - (large ?? DisplayWidth.of(title) * 3 / 2) - 2
        let gap = StyledText("   ", scene.ground)
        for aside in [content.aside, Array(content.aside.suffix(1)), []] {
            let pieces = aside + (aside.isEmpty || part.isEmpty ? [] : [gap]) + part
            let width = pieces.reduce(0) { $0 + $1.width }
            guard width <= room else { continue }
            buffer.put(
                pieces, x: pane.heading.maxX - width, y: pane.heading.maxY - 2, base: scene.ground, width: width,
                glyphs: scene.glyphs.widgets)
            break
        }
        let rule = Region(x: pane.heading.x, y: pane.heading.maxY - 1, width: pane.heading.width, height: 1)
        buffer.fill(
            rule, glyph: scene.glyphs.widgets == .ascii ? "-" : "━", style: scene.style(.border, on: scene.ground))
        content.draw(part: sheet.part, in: &buffer, region: pane.body)
    }

    private func clockOnly(_ state: WallState, in buffer: inout CellBuffer) {
        let region = buffer.region
        let height = min(3, region.height)
        BigDigits(
            state.now.clockText(state.offset), size: .small, style: theme[.title].over(theme[.text]),
            alignment: .centre, glyphs: state.glyphs.widgets
        ).draw(
            in: &buffer,
            region: Region(x: 0, y: (region.height - height) / 2, width: region.width, height: height))
    }
}

extension Region {
    /// The same region in a picture that stands elsewhere.
    func moved(to picture: Region) -> Region {
        Region(x: x + picture.x, y: y + picture.y, width: width, height: height)
    }
}

/// The wall at night: dark, with a dim clock that stands elsewhere every minute.
struct WallNightView {
    let state: WallState

    // The same in every theme: a bright one would light the street.
    private static let style = Style(foreground: .rgb(96, 96, 96), background: .rgb(0, 0, 0))

    func draw(in buffer: inout CellBuffer) {
        buffer.clear(style: Self.style)
        let digits = BigDigits(
            state.now.clockText(state.offset), size: .small, style: Self.style, glyphs: state.glyphs.widgets)
        let size = digits.measure(.small)
        let (columns, rows) = (buffer.size.columns - size.columns, buffer.size.rows - size.rows)
        guard columns > 0, rows > 0 else { return }
        // Scattered by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4), the same for the same minute.
        let minute = UInt64(bitPattern: state.now.milliseconds / 60_000)
        let scattered = minute &* 0x9E37_79B9_7F4A_7C15
        let (x, y) = (Int(scattered >> 33) % (columns + 1), Int(scattered >> 11 & 0x3F_FFFF) % (rows + 1))
        digits.draw(in: &buffer, region: Region(x: x, y: y, width: size.columns, height: size.rows))
    }
}
