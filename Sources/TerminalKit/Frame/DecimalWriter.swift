// Decimal numbers as ASCII, for the parameters of control sequences; without the detour through `String`.

enum DecimalWriter {
    /// Appends `value`, which is not negative.
    @inline(__always)
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value >= 10 { appendLeading(value / 10, to: &bytes) }
        bytes.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
    }

    private static func appendLeading(_ value: Int, to bytes: inout [UInt8]) {
        if value >= 10 { appendLeading(value / 10, to: &bytes) }
        bytes.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
    }

    /// How many digits `value`, not negative, has.
    @inline(__always)
    static func digits(_ value: Int) -> Int {
        value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 1 + digitsOfLarge(value / 10)
    }

    private static func digitsOfLarge(_ value: Int) -> Int { value < 10 ? 1 : 1 + digitsOfLarge(value / 10) }
}
