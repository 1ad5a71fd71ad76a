// What breaks a layout: floods of combining marks, long text, sequences of emoji, oversized characters.

extension HostileText {
    static let layout: [HostileText] = [
        HostileText(
            "200 combining marks on one letter (class of CVE-2021-27135 xterm / CVE-2021-26937 screen)",
            "a" + String(repeating: "\u{301}", count: 200)),
        HostileText("lone combining mark at the start of a field", "\u{301}"),
        HostileText("ZWJ only", "\u{200D}\u{200D}"),
        HostileText(
            "ZWJ families", String(repeating: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}", count: 5)),
        HostileText("odd regional indicator", "\u{1F1E8}\u{1F1F3}\u{1F1E8}"),
        HostileText("keycap", "1\u{FE0F}\u{20E3}"),
        HostileText("VS16", "\u{260E}\u{FE0F}"),
        HostileText("VS15", "\u{260E}\u{FE0E}"),
        HostileText("Thai stacking", String(repeating: "\u{E01}\u{E47}", count: 20)),
        HostileText("very wide single character (U+FDFD)", "\u{FDFD}"),
        HostileText("cuneiform, drawn many cells wide", "\u{1242B}"),
        HostileText("5,000 wide characters", String(repeating: "\u{5B57}", count: 5000)),
        HostileText("100,000 letters", String(repeating: "a", count: 100000)),
        HostileText("300 spaces", String(repeating: " ", count: 300)),
        HostileText("50 line feeds", String(repeating: "\u{A}", count: 50)),
    ]
}
