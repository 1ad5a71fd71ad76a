// Colours a terminal has, and the nearest of them for a colour it has not. (Rainbow has such an approximation, but does not
// offer it to others.) Distances are Euclidean with the "redmean" weights, which follow the eye better than plain RGB:
// https://www.compuphase.com/cmetric.htm.

/// How many colours the terminal shows.
public enum ColourDepth: Hashable, Sendable, CaseIterable {
    /// None: `NO_COLOR` is set (https://no-color.org). Attributes stay.
    case none
    /// The 16 named colours (SGR 30–37, 90–97 and the same for backgrounds).
    case sixteen
    /// The palette of 256 (SGR 38;5 and 48;5).
    case indexed256
    /// 24-bit colours (SGR 38;2 and 48;2).
    case truecolour
}

extension Colour {
    /// The nearest colour that a terminal of this depth shows.
    func reduced(to depth: ColourDepth) -> Colour {
        switch (depth, self) {
        case (.none, _): .standard
        case (_, .standard), (.truecolour, _), (.indexed256, .indexed): self
        case (.indexed256, .rgb(let red, let green, let blue)):
            .indexed(Palette.nearest256(red, green, blue))
        case (.sixteen, .indexed(let index)) where index < 16: self
        case (.sixteen, .indexed(let index)):
            .indexed(Palette.nearest16(Palette.rgb(ofIndex: index)))
        case (.sixteen, .rgb(let red, let green, let blue)):
            .indexed(Palette.nearest16((red, green, blue)))
        }
    }
}

extension Style {
    /// The style with the colours that a terminal of this depth shows.
    func reduced(to depth: ColourDepth) -> Style {
        Style(
            foreground: foreground.reduced(to: depth),
            background: background.reduced(to: depth),
            attributes: attributes
        )
    }
}

/// The palette of xterm: 16 named colours, the 6×6×6 cube from 16, the grey ramp from 232 (xterm's 256colres.pl).
enum Palette {
    typealias RGB = (red: UInt8, green: UInt8, blue: UInt8)

    private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

    /// xterm's own values for the named colours; people's terminals vary a little around them.
    private static let named: [(UInt8, UInt8, UInt8)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// Red, green and blue of a palette entry.
    static func rgb(ofIndex index: UInt8) -> RGB {
        if index < 16 { return named[Int(index)] }
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        let cube = Int(index) - 16
        return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }

    /// The nearest entry of the cube or the grey ramp; never one of the 16, which users redefine.
    static func nearest256(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
        let cube = 16 + 36 * nearestLevel(red) + 6 * nearestLevel(green) + nearestLevel(blue)
        let mean = (Int(red) + Int(green) + Int(blue)) / 3
        let grey = 232 + min(23, max(0, (mean - 3) / 10))
        let wanted = (red, green, blue)
        let cubeDistance = distance(wanted, rgb(ofIndex: UInt8(cube)))
        return UInt8(distance(wanted, rgb(ofIndex: UInt8(grey))) < cubeDistance ? grey : cube)
    }

    /// The one of the 16 named colours that means the same: greys by their lightness, the rest by their hue.
    ///
    /// Distance alone would make every quiet colour of a theme dark grey, which can hardly be read on black.
    static func nearest16(_ wanted: RGB) -> UInt8 {
        let (red, green, blue) = (Int(wanted.red), Int(wanted.green), Int(wanted.blue))
        let most = max(red, green, blue)
        let least = min(red, green, blue)
        // Less than three tenths of the lightness is colour: a grey. So dark that no colour is left: black.
        if (most - least) * 10 < most * 3 || most < 64 {
            return most < 64 ? 0 : most < 112 ? 8 : most < 210 ? 7 : 15
        }
        // The primaries that are nearer to the most than to the least make the hue.
        let middle = (most + least + 1) / 2
        let hue = UInt8((red >= middle ? 1 : 0) + (green >= middle ? 2 : 0) + (blue >= middle ? 4 : 0))
        return most < 190 ? hue : hue + 8
    }

    private static func nearestLevel(_ value: UInt8) -> Int {
        value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
    }

    private static func distance(_ a: RGB, _ b: RGB) -> Int {
        let mean = (Int(a.red) + Int(b.red)) / 2
        let red = Int(a.red) - Int(b.red)
        let green = Int(a.green) - Int(b.green)
        let blue = Int(a.blue) - Int(b.blue)
        return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
    }
}
