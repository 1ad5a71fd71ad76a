// The terminal as the encoder believes it to be: where its cursor stands and which style the next glyph will have. The pen
// reaches another place or style with the fewest bytes it knows. A position it cannot be sure of (after the last column,
// where terminals differ on the pending wrap, or after a glyph of doubtful width) is unknown, and left with CUP only.

struct TerminalPen: Sendable {
    /// What has been written since the frame began.
    var bytes: [UInt8] = []
    /// The style of the next glyph, in colours the terminal has.
    private(set) var style = Style.plain
    private(set) var column = 0
    private(set) var row = 0
    /// Whether `column` and `row` are true.
    private(set) var isPlaced = false

    /// Writes one glyph that takes `width` columns on a screen of `columns`.
    @inline(__always)
    mutating func advance(_ width: Int, of columns: Int) {
        column += width
        if column >= columns { isPlaced = false }
    }

    /// Counts the cursor as lost.
    mutating func lose() { isPlaced = false }

    /// Writes the sequence for a known start: plain style, cursor at the top left, blank screen.
    mutating func eraseScreen() {
        bytes.append(contentsOf: "\u{1B}[m\u{1B}[H\u{1B}[2J".utf8)
        style = .plain
        column = 0
        row = 0
        isPlaced = true
    }

    // MARK: Style

    /// Makes `wanted` the style of the next glyph.
    mutating func apply(_ wanted: Style) {
        guard wanted != style else { return }
        StyleTransition.write(from: style, to: wanted, into: &bytes)
        style = wanted
    }

    /// Makes a blank look like one of style `wanted`, changing no more than a blank shows.
    mutating func applyForBlank(_ wanted: Style) {
        let visible: TextAttributes = [.reverse, .underline]
        guard wanted.attributes.isDisjoint(with: visible) else {
            apply(wanted)
            return
        }
        if style.background == wanted.background, style.attributes.isDisjoint(with: visible) { return }
        var enough = style
        enough.background = wanted.background
        enough.attributes.subtract(visible)
        apply(enough)
    }

    // MARK: Position

    /// Puts the cursor on a cell, both counted from 0.
    mutating func move(toColumn column: Int, row: Int) {
        if isPlaced, self.column == column, self.row == row { return }
        let plan = plan(toColumn: column, row: row)
        if plan.isAbsolute {
            writeAbsolute(column: column, row: row)
        } else {
            write(plan.vertical, distance: row - self.row, absolute: row)
            write(plan.horizontal, distance: column - self.column, absolute: column)
        }
        self.column = column
        self.row = row
        isPlaced = true
    }

    /// One axis of a relative move.
    private enum Step {
        case none
        /// VPA or CHA: the row or column by number.
        case absolute(UInt8)
        /// CUU, CUD, CUF or CUB.
        case relative(UInt8)
        /// A control that moves by one, repeated: LF or BS.
        case repeated(UInt8)
        /// CR.
        case start
    }

    private struct Plan {
        var cost: Int
        var isAbsolute: Bool
        var vertical = Step.none
        var horizontal = Step.none
    }

    private func plan(toColumn column: Int, row: Int) -> Plan {
        let absolute = 3 + (row == 0 && column == 0 ? 0 : digits(row + 1)) + (column == 0 ? 0 : 1 + digits(column + 1))
        guard isPlaced else { return Plan(cost: absolute, isAbsolute: true) }
        let (vertical, down) = verticalStep(to: row)
        let (horizontal, across) = horizontalStep(to: column)
        if absolute < down + across { return Plan(cost: absolute, isAbsolute: true) }
        return Plan(cost: down + across, isAbsolute: false, vertical: vertical, horizontal: horizontal)
    }

    private func verticalStep(to target: Int) -> (Step, cost: Int) {
        let distance = target - row
        if distance == 0 { return (.none, 0) }
        let relative = 3 + (abs(distance) == 1 ? 0 : digits(abs(distance)))
        if distance > 0, distance <= relative { return (.repeated(0x0A), distance) }
        let absolute = 3 + (target == 0 ? 0 : digits(target + 1))
        if absolute < relative { return (.absolute(UInt8(ascii: "d")), absolute) }
        return (.relative(distance > 0 ? UInt8(ascii: "B") : UInt8(ascii: "A")), relative)
    }

    private func horizontalStep(to target: Int) -> (Step, cost: Int) {
        let distance = target - column
        if distance == 0 { return (.none, 0) }
        if target == 0 { return (.start, 1) }
        let relative = 3 + (abs(distance) == 1 ? 0 : digits(abs(distance)))
        if distance < 0, -distance <= relative { return (.repeated(0x08), -distance) }
        let absolute = 3 + digits(target + 1)
        if absolute < relative { return (.absolute(UInt8(ascii: "G")), absolute) }
        return (.relative(distance > 0 ? UInt8(ascii: "C") : UInt8(ascii: "D")), relative)
    }

    private mutating func write(_ step: Step, distance: Int, absolute: Int) {
        switch step {
        case .none: break
        case .start: bytes.append(0x0D)
        case .repeated(let control):
            for _ in 0..<abs(distance) { bytes.append(control) }
        case .relative(let final): writeSequence(abs(distance), final: final)
        case .absolute(let final): writeSequence(absolute + 1, final: final)
        }
    }

    private mutating func writeAbsolute(column: Int, row: Int) {
        bytes.append(contentsOf: [0x1B, 0x5B])
        if row > 0 || column > 0 { DecimalWriter.append(row + 1, to: &bytes) }
        if column > 0 {
            bytes.append(UInt8(ascii: ";"))
            DecimalWriter.append(column + 1, to: &bytes)
        }
        bytes.append(UInt8(ascii: "H"))
    }

    /// CSI with one parameter, whose default is 1.
    private mutating func writeSequence(_ parameter: Int, final: UInt8) {
        bytes.append(0x1B)
        bytes.append(0x5B)
        if parameter != 1 { DecimalWriter.append(parameter, to: &bytes) }
        bytes.append(final)
    }

    private func digits(_ value: Int) -> Int { DecimalWriter.digits(value) }
}
