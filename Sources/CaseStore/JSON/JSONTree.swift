/// JSON (RFC 8259) as a flat list of nodes: each value is followed by what is in it, and knows where the next one is.
final class JSONTree {
    enum Kind: UInt8 {
        case object, array, text, escapedText, number, `true`, `false`, null
    }

    struct Node {
        var kind: Kind
        /// The bytes of a scalar, without quotes; of an object or an array, all of it.
        var start: Int32
        var end: Int32
        /// The number of the node behind this value.
        var next: Int32
    }

    /// What is wrong, and at which byte.
    struct Malformed: Error, CustomStringConvertible {
        var place: Int
        var expected: String

        var description: String { "JSON: \(expected) expected at byte \(place)" }
    }

    // Changed while parsing only, by nobody else.
    @exclusivity(unchecked) private(set) var nodes: UnsafeMutablePointer<Node>
    @exclusivity(unchecked) private var count = 0
    @exclusivity(unchecked) private var capacity: Int

    /// Deeper than any value of the record.
    private static let depthLimit = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard bytes.count < Int32.max else { throw Malformed(place: 0, expected: "less than 2 GiB") }
        // A node takes four bytes at least in what this program writes, mostly twenty.
        capacity = max(16, bytes.count / 12)
        nodes = .allocate(capacity: capacity)
        var place = 0
        try value(bytes, &place, depth: 0)
        skipBlanks(bytes, &place)
        guard place == bytes.count else { throw Malformed(place: place, expected: "the end") }
    }

    deinit { nodes.deallocate() }

    private func append(_ kind: Kind, _ start: Int, _ end: Int) {
        if count == capacity {
            let grown = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
            grown.moveInitialize(from: nodes, count: count)
            nodes.deallocate()
            nodes = grown
            capacity *= 2
        }
        (nodes + count).initialize(
            to: Node(kind: kind, start: Int32(start), end: Int32(end), next: Int32(count + 1)))
        count += 1
    }

    private func value(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, depth: Int) throws {
        skipBlanks(bytes, &place)
        guard place < bytes.count else { throw Malformed(place: place, expected: "a value") }
        switch bytes[place] {
        case UInt8(ascii: "{"): try object(bytes, &place, depth: depth)
        case UInt8(ascii: "["): try array(bytes, &place, depth: depth)
        case UInt8(ascii: "\""): try text(bytes, &place)
        case UInt8(ascii: "t"): try word("true", .true, bytes, &place)
        case UInt8(ascii: "f"): try word("false", .false, bytes, &place)
        case UInt8(ascii: "n"): try word("null", .null, bytes, &place)
        default: try number(bytes, &place)
        }
    }

    private func object(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, depth: Int) throws {
        let own = try open(.object, place, depth: depth)
        place += 1
        skipBlanks(bytes, &place)
        if !take(UInt8(ascii: "}"), bytes, &place) {
            repeat {
                skipBlanks(bytes, &place)
                try text(bytes, &place)
                skipBlanks(bytes, &place)
                guard take(UInt8(ascii: ":"), bytes, &place) else { throw Malformed(place: place, expected: "a colon") }
                try value(bytes, &place, depth: depth + 1)
                skipBlanks(bytes, &place)
            } while take(UInt8(ascii: ","), bytes, &place)
            guard take(UInt8(ascii: "}"), bytes, &place) else { throw Malformed(place: place, expected: "a brace") }
        }
        close(own, place)
    }

    private func array(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, depth: Int) throws {
        let own = try open(.array, place, depth: depth)
        place += 1
        skipBlanks(bytes, &place)
        if !take(UInt8(ascii: "]"), bytes, &place) {
            repeat {
                try value(bytes, &place, depth: depth + 1)
                skipBlanks(bytes, &place)
            } while take(UInt8(ascii: ","), bytes, &place)
            guard take(UInt8(ascii: "]"), bytes, &place) else { throw Malformed(place: place, expected: "a bracket") }
        }
        close(own, place)
    }

    private func open(_ kind: Kind, _ place: Int, depth: Int) throws -> Int {
        guard depth < Self.depthLimit else { throw Malformed(place: place, expected: "no deeper nesting") }
        append(kind, place, place)
        return count - 1
    }

    private func close(_ node: Int, _ place: Int) {
        nodes[node].end = Int32(place)
        nodes[node].next = Int32(count)
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) throws {
        guard take(UInt8(ascii: "\""), bytes, &place) else { throw Malformed(place: place, expected: "a text") }
        let start = place
        var kind = Kind.text
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                append(kind, start, place)
                place += 1
                return
            }
            guard byte >= 0x20 else { throw Malformed(place: place, expected: "an escape") }
            place += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            kind = .escapedText
            try escape(bytes, &place)
        }
        throw Malformed(place: place, expected: "a closing quote")
    }

    private func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) throws {
        guard place < bytes.count else { throw Malformed(place: place, expected: "an escape") }
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            place += 1
        case UInt8(ascii: "u"):
            let digits = (place + 1)..<(place + 5)
            guard digits.upperBound <= bytes.count, digits.allSatisfy({ Self.isHexadecimal(bytes[$0]) }) else {
                throw Malformed(place: place, expected: "four hexadecimal digits")
            }
            place = digits.upperBound
        default: throw Malformed(place: place, expected: "an escape")
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) throws {
        let start = place
        func digits() throws {
            let first = place
            while place < bytes.count, bytes[place] &- UInt8(ascii: "0") < 10 { place += 1 }
            guard place > first else { throw Malformed(place: place, expected: start == place ? "a value" : "a digit") }
        }
        _ = take(UInt8(ascii: "-"), bytes, &place)
        let first = place
        try digits()
        guard bytes[first] != UInt8(ascii: "0") || place == first + 1 else {
            throw Malformed(place: first, expected: "no leading zero")
        }
        if take(UInt8(ascii: "."), bytes, &place) { try digits() }
        if take(UInt8(ascii: "e"), bytes, &place) || take(UInt8(ascii: "E"), bytes, &place) {
            if !take(UInt8(ascii: "+"), bytes, &place) { _ = take(UInt8(ascii: "-"), bytes, &place) }
            try digits()
        }
        append(.number, start, place)
    }

    private func word(
        _ word: StaticString, _ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) throws {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[place..<end].elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        else { throw Malformed(place: place, expected: "a value") }
        append(kind, place, end)
        place = end
    }

    private func take(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return
            }
        }
    }
}
