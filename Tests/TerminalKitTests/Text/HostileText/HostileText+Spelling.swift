// What hides by its spelling: broken UTF-8, every control by itself, characters that become dangerous beside others, and
// all of it in great numbers.

extension HostileText {
    static let spelling: [HostileText] = [
        HostileText("every C0 control and DEL", text(Array(0..<0x20) + [0x7F])),
        HostileText("every C1 control", text(Array(0x80..<0xA0))),
        HostileText("every format character of the General Punctuation block", text(Array(0x2000..<0x2070))),
        HostileText("interlinear annotation and specials", text(Array(0xFFF0...0xFFFF))),
        HostileText("every tag", text(Array(0xE0000..<0xE0080))),
        HostileText(
            "every variation selector after a letter", "a" + text(Array(0xFE00..<0xFE10) + Array(0xE0100..<0xE01F0))),
        HostileText("every variation selector after an ideograph, one each", interleaved("\u{845B}")),
        HostileText(
            "every noncharacter",
            text(Array(0xFDD0..<0xFDF0) + (0...16).flatMap { [$0 << 16 | 0xFFFE, $0 << 16 | 0xFFFF] })),
        HostileText(
            "every space there is", text([0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000] + Array(0x2000..<0x200B))),
        HostileText(
            "Hangul fillers and jamo that do not belong together",
            text([0x115F, 0x1160, 0x3164, 0xFFA0, 0x1100, 0x1100, 0xAC00, 0x11A8, 0x1161])),
        HostileText("halves of flags", String(repeating: "\u{1F1E8}", count: 7)),
        HostileText(
            "skin tones on what has no skin", "a\u{1F3FD}\u{4E2D}\u{1F3FB}\u{1F3FF}\u{1F44D}\u{1F3FD}\u{1F3FD}"),
        HostileText("the flag of England in tags", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"),
        HostileText("right to left letters with numbers", "\u{5D0}\u{5D1} 12 \u{627}\u{644}\u{663}"),
        HostileText("overlong NUL", bytes: [0x61, 0xC0, 0x80, 0x62]),
        HostileText(
            "overlong escape of two, three and four bytes",
            bytes: [0xC0, 0x9B, 0x5B, 0xE0, 0x80, 0x9B, 0x63, 0xF0, 0x80, 0x80, 0x9B, 0x63]),
        HostileText("C1 in eight bits", bytes: [0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x30, 0x3B, 0x78, 0x9C]),
        HostileText("surrogates in UTF-8", bytes: [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
        HostileText(
            "sequences cut short before an escape", bytes: [0xE4, 0xBD, 0x1B, 0x5B, 0xF0, 0x9F, 0x98, 0x1B, 0x63]),
        HostileText(
            "bytes that never occur", bytes: [0xF5, 0x80, 0x80, 0x80, 0xF8, 0x88, 0x80, 0x80, 0x80, 0xFE, 0xFF]),
        HostileText("beyond the last character", bytes: [0xF4, 0x90, 0x80, 0x80]),
        HostileText("ten thousand combining marks", "a" + String(repeating: "\u{301}", count: 10_000)),
        HostileText("ten thousand joiners after an emoji", "\u{1F469}" + String(repeating: "\u{200D}", count: 10_000)),
        HostileText("a thousand joined emoji", String(repeating: "\u{1F469}\u{200D}", count: 1_000)),
        HostileText("ten thousand clears", String(repeating: "\u{1B}[2J", count: 10_000)),
        HostileText("a hundred thousand ideographs", String(repeating: "\u{5B57}", count: 100_000)),
    ]

    private static func text(_ values: [UInt32]) -> String {
        String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0) }))
    }

    /// Every variation selector, each after `base`.
    private static func interleaved(_ base: String) -> String {
        (Array(UInt32(0xFE00)..<0xFE10) + Array(UInt32(0xE0100)..<0xE01F0)).map { base + text([$0]) }.joined()
    }
}
