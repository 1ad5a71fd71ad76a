// How a cell of the model's screen looks. A style is one word, since every cell has one and the model is asked for millions
// of cells: two colours of 26 bits (two say which kind, 24 the value) and one bit for each attribute.

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
    private var bits: UInt64 = 0

    /// The style of a screen nothing has been drawn on.
    public init() {}

    public var foreground: ModelColour {
        get { Self.colour(bits) }
        set { bits = bits & ~Self.colourMask | Self.word(newValue) }
    }
    public var background: ModelColour {
        get { Self.colour(bits >> Self.backgroundShift) }
        set {
            bits = bits & ~(Self.colourMask << Self.backgroundShift) | Self.word(newValue) << Self.backgroundShift
        }
    }
    public var isBold: Bool {
        get { has(0) }
        set { set(0, newValue) }
    }
    public var isDim: Bool {
        get { has(1) }
        set { set(1, newValue) }
    }
    public var isItalic: Bool {
        get { has(2) }
        set { set(2, newValue) }
    }
    public var isUnderlined: Bool {
        get { has(3) }
        set { set(3, newValue) }
    }
    public var isBlinking: Bool {
        get { has(4) }
        set { set(4, newValue) }
    }
    public var isReversed: Bool {
        get { has(5) }
        set { set(5, newValue) }
    }
    public var isHidden: Bool {
        get { has(6) }
        set { set(6, newValue) }
    }
    public var isStruckThrough: Bool {
        get { has(7) }
        set { set(7, newValue) }
    }

    /// The style an erased cell gets: the background alone (xterm-256color has `bce`, background colour erase).
    var erasing: ModelStyle {
        var style = ModelStyle()
        style.bits = bits & Self.colourMask << Self.backgroundShift
        return style
    }

    /// The part of the style that a blank shows: without underline, strike and reverse nothing but the background.
    public var ofBlank: ModelStyle {
        isUnderlined || isStruckThrough || isReversed ? self : erasing
    }

    private static let colourMask: UInt64 = 0x3FF_FFFF
    private static let backgroundShift: UInt64 = 26
    private static let attributeShift: UInt64 = 52
    private static let indexedKind: UInt64 = 1 << 24
    private static let rgbKind: UInt64 = 2 << 24

    private func has(_ attribute: UInt64) -> Bool { bits & 1 << (Self.attributeShift + attribute) != 0 }

    private mutating func set(_ attribute: UInt64, _ isOn: Bool) {
        let bit: UInt64 = 1 << (Self.attributeShift + attribute)
        bits = isOn ? bits | bit : bits & ~bit
    }

    private static func word(_ colour: ModelColour) -> UInt64 {
        switch colour {
        case .terminalDefault: 0
        case .indexed(let index): indexedKind | UInt64(index)
        case .rgb(let red, let green, let blue): rgbKind | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
        }
    }

    private static func colour(_ word: UInt64) -> ModelColour {
        if word & rgbKind != 0 {
            return .rgb(
                red: UInt8(truncatingIfNeeded: word >> 16), green: UInt8(truncatingIfNeeded: word >> 8),
                blue: UInt8(truncatingIfNeeded: word))
        }
        return word & indexedKind != 0 ? .indexed(UInt8(truncatingIfNeeded: word)) : .terminalDefault
    }
}

extension ModelStyle: CustomStringConvertible {
    public var description: String {
        let attributes = [
            (isBold, "bold"), (isDim, "dim"), (isItalic, "italic"), (isUnderlined, "underlined"),
            (isBlinking, "blinking"), (isReversed, "reversed"), (isHidden, "hidden"), (isStruckThrough, "struck"),
        ]
        let colours = "\(foreground) on \(background)"
        return ([colours] + attributes.filter(\.0).map(\.1)).joined(separator: " ")
    }
}
