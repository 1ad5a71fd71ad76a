// Mouse reports in the three forms in use: SGR (mode 1006, what is asked for), urxvt's (1015) and the oldest, three bytes
// (1000 alone). xterm's ctlseqs, "Mouse Tracking".

enum MouseReports {
    /// `CSI < code ; column ; row M`, and `m` for a release.
    static func sgr(_ parameters: SequenceParameters, final: UInt8) -> MouseEvent? {
        let values = parameters.values
        guard values.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        return event(values[0], column: values[1], row: values[2], isRelease: final == UInt8(ascii: "m"))
    }

    /// `CSI code+32 ; column ; row M`.
    static func urxvt(_ parameters: SequenceParameters) -> MouseEvent? {
        let values = parameters.values
        guard values.count == 3, values[0] >= 32 else { return nil }
        return old(values[0] - 32, column: values[1], row: values[2])
    }

    /// `CSI M` and three bytes: code, column, row, each with 32 added.
    static func x10(_ bytes: [UInt8]) -> MouseEvent? {
        guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
        return old(Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
    }

    /// In the old forms button 3 is the release of any.
    private static func old(_ code: Int, column: Int, row: Int) -> MouseEvent? {
        event(code, column: column, row: row, isRelease: code & ~0b11100 == 3)
    }

    private static func event(_ code: Int, column: Int, row: Int, isRelease: Bool) -> MouseEvent? {
        var modifiers: KeyModifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let action: MouseEvent.Action
        switch (code & ~0b11100, isRelease) {
        case (0...3, true): action = .release
        case (0, false): action = .press(.left)
        case (1, false): action = .press(.middle)
        case (2, false): action = .press(.right)
        case (32...34, false): action = .drag
        case (64, false): action = .scrollUp
        case (65, false): action = .scrollDown
        default: return nil  // moves without a button, further buttons
        }
        return MouseEvent(action, column: max(0, column - 1), row: max(0, row - 1), modifiers: modifiers)
    }
}
