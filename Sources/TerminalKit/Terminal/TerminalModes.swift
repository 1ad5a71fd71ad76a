// The sequences that take a terminal for a full-screen program and give it back, in one place so that the one is the exact
// reverse of the other. Names and numbers are xterm's (ctlseqs, "DEC Private Mode Set").

/// What is asked of a terminal while it is taken.
struct TerminalModes: Hashable, Sendable {
    /// Whether the mouse is reported. Without it, the mouse stays the terminal's own for marking text.
    var usesMouse = true
    /// Whether keys come by the kitty keyboard protocol, as far as it tells Escape and keys with modifiers apart (its flag 1;
    /// sw.kovidgoyal.net/kitty/keyboard-protocol, "Progressive enhancement").
    var usesKittyKeyboard = false

    /// Takes the screen: alternate screen (1049), no automatic wrap (7), cursor hidden (25), bracketed paste (2004), mouse
    /// buttons and drags (1000, 1002) in SGR form (1006).
    ///
    /// Automatic wrap is off because a glyph that a terminal draws wider than the tables say must not break the line.
    var enter: [UInt8] {
        let screen = "\u{1B}[?1049h" + Self.neutral + "\u{1B}[?7l\u{1B}[?25l\u{1B}[?2004h"
        let mouse = usesMouse ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : ""
        return Array((screen + mouse).utf8) + enterKeyboard
    }

    /// The part of `enter` that asks for the keyboard. Each screen has a stack of keyboards; taken again, it must not grow.
    var enterKeyboard: [UInt8] { Array((usesKittyKeyboard ? Self.popKeyboard + "\u{1B}[>1u" : "").utf8) }

    /// Gives the screen back, whatever a frame was in the middle of. No query, so nothing is answered late.
    var leave: [UInt8] {
        let mouse = usesMouse ? "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l" : ""
        let keyboard = usesKittyKeyboard ? Self.popKeyboard : ""
        return Array(
            (Self.cancel + "\u{1B}[?2026l" + keyboard + mouse + "\u{1B}[?2004l" + Self.neutral + Self.lastRow
                + "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l").utf8)
    }

    /// Ends what may be half written: CAN breaks off a control sequence or a character (ECMA-48 8.3.6, DEC STD 070), and ST a
    /// string in those terminals that take CAN for part of it.
    static let cancel = "\u{18}\u{1B}\\"

    /// No margins at the sides (69), all rows scroll (DECSTBM), rows count from the top (6), glyphs replace glyphs (IRM), ASCII
    /// (SI, G0), no colours. It leaves the cursor in the corner.
    static let neutral = "\u{1B}[?69l\u{1B}[r\u{1B}[?6l\u{1B}[4l\u{F}\u{1B}(B\u{1B}[m"

    private static let popKeyboard = "\u{1B}[<u"

    /// Where there is no alternate screen (the Linux console, GNU screen's default), the shell goes on below the last frame
    /// instead of in its first row. Elsewhere the place of the cursor comes back with the main screen.
    private static let lastRow = "\u{1B}[999H"
}
