/// Numbers as people type, paste and dictate them: full-width digits of an input method, blanks and hyphens between
/// groups. What a number is compared and kept by is the same text without any of that.
enum TypedDigits {
    /// `text` in half-width characters and upper case, without blanks, hyphens and brackets.
    static func normalised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let plain = halfWidth(scalar)
            if isSeparator(plain) { continue }
            result.append(plain)
        }
        return String(result).uppercased()
    }

    /// U+FF01 … U+FF5E are the full-width forms of U+0021 … U+007E.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x3000, 0x28, 0x29, 0x2D, 0x2010...0x2015, 0x2212: true
        default: false
        }
    }
}
