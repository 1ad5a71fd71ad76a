// How many columns text takes, by the tables of Unicode (UAX #11 and UTS #51, version in WidthTable). Terminals disagree on
// emoji sequences and on ambiguous characters; here every text has one stable width, and the encoder puts the cursor
// right after each glyph that is in doubt.

/// Widths of text in terminal columns.
public enum DisplayWidth {
    /// The version of Unicode the widths follow.
    public static var unicodeVersion: String { WidthTable.unicodeVersion }

    /// Columns of one scalar alone: 0 (joins the one before), 1 or 2.
    ///
    /// East Asian ambiguous scalars count 1. A scalar that is never shown (a control) counts 1, for its replacement.
    public static func of(_ scalar: Unicode.Scalar) -> Int { ScalarClass(scalar.value).width }

    /// Columns of a text as it is shown, after sanitising.
    public static func of(_ text: String) -> Int { width(of: text) }

    /// Columns of a part of a text as it is shown, after sanitising.
    public static func of(_ text: Substring) -> Int { width(of: text) }

    // Generic only inside of the module, where the compiler makes a copy for each of the two.
    private static func width(of text: some StringProtocol) -> Int {
        text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes)
            var width = 0
            while let glyph = scanner.next() { width += glyph.width }
            return width
        }
    }

    /// The longest start of `text` that fits, cut between glyphs, and its width.
    public static func prefix(of text: String, fitting columns: Int) -> (text: Substring, width: Int) {
        let (length, width) = measure(text, fitting: columns)
        let end = text.utf8.index(text.startIndex, offsetBy: length)
        return (text[..<end], width)
    }

    /// `text` cut between glyphs into parts that fit, with their widths, in one pass. A glyph that is wider than `columns` is a
    /// part of its own, and counts as `columns`.
    static func parts(of text: String, fitting columns: Int) -> [(text: Substring, width: Int)] {
        let cuts = text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes)
            var cuts: [(end: Int, width: Int)] = []
            var start = 0
            var width = 0
            while let glyph = scanner.next() {
                if width > 0, width + glyph.width > columns {
                    cuts.append((start, min(width, columns)))
                    width = 0
                }
                width += glyph.width
                start = scanner.position
            }
            cuts.append((start, min(width, columns)))
            return cuts
        }
        var parts: [(text: Substring, width: Int)] = []
        var index = text.startIndex
        var offset = 0
        for cut in cuts {
            let end = text.utf8.index(index, offsetBy: cut.end - offset)
            parts.append((text[index..<end], cut.width))
            (index, offset) = (end, cut.end)
        }
        return parts
    }

    /// How many bytes of UTF-8, and columns, of `text` fit.
    static func measure(_ text: some StringProtocol, fitting columns: Int) -> (bytes: Int, width: Int) {
        text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes)
            var width = 0
            var length = 0
            while let glyph = scanner.next(), width + glyph.width <= columns {
                width += glyph.width
                length = scanner.position
            }
            return (length, width)
        }
    }
}
