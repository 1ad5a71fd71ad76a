import TerminalKit

/// Keys as commands see them: what an input method makes of a Latin key is taken for that key, and keys have names.
extension KeyPress {
    /// The key meant: full-width letters and the punctuation that Chinese input methods put on Latin keys become the
    /// Latin ones, and Shift is dropped where the character already tells it.
    var normalised: KeyPress {
        guard case .character(let character) = key else { return self }
        var modifiers = modifiers
        if !modifiers.contains(.control), !modifiers.contains(.alt) { modifiers.remove(.shift) }
        return KeyPress(.character(Self.latin[character] ?? Self.halfWidth(character)), modifiers)
    }

    /// What stands on the same key under a Chinese input method.
    private static let latin: [Character: Character] = ["、": "/", "？": "?", "：": ":", "；": ";", "，": ",", "。": "."]

    /// U+FF01 … U+FF5E are the full-width forms of U+0021 … U+007E.
    private static func halfWidth(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(ascii)
    }

    /// The name on footers and in the help: `a`, `Enter`, `^B`, `PgDn`.
    public var name: String {
        let base =
            switch key {
            case .character(" "): "Space"
            case .character(let character): String(character)
            case .enter: "Enter"
            case .escape: "Esc"
            case .tab: "Tab"
            case .backspace: "BS"
            case .delete: "Del"
            case .insert: "Ins"
            case .up: "↑"
            case .down: "↓"
            case .left: "←"
            case .right: "→"
            case .home: "Home"
            case .end: "End"
            case .pageUp: "PgUp"
            case .pageDown: "PgDn"
            case .function(let number): "F\(number)"
            }
        var prefix = ""
        if modifiers.contains(.control) { prefix += "^" }
        if modifiers.contains(.alt) { prefix += "Alt-" }
        if modifiers.contains(.shift) { prefix += "Shift-" }
        return prefix == "^" ? prefix + base.uppercased() : prefix + base
    }
}
