// The keys of a terminal and what xterm sends for them (ctlseqs.txt, "PC-Style Function Keys").

/// A key that a journey presses.
public enum Key: Hashable, Sendable {
    case enter, escape, tab, backTab, backspace, space
    case up, down, left, right
    case home, end, pageUp, pageDown, insert, delete
    /// F1 to F12.
    case function(Int)
    /// A letter or one of `@ [ \ ] ^ _ ?` with Ctrl.
    case control(Character)
    /// A character with Alt, which is ESC and the character.
    case alt(Character)
    /// A character by itself.
    case character(Character)

    /// The bytes of the key.
    ///
    /// - Parameter applicationCursor: whether the program has set mode 1 (DECCKM), which changes the arrows, Home, End.
    func bytes(applicationCursor: Bool) -> [UInt8] {
        let cursor = applicationCursor ? "\u{1B}O" : "\u{1B}["
        let text =
            switch self {
            case .enter: "\r"
            case .escape: "\u{1B}"
            case .tab: "\t"
            case .backTab: "\u{1B}[Z"
            case .backspace: "\u{7F}"
            case .space: " "
            case .up: cursor + "A"
            case .down: cursor + "B"
            case .right: cursor + "C"
            case .left: cursor + "D"
            case .home: cursor + "H"
            case .end: cursor + "F"
            case .insert: "\u{1B}[2~"
            case .delete: "\u{1B}[3~"
            case .pageUp: "\u{1B}[5~"
            case .pageDown: "\u{1B}[6~"
            case .function(let number): Self.functionKey(number)
            case .control("?"): "\u{7F}"
            case .control(let character): String(Unicode.Scalar((character.uppercased().utf8.first ?? 0) & 0x1F))
            case .alt(let character): "\u{1B}\(character)"
            case .character(let character): String(character)
            }
        return Array(text.utf8)
    }

    private static func functionKey(_ number: Int) -> String {
        switch number {
        case 1: "\u{1B}OP"
        case 2: "\u{1B}OQ"
        case 3: "\u{1B}OR"
        case 4: "\u{1B}OS"
        case 5: "\u{1B}[15~"
        case 6...8: "\u{1B}[\(number + 11)~"
        case 9...10: "\u{1B}[\(number + 11)~"
        case 11...12: "\u{1B}[\(number + 12)~"
        default: ""
        }
    }
}
