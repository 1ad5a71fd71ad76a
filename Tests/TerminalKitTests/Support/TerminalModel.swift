// A terminal of our own for the tests: it reads the encoder's bytes as an old terminal would, scalar by scalar, with widths by
// scalar alone. So it disagrees with the program on every emoji sequence, which is what the encoder must survive. A
// sequence it does not know is a failure of the test.

@testable import TerminalKit

struct TerminalModel {
    struct Place: Equatable {
        /// Empty for the second half of a wide glyph.
        var text = " "
        var width = 1
        var style = Style.plain
    }

    let columns: Int
    let rows: Int
    var wraps = true
    private(set) var places: [Place]
    private(set) var column = 0
    private(set) var row = 0
    private(set) var isCursorVisible = true
    private(set) var style = Style.plain
    private(set) var unknown: [String] = []
    private(set) var scrolled = 0
    private var isWrapPending = false

    init(_ size: TerminalSize, garbage: Bool = false) {
        columns = size.columns
        rows = size.rows
        places = Array(repeating: Place(text: garbage ? "#" : " "), count: size.columns * size.rows)
    }

    func place(_ x: Int, _ y: Int) -> Place { places[y * columns + x] }

    func text(row: Int) -> String {
        var text = (0..<columns).map { place($0, row).text }.joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    mutating func feed(_ bytes: [UInt8]) {
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case "\u{1B}": sequence(&scalars)
            case "\r": (column, isWrapPending) = (0, false)
            case "\n":
                isWrapPending = false
                if row == rows - 1 { scrolled += 1 } else { row += 1 }
            case "\u{8}": (column, isWrapPending) = (max(0, column - 1), false)
            default:
                if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                    unknown.append("control \(scalar.value)")
                } else {
                    print(scalar)
                }
            }
        }
    }

    private mutating func print(_ scalar: Unicode.Scalar) {
        // A joiner and variation selectors are zero columns wide; ScalarClass calls a lone joiner refused.
        let width = scalar.value == 0x200D ? 0 : DisplayWidth.of(scalar)
        if width == 0 {
            var index = row * columns + (isWrapPending ? column : column - 1)
            if index >= 0, places[index].width == 0 { index -= 1 }
            if index >= 0 { places[index].text.unicodeScalars.append(scalar) }
            return
        }
        if isWrapPending, wraps {
            column = 0
            if row == rows - 1 { scrolled += 1 } else { row += 1 }
        }
        isWrapPending = false
        if column + width > columns { return }
        for x in column..<column + width { erase(x) }
        places[row * columns + column] = Place(text: String(scalar), width: width, style: style)
        if width == 2 { places[row * columns + column + 1] = Place(text: "", width: 0, style: style) }
        column += width
        if column == columns {
            column = columns - 1
            isWrapPending = true
        }
    }

    /// Blanks a place and the other half of a wide glyph in it.
    private mutating func erase(_ x: Int) {
        let index = row * columns + x
        if places[index].width == 0, x > 0 { places[index - 1] = Place(style: places[index - 1].style) }
        if places[index].width == 2, x + 1 < columns { places[index + 1] = Place(style: places[index + 1].style) }
        places[index] = Place(style: Style(background: style.background))
    }

    private mutating func sequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
        guard scalars.next() == "[" else { return unknown.append("escape") }
        var parameters = ""
        while let scalar = scalars.next() {
            guard (0x40...0x7E).contains(scalar.value) else {
                parameters.unicodeScalars.append(scalar)
                continue
            }
            control(parameters, final: Character(scalar))
            return
        }
        unknown.append("cut sequence")
    }

    private mutating func control(_ parameters: String, final: Character) {
        let values = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let count = max(1, values.first ?? 1)
        if final != "m" { isWrapPending = false }
        switch (final, parameters) {
        case ("h", "?25"): isCursorVisible = true
        case ("l", "?25"): isCursorVisible = false
        case ("J", "2"):
            places = Array(repeating: Place(style: Style(background: style.background)), count: columns * rows)
        case ("K", ""): for x in column..<columns { erase(x) }
        case ("H", _):
            row = min(rows, count) - 1
            column = min(columns, max(1, values.count > 1 ? values[1] : 1)) - 1
        case ("A", _): row = max(0, row - count)
        case ("B", _): row = min(rows - 1, row + count)
        case ("C", _): column = min(columns - 1, column + count)
        case ("D", _): column = max(0, column - count)
        case ("G", _): column = min(columns, count) - 1
        case ("d", _): row = min(rows, count) - 1
        case ("m", _): select(values.isEmpty ? [0] : values)
        default: unknown.append("CSI \(parameters)\(final)")
        }
    }

    private mutating func select(_ values: [Int]) {
        var rest = values[...]
        while let value = rest.popFirst() {
            switch value {
            case 0: style = .plain
            case 1: style.attributes.insert(.bold)
            case 2: style.attributes.insert(.dim)
            case 3: style.attributes.insert(.italic)
            case 4: style.attributes.insert(.underline)
            case 7: style.attributes.insert(.reverse)
            case 22: style.attributes.subtract([.bold, .dim])
            case 23: style.attributes.remove(.italic)
            case 24: style.attributes.remove(.underline)
            case 27: style.attributes.remove(.reverse)
            case 30...37: style.foreground = .indexed(UInt8(value - 30))
            case 90...97: style.foreground = .indexed(UInt8(value - 82))
            case 40...47: style.background = .indexed(UInt8(value - 40))
            case 100...107: style.background = .indexed(UInt8(value - 92))
            case 39: style.foreground = .standard
            case 49: style.background = .standard
            case 38, 48:
                let colour: Colour
                if rest.popFirst() == 5 {
                    colour = .indexed(UInt8(rest.removeFirst()))
                } else {
                    colour = .rgb(UInt8(rest.removeFirst()), UInt8(rest.removeFirst()), UInt8(rest.removeFirst()))
                }
                if value == 38 { style.foreground = colour } else { style.background = colour }
            default: unknown.append("SGR \(value)")
            }
        }
    }
}

extension TerminalModel {
    /// The first cell that a person would see differently from `screen`, in words; nil when there is none.
    func difference(from screen: CellBuffer, depth: ColourDepth) -> String? {
        if !unknown.isEmpty { return "not understood: \(unknown)" }
        if scrolled > 0 { return "the screen was scrolled" }
        for y in 0..<rows {
            var x = 0
            while x < columns {
                let cell = screen.cell(x: x, y: y)
                defer { x += max(1, screen.width(x: x, y: y)) }
                if cell.isDoubtful { continue }
                let place = place(x, y)
                if place.text != cell.text { return "(\(x), \(y)): “\(place.text)” instead of “\(cell.text)”" }
                let wanted = TerminalModel.visible(screen.style(x: x, y: y).reduced(to: depth), of: cell)
                let found = TerminalModel.visible(place.style, of: cell)
                if wanted != found { return "(\(x), \(y)): \(found) instead of \(wanted)" }
            }
        }
        return nil
    }

    /// The part of a style that shows: of a blank without underline or reverse only the background.
    private static func visible(_ style: Style, of cell: Cell) -> Style {
        guard cell.isBlank, style.attributes.isDisjoint(with: [.reverse, .underline]) else { return style }
        return Style(background: style.background)
    }
}
