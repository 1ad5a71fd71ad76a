#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a value as canonical JSON into one growing buffer.
///
/// An object is written member by member as its type hands them over; when the last one is there, the members are put
/// in the order of their keys.
final class CanonicalEncoder: Encoder {
    /// What the value that is being written has turned out to be.
    enum Shape { case nothing, scalar, array, object }

    /// The value that is being written.
    struct Frame {
        var shape = Shape.nothing
        /// Where its opening bracket stands.
        var start = 0
        /// Where its members begin in ``members``.
        var firstMember = 0
        var count = 0
        var isSorted = true
        /// Parts whose end nobody tells: written apart and taken in before the next part.
        var pending: [(key: String?, part: CanonicalEncoder)] = []
    }

    /// A member of an object: `"key":value` in the buffer.
    struct Member {
        var start: Int
        var keyEnd: Int
        var end: Int
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    var frame = Frame()
    private var members: [Member] = []
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 1_024
    private(set) var count = 0

    init() {
        bytes = .allocate(capacity: capacity)
        members.reserveCapacity(32)
    }

    deinit { bytes.deallocate() }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Writes a whole value.
    func write(_ value: some Encodable) throws {
        let outer = frame
        frame = Frame()
        try value.encode(to: self)
        finish()
        frame = outer
    }

    // MARK: Encoder

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open(.object, UInt8(ascii: "{"))
        return KeyedEncodingContainer(CanonicalKeyedEncoding<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open(.array, UInt8(ascii: "["))
        return CanonicalUnkeyedEncoding(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        CanonicalSingleEncoding(encoder: self)
    }

    private func open(_ shape: Shape, _ bracket: UInt8) {
        guard frame.shape == .nothing else { return }
        frame.shape = shape
        frame.start = count
        frame.firstMember = members.count
        put(bracket)
    }

    // MARK: Parts

    /// Writes the member `key`, whose value `body` writes.
    func member(_ key: String, _ body: () throws -> Void) rethrows {
        takePending()
        if frame.count > 0 { put(UInt8(ascii: ",")) }
        let start = count
        put(key)
        let keyEnd = count
        put(UInt8(ascii: ":"))
        try body()
        let member = Member(start: start, keyEnd: keyEnd, end: count)
        if frame.count > 0, frame.isSorted, let last = members.last, precedes(member, last) { frame.isSorted = false }
        members.append(member)
        frame.count += 1
    }

    /// Writes the next element of an array.
    func element(_ body: () throws -> Void) rethrows {
        takePending()
        if frame.count > 0 { put(UInt8(ascii: ",")) }
        try body()
        frame.count += 1
    }

    /// A part that is written later, by whoever is handed it.
    func later(_ key: String?) -> CanonicalEncoder {
        takePending()
        let part = CanonicalEncoder()
        frame.pending.append((key, part))
        return part
    }

    private func takePending() {
        guard !frame.pending.isEmpty else { return }
        let pending = frame.pending
        frame.pending = []
        for (key, part) in pending {
            part.finish()
            let take = { part.withBytes { self.put($0) } }
            if let key { member(key, take) } else { element(take) }
        }
    }

    private func finish() {
        takePending()
        switch frame.shape {
        case .nothing:
            put(UInt8(ascii: "{"))
            put(UInt8(ascii: "}"))
        case .scalar: break
        case .array: put(UInt8(ascii: "]"))
        case .object:
            if !frame.isSorted { sortMembers() }
            put(UInt8(ascii: "}"))
            members.removeLast(members.count - frame.firstMember)
        }
    }

    /// Puts the members of the object that ends here in the order of their keys.
    private func sortMembers() {
        let sorted = members[frame.firstMember...].sorted(by: precedes)
        let body = frame.start + 1
        withUnsafeTemporaryAllocation(byteCount: count - body, alignment: 1) { copy in
            copy.copyMemory(from: UnsafeRawBufferPointer(start: bytes + body, count: count - body))
            var place = body
            for member in sorted {
                if place > body {
                    bytes[place] = UInt8(ascii: ",")
                    place += 1
                }
                let length = member.end - member.start
                memcpy(bytes + place, copy.baseAddress! + (member.start - body), length)
                place += length
            }
        }
    }

    private func precedes(_ one: Member, _ other: Member) -> Bool {
        let (length, otherLength) = (one.keyEnd - one.start, other.keyEnd - other.start)
        // The quotes at both ends do not disturb: the closing one is less than any letter.
        let order = memcmp(bytes + one.start, bytes + other.start, min(length, otherLength))
        return order == 0 ? length < otherLength : order < 0
    }

    // MARK: Scalars

    func scalar() {
        frame.shape = .scalar
    }

    func put(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    func put(_ source: UnsafeBufferPointer<UInt8>) {
        guard let start = source.baseAddress, !source.isEmpty else { return }
        reserve(source.count)
        memcpy(bytes + count, start, source.count)
        count += source.count
    }

    func put(_ value: StaticString) {
        put(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }

    func put(_ value: some FixedWidthInteger) {
        withUnsafeTemporaryAllocation(byteCount: 24, alignment: 1) { digits in
            var place = 24
            var rest = value.magnitude
            repeat {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                rest = quotient
            } while rest > 0
            if value < 0 {
                place -= 1
                digits[place] = UInt8(ascii: "-")
            }
            put(UnsafeBufferPointer(rebasing: digits.bindMemory(to: UInt8.self)[place..<24]))
        }
    }

    /// With its quotes.
    func put(_ text: String) {
        var text = text
        text.withUTF8 { source in
            reserve(source.count + 2)
            put(UInt8(ascii: "\""))
            var clean = 0
            for index in source.indices {
                let byte = source[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                put(UnsafeBufferPointer(rebasing: source[clean..<index]))
                putEscaped(byte)
                clean = index + 1
            }
            put(UnsafeBufferPointer(rebasing: source[clean...]))
            put(UInt8(ascii: "\""))
        }
    }

    private func putEscaped(_ byte: UInt8) {
        put(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        case 0x00..<0x20:
            put("u00" as StaticString)
            put(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            let digit = byte & 0x0F
            put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: put(byte)
        }
    }

    private func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        while count + more > capacity { capacity *= 2 }
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(grown, bytes, count)
        bytes.deallocate()
        bytes = grown
    }
}
