// How well a text stands out from its ground: the contrast ratio of the Web Content Accessibility Guidelines 2.2 (W3C), with the
// relative luminance of sRGB colours. Computed for what a terminal shows, which may have fewer colours than the theme names.

extension Style {
    /// The ratio of the luminances of foreground and background, 1 … 21, on a terminal of a depth of colour.
    ///
    /// - Returns: `nil` where one of the two is the terminal's own colour, which nobody knows here.
    public func contrast(at depth: ColourDepth) -> Double? {
        guard let foreground = foreground.reduced(to: depth).luminance,
            let background = background.reduced(to: depth).luminance
        else { return nil }
        let (light, dark) = (max(foreground, background), min(foreground, background))
        return (light + 0.05) / (dark + 0.05)
    }
}

extension Colour {
    /// The relative luminance, 0 … 1.
    fileprivate var luminance: Double? {
        let (red, green, blue): Palette.RGB
        switch self {
        case .standard: return nil
        case .indexed(let index): (red, green, blue) = Palette.rgb(ofIndex: index)
        case .rgb(let r, let g, let b): (red, green, blue) = (r, g, b)
        }
        return 0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
    }

    /// The linear values of the 256 levels of sRGB (IEC 61966-2-1).
    private static let linear: [Double] = (0...255).map { level in
        let value = Double(level) / 255
        return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }

    /// The power of 2.4: the fifth root of the twelfth power, by Newton's method.
    private static func power(_ base: Double) -> Double {
        let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
        var root = base
        for _ in 0..<40 { root = (4 * root + twelfth / (root * root * root * root)) / 5 }
        return root
    }
}
