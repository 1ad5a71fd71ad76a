import Testing

@testable import TerminalKit

@Suite("Sanitising door")
struct SanitiserTests {
    @Test(
        "what may not reach the terminal leaves a visible mark",
        arguments: [
            ("\u{1B}]0;PWNED\u{7}", "␛]0;PWNED␇"), ("\u{1B}[2J", "␛[2J"), ("\u{9B}31m", "\u{FFFD}31m"),
            ("a\tb\nc\rd\r\ne", "a b c d e"),
            ("\u{0}\u{7F}", "␀␡"), ("\u{202E}gpj.exe", "\u{FFFD}gpj.exe"), ("a\u{200B}b", "a\u{FFFD}b"),
            ("a\u{200D}b", "a\u{FFFD}b"),
            ("\u{61C}\u{2066}\u{2069}\u{FEFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{FFF9}\u{E0041}\u{E007F}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{2028}\u{85}", "  "), ("co\u{AD}op", "co-op"), ("\u{3164}", "\u{FFFD}"), ("\u{FFFE}", "\u{FFFD}"),
            ("\u{600}\u{605}\u{70F}\u{8E2}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{110BD}\u{FFFC}\u{2800}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ])
    func refused(text: String, shown: String) {
        #expect(Sanitiser.clean(text) == shown)
    }

    @Test(
        "legitimate text passes unchanged",
        arguments: ["王小明", "e\u{301}", "👨‍👩‍👧‍👦", "❤️‍🔥", "🇨🇳", "1️⃣", "葛\u{E0100}", "བོད་", "ئۇيغۇر", "𠮷"])
    func passes(text: String) { #expect(Sanitiser.clean(text) == text) }

    @Test(
        "a joiner, a selector or a tag that would change nothing is shown, for it could tell two equal-looking names apart",
        arguments: [
            ("张\u{FE0F}三", "张\u{FFFD}三"), ("张\u{FE00}三", "张\u{FE00}三"), ("张\u{E0100}三", "张\u{E0100}三"),
            ("张\u{E0100}\u{E0101}三", "张\u{E0100}\u{FFFD}三"), ("a\u{E0100}", "a\u{FFFD}"),
            ("1\u{FE0F}", "1\u{FFFD}"),
            ("★\u{FE0F}", "★\u{FFFD}"), ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}\u{FFFD}"), ("\u{FE0F}", "\u{FFFD}"),
            ("👩\u{200D}", "👩\u{FFFD}"), ("\u{200D}👩", "\u{FFFD}👩"), ("ᠠ\u{180B}", "ᠠ\u{180B}"),
            ("a\u{180B}", "a\u{FFFD}"),
            ("👍\u{FE0E}\u{FE0F}", "👍\u{FE0E}\u{FFFD}"),
            ("🏴\u{E0067}\u{E007F}", "🏴\u{FFFD}\u{FFFD}"), ("张\u{34F}三", "张\u{FFFD}三"),
            ("\u{115F}\u{1160}\u{FFA0}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{1D173}\u{2063}\u{1D159}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ])
    func withoutEffect(text: String, shown: String) {
        #expect(Sanitiser.clean(text) == shown)
        // `==` on strings takes canonically equal ones for the same.
        #expect(Array(Sanitiser.clean(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test("a glyph has few combining marks; the rest stands on blanks, and nothing is lost")
    func bounded() {
        let zalgo = "a" + String(repeating: "\u{301}", count: 20) + "b"
        let clean = Sanitiser.clean(zalgo)
        let marks = { (count: Int) in String(repeating: "\u{301}", count: count) }
        #expect(Array(clean.unicodeScalars) == Array("a\(marks(8)) \(marks(8)) \(marks(4))b".unicodeScalars))
        #expect(DisplayWidth.of(zalgo) == 4)
        #expect(DisplayWidth.of(clean) == 4)
    }

    @Test("no scalar of Unicode yields a control or an invisible format character, and cleaning twice changes nothing")
    func allScalars() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let clean = Sanitiser.clean("x\(scalar)y")
            for shown in clean.unicodeScalars {
                switch shown.value {
                case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                    0xFFF9...0xFFFC, 0x2800, 0x600...0x605, 0x110BD, 0xE0000...0xE007F:
                    Issue.record("U+\(String(value, radix: 16)) let U+\(String(shown.value, radix: 16)) through")
                default: continue
                }
            }
            if Sanitiser.clean(clean) != clean { Issue.record("U+\(String(value, radix: 16)) is not stable") }
        }
    }
}
