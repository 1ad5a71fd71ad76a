/// Checks that a text is well-formed TOML before it reaches TOMLKit.
///
/// The parser inside TOMLKit (toml++) stops the whole program on some malformed texts instead of reporting them; a slip of
/// the pen in a settings file must not do that. So the grammar is checked here first, with the line of the first fault;
/// what the keys mean is still TOMLKit's to say. Dates and the numbers that no file of ours has (hexadecimal, infinite) are
/// faults too.
struct TOMLGrammar {
    /// Where the text stops being TOML.
    struct Fault: Error {
        /// 1-based.
        var line: Int
        /// The text of that line.
        var found: String
    }

    private let bytes: [UInt8]
    private var place = 0
    /// How many arrays and inline tables are open around the present place.
    private var depth = 0
    private static let deepest = 32

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// - Throws: the first fault.
    static func check(_ text: String) throws(Fault) {
        var grammar = TOMLGrammar(text)
        try grammar.document()
    }

    // MARK: Lines

    private mutating func document() throws(Fault) {
        while true {
            skipBlanks()
            guard let byte = current else { return }
            if byte == UInt8(ascii: "[") {
                try heading()
            } else if !isLineEnd(byte), byte != UInt8(ascii: "#") {
                try keyAndValue()
            }
            try endOfLine()
        }
    }

    /// `[name]` or `[[name]]`.
    private mutating func heading() throws(Fault) {
        place += 1
        let isList = take("[")
        skipBlanks()
        try key()
        skipBlanks()
        try expect("]")
        if isList { try expect("]") }
    }

    private mutating func keyAndValue() throws(Fault) {
        try key()
        skipBlanks()
        try expect("=")
        skipBlanks()
        try value()
    }

    private mutating func endOfLine() throws(Fault) {
        skipBlanks()
        try comment()
        guard let byte = current else { return }
        if byte == UInt8(ascii: "\r") { place += 1 }
        try expect("\n")
    }

    private mutating func comment() throws(Fault) {
        guard take("#") else { return }
        while let byte = current, !isLineEnd(byte) {
            guard byte >= 0x20 || byte == UInt8(ascii: "\t"), byte != 0x7F else { throw fault }
            place += 1
        }
    }

    // MARK: Keys

    private mutating func key() throws(Fault) {
        repeat {
            skipBlanks()
            guard let byte = current else { throw fault }
            switch byte {
            case UInt8(ascii: "\""): try basicString()
            case UInt8(ascii: "'"): try literalString()
            default:
                let start = place
                while let byte = current, isBare(byte) { place += 1 }
                guard place > start else { throw fault }
            }
            skipBlanks()
        } while take(".")
    }

    // MARK: Values

    private mutating func value() throws(Fault) {
        guard let byte = current else { throw fault }
        switch byte {
        case UInt8(ascii: "\""):
            if starts("\"\"\"") { try longString("\"\"\"", hasEscapes: true) } else { try basicString() }
        case UInt8(ascii: "'"):
            if starts("'''") { try longString("'''", hasEscapes: false) } else { try literalString() }
        case UInt8(ascii: "["): try nested { grammar throws(Fault) in try grammar.array() }
        case UInt8(ascii: "{"): try nested { grammar throws(Fault) in try grammar.inlineTable() }
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        default: try number()
        }
    }

    private mutating func nested(_ body: (inout TOMLGrammar) throws(Fault) -> Void) throws(Fault) {
        depth += 1
        guard depth <= Self.deepest else { throw fault }
        try body(&self)
        depth -= 1
    }

    private mutating func array() throws(Fault) {
        place += 1
        try skipLines()
        while !take("]") {
            try value()
            try skipLines()
            guard take(",") else {
                try expect("]")
                return
            }
            try skipLines()
        }
    }

    private mutating func inlineTable() throws(Fault) {
        place += 1
        skipBlanks()
        if take("}") { return }
        repeat {
            skipBlanks()
            try keyAndValue()
            skipBlanks()
        } while take(",")
        try expect("}")
    }

    /// An integer, or a number with a fraction; digits may be parted by single underscores.
    private mutating func number() throws(Fault) {
        if !take("-") { _ = take("+") }
        let first = current
        let count = try digits()
        // A number of several digits does not begin with 0.
        if first == UInt8(ascii: "0"), count > 1 { throw fault }
        if take(".") { _ = try digits() }
        if let byte = current, isBare(byte) || byte == UInt8(ascii: ":") { throw fault }
    }

    /// How many digits stood here.
    private mutating func digits() throws(Fault) -> Int {
        var count = 0
        repeat {
            guard let byte = current, isDigit(byte) else { throw fault }
            while let byte = current, isDigit(byte) {
                place += 1
                count += 1
            }
        } while take("_")
        guard count <= 18 else { throw fault }
        return count
    }

    private mutating func word(_ word: String) throws(Fault) {
        guard starts(word) else { throw fault }
        place += word.utf8.count
        if let byte = current, isBare(byte) { throw fault }
    }

    // MARK: Strings

    private mutating func basicString() throws(Fault) {
        place += 1
        while !take("\"") {
            guard let byte = current, byte >= 0x20 || byte == UInt8(ascii: "\t"), byte != 0x7F else { throw fault }
            place += 1
            if byte == UInt8(ascii: "\\") { try escape() }
        }
    }

    private mutating func literalString() throws(Fault) {
        place += 1
        while !take("'") {
            guard let byte = current, byte >= 0x20 || byte == UInt8(ascii: "\t"), byte != 0x7F else { throw fault }
            place += 1
        }
    }

    private mutating func longString(_ quotes: String, hasEscapes: Bool) throws(Fault) {
        let opening = place
        place += 3
        while !starts(quotes) {
            guard let byte = current, byte >= 0x20 || byte == UInt8(ascii: "\t") || isLineEnd(byte), byte != 0x7F else {
                place = opening
                throw fault
            }
            place += 1
            guard hasEscapes, byte == UInt8(ascii: "\\") else { continue }
            // A backslash at the end of a line takes the line end and the blanks after it away.
            if let next = current, isLineEnd(next) || next == UInt8(ascii: " ") { continue }
            try escape()
        }
        place += 3
    }

    private mutating func escape() throws(Fault) {
        guard let byte = current else { throw fault }
        place += 1
        let length: Int
        switch byte {
        case UInt8(ascii: "u"): length = 4
        case UInt8(ascii: "U"): length = 8
        default:
            guard "btnfr\"\\".utf8.contains(byte) else { throw fault }
            return
        }
        guard place + length <= bytes.count,
            let value = UInt32(String(decoding: bytes[place..<place + length], as: UTF8.self), radix: 16),
            Unicode.Scalar(value) != nil
        else { throw fault }
        place += length
    }

    // MARK: Bytes

    private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
        guard take(character) else { throw fault }
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { place += 1 }
    }

    /// Blanks, line ends and comments, as they may stand inside an array.
    private mutating func skipLines() throws(Fault) {
        while true {
            skipBlanks()
            try comment()
            guard let byte = current, isLineEnd(byte) else { return }
            place += 1
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func isBare(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private var fault: Fault {
        let at = min(place, bytes.count)
        let start = bytes[..<at].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[..<at].count { $0 == UInt8(ascii: "\n") } + 1
        return Fault(
            line: line, found: String(String(decoding: bytes[start..<max(start, end)], as: UTF8.self).prefix(60)))
    }
}
