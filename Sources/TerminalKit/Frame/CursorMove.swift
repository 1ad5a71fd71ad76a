// The cheapest way of the cursor from one cell to another: absolute (CUP), or one step along each axis (ECMA-48 8.3; VPA, CHA,
// CUU, CUD, CUF, CUB, and the controls LF, BS and CR). Columns and rows count from 0.

struct CursorMove {
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

    /// The bytes it takes.
    let cost: Int
    private let column: Int
    private let row: Int
    private let isAbsolute: Bool
    private let down: Int
    private let across: Int
    private let vertical: Step
    private let horizontal: Step

    /// - Parameters:
    ///   - start: Where the cursor is, nil when that is not known.
    ///   - isAtEdge: Whether the last column was written last. Then no step that counts from the column is right.
    @inline(__always)
    init(from start: CursorPosition?, isAtEdge: Bool, toColumn column: Int, row: Int) {
        self.column = column
        self.row = row
        let absolute =
            3 + (row == 0 && column == 0 ? 0 : Self.digits(row + 1)) + (column == 0 ? 0 : 1 + Self.digits(column + 1))
        guard let start else {
            (cost, isAbsolute, down, across, vertical, horizontal) = (absolute, true, 0, 0, .none, .none)
            return
        }
        down = row - start.row
        across = column - start.column
        let (vertical, downCost) = Self.vertical(down, to: row)
        let (horizontal, acrossCost) = Self.horizontal(across, to: column, isAtEdge)
        self.vertical = vertical
        self.horizontal = horizontal
        isAbsolute = absolute < downCost + acrossCost
        cost = min(absolute, downCost + acrossCost)
    }

    @inline(__always)
    private static func vertical(_ distance: Int, to target: Int) -> (Step, cost: Int) {
        if distance == 0 { return (.none, 0) }
        let relative = costOfSequence(abs(distance))
        if distance > 0, distance <= relative { return (.repeated(0x0A), distance) }
        let absolute = 3 + (target == 0 ? 0 : digits(target + 1))
        if absolute < relative { return (.absolute(UInt8(ascii: "d")), absolute) }
        return (.relative(distance > 0 ? UInt8(ascii: "B") : UInt8(ascii: "A")), relative)
    }

    @inline(__always)
    private static func horizontal(_ distance: Int, to target: Int, _ isAtEdge: Bool) -> (Step, cost: Int) {
        if distance == 0 { return (.none, 0) }
        if target == 0 { return (.start, 1) }
        if isAtEdge { return (.absolute(UInt8(ascii: "G")), 3 + digits(target + 1)) }
        let relative = costOfSequence(abs(distance))
        if distance < 0, -distance <= relative { return (.repeated(0x08), -distance) }
        let absolute = 3 + digits(target + 1)
        if absolute < relative { return (.absolute(UInt8(ascii: "G")), absolute) }
        return (.relative(distance > 0 ? UInt8(ascii: "C") : UInt8(ascii: "D")), relative)
    }

    /// Writes the move; at most 24 bytes.
    func write(into sink: inout ByteSink) {
        if isAbsolute {
            sink.append(0x1B)
            sink.append(UInt8(ascii: "["))
            if row > 0 || column > 0 { sink.append(number: row + 1) }
            if column > 0 {
                sink.append(UInt8(ascii: ";"))
                sink.append(number: column + 1)
            }
            sink.append(UInt8(ascii: "H"))
        } else {
            // Across first: CR also ends the doubt after the last column.
            Self.write(horizontal, distance: across, absolute: column, into: &sink)
            Self.write(vertical, distance: down, absolute: row, into: &sink)
        }
    }

    @inline(__always)
    private static func write(_ step: Step, distance: Int, absolute: Int, into sink: inout ByteSink) {
        switch step {
        case .none: break
        case .start: sink.append(0x0D)
        case .repeated(let control): for _ in 0..<abs(distance) { sink.append(control) }
        case .relative(let final): writeSequence(abs(distance), final, into: &sink)
        case .absolute(let final): writeSequence(absolute + 1, final, into: &sink)
        }
    }

    /// CSI with one parameter, whose default is 1.
    @inline(__always)
    static func writeSequence(_ parameter: Int, _ final: UInt8, into sink: inout ByteSink) {
        sink.append(0x1B)
        sink.append(UInt8(ascii: "["))
        if parameter != 1 { sink.append(number: parameter) }
        sink.append(final)
    }

    /// The bytes of a CSI with one parameter.
    @inline(__always)
    static func costOfSequence(_ parameter: Int) -> Int { parameter == 1 ? 3 : 3 + digits(parameter) }

    @inline(__always)
    static func digits(_ value: Int) -> Int {
        value < 10 ? 1 : value < 100 ? 2 : value < 1_000 ? 3 : value < 10_000 ? 4 : 5
    }
}
