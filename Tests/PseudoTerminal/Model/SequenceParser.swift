// Cuts a stream of bytes into characters and sequences, whatever the size of the pieces they come in. The states are
// those of Paul Flo Williams' parser for DEC terminals (vt100.net/emu/dec_ansi_parser) with UTF-8 in the ground state.
// Nothing here can fail: bytes that make no sense become `malformed` or U+FFFD, and the next byte starts afresh.

struct SequenceParser: Hashable, Sendable {
    /// What became of one byte.
    enum Outcome {
        case nothing
        case event(TerminalEvent)
        /// The event, or nothing, and then the same byte is to be given again: it ended the thing before it.
        case again(TerminalEvent?)
    }

    private enum State: Hashable {
        case ground
        case character(UTF8Sequence)
        case escape(intermediates: String)
        case sequence(SequenceCollector)
        /// Inside OSC (`]`), DCS (`P`), APC (`_`), PM (`^`) or SOS (`X`).
        case string(introducer: Unicode.Scalar)
        /// After an ESC in such a string: `\` ends it properly, anything else breaks it off.
        case stringEscape(introducer: Unicode.Scalar)
    }

    /// Whether the next byte begins something new.
    private(set) var isBetweenEvents = true
    private var state = State.ground {
        didSet {
            if case .ground = state { isBetweenEvents = true } else { isBetweenEvents = false }
        }
    }
    /// The bytes of the string now being read, up to `stringLimit`.
    private var collected: [UInt8] = []
    private static let stringLimit = 65_536

    /// Takes in one byte.
    mutating func consume(_ byte: UInt8) -> Outcome {
        switch state {
        case .ground: return ground(byte)
        case .character(let sequence): return character(sequence, byte)
        case .string(let introducer): return string(introducer, byte)
        case .stringEscape(let introducer):
            let ended = endOfString(introducer)
            if byte == UInt8(ascii: "\\") {
                state = .ground
                return .event(ended)
            }
            state = .escape(intermediates: "")
            return .again(ended)
        case .escape, .sequence:
            switch byte {
            case 0x1B:
                let broken = isBareEscape ? TerminalEvent.malformed("ESC ESC") : .malformed("sequence cut by ESC")
                state = .escape(intermediates: "")
                return .event(broken)
            case 0x18, 0x1A:
                state = .ground
                return .nothing
            case 0x00..<0x20: return .event(.control(byte))
            case 0x7F: return .nothing
            case 0x80...:
                state = .ground
                return .again(.malformed("sequence cut by a byte above 0x7F"))
            default: return inSequence(byte)
            }
        }
    }

    private var isBareEscape: Bool { state == .escape(intermediates: "") }

    private mutating func ground(_ byte: UInt8) -> Outcome {
        switch byte {
        case 0x20..<0x7F: return .event(.print(Unicode.Scalar(byte)))
        case 0x1B:
            state = .escape(intermediates: "")
            return .nothing
        case 0x00..<0x20: return .event(.control(byte))
        case 0x7F: return .nothing
        default:
            guard let sequence = UTF8Sequence(lead: byte) else { return .event(.print("\u{FFFD}")) }
            state = .character(sequence)
            return .nothing
        }
    }

    private mutating func character(_ sequence: UTF8Sequence, _ byte: UInt8) -> Outcome {
        var sequence = sequence
        switch sequence.append(byte) {
        case .incomplete:
            state = .character(sequence)
            return .nothing
        case .complete(let scalar):
            state = .ground
            let isControl = (0x80..<0xA0).contains(scalar.value)
            return .event(isControl ? .control(UInt8(scalar.value)) : .print(scalar))
        case .broken:
            state = .ground
            return .again(.print("\u{FFFD}"))
        }
    }

    private mutating func inSequence(_ byte: UInt8) -> Outcome {
        switch state {
        case .escape(let intermediates):
            return escape(intermediates, Unicode.Scalar(byte))
        case .sequence(var collector):
            let ended = collector.append(Unicode.Scalar(byte))
            state = ended == nil ? .sequence(collector) : .ground
            return ended.map(Outcome.event) ?? .nothing
        case .ground, .character, .string, .stringEscape:
            return .again(nil)  // not reached: `consume` comes here in the two states above only
        }
    }

    private mutating func escape(_ intermediates: String, _ scalar: Unicode.Scalar) -> Outcome {
        if (0x20..<0x30).contains(scalar.value) {
            state = .escape(intermediates: intermediates + String(scalar))
            return .nothing
        }
        if intermediates.isEmpty {
            switch scalar {
            case "[":
                state = .sequence(SequenceCollector())
                return .nothing
            case "]", "P", "_", "^", "X":
                collected.removeAll(keepingCapacity: true)
                state = .string(introducer: scalar)
                return .nothing
            default: break
            }
        }
        state = .ground
        return .event(.escape(intermediates: intermediates, final: scalar))
    }

    private mutating func string(_ introducer: Unicode.Scalar, _ byte: UInt8) -> Outcome {
        switch byte {
        case 0x1B:
            state = .stringEscape(introducer: introducer)
            return .nothing
        case 0x07 where introducer == "]":
            state = .ground
            return .event(endOfString(introducer))
        case 0x18, 0x1A:
            state = .ground
            return .event(.malformed("string cut by CAN or SUB"))
        default:
            if collected.count < Self.stringLimit { collected.append(byte) }
            return .nothing
        }
    }

    private func endOfString(_ introducer: Unicode.Scalar) -> TerminalEvent {
        introducer == "]"
            ? .command(String(decoding: collected, as: UTF8.self))
            : .string(introducer: introducer, beginning: String(decoding: collected.prefix(32), as: UTF8.self))
    }
}

/// Collects a CSI sequence up to its final byte.
private struct SequenceCollector: Hashable {
    private var prefix: Unicode.Scalar?
    private var parameters: [[Int?]] = []
    private var intermediates = ""
    private var isSound = true
    /// Far more than any sequence has; what comes after is left out.
    private static let parameterLimit = 64
    /// Larger numbers are held to this (xterm does the same), so that sums of them stay small.
    private static let numberLimit = 65_535

    /// Takes in a character 0x20–0x7E; the event if it ended the sequence.
    mutating func append(_ scalar: Unicode.Scalar) -> TerminalEvent? {
        switch scalar {
        case "0"..."9", ":", ";":
            if intermediates.isEmpty { addToParameters(scalar) } else { isSound = false }
        case "<"..."?":
            if parameters.isEmpty, prefix == nil, intermediates.isEmpty { prefix = scalar } else { isSound = false }
        case " "..."/":
            if intermediates.unicodeScalars.count < 4 { intermediates.unicodeScalars.append(scalar) }
        default:
            let sequence = ControlSequence(
                prefix: prefix, parameters: parameters, intermediates: intermediates, final: scalar)
            return isSound ? .sequence(sequence) : .malformed(sequence.description)
        }
        return nil
    }

    private mutating func addToParameters(_ scalar: Unicode.Scalar) {
        if parameters.isEmpty { parameters.append([nil]) }
        let last = parameters.count - 1
        switch scalar {
        case ";":
            if parameters.count < Self.parameterLimit { parameters.append([nil]) }
        case ":":
            if parameters[last].count < Self.parameterLimit { parameters[last].append(nil) }
        default:
            let part = parameters[last].count - 1
            let number = (parameters[last][part] ?? 0) * 10 + Int(scalar.value - 0x30)
            parameters[last][part] = min(number, Self.numberLimit)
        }
    }
}
