// What a complete sequence means: the keys of xterm (ctlseqs, "PC-Style Function Keys"), rxvt, the Linux console, and the
// forms of modifyOtherKeys and kitty for keys with modifiers; mouse reports; the focus. Everything else means nothing.

enum InputSequences {
    /// The key that sends one byte of ASCII.
    static func key(ofASCII byte: UInt8) -> KeyPress {
        switch byte {
        case 0x00: KeyPress(.character(" "), .control)
        case 0x08, 0x7F: KeyPress(.backspace)
        case 0x09: KeyPress(.tab)
        case 0x0D: KeyPress(.enter)
        case 0x1B: KeyPress(.escape)
        case 0x01...0x1A: KeyPress(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
        case 0x1C...0x1F: KeyPress(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
        default: KeyPress(.character(Character(Unicode.Scalar(byte))))
        }
    }

    /// ESC [ [ A … E: F1 to F5 of the Linux console.
    static func linuxKey(_ byte: UInt8) -> InputEvent? {
        guard (0x41...0x45).contains(byte) else { return nil }
        return .key(KeyPress(.function(Int(byte) - 0x40)))
    }

    /// Whether "$" ends a sequence with these parameters: rxvt's shifted keys ("ESC [ 3 $") do.
    static func endsWithDollar(_ parameters: [UInt8]) -> Bool {
        !parameters.isEmpty && parameters.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// ESC O …: keys in application mode and of the keypad.
    static func single(_ parameters: [UInt8], final: UInt8) -> InputEvent? {
        let modifiers = modifiers(Parameters(parameters).values.last ?? 1)
        switch final {
        case UInt8(ascii: "M"): return .key(KeyPress(.enter, modifiers))
        case UInt8(ascii: "I"): return .key(KeyPress(.tab, modifiers))
        case UInt8(ascii: "X"): return .key(KeyPress(.character("="), modifiers))
        case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt, Ctrl with an arrow
            return letterKey(final - 0x20).map { .key(KeyPress($0, .control)) }
        case UInt8(ascii: "j")...UInt8(ascii: "y"):  // the keypad: * + , - . / 0 … 9
            return .key(KeyPress(.character(Character(Unicode.Scalar(final - 0x40))), modifiers))
        default: return letterKey(final).map { .key(KeyPress($0, modifiers)) }
        }
    }

    /// ESC [ …: keys with a letter or a number, mouse reports, the focus.
    static func control(_ bytes: [UInt8], final: UInt8) -> InputEvent? {
        let parameters = Parameters(bytes)
        let values = parameters.values
        if parameters.prefix == UInt8(ascii: "<") { return mouse(values, final: final) }
        guard parameters.prefix == nil, !parameters.hasIntermediates else { return nil }
        let modifiers = modifiers(values.count > 1 ? values[1] : 1)
        switch final {
        case UInt8(ascii: "~"):
            if values.count == 3, values[0] == 27 { return codedKey(values[2], modifiers) }
            return numberedKey(values.first ?? 0).map { .key(KeyPress($0, modifiers)) }
        case UInt8(ascii: "u"): return codedKey(values.first ?? 0, modifiers)
        case UInt8(ascii: "$"): return numberedKey(values.first ?? 0).map { .key(KeyPress($0, .shift)) }
        case UInt8(ascii: "^"): return numberedKey(values.first ?? 0).map { .key(KeyPress($0, .control)) }
        case UInt8(ascii: "@"): return numberedKey(values.first ?? 0).map { .key(KeyPress($0, [.shift, .control])) }
        case UInt8(ascii: "Z"): return .key(KeyPress(.tab, modifiers.union(.shift)))
        case UInt8(ascii: "I"): return .focus(true)
        case UInt8(ascii: "O"): return .focus(false)
        case UInt8(ascii: "M") where values.count == 3:
            return mouse([values[0] - 32, values[1], values[2]], final: final)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt, Shift with an arrow
            return letterKey(final - 0x20).map { .key(KeyPress($0, .shift)) }
        case UInt8(ascii: "R") where values.count == 2 && (values[0] != 1 || values[1] > 16):
            return nil  // where the cursor is, not F3 with modifiers
        default: return letterKey(final).map { .key(KeyPress($0, modifiers)) }
        }
    }

    /// Three bytes after ESC [ M: button and modifiers, column, row, each with 32 added; places count from 1.
    static func oldMouse(_ bytes: [UInt8]) -> InputEvent? {
        guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
        let code = Int(bytes[0]) - 32
        let isRelease = code & 0b1110_0011 == 3
        return mouse(
            [isRelease ? code & ~3 : code, Int(bytes[1]) - 32, Int(bytes[2]) - 32],
            final: isRelease ? UInt8(ascii: "m") : UInt8(ascii: "M"))
    }

    /// The event with Alt held down, when it is a key.
    static func withAlt(_ event: InputEvent) -> InputEvent {
        guard case .key(var press) = event else { return event }
        press.modifiers.insert(.alt)
        return .key(press)
    }

    private static func letterKey(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
        default: nil
        }
    }

    private static func numberedKey(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// A key by its Unicode scalar: modifyOtherKeys (27 ; modifiers ; code ~) and kitty (code ; modifiers u).
    private static func codedKey(_ code: Int, _ modifiers: KeyModifiers) -> InputEvent? {
        switch code {
        case 8, 127: return .key(KeyPress(.backspace, modifiers))
        case 9: return .key(KeyPress(.tab, modifiers))
        case 13: return .key(KeyPress(.enter, modifiers))
        case 27: return .key(KeyPress(.escape, modifiers))
        case 0..<32, 128..<160, 0xE000..<0xF900: return nil
        default:
            guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
            return .key(KeyPress(.character(Character(scalar)), modifiers))
        }
    }

    /// xterm's modifier parameter: 1 + shift 1 + alt 2 + control 4 + meta 8.
    private static func modifiers(_ parameter: Int) -> KeyModifiers {
        let bits = max(0, parameter - 1)
        var modifiers: KeyModifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        return modifiers
    }

    /// Button and modifiers, column, row (from 1): xterm's button codes, "Extended coordinates".
    private static func mouse(_ values: [Int], final: UInt8) -> InputEvent? {
        guard values.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        let code = values[0]
        let buttons: [MouseEvent.Button] = [.left, .middle, .right]
        var modifiers: KeyModifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let action: MouseEvent.Action
        switch code & ~0b11100 {
        case _ where final == UInt8(ascii: "m"): action = .release
        case 0...2: action = .press(buttons[code & 3])
        case 32...34: action = .drag
        case 64: action = .scrollUp
        case 65: action = .scrollDown
        default: return nil
        }
        return .mouse(
            MouseEvent(action, column: max(0, values[1] - 1), row: max(0, values[2] - 1), modifiers: modifiers))
    }
}

/// The parameters of a control sequence, taken apart.
private struct Parameters {
    /// One of < = > ?, for sequences of private use.
    var prefix: UInt8?
    /// The numbers between semicolons, of "1:2" the first; 0 where none is given.
    var values: [Int] = []
    var hasIntermediates = false

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            prefix = first
            rest = rest.dropFirst()
        }
        hasIntermediates = rest.contains { $0 < 0x30 }
        guard !rest.isEmpty else { return }
        values = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
            field.prefix { (0x30...0x39).contains($0) }.reduce(0) { min(65_535, $0 * 10 + Int($1) - 0x30) }
        }
    }
}
