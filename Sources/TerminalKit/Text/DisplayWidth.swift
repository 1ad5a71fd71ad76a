// How many columns text takes, by the tables of Unicode (UAX #11 and UTS #51, version in WidthTable). Terminals disagree on
// emoji sequences and more; here every text has one stable width, and the encoder puts the cursor right after each glyph
// that is in doubt. How wide ambiguous characters are is the terminal's choice, and set once for the process.

import Synchronization

/// Widths of text in terminal columns.
public enum DisplayWidth {
    /// The version of Unicode the widths follow.
    public static var unicodeVersion: String { WidthTable.unicodeVersion }

    private static let isAmbiguousWide = Atomic(false)

    /// The columns of East Asian ambiguous characters in the terminal in use: one until somebody knows better.
    ///
    /// To be set before the first frame is drawn. What has been measured before is not measured again.
    public static var ambiguous: AmbiguousWidth {
        get { isAmbiguousWide.load(ordering: .relaxed) ? .wide : .narrow }
        set { isAmbiguousWide.store(newValue == .wide, ordering: .relaxed) }
    }

    /// `glyph` where it takes one column, otherwise `substitute`: for borders, marks and the ellipsis, which must not
    /// grow into their neighbours.
    public static func single(_ glyph: String, else substitute: String) -> String {
        single(glyph, else: substitute, ambiguous: ambiguous)
    }

    static func single(_ glyph: String, else substitute: String, ambiguous: AmbiguousWidth) -> String {
        width(of: glyph, ambiguous: ambiguous) == 1 ? glyph : substitute
    }

    /// Columns of a text as it is shown, after sanitising.
    public static func of(_ text: String) -> Int { width(of: text, ambiguous: nil) }

    /// Columns of a part of a text as it is shown, after sanitising.
    public static func of(_ text: Substring) -> Int { width(of: text, ambiguous: nil) }

    /// Columns of a text in a terminal that is not the one in use.
    static func of(_ text: String, ambiguous: AmbiguousWidth) -> Int { width(of: text, ambiguous: ambiguous) }

    // Generic only inside of the module, where the compiler makes a copy for each of the two.
    private static func width(of text: some StringProtocol, ambiguous: AmbiguousWidth?) -> Int {
        text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes, ambiguous: ambiguous)
            var width = scanner.skipLetters()
            while let glyph = scanner.next() { width += glyph.width }
            return width
        }
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

    /// The longest start of `text` that fits, cut between glyphs: its length in bytes of UTF-8, and its columns.
    static func measure(_ text: some StringProtocol, fitting columns: Int) -> (bytes: Int, width: Int) {
        text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes)
            var width = scanner.skipLetters()
            if width > columns { return (max(0, columns), max(0, columns)) }
            var length = width
            while let glyph = scanner.next(), width + glyph.width <= columns {
                width += glyph.width
                length = scanner.position
            }
            return (length, width)
        }
    }
}
