// From the terminal's bytes to keys, pastes and mouse events. A state machine that takes the bytes in any portions: cut
// anywhere, they give the same events. What it does not know it swallows whole, so that no part of an unknown sequence or of a
// late answer of the terminal ever arrives as typed text. InputParser+Bytes.swift takes the single bytes; InputSequences.swift
// reads the complete sequences.

/// Reads what a terminal sends.
///
/// A lone ESC may be the Escape key or the start of a sequence. Only time tells: after each portion the owner waits as
/// ``patience`` says, and if nothing more comes, calls ``flush()``.
public struct InputParser: Sendable {
    /// The most bytes of one paste that are kept; the rest is dropped. No field of a screen takes nearly as much.
    public static let pasteLimit = 1 << 20

    /// How long to wait for more before ``InputParser/flush()``.
    public enum Patience: Hashable, Sendable {
        /// For ever: nothing is undecided.
        case endless
        /// As long as the bytes of one key may come apart: a key may be complete already.
        case brief
        /// A second or so: for the end of a paste, or of a sequence that is surely no key. It may never come, and no lost
        /// byte can be let to silence the keyboard.
        case long
    }

    enum State: Hashable, Sendable {
        case ground
        /// Inside a character of more than one byte: what is known of it, and how many bytes are to come.
        case character(bits: UInt32, missing: Int, minimum: UInt32)
        /// After ESC, or after ESC ESC.
        case escape(isDoubled: Bool)
        /// After ESC [, with the parameters in `sequence`.
        case control
        /// After ESC O.
        case single
        /// After ESC [ [, a function key of the Linux console.
        case linuxKey
        /// After ESC [ M: three bytes of an old mouse report, in `sequence`.
        case oldMouse
        /// Inside a string that ends with BEL or ESC \ (an answer of the terminal), whose beginning is in `sequence`. The
        /// byte that began it.
        case string(introducer: UInt8, isEnding: Bool)
        /// Inside a paste, with the given number of bytes of its end mark seen.
        case paste(matched: Int)
    }

    /// What a portion of bytes gave.
    struct Arrivals {
        var events: [InputEvent] = []
        var replies: [TerminalReply] = []
    }

    /// The most bytes of a sequence that are kept. A longer one means nothing.
    static let sequenceLimit = 256

    var state = State.ground
    /// Whether an ESC stood before the present sequence or character.
    var isAlt = false
    /// Whether the time for the present sequence ran out, and the rest is only awaited to be swallowed.
    var isLate = false
    var sequence: [UInt8] = []
    var pasted: [UInt8] = []

    public init() {}

    /// How long to wait for more bytes, now that these are taken.
    public var patience: Patience {
        switch state {
        case .ground, .character: .endless
        case .paste: .long
        case .escape, .control, .single, .linuxKey, .oldMouse, .string: isLate ? .long : .brief
        }
    }

    /// Takes more bytes and returns what they complete, in order. Answers of the terminal are passed over.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] { take(bytes).events }

    /// The same, with the terminal's answers.
    mutating func take(_ bytes: some Sequence<UInt8>) -> Arrivals {
        var arrivals = Arrivals()
        for byte in bytes { take(byte, &arrivals) }
        return arrivals
    }

    /// Decides what is undecided, because nothing more came for a while: a lone ESC is the Escape key, ESC [ is Alt-[. Of a
    /// longer sequence the rest is still awaited, to swallow it; called again, no more. A paste is what there is of it.
    public mutating func flush() -> [InputEvent] {
        switch state {
        case .ground, .character: return []
        case .paste: return [endPaste()]
        case .escape(let isDoubled):
            reset()
            return Array(repeating: .key(KeyPress(.escape)), count: isDoubled ? 2 : 1)
        case .control where sequence.isEmpty && !isLate: return end(as: "[")
        case .single where sequence.isEmpty && !isLate: return end(as: "O")
        case .string(let introducer, isEnding: false) where sequence.isEmpty && !isLate:
            return end(as: Character(Unicode.Scalar(introducer)))
        case .control, .single, .linuxKey, .oldMouse, .string:
            if isLate { reset() } else { isLate = true }
            return []
        }
    }

    /// What looked like the beginning of a sequence was a character with Alt.
    private mutating func end(as character: Character) -> [InputEvent] {
        let key = InputEvent.key(KeyPress(.character(character), .alt))
        let events = isAlt ? [.key(KeyPress(.escape)), key] : [key]
        reset()
        return events
    }

    mutating func reset() {
        state = .ground
        isAlt = false
        isLate = false
        sequence.removeAll(keepingCapacity: true)
    }

    /// A paste that was cut off at the limit, or whose rest never came, ends with its last whole character.
    mutating func endPaste() -> InputEvent {
        reset()
        defer { pasted = [] }
        let cut = pasted.suffix(3).lastIndex { $0 >= 0xC0 }
        if let cut, pasted.count - cut < UTF8.width(startingWith: pasted[cut]) { pasted.removeSubrange(cut...) }
        return .paste(String(decoding: pasted, as: UTF8.self))
    }
}

extension UTF8 {
    /// How many bytes a character has that begins with this one.
    fileprivate static func width(startingWith byte: UInt8) -> Int {
        byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
