// Where a frame's bytes are gathered before the one write. Room is made once for each run of cells, so that no byte of it has to
// be checked.
//
// Unsafe code: `start` is memory of this value alone, of `capacity` bytes, freed with it. Every `append` lies below `capacity`
// because the caller has reserved at least as many bytes as it appends; debug builds check that.

struct ByteSink: ~Copyable, @unchecked Sendable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes there are.
    private(set) var count = 0

    init() {
        capacity = 1 << 14
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// What has been gathered.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Where the next byte goes, for who writes many of them himself into room that he has reserved, and then tells their end
    /// with ``finish(at:)``.
    var end: UnsafeMutablePointer<UInt8> { start + count }

    @inline(__always)
    mutating func finish(at end: UnsafeMutablePointer<UInt8>) {
        count = end - start
        assert(count <= capacity)
    }

    mutating func removeAll() { count = 0 }

    /// Makes sure that so many more bytes can be appended.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(to: count + more) }
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memory.update(from: start, count: count)
        start.deallocate()
        start = memory
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        assert(count < capacity)
        start[count] = byte
        count &+= 1
    }

    /// Appends bytes of any number, with room made for them.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count)
        for byte in bytes { append(byte) }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// How many bytes the UTF-8 of a scalar takes.
    @inline(__always)
    static func length(of scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }

    /// Writes the UTF-8 of a scalar, for which four bytes are reserved, and returns the place behind it.
    @inline(__always)
    static func write(_ scalar: UInt32, at end: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        if scalar < 0x80 {
            end[0] = UInt8(truncatingIfNeeded: scalar)
            return end + 1
        }
        if scalar < 0x800 {
            end[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
            end[1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
            return end + 2
        }
        if scalar < 0x10000 {
            end[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
            end[1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
            end[2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
            return end + 3
        }
        end[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
        end[1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F)
        end[2] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
        end[3] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        return end + 4
    }

    /// Appends a number, not negative, in decimal.
    @inline(__always)
    mutating func append(number: Int) {
        if number >= 10 {
            if number >= 100 {
                appendHundreds(number / 100)
                append(0x30 &+ UInt8(truncatingIfNeeded: number / 10 % 10))
            } else {
                append(0x30 &+ UInt8(truncatingIfNeeded: number / 10))
            }
        }
        append(0x30 &+ UInt8(truncatingIfNeeded: number % 10))
    }

    private mutating func appendHundreds(_ number: Int) {
        if number >= 10 { appendHundreds(number / 10) }
        append(0x30 &+ UInt8(truncatingIfNeeded: number % 10))
    }
}
