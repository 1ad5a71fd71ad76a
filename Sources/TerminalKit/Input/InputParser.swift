// From the terminal's bytes to keys, pastes and mouse events. A state machine that takes the bytes in any portions: cut
// anywhere, they give the same events. What it does not know it swallows whole, so that no part of an unknown sequence or of a
// late answer of the terminal ever arrives as typed text. InputSequences.swift reads the complete sequences.

/// Reads what a terminal sends.
///
/// A lone ESC may be the Escape key or the start of a sequence. Only time tells: while ``isUndecided`` is true, the owner
/// waits a moment for more bytes and then calls ``flush()``.
public struct InputParser: Sendable {
    /// The most bytes of one paste that are kept; the rest is dropped.
    public static let pasteLimit = 1 << 20

    private enum State: Hashable, Sendable {
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
        /// Inside a string that ends with BEL or ESC \ (an answer of the terminal). The byte that began it.
        case string(introducer: UInt8, isEnding: Bool)
        /// Inside a paste, with the given number of bytes of its end mark seen.
        case paste(matched: Int)
    }

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
    private static let sequenceLimit = 64
    private static let stringLimit = 65_536

    private var state = State.ground
    /// Whether an ESC stood before the present sequence or character.
    private var isAlt = false
    /// Whether the time for the present sequence ran out, and the rest is only awaited to be swallowed.
    private var isLate = false
    private var sequence: [UInt8] = []
    private var stringLength = 0
    private var pasted: [UInt8] = []

    public init() {}

    /// Whether the bytes so far may be a key already, or the start of something longer.
    public var isUndecided: Bool {
        switch state {
        case .ground, .character, .paste: false
        case .escape, .control, .single, .linuxKey, .oldMouse, .string: !isLate
        }
    }

    /// Whether the end of a paste is awaited. It may never come: then, too, the owner calls ``flush()`` after a while, so that
    /// no lost byte can silence the keyboard.
    public var isPasting: Bool {
        if case .paste = state { true } else { false }
    }

