// What the terminal at the other end can do, beyond moving a cursor. Where nothing is known, everything here says no: then the
// frames are a few bytes longer and still right.

/// What a terminal can do, as far as it is known.
public struct TerminalCapabilities: Hashable, Sendable {
    /// The colours it shows.
    public var colourDepth: ColourDepth
    /// Whether it holds a frame back until it is complete (DEC private mode 2026).
    public var hasSynchronizedOutput: Bool
    /// Whether it has left and right margins (DECLRMM, private mode 69), so that one pane of several can be scrolled.
    public var hasHorizontalMargins: Bool
    /// Whether it repeats the last glyph on request (REP, ECMA-48 8.3.103) as the standard says.
    public var canRepeat: Bool
    /// Whether it speaks the kitty keyboard protocol, in which Escape and every modified key have sequences of their own.
    public var hasKittyKeyboard: Bool
    /// How many columns it gives to East Asian ambiguous characters (UAX #11).
    public var ambiguousWidth: AmbiguousWidth

    public init(
        colourDepth: ColourDepth, hasSynchronizedOutput: Bool = false, hasHorizontalMargins: Bool = false,
        canRepeat: Bool = false, hasKittyKeyboard: Bool = false, ambiguousWidth: AmbiguousWidth = .narrow
    ) {
        self.colourDepth = colourDepth
        self.hasSynchronizedOutput = hasSynchronizedOutput
        self.hasHorizontalMargins = hasHorizontalMargins
        self.canRepeat = canRepeat
        self.hasKittyKeyboard = hasKittyKeyboard
        self.ambiguousWidth = ambiguousWidth
    }
}

/// The columns of an East Asian ambiguous character.
public enum AmbiguousWidth: String, Hashable, Sendable, CaseIterable {
    /// One column: terminals outside of East Asia, and most of today's inside.
    case narrow
    /// Two columns, as in the old character sets of East Asia.
    case wide
}
