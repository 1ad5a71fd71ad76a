import Testing

@testable import TerminalKit

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "scalars have the columns of UAX #11",
        arguments: [
            ("a", 1), ("é", 1), ("中", 2), ("。", 2), ("，", 2), ("Ａ", 2), ("ｱ", 1), ("가", 2), ("\u{301}", 0), ("𠮷", 2),
            ("\u{31350}", 2),
            ("㐀", 2), ("　", 2), ("─", 1), ("█", 1), ("…", 1), ("α", 1), ("①", 1), ("\u{4DC0}", 2), ("ꀀ", 2), ("ᠠ", 1),
            ("😀", 2), ("☎", 1),
            ("⌚", 2), ("\u{FE0F}", 0), ("\u{1B}", 1), ("\u{E000}", 1), ("༄", 1), ("\u{F71}", 0),
        ] as [(Unicode.Scalar, Int)])
    func scalars(scalar: Unicode.Scalar, width: Int) {
        #expect(ScalarClass(scalar.value).width(.narrow) == width)
    }

    @Test(
        "texts and clusters have one stable width",
        arguments: [
            ("", 0), ("代办 daiban", 11), ("e\u{301}", 1), ("中\u{301}", 2), ("❤", 1), ("❤️", 2), ("👨‍👩‍👧‍👦", 2), ("🇨🇳", 2),
            ("🇨🇳🇨", 4),
            ("👍🏽", 2), ("1️⃣", 2), ("❤️‍🔥", 2), ("ᄀ\u{1161}\u{11A8}", 2), ("葛\u{E0100}", 2), ("\t", 1), ("a\r\nb", 3),
            ("\u{301}", 1),
            ("क\u{93E}", 1), ("👁️‍🗨️", 2), ("a\u{200D}b", 3), ("⌚︎", 2), ("中\u{FE0F}", 3), ("1\u{FE0F}", 2), ("⭐️", 2),
        ])
    func texts(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test("the width of a text is the columns it takes when drawn")
    func agreesWithDrawing() {
        var generator = SeededGenerator(seed: 7)
        var screen = CellBuffer(size: TerminalSize(columns: 60, rows: 1))
        let alphabet: [Unicode.Scalar] = [
            "a", "中", "\u{301}", "\u{200D}", "\u{FE0F}", "❤", "👩", "🇨", "🏽", "1", "\u{20E3}", "\t", "\u{93E}",
            "\u{FE0E}", "\u{1161}",
        ]
        for _ in 0..<2_000 {
            let scalars = (0..<12).compactMap { _ in alphabet.randomElement(using: &generator) }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(screen.put(text, x: 0, y: 0, style: .plain) == DisplayWidth.of(text))
        }
    }

    @Test("the longest start that fits is cut between glyphs")
    func fitting() {
        #expect(DisplayWidth.measure("ab中e\u{301}x", fitting: 3) == ("ab".utf8.count, 2))
        #expect(DisplayWidth.measure("ab中e\u{301}x", fitting: 5) == ("ab中e\u{301}".utf8.count, 5))
        #expect(DisplayWidth.measure("👨‍👩‍👧‍👦", fitting: 1) == (0, 0))
        #expect(DisplayWidth.measure("中", fitting: 99) == ("中".utf8.count, 2))
        #expect(DisplayWidth.measure("中", fitting: -1) == (0, 0))
        for columns in -1...20 {
            let (bytes, width) = DisplayWidth.measure("abcdefghijklmnopq\u{301}r", fitting: columns)
            #expect(width == min(max(0, columns), 18) && bytes == width + (columns > 16 ? "\u{301}".utf8.count : 0))
        }
    }

    @Test("marks, selectors and skin tones are never taken for letters of their own by the short path")
    func joining() {
        for value in UInt32(0x80)..<0xE01F0 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch ScalarClass(value) {
            case .mark, .doubtfulMark:
                if DisplayWidth.of("x\(scalar)") != 1 || DisplayWidth.of("中\(scalar)") != 2 {
                    Issue.record("U+\(String(value, radix: 16)) does not join")
                }
            case .modifier: #expect(DisplayWidth.of("👍\(scalar)") == 2)
            case .refused, .narrow, .wide, .pictograph, .widePictograph, .regional, .ambiguous, .doubtfulNarrow,
                .ambiguousPictograph, .doubtfulWide, .doubtfulAmbiguous, .selector:
                continue
            }
        }
    }

    @Test("the table agrees with the standard library's Unicode on every character that both have known for long")
    func standardLibrary() {
        for value in UInt32(0)..<WidthTable.limit {
            guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 13 else { continue }
            let properties = scalar.properties
            let kind = ScalarClass(value)
            let isRight =
                switch properties.generalCategory {
                case _ where properties.isVariationSelector: kind == .selector
                case _ where properties.isDefaultIgnorableCodePoint: kind == .refused
                case .control, .format, .lineSeparator, .paragraphSeparator: kind == .refused
                case .nonspacingMark: kind == .mark || kind == .doubtfulMark
                case .enclosingMark, .spacingMark: kind == .doubtfulMark
                case .privateUse: kind == .doubtfulAmbiguous
                case _ where properties.isEmojiModifier: kind == .modifier
                case _ where properties.isEmojiPresentation: kind == .widePictograph || kind == .regional
                case _ where properties.isEmoji && value > 0x7F: kind.isPictograph
                default: ![.mark, .pictograph, .widePictograph, .regional, .modifier, .selector].contains(kind)
                }
            if !isRight { Issue.record("U+\(String(value, radix: 16)) is \(kind)") }
        }
    }

    @Test("letters counted eight at a time are counted like one at a time")
    func letters() {
        for text in ["", "a", "abcdefgh", "abcdefghi", "abcdefgh中", "abcdefgh\u{301}", "abcdefg1\u{FE0F}\u{20E3}"] {
            for repeats in 1...4 {
                for end in ["", "\u{7F}", "\u{1F}x", "~ abcdefgh", "\u{301}"] {
                    let long = String(repeating: text, count: repeats) + end
                    let single = long.map { DisplayWidth.of(String($0)) }.reduce(0, +)
                    #expect(DisplayWidth.of(long) == single, "\(long)")
                }
            }
        }
        // Every byte, at every place of the eight.
        for place in 0..<8 {
            for value in UInt8(0)..<0x80 {
                var bytes = Array(repeating: UInt8(ascii: "a"), count: 12)
                bytes[place] = value
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(DisplayWidth.of(text) == 12)
                #expect(DisplayWidth.of(Sanitiser.clean(text)) == 12)
            }
        }
    }

    @Test("the table follows the version it names")
    func version() { #expect(DisplayWidth.unicodeVersion == "18.0.0") }
}
