// What one cell of the model's screen holds: the text in it, how much room it takes, and how it looks. Values only, so
// that a test compares a cell or a style with `==`.

/// A colour as a program asked for it with SGR (ECMA-48 § 8.3.117, and xterm's 38/48 extensions).
public enum ModelColour: Hashable, Sendable {
    /// SGR 39 or 49: whatever the terminal's own colour is.
    case terminalDefault
    /// An entry of the 256-colour palette; 0–7 are SGR 30–37, 8–15 are SGR 90–97.
    case indexed(UInt8)
    /// A truecolour value, each part 0–255.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How a cell looks.
public struct ModelStyle: Hashable, Sendable {
    public var foreground: ModelColour = .terminalDefault
    public var background: ModelColour = .terminalDefault
    public var isBold = false
    public var isDim = false
    public var isItalic = false
    public var isUnderlined = false
    public var isBlinking = false
    public var isReversed = false
    public var isHidden = false
    public var isStruckThrough = false

    /// The style of a screen nothing has been drawn on.
    public init() {}

    /// The style an erased cell gets: the background alone (xterm-256color has `bce`, background colour erase).
    var erasing: ModelStyle {
        var style = ModelStyle()
        style.background = background
        return style
    }
}

/// One cell of the screen.
public struct ModelCell: Hashable, Sendable {
    /// The glyph with the combining characters that joined it; `" "` in a blank cell; `""` in the second half of a
    /// wide glyph.
    public internal(set) var text: String
    /// Whether the glyph covers this cell and the next one.
    public internal(set) var isWide: Bool
    public internal(set) var style: ModelStyle

    /// Whether this is the second half of the wide glyph in the cell before.
    public var isContinuation: Bool { text.isEmpty }

    static func blank(_ style: ModelStyle) -> ModelCell {
        ModelCell(text: " ", isWide: false, style: style)
    }

    static func continuation(_ style: ModelStyle) -> ModelCell {
        ModelCell(text: "", isWide: false, style: style)
    }
}
