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

/// Attributes of a cell's text.
public struct TextAttributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = TextAttributes(rawValue: 1)
    public static let dim = TextAttributes(rawValue: 2)
    public static let italic = TextAttributes(rawValue: 4)
    public static let underline = TextAttributes(rawValue: 8)
    public static let reverse = TextAttributes(rawValue: 16)
}

/// Colours and attributes of a cell.
public struct Style: Hashable, Sendable {
    public var foreground: Colour
    public var background: Colour
    public var attributes: TextAttributes

    public init(
        foreground: Colour = .standard, background: Colour = .standard, attributes: TextAttributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
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

    /// This style laid over `base`: `.standard` colours show the base's, attributes add up.
    public func over(_ base: Style) -> Style {
        Style(
            foreground: foreground == .standard ? base.foreground : foreground,
            background: background == .standard ? base.background : background,
            attributes: attributes.union(base.attributes)
        )
    }
}
