// A buffer against what a terminal shows: text, width and looks of every cell. A blank's foreground is no difference, since
// nobody can see it.

import PseudoTerminal

@testable import TerminalKit

struct ScreenComparison {
    private let depth: ColourDepth
    /// Whether the terminal agrees with the program on the width of every cluster. Where it does not, the cells of those in
    /// doubt are not looked at.
    private let isExact: Bool
    private var looks: [StyleID: ModelStyle] = [:]

    init(depth: ColourDepth, isExact: Bool) {
        self.depth = depth
        self.isExact = isExact
    }

    /// The first cell that a person would see differently, in words; nil when there is none.
    mutating func difference(of screen: CellBuffer, from terminal: TerminalModel) -> String? {
        guard terminal.columns == screen.size.columns, terminal.rows == screen.size.rows else {
            return "\(terminal.columns)×\(terminal.rows) instead of \(screen.size)"
        }
        for y in 0..<screen.size.rows {
            var x = 0
            while x < screen.size.columns {
                let cell = screen.cell(x: x, y: y)
                let width = max(1, screen.width(x: x, y: y))
                defer { x += width }
                if cell.isDoubtful, !isExact { continue }
                let shown = terminal.cell(column: x, row: y)
                if let words = difference(of: cell, width, from: shown) { return "(\(x), \(y)): \(words)" }
            }
        }
        return nil
    }

    /// The first cell in which two terminals differ visibly.
    static func difference(of one: TerminalModel, from other: TerminalModel) -> String? {
        for y in 0..<one.rows {
            for x in 0..<one.columns {
                let (first, second) = (one.cell(column: x, row: y), other.cell(column: x, row: y))
                if first == second || first.isBlank && second.isBlank && first.style.ofBlank == second.style.ofBlank {
                    continue
                }
                return "(\(x), \(y)): “\(first.text)” \(first.style) instead of “\(second.text)” \(second.style)"
            }
        }
        return nil
    }

    private mutating func difference(of cell: Cell, _ width: Int, from shown: ModelCell) -> String? {
        let isSame = shown.scalar?.value == cell.glyph || shown.text == cell.text
        guard isSame else { return "“\(shown.text)” instead of “\(cell.text)”" }
        // The width of half a flag is everybody's own affair, and the cells after it are checked by themselves.
        if !cell.isDoubtful, shown.isWide != (width == 2) { return "“\(cell.text)” has another width" }
        let look = look(of: cell.style)
        let isBlank = cell.isBlank
        // What a terminal shows of a blank it says nothing of (the encoder never hides anything).
        if isBlank, shown.style.isHidden { return nil }
        let (wanted, seen) = isBlank ? (look.ofBlank, shown.style.ofBlank) : (look, shown.style)
        return wanted == seen ? nil : "“\(cell.text)” is \(seen) instead of \(wanted)"
    }

    private mutating func look(of number: StyleID) -> ModelStyle {
        if let known = looks[number] { return known }
        let look = ModelStyle(StyleTable.drawn.style(number).reduced(to: depth))
        looks[number] = look
        return look
    }
}

extension ModelStyle {
    /// What a terminal should show of a style in colours it has.
    init(_ style: Style) {
        self.init()
        foreground = ModelColour(style.foreground)
        background = ModelColour(style.background)
        isBold = style.attributes.contains(.bold)
        isDim = style.attributes.contains(.dim)
        isItalic = style.attributes.contains(.italic)
        isUnderlined = style.attributes.contains(.underline)
        isReversed = style.attributes.contains(.reverse)
    }
}

extension ModelColour {
    fileprivate init(_ colour: Colour) {
        switch colour {
        case .standard: self = .terminalDefault
        case .indexed(let index): self = .indexed(index)
        case .rgb(let red, let green, let blue): self = .rgb(red: red, green: green, blue: blue)
        }
    }
}
