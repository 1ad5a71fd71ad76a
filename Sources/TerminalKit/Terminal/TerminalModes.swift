// The sequences that take a terminal for a full-screen program and give it back, in one place so that the one is the exact
// reverse of the other. Names and numbers are xterm's (ctlseqs, "DEC Private Mode Set").

enum TerminalModes {
    /// Takes the screen: alternate screen (1049), no automatic wrap (7), cursor hidden (25), bracketed paste (2004), mouse
    /// buttons and drags (1000, 1002) in SGR form (1006).
    ///
    /// Automatic wrap is off because a glyph that a terminal draws wider than the tables say must not break the line.
    static let enter = Array(
        "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)

    /// Gives the screen back. Also right for a terminal that was never taken; no query, so nothing is answered late.
    static let leave = Array(
        "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l".utf8)

    /// The same without the mouse, which then stays the terminal's for marking text.
    static let enterWithoutMouse = Array("\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[?2004h".utf8)
}
