/// One cell of a CSV file that people open in spreadsheet programs.
///
/// Such programs run what begins like a formula. A cell that does, or that begins with the apostrophe that keeps them
/// from it, gets an apostrophe in front, which they do not show; reading takes it off again, so that nothing changes on
/// the way.
enum CSVCell {
    /// `text` so that no spreadsheet program takes it for a formula.
    static func sealed(_ text: String) -> String {
        text.unicodeScalars.first.map(needsSeal) == true ? "'" + text : text
    }

    /// What was sealed; a text that only happens to begin with an apostrophe stays as it is.
    static func opened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.first == "'", let second = scalars.dropFirst().first, needsSeal(second) else { return text }
        return String(scalars.dropFirst())
    }

    private static func needsSeal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "'": true
        // The full-width forms, which programs in China and Japan take for the same.
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    /// `text` as a field (RFC 4180): in quotes when it has to be.
    static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        // By scalars: a quote that carries an accent is a quote in the file.
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
