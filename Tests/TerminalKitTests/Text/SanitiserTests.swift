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

    @Test("combining marks are bounded")
    func bounded() {
        let zalgo = "a" + String(repeating: "\u{301}", count: 500) + "b"
        let clean = Sanitiser.clean(zalgo)
        #expect(clean.unicodeScalars.count == 2 + GlyphScanner.markLimit)
        #expect(DisplayWidth.of(zalgo) == 2)
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
