/// JSON that can be shown: what no eye can see is written as its escape.
enum JSONText {
    /// `text` with every control and format character (Unicode Cc, Cf, Zl, Zp) but the line feed, and everything else that
    /// is shown as nothing (Default_Ignorable_Code_Point: fillers, selectors, tags; the empty Braille pattern), as `\\uXXXX`.
    ///
    /// In well-formed JSON such characters stand only inside strings, where the escape is the same character (RFC 8259,
    /// section 7).
    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            guard isHidden(scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar != "\n" else { return false }
        if scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800 { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
