#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a value from parsed JSON. It is used up before the bytes go away, and never kept.
final class CanonicalDecoder: Decoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private let tree: JSONTree
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The node that the value being made is read from.
    @exclusivity(unchecked) private var current: Int

    init(parsing bytes: UnsafeBufferPointer<UInt8>) throws {
        self.bytes = bytes
        do {
            tree = try JSONTree(bytes)
        } catch {
            throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "\(error)"))
        }
        current = 0
    }

    init(_ other: CanonicalDecoder, at node: Int) {
        tree = other.tree
        bytes = other.bytes
        current = node
    }

    // MARK: Decoder

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try keyed(current)
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try unkeyed(current)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        CanonicalSingleDecoding(decoder: self, node: current)
    }

    // MARK: Nodes

    func requireObject(_ node: Int) throws {
        guard tree.nodes[node].kind == .object else { throw mismatch(node, "an object") }
    }

    func requireArray(_ node: Int) throws {
        guard tree.nodes[node].kind == .array else { throw mismatch(node, "an array") }
    }

    func keyed<Key: CodingKey>(_ node: Int) throws -> KeyedDecodingContainer<Key> {
        try requireObject(node)
        return KeyedDecodingContainer(CanonicalKeyedDecoding<Key>(decoder: self, node: node))
    }

    func unkeyed(_ node: Int) throws -> any UnkeyedDecodingContainer {
        try requireArray(node)
        return CanonicalUnkeyedDecoding(decoder: self, node: node)
    }

    func value<Value: Decodable>(_ type: Value.Type, _ node: Int) throws -> Value {
        if let value = try direct(type, node) { return value }
        let outer = current
        current = node
        defer { current = outer }
        return try Value(from: self)
    }

    /// The node behind a whole value.
    func end(_ node: Int) -> Int { Int(tree.nodes[node].next) }

    func isNull(_ node: Int) -> Bool { tree.nodes[node].kind == .null }

    func count(_ array: Int) -> Int {
        var count = 0
        var node = array + 1
        while node < end(array) {
            count += 1
            node = end(node)
        }
        return count
    }

    /// Calls `body` with the nodes of each member's name and value.
    func members(_ object: Int, _ body: (Int, Int) -> Void) {
        var name = object + 1
        while name < end(object) {
            body(name, name + 1)
            name = end(name + 1)
        }
    }

    /// The value of the member of that name.
    func member(_ name: String, _ object: Int) -> Int? {
        var name = name
        return name.withUTF8 { member($0, object) }
    }

    func member(_ name: StaticString, _ object: Int) -> Int? {
        member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), object)
    }

    private func member(_ wanted: UnsafeBufferPointer<UInt8>, _ object: Int) -> Int? {
        let nodes = tree.nodes
        let last = Int(nodes[object].next)
        var node = object + 1
        while node < last {
            let key = nodes[node]
            if key.kind == .text {
                let length = Int(key.end - key.start)
                if length == wanted.count,
                    length == 0 || memcmp(bytes.baseAddress! + Int(key.start), wanted.baseAddress!, length) == 0
                {
                    return node + 1
                }
            } else if unescaped(key).elementsEqual(wanted) {
                return node + 1
            }
            node = Int(nodes[node + 1].next)
        }
        return nil
    }

    /// The bytes that an object or an array was read from.
    func source(_ node: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)])
    }

    // MARK: Scalars

    func string(_ node: Int) throws -> String {
        let value = tree.nodes[node]
        switch value.kind {
        case .text: return String(decoding: bytes[Int(value.start)..<Int(value.end)], as: UTF8.self)
        case .escapedText: return String(decoding: unescaped(value), as: UTF8.self)
        default: throw mismatch(node, "a text")
        }
    }

    func bool(_ node: Int) throws -> Bool {
        switch tree.nodes[node].kind {
        case .true: return true
        case .false: return false
        default: throw mismatch(node, "true or false")
        }
    }

    func integer<Value: FixedWidthInteger>(_ node: Int) throws -> Value {
        let number = tree.nodes[node]
        guard number.kind == .number else { throw mismatch(node, "a number") }
        var place = Int(number.start)
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var value: Value = 0
        while place < Int(number.end) {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit < 10 else { throw mismatch(node, "a whole number") }
            let (shifted, overflows) = value.multipliedReportingOverflow(by: 10)
            let (next, exceeds) =
                isNegative
                ? shifted.subtractingReportingOverflow(Value(digit)) : shifted.addingReportingOverflow(Value(digit))
            guard !overflows, !exceeds else { throw mismatch(node, "a number in the range of \(Value.self)") }
            value = next
            place += 1
        }
        return value
    }

    /// The bytes that an escaped text stands for; the parser has found it well-formed.
    private func unescaped(_ node: JSONTree.Node) -> [UInt8] {
        var result: [UInt8] = []
        var place = Int(node.start)
        while place < Int(node.end) {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            let escape = bytes[place]
            place += 1
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                var unit = UInt32(hexadecimal(place))
                place += 4
                if (0xD800..<0xDC00).contains(unit), place + 6 <= Int(node.end), bytes[place] == UInt8(ascii: "\\"),
                    bytes[place + 1] == UInt8(ascii: "u")
                {
                    let low = UInt32(hexadecimal(place + 2))
                    if (0xDC00..<0xE000).contains(low) {
                        unit = 0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                        place += 6
                    }
                }
                result.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
            default: result.append(escape)
            }
        }
        return result
    }

    private func hexadecimal(_ place: Int) -> UInt16 {
        UInt16(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16) ?? 0xFFFD
    }

    // MARK: Errors

    func mismatch(_ node: Int, _ expected: String) -> DecodingError {
        let value = tree.nodes[node]
        // The value itself may be somebody's name or number, and errors are shown.
        return .dataCorrupted(
            DecodingError.Context(
                codingPath: [], debugDescription: "\(expected) expected at byte \(value.start), found \(value.kind)"))
    }

    func missing(_ name: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "no \(name)"))
    }
}
