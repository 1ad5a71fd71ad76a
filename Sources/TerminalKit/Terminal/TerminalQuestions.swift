// What a terminal is asked when it has been taken: one write, the last question of which every terminal answers. Terminals
// answer in turn, so that answer is the fence: what has not been answered before it never will be.

/// How much a terminal may be asked.
enum TerminalQuestions: Hashable, Sendable {
    /// Name and version, modes, keyboard, the width of ambiguous characters.
    case all
    /// Only the width: for terminals known to show parts of sequences that they do not know.
    case plain

    /// Where the cursor stands before the two glyphs of the width question, from 1. An answer from the first row could be
    /// F3 with modifiers (xterm sends CSI 1 ; 2 R for Shift-F3).
    static let place = (row: 2, column: 20)

    /// The questions as bytes, to be written on the alternate screen with the cursor hidden. They leave it blank: whatever
    /// a terminal shows of them is erased.
    var bytes: [UInt8] {
        let identity = "\u{1B}[>0q"  // XTVERSION
        let modes = "\u{1B}[?2026$p\u{1B}[?69$p"  // DECRQM
        let keyboard = "\u{1B}[?u"
        // Two ambiguous characters, because a terminal can have a width of its own for lines (U+2500).
        let width = "\u{1B}[\(Self.place.row);\(Self.place.column)H…─\u{1B}[6n"
        let fence = "\u{1B}[H\u{1B}[2J\u{1B}[c"
        return switch self {
        case .all: Array((identity + modes + keyboard + width + fence).utf8)
        case .plain: Array((width + fence).utf8)
        }
    }
}
