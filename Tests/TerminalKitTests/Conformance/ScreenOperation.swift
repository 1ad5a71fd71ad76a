// What a program does to its screen, as values: a case of the conformance tests is a list of them, which can be made by
// chance, made shorter, and printed as the Swift that repeats it.

@testable import TerminalKit

enum ScreenOperation: Hashable {
    case put(String, x: Int, y: Int, style: Style, width: Int)
    case putTruncated(String, x: Int, y: Int, style: Style, width: Int)
    /// The text is shaped first.
    case putShaped(String, x: Int, y: Int, style: Style, width: Int)
    case fill(Region, Style)
    /// A region full of one glyph.
    case glyphs(Region, String, Style)
    case restyle(Region, Restyling)
    case box(Region, Style)
    /// A list view, drawn from nothing: its first row shows item `first`. One that is drawn again with another first item
    /// has been scrolled.
    case list(Region, first: Int, selected: Int?)
    /// Whatever stands in the region moves up, or down if the number is negative; blank rows come in.
    case scroll(Region, by: Int)
    case clear(Style)
    case resize(TerminalSize)
    case cursor(CursorPosition?)
    /// The program asks for everything to be sent again.
    case invalidate
    /// Somebody else writes to the terminal, and the program gets to know.
    case disturb(String)
    /// The screen is sent, and everything that must hold is checked.
    case frame
}

/// What `restyle` makes of a style.
enum Restyling: Hashable, CaseIterable {
    case reversed, bold, dimmed, coloured

    func callAsFunction(_ style: Style) -> Style {
        switch self {
        case .reversed: style.reverse()
        case .bold: style.bold()
        case .dimmed: style.dim()
        case .coloured: style.background(.indexed(12))
        }
    }
}

extension ScreenOperation {
    /// Draws; an operation that is none of the buffer's does nothing.
    func draw(on screen: inout CellBuffer) {
        switch self {
        case .put(let text, let x, let y, let style, let width):
            screen.put(text, x: x, y: y, style: style, width: width)
        case .putTruncated(let text, let x, let y, let style, let width):
            screen.putTruncated(text, x: x, y: y, style: style, width: width)
        case .putShaped(let text, let x, let y, let style, let width):
            screen.put(ShapedText(text), x: x, y: y, style: style, width: width)
        case .fill(let region, let style): screen.fill(region, style: style)
        case .glyphs(let region, let glyph, let style): screen.fill(region, glyph: glyph, style: style)
        case .restyle(let region, let restyling): screen.restyle(region) { restyling($0) }
        case .box(let region, let style): screen.drawFrame(region, style)
        case .list(let region, let first, let selected): screen.drawList(region, first: first, selected: selected)
        case .scroll(let region, let rows): screen.moveRows(of: region, up: rows)
        case .clear(let style): screen.clear(style: style)
        case .resize(let size): screen.resize(size)
        case .cursor, .invalidate, .disturb, .frame: break
        }
    }
}

extension CellBuffer {
    fileprivate mutating func drawFrame(_ region: Region, _ style: Style) {
        guard region.width >= 2, region.height >= 2 else { return }
        let line = String(repeating: "─", count: region.width - 2)
        put("┌" + line + "┐", x: region.x, y: region.y, style: style, width: region.width)
        for y in region.y + 1..<max(region.y + 1, region.maxY - 1) {
            put("│", x: region.x, y: y, style: style, width: 1)
            put("│", x: region.maxX - 1, y: y, style: style, width: 1)
        }
        put("└" + line + "┘", x: region.x, y: region.maxY - 1, style: style, width: region.width)
    }

    fileprivate mutating func drawList(_ region: Region, first: Int, selected: Int?) {
        fill(region, style: .plain)
        for y in region.y..<region.maxY {
            let item = first + y - region.y
            let style = item % 5 == 0 ? Style(foreground: .indexed(9)) : item % 7 == 0 ? .plain.bold() : .plain
            put(RandomTexts.item(item), x: region.x, y: y, style: style, width: region.width)
            if item == selected {
                restyle(Region(x: region.x, y: y, width: region.width, height: 1)) { $0.reverse() }
            }
        }
        noteScrolling(region)
    }

    fileprivate mutating func moveRows(of region: Region, up count: Int) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        let before = self
        fill(area, style: .plain)
        for y in area.y..<area.maxY where (area.y..<area.maxY).contains(y + count) {
            for x in area.x..<area.maxX {
                var cell = before.cell(x: x, y: y + count)
                // A wide glyph that the region's side cuts is no glyph any more.
                let isCut =
                    x == area.x && cell.isContinuation
                    || x == area.maxX - 1 && before.width(x: x, y: y + count) == 2
                if isCut { cell = .blank(cell.style) }
                cells[y * size.columns + x] = cell
            }
        }
        noteScrolling(area)
    }
}
