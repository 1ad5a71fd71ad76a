// Keys that are told by a number: the scalar they type (modifyOtherKeys of xterm, the kitty keyboard protocol), or a code in
// Unicode's private use area for a key that types none (kitty, "Functional key definitions").

enum CodedKeys {
    /// kitty: `CSI code:shifted:base ; modifiers:event ; text u`. xterm with formatOtherKeys sends the same without the parts.
    static func kitty(_ parameters: SequenceParameters) -> [KeyPress] {
        let held = parameters.given(1) ?? 1
        // Super and Hyper belong to the desktop.
        let bits = max(0, held - 1)
        guard bits & (8 | 16) == 0 else { return [] }
        var modifiers = KeyModifiers(xterm: held)
        if bits & 32 != 0 { modifiers.insert(.alt) }
        let isPlain = modifiers.isDisjoint(with: [.control, .alt])
        if isPlain, parameters.count > 2 {
            let text = text(parameters.fields[2])
            if !text.isEmpty { return text.map { KeyPress(.character($0)) } }
        }
        var code = parameters.given(0) ?? 0
        if let key = functional(code) { return [KeyPress(key, modifiers)] }
        if !isPlain, code > 0x7F, let base = parameters.given(0, part: 2), base > 0 {
            code = base  // Ctrl-С of a Cyrillic keyboard is meant as the key that has c elsewhere
        } else if modifiers.contains(.shift), let shifted = parameters.given(0, part: 1), shifted > 0 {
            code = shifted
            modifiers.remove(.shift)
        }
        return character(code, modifiers).map { [plain($0)] } ?? []
    }

    /// Ctrl with these is the key itself on every other keyboard line, and in many hands.
    private static func plain(_ press: KeyPress) -> KeyPress {
        guard press.modifiers.contains(.control) else { return press }
        let modifiers = press.modifiers.subtracting(.control)
        return switch press.key {
        case .character("["): KeyPress(.escape, modifiers)
        case .character("i"): KeyPress(.tab, modifiers)
        case .character("m"): KeyPress(.enter, modifiers)
        case .character("h"): KeyPress(.backspace, modifiers)
        default: press
        }
    }

    /// modifyOtherKeys: `CSI 27 ; modifiers ; code ~`. The code is the character with Shift taken into account.
    static func modifyOtherKeys(_ parameters: SequenceParameters) -> [KeyPress] {
        guard let code = parameters.given(2) else { return [] }
        var modifiers = KeyModifiers(xterm: parameters.given(1) ?? 1)
        if let key = functional(code) { return [KeyPress(key, modifiers)] }
        if code > 0x20 { modifiers.remove(.shift) }
        return character(code, modifiers).map { [$0] } ?? []
    }

    /// Whether a key was let go (kitty's event type 3), which is not told.
    static func isRelease(_ parameters: SequenceParameters) -> Bool { parameters.given(1, part: 1) == 3 }

    /// A key that types a character. Shift with a letter is the capital letter, as where no such protocol is spoken.
    private static func character(_ code: Int, _ modifiers: KeyModifiers) -> KeyPress? {
        guard let scalar = graphic(code) else { return nil }
        let letter = Character(scalar)
        guard modifiers.contains(.shift), scalar.properties.isCased else {
            return KeyPress(.character(letter), modifiers)
        }
        let capital = letter.uppercased()
        guard capital.count == 1, let only = capital.first else { return KeyPress(.character(letter), modifiers) }
        return KeyPress(.character(only), modifiers.subtracting(.shift))
    }

    private static func text(_ codes: [Int?]) -> String {
        var text = String.UnicodeScalarView()
        for code in codes {
            if let code, let scalar = graphic(code) { text.append(scalar) }
        }
        return String(text)
    }

    /// A scalar that is text: no control, nothing of the area where the codes of keys are.
    private static func graphic(_ code: Int) -> Unicode.Scalar? {
        guard let value = UInt32(exactly: code), value >= 0x20, !(0x7F..<0xA0).contains(value),
            !(0xE000..<0xF900).contains(value)
        else { return nil }
        return Unicode.Scalar(value)
    }

    private static func functional(_ code: Int) -> Key? {
        switch code {
        case 8, 127, 57347: .backspace
        case 9, 57346: .tab
        case 13, 57345: .enter
        case 27, 57344: .escape
        case 57348, 57425: .insert
        case 57349, 57426: .delete
        case 57350, 57417: .left
        case 57351, 57418: .right
        case 57352, 57419: .up
        case 57353, 57420: .down
        case 57354, 57421: .pageUp
        case 57355, 57422: .pageDown
        case 57356, 57423: .home
        case 57357, 57424: .end
        case 57364...57398: .function(code - 57363)
        case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
        case 57409: .character(".")
        case 57410: .character("/")
        case 57411: .character("*")
        case 57412: .character("-")
        case 57413: .character("+")
        case 57414: .enter
        case 57415: .character("=")
        case 57416: .character(",")
        default: nil
        }
    }
}

extension KeyModifiers {
    /// xterm's modifier parameter: 1 + shift 1 + alt 2 + control 4 + meta 8. Caps Lock (64) and Num Lock (128), which kitty
    /// adds, are not held down with a key.
    init(xterm parameter: Int) {
        let bits = max(0, parameter - 1)
        self = []
        if bits & 1 != 0 { insert(.shift) }
        if bits & (2 | 8) != 0 { insert(.alt) }
        if bits & 4 != 0 { insert(.control) }
    }
}
