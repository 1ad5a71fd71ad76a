// Scalars to bytes, where they are gathered in an array. The frame path has a faster way of its own: `ByteSink`.

enum UTF8Writer {
    /// Appends the UTF-8 of a scalar that was read from a `String`, and so is valid.
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if let scalar = Unicode.Scalar(scalar) { bytes.append(contentsOf: scalar.utf8) }
    }
}
