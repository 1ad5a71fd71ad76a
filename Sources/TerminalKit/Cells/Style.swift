// What a cell looks like apart from its glyph: two colours and a few attributes. Styles are small values; the buffer keeps
// their number (see StyleTable), the encoder turns them into SGR parameters (ECMA-48 8.3.117).

/// A colour as the theme names it; the encoder reduces it to what the terminal has.
public enum Colour: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// A colour of the terminal's palette: 0–15 the named ones, 16–231 the 6×6×6 cube, 232–255 the grey ramp.
    case indexed(UInt8)
    /// Red, green and blue, 0–255 each.
    case rgb(UInt8, UInt8, UInt8)
}

extension Colour {
    fileprivate static let mask: UInt64 = (1 << 26) - 1

    /// Two bits for the kind, 24 for the value.
    fileprivate var bits: UInt64 {
        switch self {
        case .standard: 0
        case .indexed(let index): 1 << 24 | UInt64(index)
        case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
        }
    }

    fileprivate init(bits: UInt64) {
        let value = UInt32(truncatingIfNeeded: bits)
        switch value >> 24 {
        case 1: self = .indexed(UInt8(truncatingIfNeeded: value))
        case 2:
            self = .rgb(
                UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
                UInt8(truncatingIfNeeded: value))
        default: self = .standard
        }
    }
}

/// Attributes of a cell's text.
public struct TextAttributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = TextAttributes(rawValue: 1)
    public static let dim = TextAttributes(rawValue: 2)
    public static let italic = TextAttributes(rawValue: 4)
    public static let underline = TextAttributes(rawValue: 8)
    public static let reverse = TextAttributes(rawValue: 16)

    /// Those that show where there is no glyph.
    static let visibleOnBlanks: TextAttributes = [.underline, .reverse]
}

/// Colours and attributes of a cell.
public struct Style: Hashable, Sendable {
    /// Foreground in the lowest 26 bits, background in the next 26, attributes above them: styles are compared and looked up
    /// as one integer for every text that is drawn.
    private(set) var bits: UInt64

    public init(
        foreground: Colour = .standard, background: Colour = .standard, attributes: TextAttributes = []
    ) {
        bits = foreground.bits | background.bits << 26 | UInt64(attributes.rawValue) << 52
    }

    public var foreground: Colour {
        get { Colour(bits: bits & Colour.mask) }
        set { bits = bits & ~Colour.mask | newValue.bits }
    }

    public var background: Colour {
        get { Colour(bits: bits >> 26 & Colour.mask) }
        set { bits = bits & ~(Colour.mask << 26) | newValue.bits << 26 }
    }

    public var attributes: TextAttributes {
        get { TextAttributes(rawValue: UInt8(truncatingIfNeeded: bits >> 52)) }
        set { bits = bits & ~(0xFF << 52) | UInt64(newValue.rawValue) << 52 }
    }

    /// The terminal's own colours, no attributes.
    public static let plain = Style()

    /// The same style with bold text.
    public func bold() -> Style { adding(.bold) }
    /// The same style with dim text.
    public func dim() -> Style { adding(.dim) }
    /// The same style with italic text.
    public func italic() -> Style { adding(.italic) }
    /// The same style with underlined text.
    public func underline() -> Style { adding(.underline) }
    /// The same style with foreground and background exchanged.
    public func reverse() -> Style { adding(.reverse) }

    /// The same style with more attributes.
    public func adding(_ more: TextAttributes) -> Style {
        var style = self
        style.attributes.formUnion(more)
        return style
    }

    /// The same style with another foreground.
    public func foreground(_ colour: Colour) -> Style {
        var style = self
        style.foreground = colour
        return style
    }

    /// The same style with another background.
    public func background(_ colour: Colour) -> Style {
        var style = self
        style.background = colour
        return style
    }

    /// What a blank of this style shows: without underline and reverse only the background.
    var ofBlank: Style {
        attributes.isDisjoint(with: .visibleOnBlanks) ? Style(background: background) : self
    }

    /// This style laid over `base`: `.standard` colours show the base's, attributes add up.
    public func over(_ base: Style) -> Style {
        Style(
            foreground: foreground == .standard ? base.foreground : foreground,
            background: background == .standard ? base.background : background,
            attributes: attributes.union(base.attributes)
        )
    }
}
