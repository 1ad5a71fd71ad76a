#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Synchronization

/// Values that were read before, by the bytes that they were read from. For values of which there are few, whatever the
/// number of entries: where that turns out wrong, those of before are forgotten.
final class KnownSpellings<Value: Sendable>: Sendable {
    private struct Known {
        var spelling: [UInt8]
        var value: Value
    }

    /// By a digest of the bytes.
    private let known = Mutex<[UInt64: Known]>([:])
    private let most: Int

    init(most: Int = 256) { self.most = most }

    func value(of bytes: UnsafeBufferPointer<UInt8>, _ read: () throws -> Value) rethrows -> Value {
        let digest = Self.digest(bytes)
        let found = known.withLock { known -> Value? in
            guard let one = known[digest], Self.isSame(one.spelling, bytes) else { return nil }
            return one.value
        }
        if let found { return found }
        let value = try read()
        known.withLock { known in
            if known.count >= most { known.removeAll(keepingCapacity: true) }
            known[digest] = Known(spelling: Array(bytes), value: value)
        }
        return value
    }

    private static func isSame(_ spelling: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard spelling.count == bytes.count, let start = bytes.baseAddress else { return false }
        return spelling.withUnsafeBytes { $0.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? true }
    }

    private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var digest = UInt64(bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            digest = (digest ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            digest ^= digest >> 29
            place += 8
        }
        while place < raw.count {
            digest = (digest ^ UInt64(raw[place])) &* 0x9E37_79B9_7F4A_7C15
            place += 1
        }
        return digest ^ (digest >> 32)
    }
}
