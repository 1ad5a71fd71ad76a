// What the sanitising door and the width rules need to know of a Unicode scalar, as one class. Planes 0 and 1 come from the
// generated table; the ranges above them are few and stand here.

/// How a scalar takes part in glyphs. The raw values are the digits of the generated table.
enum ScalarClass: UInt8 {
    /// May not reach the terminal: controls, invisible format characters, noncharacters.
    case refused = 0
    /// One column.
    case narrow = 1
    /// Two columns (East Asian wide and fullwidth).
    case wide = 2
    /// Joins the glyph before it, no column of its own (combining marks, variation selectors).
    case mark = 3
    /// A pictograph of one column that U+FE0F makes two wide.
    case pictograph = 4
    /// A pictograph of two columns.
    case widePictograph = 5
    /// Half of a flag.
    case regional = 6
    /// A skin tone: joins a pictograph, else stands alone in two columns.
    case modifier = 7
    /// East Asian ambiguous: one column by the present policy.
    case ambiguous = 8
    /// Joins the glyph before it, but some terminals give it a column (spacing marks, Hangul vowels and finals).
    case doubtfulMark = 9
    /// No character in the table's version of Unicode: one column, but newer terminals may know better.
    case unassigned = 10
    /// A pictograph that is also East Asian ambiguous.
    case ambiguousPictograph = 11

    @inline(__always)
    init(_ scalar: UInt32) {
        if scalar < WidthTable.limit {
            self = ScalarClass(rawValue: WidthTable.digit(of: scalar)) ?? .refused
        } else {
            self = ScalarClass.above(scalar)
        }
    }

    /// Planes 2 and up: ideographs, variation selectors and private use; everything else is refused.
    private static func above(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case _ where scalar & 0xFFFE == 0xFFFE: .refused
        case 0x20000..<0x40000: .wide  // EastAsianWidth.txt: W, also where unassigned
        case 0xE0100...0xE01EF: .doubtfulMark  // ideographic variation selectors, unknown to old terminals
        case 0xF0000...0x10FFFD: .ambiguous  // private use
        default: .refused
        }
    }

    /// Columns of the scalar alone.
    @inline(__always)
    var width: Int {
        switch self {
        case .mark, .doubtfulMark: 0
        case .wide, .widePictograph, .modifier, .regional: 2
        case .refused, .narrow, .pictograph, .ambiguous, .unassigned, .ambiguousPictograph: 1
        }
    }
}
