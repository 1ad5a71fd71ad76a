// What the bytes of a terminal's line say, one thing at a time. The parser makes these values; the model acts on them.

/// A CSI sequence (ECMA-48 § 5.4): `CSI prefix parameters intermediates final`.
struct ControlSequence: Hashable, Sendable {
    /// One of `< = > ?`, which mark a private sequence.
    var prefix: Unicode.Scalar?
    /// The parameters, separated by `;`, each with its parts, separated by `:`. A part left out is nil.
    var parameters: [[Int?]]
    /// The bytes 0x20–0x2F before the final one.
    var intermediates: String
    var final: Unicode.Scalar

    /// The number at an index; `fallback` if it is left out.
    func number(_ index: Int, or fallback: Int) -> Int {
        guard index < parameters.count, let part = parameters[index].first, let number = part else { return fallback }
        return number
    }

    /// A number that counts something: left out or 0 means 1 (ECMA-48; xterm does the same).
    func count(_ index: Int = 0) -> Int {
        max(1, number(index, or: 1))
    }

    /// The sequence as a person would write it, such as `CSI ? 25 h`.
    var description: String {
        let written = parameters.map { parts in parts.map { $0.map(String.init) ?? "" }.joined(separator: ":") }
            .joined(separator: ";")
        let pieces = ["CSI", prefix.map { String($0) } ?? "", written, intermediates, String(final)]
        return pieces.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// One thing a terminal is told.
enum TerminalEvent: Hashable, Sendable {
    /// A character to draw.
    case print(Unicode.Scalar)
    /// A control character: C0, or C1 written as a UTF-8 character.
    case control(UInt8)
    /// An escape sequence other than those that begin a longer form.
    case escape(intermediates: String, final: Unicode.Scalar)
    case sequence(ControlSequence)
    /// OSC: the whole string.
    case command(String)
    /// The beginning (at most 32 bytes) of a DCS, APC, PM or SOS string, with the character that began it.
    case string(introducer: Unicode.Scalar, beginning: String)
    /// Something that broke off, as a person would write it.
    case malformed(String)
}
