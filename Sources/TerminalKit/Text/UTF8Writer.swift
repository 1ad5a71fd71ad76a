// Scalars to bytes, and the bytes of a string, without a copy where it has them in one piece.

enum UTF8Writer {
    /// Appends the UTF-8 of a Unicode scalar.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
            return
        }
        if scalar < 0x800 {
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        } else {
            if scalar < 0x10000 {
                bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            } else {
                bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
                bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12) & 0x3F)
            }
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F)
        }
        bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F)
    }
}

extension StringProtocol {
    /// Calls `body` with the string's UTF-8. Swift's own strings have it in one piece; others are copied once.
    @inline(__always)
    func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}

extension String {
    /// The same as ``withUTF8Bytes(_:)``, without counting a reference to the text: for the frame path.
    @inline(__always)
    func withUTF8InPlace<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if #available(macOS 26, *) { return utf8Span.span.withUnsafeBufferPointer(body) }
        return withUTF8Bytes(body)
    }
}
