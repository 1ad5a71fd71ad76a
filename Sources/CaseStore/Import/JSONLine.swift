/// One line of a JSON Lines file: an object whose members are read one by one, flat.
///
/// Numbers stay the text that they are, so that none is rounded; nested objects and arrays stay text, too. RFC 8259; a
/// key that comes twice counts with its last value.
enum JSONLine {
    /// The members, or `nil` when the bytes are not one object. `null` is the empty text.
    static func members(_ bytes: ArraySlice<UInt8>) -> [String: String]? {
        var reader = Reader(rest: bytes)
        return reader.object()
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func object() -> [String: String]? {
            var members: [String: String] = [:]
            skipBlanks()
            guard take("{") else { return nil }
            skipBlanks()
            if take("}") { return isAtEnd() ? members : nil }
            while true {
                skipBlanks()
                guard let key = string() else { return nil }
                skipBlanks()
                guard take(":") else { return nil }
                skipBlanks()
                guard let value = value() else { return nil }
                members[key] = value
                skipBlanks()
                if take(",") { continue }
                guard take("}") else { return nil }
                return isAtEnd() ? members : nil
            }
        }

        private mutating func value() -> String? {
            switch rest.first {
            case UInt8(ascii: "\""): return string()
            case UInt8(ascii: "{"), UInt8(ascii: "["): return nested()
            default:
                let word = rest.prefix { byte in
                    !(byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
                        || byte == UInt8(ascii: "]"))
                }
                guard let text = String(validating: word, as: UTF8.self) else { return nil }
                guard text == "null" || text == "true" || text == "false" || Double(text) != nil else { return nil }
                rest = rest.dropFirst(word.count)
                return text == "null" ? "" : text
            }
        }

        /// What stands between a bracket and the one that closes it, as it is.
        private mutating func nested() -> String? {
            var depth = 0
            var isInString = false
            var index = rest.startIndex
            while index < rest.endIndex {
                let byte = rest[index]
                index += 1
                if isInString {
                    if byte == UInt8(ascii: "\\") {
                        index += 1
                    } else if byte == UInt8(ascii: "\"") {
                        isInString = false
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
                guard depth == 0 else { continue }
                let text = String(validating: rest[rest.startIndex..<index], as: UTF8.self)
                rest = rest[index...]
                return text
            }
            return nil
        }

        private mutating func string() -> String? {
            guard take("\"") else { return nil }
            var bytes: [UInt8] = []
            while let byte = rest.popFirst() {
                switch byte {
                case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let scalar = escape() else { return nil }
                    bytes.append(contentsOf: String(Character(scalar)).utf8)
                case 0..<0x20: return nil
                default: bytes.append(byte)
                }
            }
            return nil
        }

        private mutating func escape() -> Unicode.Scalar? {
            switch rest.popFirst() {
            case UInt8(ascii: "\""): return "\""
            case UInt8(ascii: "\\"): return "\\"
            case UInt8(ascii: "/"): return "/"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "u"):
                guard let high = unit() else { return nil }
                guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
                guard take("\\"), take("u"), let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
                return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            default: return nil
            }
        }

        private mutating func unit() -> UInt32? {
            guard rest.count >= 4, let text = String(validating: rest.prefix(4), as: UTF8.self) else { return nil }
            rest = rest.dropFirst(4)
            return text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } ? UInt32(text, radix: 16) : nil
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest = rest.dropFirst()
            return true
        }

        private mutating func skipBlanks() {
            while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                rest = rest.dropFirst()
            }
        }

        private mutating func isAtEnd() -> Bool {
            skipBlanks()
            return rest.isEmpty
        }
    }
}
