// What a complete sequence means: the keys of xterm (ctlseqs, "PC-Style Function Keys"), rxvt, the Linux console, PuTTY and
// mintty, the focus, and the answers to our questions. Everything else means nothing.

enum InputSequences {
    enum Meaning: Hashable {
        /// Keys that were pressed; none when one was let go or is not known.
        case keys([KeyPress])
        /// Something that the person did otherwise than with keys.
        case event(InputEvent)
        case reply(TerminalReply)
        /// Nothing that anybody waits for, and surely no key: an answer to no question of ours, a move of the mouse.
        case other

        static func key(_ key: Key?, _ modifiers: KeyModifiers = []) -> Meaning {
            .keys(key.map { [KeyPress($0, modifiers)] } ?? [])
        }
    }

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
    static func linuxKey(_ byte: UInt8) -> Meaning {
        (0x41...0x45).contains(byte) ? .key(.function(Int(byte) - 0x40)) : .keys([])
    }

    /// Whether "$" ends a sequence with these parameters: rxvt's shifted keys ("ESC [ 3 $") do.
    static func endsWithDollar(_ parameters: [UInt8]) -> Bool {
        !parameters.isEmpty && parameters.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// ESC O …: keys in application mode and of the keypad.
    static func single(_ bytes: [UInt8], final: UInt8) -> Meaning {
        let modifiers = KeyModifiers(xterm: SequenceParameters(bytes).values.last ?? 1)
        switch final {
        case UInt8(ascii: "M"): return .key(.enter, modifiers)
        case UInt8(ascii: "I"): return .key(.tab, modifiers)
        case UInt8(ascii: " "): return .key(.character(" "), modifiers)
        case UInt8(ascii: "X"): return .key(.character("="), modifiers)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt, Ctrl with an arrow
            return .key(letterKey(final - 0x20), .control)
        case UInt8(ascii: "j")...UInt8(ascii: "y"):  // the keypad: * + , - . / 0 … 9
            return .key(.character(Character(Unicode.Scalar(final - 0x40))), modifiers)
        default: return .key(letterKey(final), modifiers)
        }
    }

    /// ESC [ …: keys with a letter or a number, mouse reports, the focus, answers.
    static func control(_ bytes: [UInt8], final: UInt8) -> Meaning {
        let parameters = SequenceParameters(bytes)
        switch parameters.prefix {
        case nil: return parameters.intermediates.isEmpty ? plain(parameters, final) : .other
        case UInt8(ascii: "<"):
            return MouseReports.sgr(parameters, final: final).map { .event(.mouse($0)) } ?? .other
        default: return reply(parameters, final).map { .reply($0) } ?? .other
        }
    }

    /// DCS and the other strings: the bytes between the one that began it and its end.
    static func string(introducer: UInt8, _ bytes: [UInt8]) -> TerminalReply? {
        guard introducer == UInt8(ascii: "P"), bytes.starts(with: ">|".utf8) else { return nil }
        let scalars = String(decoding: bytes.dropFirst(2), as: UTF8.self).unicodeScalars
            .filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
        return .version(String(String.UnicodeScalarView(scalars)))
    }

    private static func plain(_ parameters: SequenceParameters, _ final: UInt8) -> Meaning {
        if CodedKeys.isRelease(parameters) { return .keys([]) }
        let modifiers = KeyModifiers(xterm: parameters.given(1) ?? 1)
        let number = parameters.given(0) ?? 0
        switch final {
        case UInt8(ascii: "~") where number == 27 && parameters.count == 3:
            return .keys(CodedKeys.modifyOtherKeys(parameters))
        case UInt8(ascii: "~"): return .key(numberedKey(number), modifiers)
        case UInt8(ascii: "u"): return .keys(CodedKeys.kitty(parameters))
        case UInt8(ascii: "$"): return .key(numberedKey(number), .shift)
        case UInt8(ascii: "^"): return .key(numberedKey(number), .control)
        case UInt8(ascii: "@"): return .key(numberedKey(number), [.shift, .control])
        case UInt8(ascii: "Z"): return .key(.tab, modifiers.union(.shift))
        case UInt8(ascii: "I"), UInt8(ascii: "O"):
            let isFocused = final == UInt8(ascii: "I")
            if parameters.count == 0 { return .event(.focus(isFocused)) }
            return isFocused ? .key(.tab, modifiers) : .keys([])  // mintty, Ctrl with Tab
        case UInt8(ascii: "M"): return MouseReports.urxvt(parameters).map { .event(.mouse($0)) } ?? .other
        case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.count == 0:  // rxvt, Shift with an arrow
            return .key(letterKey(final - 0x20), .shift)
        case UInt8(ascii: "R") where !isFunctionKey(parameters):
            return reply(parameters, final).map { .reply($0) } ?? .other
        default: return .key(letterKey(final), modifiers)
        }
    }

    /// `CSI 1 ; modifiers R` is F3 with modifiers, or the cursor at the left of the first row; nobody asks for it there.
    private static func isFunctionKey(_ parameters: SequenceParameters) -> Bool {
        parameters.count < 2 || (parameters.given(0) == 1 && parameters.values[1] <= 16)
    }

    private static func reply(_ parameters: SequenceParameters, _ final: UInt8) -> TerminalReply? {
        let values = parameters.values
        switch (parameters.prefix, final) {
        case (UInt8(ascii: "?"), UInt8(ascii: "c")): return .primaryAttributes(values)
        case (UInt8(ascii: ">"), UInt8(ascii: "c")): return .secondaryAttributes(values)
        case (UInt8(ascii: "?"), UInt8(ascii: "u")): return .keyboardFlags(values.first ?? 0)
        case (UInt8(ascii: "?"), UInt8(ascii: "y")) where parameters.intermediates == [UInt8(ascii: "$")]:
            guard values.count == 2, let setting = ModeSetting(rawValue: values[1]) else { return nil }
            return .mode(values[0], setting)
        case (nil, UInt8(ascii: "R")), (UInt8(ascii: "?"), UInt8(ascii: "R")):
            guard values.count >= 2 else { return nil }
            return .cursor(row: values[0], column: values[1])
        default: return nil
        }
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
}
