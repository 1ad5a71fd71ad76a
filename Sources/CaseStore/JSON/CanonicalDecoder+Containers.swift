/// How a type finds its parts among the parsed nodes.
struct CanonicalKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: CanonicalDecoder
    /// The object.
    let node: Int
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        decoder.members(node) { name, _ in
            if let key = (try? decoder.string(name)).flatMap(Key.init(stringValue:)) { keys.append(key) }
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { decoder.member(key.stringValue, node) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { decoder.isNull(try value(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder.integer(try value(key)) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder.integer(try value(key)) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder.integer(try value(key)) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder.integer(try value(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder.integer(try value(key)) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder.integer(try value(key)) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder.integer(try value(key)) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder.integer(try value(key)) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder.integer(try value(key)) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder.integer(try value(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder.string(try value(key)) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder.bool(try value(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        throw decoder.mismatch(try value(key), "a whole number")
    }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
        throw decoder.mismatch(try value(key), "a whole number")
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.value(type, try value(key))
    }

    // Found once instead of three times.
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try found(key).map(decoder.string)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try found(key).map(decoder.bool)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try found(key).map { try decoder.integer($0) }
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try found(key).map { try decoder.integer($0) }
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try found(key).map { try decoder.value(type, $0) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder.keyed(try value(key))
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder.unkeyed(try value(key))
    }
    func superDecoder() throws -> any Decoder { try at("super") }
    func superDecoder(forKey key: Key) throws -> any Decoder { try at(key.stringValue) }

    private func at(_ name: String) throws -> CanonicalDecoder {
        guard let value = decoder.member(name, node) else { throw decoder.missing(name) }
        return CanonicalDecoder(decoder, at: value)
    }

    private func value(_ key: Key) throws -> Int {
        guard let value = decoder.member(key.stringValue, node) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: [], debugDescription: "no \(key.stringValue)"))
        }
        return value
    }

    /// `nil` also for null.
    private func found(_ key: Key) -> Int? {
        guard let value = decoder.member(key.stringValue, node), !decoder.isNull(value) else { return nil }
        return value
    }
}

struct CanonicalUnkeyedDecoding: UnkeyedDecodingContainer {
    let decoder: CanonicalDecoder
    /// The array.
    let node: Int
    /// The next element's node.
    private var cursor: Int
    private(set) var currentIndex = 0

    init(decoder: CanonicalDecoder, node: Int) {
        self.decoder = decoder
        self.node = node
        cursor = node + 1
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { decoder.count(node) }
    var isAtEnd: Bool { cursor >= decoder.end(node) }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, decoder.isNull(cursor) else { return false }
        _ = try next()
        return true
    }
    mutating func decode(_ type: Int.Type) throws -> Int { try decoder.integer(try next()) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(try next()) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(try next()) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(try next()) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(try next()) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(try next()) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(try next()) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(try next()) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(try next()) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(try next()) }
    mutating func decode(_ type: String.Type) throws -> String { try decoder.string(try next()) }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool(try next()) }
    mutating func decode(_ type: Double.Type) throws -> Double { throw decoder.mismatch(try next(), "a whole number") }
    mutating func decode(_ type: Float.Type) throws -> Float { throw decoder.mismatch(try next(), "a whole number") }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try decoder.value(type, try next())
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder.keyed(try next())
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try decoder.unkeyed(try next()) }
    mutating func superDecoder() throws -> any Decoder { CanonicalDecoder(decoder, at: try next()) }

    private mutating func next() throws -> Int {
        guard !isAtEnd else { throw decoder.missing("element \(currentIndex)") }
        let node = cursor
        cursor = decoder.end(node)
        currentIndex += 1
        return node
    }
}

struct CanonicalSingleDecoding: SingleValueDecodingContainer {
    let decoder: CanonicalDecoder
    let node: Int
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { decoder.isNull(node) }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer(node) }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(node) }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(node) }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(node) }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(node) }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(node) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(node) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(node) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(node) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(node) }
    func decode(_ type: String.Type) throws -> String { try decoder.string(node) }
    func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool(node) }
    func decode(_ type: Double.Type) throws -> Double { throw decoder.mismatch(node, "a whole number") }
    func decode(_ type: Float.Type) throws -> Float { throw decoder.mismatch(node, "a whole number") }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type, node) }
}
