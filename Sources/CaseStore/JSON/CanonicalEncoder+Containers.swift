/// How the parts of a value reach the buffer. Fractions are refused: their spelling differs from machine to machine, and
/// nothing that an office accounts for is one.
struct CanonicalKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encode(_ value: Int, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: Int8, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: Int16, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: Int32, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: Int64, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: UInt, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: UInt8, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: UInt16, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: UInt32, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: UInt64, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: String, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: Bool, forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put(value) }
    }
    mutating func encode(_ value: Double, forKey key: Key) throws { throw CanonicalEncoder.noFractions(value) }
    mutating func encode(_ value: Float, forKey key: Key) throws { throw CanonicalEncoder.noFractions(value) }
    mutating func encodeNil(forKey key: Key) throws {
        encoder.member(key.stringValue) { encoder.put("null" as StaticString) }
    }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try encoder.member(key.stringValue) { try encoder.write(value) }
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder.later(key.stringValue).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.later(key.stringValue).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { encoder.later("super") }
    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder.later(key.stringValue) }
}

struct CanonicalUnkeyedEncoding: UnkeyedEncodingContainer {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.frame.count + encoder.frame.pendingCount }

    mutating func encode(_ value: Int) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: Int8) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: Int16) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: Int32) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: Int64) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: UInt) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: UInt8) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: UInt16) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: UInt32) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: UInt64) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: String) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: Bool) throws { encoder.element { encoder.put(value) } }
    mutating func encode(_ value: Double) throws { throw CanonicalEncoder.noFractions(value) }
    mutating func encode(_ value: Float) throws { throw CanonicalEncoder.noFractions(value) }
    mutating func encodeNil() throws { encoder.element { encoder.put("null" as StaticString) } }
    mutating func encode(_ value: some Encodable) throws { try encoder.element { try encoder.write(value) } }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.later(nil).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.later(nil).unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { encoder.later(nil) }
}

struct CanonicalSingleEncoding: SingleValueEncodingContainer {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encode(_ value: Int) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: Int8) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: Int16) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: Int32) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: Int64) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: UInt) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: UInt8) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: UInt16) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: UInt32) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: UInt64) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: String) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: Bool) throws { scalar { encoder.put(value) } }
    mutating func encode(_ value: Double) throws { throw CanonicalEncoder.noFractions(value) }
    mutating func encode(_ value: Float) throws { throw CanonicalEncoder.noFractions(value) }
    mutating func encodeNil() throws { scalar { encoder.put("null" as StaticString) } }
    mutating func encode(_ value: some Encodable) throws { try scalar { try encoder.write(value) } }

    private func scalar(_ body: () throws -> Void) rethrows {
        encoder.scalar()
        try body()
    }
}

extension CanonicalEncoder {
    func put(_ value: Bool) {
        put(value ? "true" as StaticString : "false")
    }

    static func noFractions(_ value: some BinaryFloatingPoint) -> EncodingError {
        .invalidValue(
            value, EncodingError.Context(codingPath: [], debugDescription: "the record holds whole numbers only"))
    }
}
