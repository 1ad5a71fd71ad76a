/// The one spelling of a value as JSON: keys sorted by their bytes, slashes not escaped, no white space, absent values
/// left out, whole numbers only. What is hashed and compared has to be the same text on every machine.
///
/// Written here and not taken from Foundation, whose coders take twenty times as long: every action spells a whole
/// case, and a verification reads millions of entries.
enum CanonicalJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = CanonicalEncoder()
        try encoder.write(value)
        return encoder.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        var text = text
        return try text.withUTF8 { try value(type, fromUTF8: $0) }
    }

    /// Reads from bytes that somebody else keeps, such as SQLite: no text is made of the whole.
    static func value<Value: Decodable>(_ type: Value.Type, fromUTF8 bytes: UnsafeBufferPointer<UInt8>) throws -> Value
    {
        try CanonicalDecoder(parsing: bytes).value(type, 0)
    }
}
