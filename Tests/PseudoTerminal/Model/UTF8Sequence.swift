// A UTF-8 character on its way, a byte at a time, since a read from a terminal ends anywhere. Which bytes may follow
// which is Table 3-7 of the Unicode Standard, so that overlong forms and surrogates are broken at their second byte.

struct UTF8Sequence: Hashable, Sendable {
    enum Progress {
        case incomplete
        case complete(Unicode.Scalar)
        /// The byte does not belong to the character; it is to be read afresh.
        case broken
    }

    private var value: UInt32
    private var missing: Int
    /// What the next byte may be.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// Begins a character; nil if no character begins with this byte.
    init?(lead: UInt8) {
        switch lead {
        case 0xC2...0xDF: (value, missing) = (UInt32(lead & 0x1F), 1)
        case 0xE0...0xEF: (value, missing) = (UInt32(lead & 0x0F), 2)
        case 0xF0...0xF4: (value, missing) = (UInt32(lead & 0x07), 3)
        default: return nil
        }
        switch lead {
        case 0xE0: allowed = 0xA0...0xBF
        case 0xED: allowed = 0x80...0x9F
        case 0xF0: allowed = 0x90...0xBF
        case 0xF4: allowed = 0x80...0x8F
        default: break
        }
    }

    /// Takes in the next byte.
    mutating func append(_ byte: UInt8) -> Progress {
        guard allowed.contains(byte) else { return .broken }
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        allowed = 0x80...0xBF
        guard missing == 0 else { return .incomplete }
        return Unicode.Scalar(value).map(Progress.complete) ?? .broken
    }
}
