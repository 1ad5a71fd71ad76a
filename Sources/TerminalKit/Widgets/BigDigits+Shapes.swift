// The shapes of the large digits, five rows of one to three pixels.

extension BigDigits {
    /// The rows of pixels in a shape.
    static let height = 5

    /// A shape of pixels: rows from the top, three bits each, the left pixel highest.
    struct Shape {
        var width = 3
        var rows: UInt16

        func isSet(_ column: Int, _ row: Int) -> Bool {
            row < height && rows >> UInt16((height - 1 - row) * 3 + 2 - column) & 1 == 1
        }
    }

    /// The shape of a character; a chequered one for those that have none, so that nothing vanishes.
    static func shape(of character: Character) -> Shape {
        switch character {
        case "0": Shape(rows: 0b111_101_101_101_111)
        case "1": Shape(rows: 0b010_110_010_010_111)
        case "2": Shape(rows: 0b111_001_111_100_111)
        case "3": Shape(rows: 0b111_001_111_001_111)
        case "4": Shape(rows: 0b101_101_111_001_001)
        case "5": Shape(rows: 0b111_100_111_001_111)
        case "6": Shape(rows: 0b111_100_111_101_111)
        case "7": Shape(rows: 0b111_001_001_001_001)
        case "8": Shape(rows: 0b111_101_111_101_111)
        case "9": Shape(rows: 0b111_101_111_001_111)
        case ":": Shape(width: 1, rows: 0b000_100_000_100_000)
        case ".": Shape(width: 1, rows: 0b000_000_000_000_100)
        case "/": Shape(rows: 0b001_001_010_100_100)
        case "-": Shape(rows: 0b000_000_111_000_000)
        case "%": Shape(rows: 0b101_001_010_100_101)
        case " ": Shape(rows: 0)
        default: Shape(rows: 0b101_010_101_010_101)
        }
    }
}
