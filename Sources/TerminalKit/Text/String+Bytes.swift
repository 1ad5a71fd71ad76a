// The bytes of a string, without a copy where it has them in one piece.

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
