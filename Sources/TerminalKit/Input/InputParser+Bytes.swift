// One byte at a time: which state it leads to, and what it completes.

extension InputParser {
    private static let escape: UInt8 = 0x1B
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    mutating func take(_ byte: UInt8, _ arrivals: inout Arrivals) {
        switch state {
        case .ground: takeGround(byte, &arrivals)
        case .character(let bits, let missing, let minimum):
            takeContinuation(byte, bits, missing, minimum, &arrivals)
        case .escape(let isDoubled): takeAfterEscape(byte, isDoubled, &arrivals)
        case .control: takeControl(byte, &arrivals)
        case .single: takeSingle(byte, &arrivals)
        case .linuxKey: finish(InputSequences.linuxKey(byte), &arrivals)
        case .oldMouse:
            sequence.append(byte)
            if sequence.count == 3 {
                finish(MouseReports.x10(sequence).map { .event(.mouse($0)) } ?? .other, &arrivals)
            }
        case .string(let introducer, let isEnding): takeString(byte, introducer, isEnding, &arrivals)
        case .paste(let matched): takePaste(byte, matched, &arrivals)
        }
    }

    // MARK: Plain keys

    private mutating func takeGround(_ byte: UInt8, _ arrivals: inout Arrivals) {
        if byte == Self.escape {
            state = .escape(isDoubled: false)
        } else if byte < 0x80 {
            var key = InputSequences.key(ofASCII: byte)
            if isAlt { key.modifiers.insert(.alt) }
            isAlt = false
            arrivals.events.append(.key(key))
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
        _ byte: UInt8, _ bits: UInt32, _ missing: Int, _ minimum: UInt32, _ arrivals: inout Arrivals
    ) {
        guard byte & 0xC0 == 0x80 else {  // the character was broken off; this byte begins something new
            reset()
            take(byte, &arrivals)
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
            arrivals.events.append(.key(KeyPress(.character(Character(scalar)), modifiers)))
        }
    }

    // MARK: Sequences

    private mutating func takeAfterEscape(_ byte: UInt8, _ isDoubled: Bool, _ arrivals: inout Arrivals) {
        switch byte {
        case Self.escape:
            if isDoubled { arrivals.events.append(.key(KeyPress(.escape))) }
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
            if isDoubled { arrivals.events.append(.key(KeyPress(.escape))) }
            reset()
            isAlt = true
            takeGround(byte, &arrivals)
        }
    }

    /// ECMA-48 5.4: parameters 30–3F, intermediates 20–2F, one final byte 40–7E.
    private mutating func takeControl(_ byte: UInt8, _ arrivals: inout Arrivals) {
        switch byte {
        case 0x5B where sequence.isEmpty: state = .linuxKey
        case 0x24 where InputSequences.endsWithDollar(sequence), 0x40...0x7E: finishControl(byte, &arrivals)
        case 0x20...0x3F: keepInSequence(byte)
        default:  // a control or a byte of text breaks the sequence off
            reset()
            take(byte, &arrivals)
        }
    }

    private mutating func finishControl(_ final: UInt8, _ arrivals: inout Arrivals) {
        if sequence.count > Self.sequenceLimit {
            finish(.other, &arrivals)
        } else if final == UInt8(ascii: "M"), sequence.isEmpty {
            state = .oldMouse
        } else if final == UInt8(ascii: "~"), sequence == Array("200".utf8) {
            finish(.other, &arrivals)
            state = .paste(matched: 0)
        } else {
            finish(InputSequences.control(sequence, final: final), &arrivals)
        }
    }

    private mutating func takeSingle(_ byte: UInt8, _ arrivals: inout Arrivals) {
        switch byte {
        case 0x30...0x39, 0x3B: keepInSequence(byte)
        case 0x20...0x7E: finish(InputSequences.single(sequence, final: byte), &arrivals)
        default:
            reset()
            take(byte, &arrivals)
        }
    }

    /// A line end, a Ctrl-C or another control ends a string that never ends, so that no key press can silence the keyboard.
    private mutating func takeString(
        _ byte: UInt8, _ introducer: UInt8, _ isEnding: Bool, _ arrivals: inout Arrivals
    ) {
        if isEnding, byte != UInt8(ascii: "\\") {
            reset()
            state = .escape(isDoubled: false)
            take(byte, &arrivals)
        } else if isEnding || byte == 0x07 {
            let reply = InputSequences.string(introducer: introducer, Array(sequence.prefix(Self.sequenceLimit)))
            finish(reply.map { .reply($0) } ?? .other, &arrivals)
        } else if byte == Self.escape {
            state = .string(introducer: introducer, isEnding: true)
        } else if byte < 0x20 {
            reset()
            take(byte, &arrivals)
        } else {
            keepInSequence(byte)
        }
    }

    /// One more than the limit is kept, as the mark that it was passed.
    private mutating func keepInSequence(_ byte: UInt8) {
        if sequence.count <= Self.sequenceLimit { sequence.append(byte) }
    }

    /// Delivers what a complete sequence means. An ESC before it was Alt if it is a key, or else a key of its own.
    private mutating func finish(_ meaning: InputSequences.Meaning, _ arrivals: inout Arrivals) {
        let wasAlt = isAlt
        reset()
        if case .keys(let presses) = meaning {
            for var press in presses {
                if wasAlt { press.modifiers.insert(.alt) }
                arrivals.events.append(.key(press))
            }
            return
        }
        if wasAlt { arrivals.events.append(.key(KeyPress(.escape))) }
        switch meaning {
        case .keys, .other: break
        case .event(let event): arrivals.events.append(event)
        case .reply(let reply): arrivals.replies.append(reply)
        }
    }

    // MARK: Pastes

    private mutating func takePaste(_ byte: UInt8, _ matched: Int, _ arrivals: inout Arrivals) {
        let end = Self.pasteEnd
        if byte == end[matched] {
            if matched + 1 < end.count {
                state = .paste(matched: matched + 1)
            } else {
                arrivals.events.append(endPaste())
            }
            return
        }
        for seen in end[..<matched] { keepInPaste(seen) }
        if byte == Self.escape {
            state = .paste(matched: 1)
        } else {
            keepInPaste(byte)
            state = .paste(matched: 0)
        }
    }

    private mutating func keepInPaste(_ byte: UInt8) {
        if pasted.count < Self.pasteLimit { pasted.append(byte) }
    }
}
