/// A cell that goes through a spreadsheet program and comes back the same.
///
/// Such programs run what begins like a formula, also behind blanks and quotes and in the full-width forms, and turn what
/// looks like a number, a date or a truth value into one: `00123` loses its zeros, an identity number its last digits.
/// A text that could be taken for any of these gets one apostrophe in front, and so does a text that begins with one.
/// Reading takes exactly that apostrophe off again: ``opened(_:)`` of ``sealed(_:)`` is the text, whatever it is.
public enum SpreadsheetCell {
    public static func sealed(_ text: String) -> String {
        isAtRisk(text) ? "'" + text : text
    }

    static func opened(_ text: String) -> String {
        text.unicodeScalars.first == "'" ? String(text.unicodeScalars.dropFirst()) : text
    }

    static func isAtRisk(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if first == "'" || first == "\t" || first == "\r" || first == "\n" { return true }
        let rest = text.unicodeScalars.drop(while: isPassedOver)
        guard let scalar = rest.first else { return false }
        if beginsFormula(scalar) || beginsNumber(scalar) { return true }
        return looksLikeWord(rest)
    }

    /// What some programs take off before they look: blanks, marks of no width, quotes.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{FF02}", "\u{FF07}", "`": true
        default:
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        }
    }

    private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "|", "%": true
        // The full-width forms, which programs in China and Japan take for the same, and the minus signs.
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}", "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}":
            true
        default: false
        }
    }

    private static func beginsNumber(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.numericType == .decimal { return true }
        switch scalar {
        case ".", ",", "(", "$", "\u{A5}", "\u{FFE5}", "\u{FF0E}", "\u{FF0C}", "\u{FF08}", "#": return true
        default: return false
        }
    }

    /// TRUE, FALSE, and what begins with an English month: MAR1 becomes the first of March.
    private static func looksLikeWord(_ rest: Substring.UnicodeScalarView) -> Bool {
        let word = String(String.UnicodeScalarView(rest.prefix(5))).lowercased()
        if word == "true" || word == "false" { return true }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.contains { word.hasPrefix($0) }
    }
}