    /// Takes more bytes and returns what they complete, in order.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in bytes { take(byte, &events) }
        return events
    }

    /// Decides what is undecided, because nothing more came for a while: a lone ESC is the Escape key, ESC [ is Alt-[. Of a
    /// longer sequence the rest is still awaited, to swallow it. A paste is what there is of it.
    public mutating func flush() -> [InputEvent] {
        var events: [InputEvent] = []
        let wasAlt = isAlt
        switch state {
        case .ground, .character: return []
        case .paste: events = [endPaste()]
        case .escape(let isDoubled):
            events = [.key(KeyPress(.escape))]
            if isDoubled { events.append(.key(KeyPress(.escape))) }
            reset()
        case .control where sequence.isEmpty: events = ended(alt: "[", wasAlt)
        case .single where sequence.isEmpty: events = ended(alt: "O", wasAlt)
        case .string(let introducer, _) where stringLength == 0:
            events = ended(alt: Character(Unicode.Scalar(introducer)), wasAlt)
        case .control, .single, .linuxKey, .oldMouse, .string: isLate = true
        }
        return events
    }

    private mutating func ended(alt character: Character, _ wasAlt: Bool) -> [InputEvent] {
        reset()
        let key = InputEvent.key(KeyPress(.character(character), .alt))
        return wasAlt ? [.key(KeyPress(.escape)), key] : [key]
    }

    private mutating func reset() {
        state = .ground
        isAlt = false
        isLate = false
        sequence.removeAll(keepingCapacity: true)
        stringLength = 0
    }

    private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: takeGround(byte, &events)
        case .character(let bits, let missing, let minimum):
            takeContinuation(byte, bits, missing, minimum, &events)
        case .escape(let isDoubled): takeAfterEscape(byte, isDoubled, &events)
        case .control: takeControl(byte, &events)
        case .single: takeSingle(byte, &events)
        case .linuxKey:
            let key = InputSequences.linuxKey(byte)
            reset()
            if let key { events.append(key) }
        case .oldMouse:
            sequence.append(byte)
            if sequence.count == 3 {
                let event = InputSequences.oldMouse(sequence)
                reset()
                if let event { events.append(event) }
            }
        case .string(let introducer, let isEnding): takeString(byte, introducer, isEnding, &events)
        case .paste(let matched): takePaste(byte, matched, &events)
        }
    }

    // MARK: Plain keys

    private mutating func takeGround(_ byte: UInt8, _ events: inout [InputEvent]) {
        if byte == InputParser.escape {
            state = .escape(isDoubled: false)
        } else if byte < 0x80 {
            var key = InputSequences.key(ofASCII: byte)
            if isAlt { key.modifiers.insert(.alt) }
            isAlt = false
            events.append(.key(key))
        } else if byte >= 0xC2, byte < 0xE0 {
            state = .character(bits: UInt32(byte & 0x1F), missing: 1, minimum: 0x80)
        } else if byte >= 0xE0, byte < 0xF0 {
            state = .character(bits: UInt32(byte & 0x0F), missing: 2, minimum: 0x800)
        } else if byte >= 0xF0, byte < 0xF5 {
            state = .character(bits: UInt32(byte & 0x07), missing: 3, minimum: 0x10000)
        } else {
            isAlt = false  // no character begins with this byte
        }
    }

    private mutating func takeContinuation(
        _ byte: UInt8, _ bits: UInt32, _ missing: Int, _ minimum: UInt32, _ events: inout [InputEvent]
    ) {
        guard byte & 0xC0 == 0x80 else {  // the character was broken off; this byte begins something new
            reset()
            take(byte, &events)
            return
        }
        let value = bits << 6 | UInt32(byte & 0x3F)
        if missing > 1 {
            state = .character(bits: value, missing: missing - 1, minimum: minimum)
            return
        }
        let modifiers: KeyModifiers = isAlt ? .alt : []
        reset()
        if value >= minimum, value >= 0xA0, let scalar = Unicode.Scalar(value) {
            events.append(.key(KeyPress(.character(Character(scalar)), modifiers)))
        }
    }

    // MARK: Sequences

    private mutating func takeAfterEscape(_ byte: UInt8, _ isDoubled: Bool, _ events: inout [InputEvent]) {
        switch byte {
        case InputParser.escape:
            if isDoubled { events.append(.key(KeyPress(.escape))) }
            state = .escape(isDoubled: true)
        case UInt8(ascii: "["):
            isAlt = isDoubled
            state = .control
        case UInt8(ascii: "O"):
            isAlt = isDoubled
            state = .single
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            isAlt = isDoubled
            state = .string(introducer: byte, isEnding: false)
        default:
            if isDoubled { events.append(.key(KeyPress(.escape))) }
            reset()
            isAlt = true
            takeGround(byte, &events)
        }
    }

    /// ECMA-48 5.4: parameters 30–3F, intermediates 20–2F, one final byte 40–7E.
    private mutating func takeControl(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x5B where sequence.isEmpty:
            state = .linuxKey
        case 0x24 where InputSequences.endsWithDollar(sequence), 0x40...0x7E:
            finishControl(byte, &events)
        case 0x20...0x3F:
            if sequence.count < InputParser.sequenceLimit { sequence.append(byte) }
        default:  // a control or a byte of text breaks the sequence off
            reset()
            take(byte, &events)
        }
    }

    private mutating func finishControl(_ final: UInt8, _ events: inout [InputEvent]) {
        let parameters = sequence
        let wasAlt = isAlt
        reset()
        if final == UInt8(ascii: "M"), parameters.isEmpty {
            state = .oldMouse
        } else if final == UInt8(ascii: "~"), parameters == Array("200".utf8) {
            state = .paste(matched: 0)
            pasted.removeAll()
        } else if let event = InputSequences.control(parameters, final: final) {
            events.append(wasAlt ? InputSequences.withAlt(event) : event)
        }
    }

    private mutating func takeSingle(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x30...0x39, 0x3B:
            if sequence.count < InputParser.sequenceLimit { sequence.append(byte) }
        case 0x20...0x7E:
            let event = InputSequences.single(sequence, final: byte)
            let wasAlt = isAlt
            reset()
            if let event { events.append(wasAlt ? InputSequences.withAlt(event) : event) }
        default:
            reset()
            take(byte, &events)
        }
    }

    /// Answers of the terminal are not asked for here; they are passed over. A line end, a Ctrl-C or another control ends one
    /// that never ends, so that no key press can silence the keyboard.
    private mutating func takeString(
        _ byte: UInt8, _ introducer: UInt8, _ isEnding: Bool, _ events: inout [InputEvent]
    ) {
        stringLength += 1
        if isEnding, byte != UInt8(ascii: "\\") {
            reset()
            state = .escape(isDoubled: false)
            take(byte, &events)
        } else if isEnding || byte == 0x07 || stringLength > InputParser.stringLimit {
            reset()
        } else if byte == InputParser.escape {
            state = .string(introducer: introducer, isEnding: true)
        } else if byte < 0x20 {
            reset()
            take(byte, &events)
        }
    }

    private mutating func takePaste(_ byte: UInt8, _ matched: Int, _ events: inout [InputEvent]) {
        let end = InputParser.pasteEnd
        if byte == end[matched] {
            if matched + 1 < end.count {
                state = .paste(matched: matched + 1)
                return
            }
            events.append(endPaste())
            return
        }
        for seen in end[..<matched] { keep(seen) }
        if byte == InputParser.escape {
            state = .paste(matched: 1)
        } else {
            keep(byte)
            state = .paste(matched: 0)
        }
    }

    private mutating func endPaste() -> InputEvent {
        reset()
        defer { pasted = [] }
        return .paste(String(decoding: pasted, as: UTF8.self))
    }

    private mutating func keep(_ byte: UInt8) {
        if pasted.count < InputParser.pasteLimit { pasted.append(byte) }
    }
}
