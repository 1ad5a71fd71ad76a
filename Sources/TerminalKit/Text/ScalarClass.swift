// What the sanitising door and the width rules need to know of a Unicode scalar, as one class. Planes 0 and 1 come from the
// generated table; the ranges above them are few and stand here. Widths.md says which scalars are doubtful, and why.

/// How a scalar takes part in glyphs. The raw values are the digits of the generated table.
enum ScalarClass: UInt8 {
    /// May not reach the terminal: controls, invisible format characters, noncharacters.
    case refused = 0
    /// One column.
    case narrow = 1
    /// Two columns (East Asian wide and fullwidth).
    case wide = 2
    /// Joins the glyph before it, no column of its own (nonspacing marks).
    case mark = 3
    /// An emoji of one column that U+FE0F makes two wide.
    case pictograph = 4
    /// An emoji of two columns.
    case widePictograph = 5
    /// Half of a flag.
    case regional = 6
    /// A skin tone: joins an emoji, else stands alone in two columns.
    case modifier = 7
    /// East Asian ambiguous: one column or two, as the terminal has it.
    case ambiguous = 8
    /// Joins the glyph before it, but some terminals give it a column, or join the next glyph too (spacing and
    /// enclosing marks, Hangul vowels and finals, viramas, young marks).
    case doubtfulMark = 9
    /// One column, but terminals disagree (unassigned, young, right to left, oversized).
    case doubtfulNarrow = 10
    /// An emoji that is also East Asian ambiguous.
    case ambiguousPictograph = 11
    /// Two columns, but terminals disagree (young, lately widened, wide scripts of plane 1).
    case doubtfulWide = 12
    /// East Asian ambiguous, and terminals disagree beyond that (private use).
    case doubtfulAmbiguous = 13
    /// Chooses a form of the glyph before it, no column of its own (variation selectors).
    case selector = 14

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
        // EastAsianWidth.txt: W, also where unassigned. Extensions B to F and the compatibility supplement are in
        // every table; G and later (U+2EBF0 on, plane 3) are younger than some terminals.
        case 0x20000..<0x2EBF0, 0x2F800..<0x2FA20: .wide
        case 0x20000..<0x40000: .doubtfulWide
        case 0xE0100...0xE01EF: .selector
        case 0xF0000...0x10FFFD: .doubtfulAmbiguous  // private use
        default: .refused
        }
    }

    /// Columns of the scalar alone.
    @inline(__always)
    func width(_ ambiguous: AmbiguousWidth) -> Int {
        switch self {
        case .mark, .doubtfulMark, .selector: 0
        case .wide, .widePictograph, .modifier, .regional, .doubtfulWide: 2
        case .refused, .narrow, .pictograph, .doubtfulNarrow: 1
        case .ambiguous, .ambiguousPictograph, .doubtfulAmbiguous: ambiguous == .wide ? 2 : 1
        }
    }

    /// Whether terminals are known to disagree on the columns of the scalar alone.
    ///
    /// A terminal that makes ambiguous scalars wide may do so for some of them only: there all of them are in doubt.
    @inline(__always)
    func isDoubtful(_ ambiguous: AmbiguousWidth) -> Bool {
        switch self {
        case .refused, .narrow, .wide, .mark, .pictograph: false
        case .widePictograph, .regional, .modifier, .doubtfulMark, .doubtfulNarrow, .doubtfulWide, .doubtfulAmbiguous,
            .selector:
            true
        case .ambiguous, .ambiguousPictograph: ambiguous == .wide
        }
    }

    /// Whether the columns depend on the terminal's choice.
    @inline(__always)
    var isAmbiguous: Bool { self == .ambiguous || self == .ambiguousPictograph || self == .doubtfulAmbiguous }

    /// Whether the scalar is an emoji by itself, and may start or continue an emoji sequence.
    var isPictograph: Bool { self == .pictograph || self == .ambiguousPictograph || self == .widePictograph }
}
