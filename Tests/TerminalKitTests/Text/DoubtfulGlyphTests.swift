import Testing

@testable import TerminalKit

@Suite("Glyphs in doubt")
struct DoubtfulGlyphTests {
    private func glyphs(_ text: String, _ ambiguous: AmbiguousWidth = .narrow) -> [Glyph] {
        text.withUTF8Bytes { bytes in
            var scanner = GlyphScanner(bytes, ambiguous: ambiguous)
            var glyphs: [Glyph] = []
            while let glyph = scanner.next() { glyphs.append(glyph) }
            return glyphs
        }
    }

    @Test(
        "where terminals disagree on the columns, the cursor is placed after the glyph",
        arguments: [
            "☎\u{FE0F}", "☎\u{FE0E}", "⌚\u{FE0E}", "⌚", "😀", "👨‍👩‍👧‍👦", "🇨🇳", "🇨", "👍🏽", "🏽", "1\u{FE0F}\u{20E3}", "1\u{20E3}",
            // Hangul conjoining jamo, halfwidth voiced marks, marks that space or enclose, viramas, Thai AM
            "ᄀ", "ᄀ\u{1161}\u{11A8}", "ᄀ\u{1161}", "\u{FF9E}", "\u{FF9F}", "क\u{93E}", "a\u{20DD}", "क\u{94D}",
            "\u{E33}",
            // kana voiced marks and ideographic tone marks, which the table of widths calls wide
            "か\u{3099}", "か\u{309A}", "中\u{302A}", "中\u{302E}",
            // not assigned, private, young
            "\u{378}", "\u{E000}", "\u{F0000}", "\u{10FFFD}", "🫠", "\u{31EF}", "\u{2FFC}",
            // wide scripts of plane 1, wide only since version 16, ideographs younger than Extension F
            "\u{17000}", "\u{1B170}", "\u{18B00}", "\u{1B002}", "\u{4DC0}", "\u{2630}", "\u{268A}", "\u{2EBF0}",
            "\u{30EDD}", "\u{323B0}",
            "葛\u{E0100}", "\u{3248}", "\u{303F}", "\u{2E3B}", "\u{1242B}", "\u{FDFD}",
            // right to left: a terminal may shape or reorder it
            "א", "ب", "\u{663}", "ᠠ\u{180B}",
        ])
    func doubtful(text: String) {
        let glyphs = glyphs(text)
        #expect(glyphs.count == 1)
        #expect(glyphs.map(\.isDoubtful) == [true], "\(glyphs)")
    }

    @Test(
        "what every terminal counts alike costs no move",
        arguments: [
            "a", "é", "e\u{301}", "中", "㐀", "\u{4DAE}", "\u{9FFF}", "。", "，", "Ａ", "ｱ", "가", "あ", "ꀀ", "\u{20BB7}",
            "\u{2CB4A}",
            "\u{2F800}", "\u{F967}", "\u{3000}", "\u{A0}", "\u{2FF0}", "─", "│", "┌", "█", "…", "“", "”", "—", "·", "×",
            "α", "я", "①", "▶", "▲",
            "●", "☎", "†", "\u{FFFD}", "␛", "ก\u{E34}", "ᠠ",
        ])
    func sure(text: String) {
        let glyphs = glyphs(text)
        #expect(glyphs.count == 1)
        #expect(glyphs.map(\.isDoubtful) == [false], "\(glyphs)")
    }

    @Test("where ambiguous characters are wide, they take two columns and are all in doubt")
    func wide() {
        for text in ["─", "…", "“", "α", "①", "▶", "☎", "\u{E000}", "\u{F0000}", "\u{FFFD}", "\u{202E}", "★\u{301}"] {
            let glyphs = glyphs(text, .wide)
            #expect(glyphs.map(\.width) == [2], "\(text)")
            #expect(glyphs.map(\.isDoubtful) == [true], "\(text)")
            #expect(DisplayWidth.of(text, ambiguous: .narrow) == 1, "\(text)")
        }
        for text in ["a", "中", "e\u{301}", "가", "。"] {
            #expect(glyphs(text, .wide).map(\.width) == glyphs(text, .narrow).map(\.width), "\(text)")
        }
        #expect(DisplayWidth.single("─", else: "-", ambiguous: .wide) == "-")
        #expect(DisplayWidth.single("─", else: "-", ambiguous: .narrow) == "─")
        #expect(DisplayWidth.single("×", else: "x", ambiguous: .wide) == "x")
    }

    @Test("a terminal with wide ambiguous characters is measured and painted alike")
    func wideEverywhere() async {
        // In a process of its own, for the setting is the whole program's.
        await #expect(processExitsWith: .success) {
            DisplayWidth.ambiguous = .wide
            var screen = CellBuffer(size: TerminalSize(columns: 20, rows: 1))
            for text in ["“代办”…", "│a│", "\u{202E}x", "\u{E000}\u{301}", "αβγ"] {
                screen.clear()
                let taken = screen.put(text, x: 0, y: 0, style: .plain)
                precondition(taken == DisplayWidth.of(text))
                precondition(taken == DisplayWidth.measure(text, fitting: 20).width)
                precondition(taken == DisplayWidth.of(Sanitiser.clean(text)))
                precondition(screen.width(x: 0, y: 0) == 2)
            }
            screen.clear()
            precondition(screen.putTruncated("代办件", x: 0, y: 0, style: .plain, width: 5) == 5)
            precondition(screen.text(row: 0) == "代办~")
        }
    }

    @Test("what may join the cell before it, or draw the next one in, is in doubt")
    func neighbours() {
        let pairs = [
            ("👍", "🏽"), ("🇨", "🇳"), ("1", "\u{20E3}"), ("ᄀ", "ᄀ"), ("ᄀ", "가"), ("ｶ", "\u{FF9E}"), ("ก", "\u{E33}"),
            ("क\u{94D}", "ष"), ("가", "\u{11A8}"), ("a", "\u{93E}"),
        ]
        for (left, right) in pairs {
            let isDoubtful = (glyphs(left) + glyphs(right)).map(\.isDoubtful)
            #expect(isDoubtful.count == 2 && isDoubtful.contains(true), "\(left), \(right)")
        }
    }
}
