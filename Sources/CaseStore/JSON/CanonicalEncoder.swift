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
        /// How many of ``pending`` belong to it.
        var pendingCount = 0
    }

    /// A member of an object: `"key":value` in the buffer.
    struct Member {
        var start: Int
        var keyEnd: Int
        var end: Int
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    // Nobody looks at an encoder while it writes, and the checks that nobody does cost more than the writing.
    @exclusivity(unchecked) var frame = Frame()
    @exclusivity(unchecked) private var members: [Member] = []
    /// Parts whose end nobody tells: written apart and taken in before the next part.
    @exclusivity(unchecked) private var pending: [(key: String?, part: CanonicalEncoder)] = []
    @exclusivity(unchecked) private var bytes: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) private var capacity = 4_096
    @exclusivity(unchecked) private(set) var count = 0

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
        if writeDirectly(value) { return }
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
    @inline(__always)
    func member(_ key: String, _ body: () throws -> Void) rethrows {
        if frame.pendingCount > 0 { takePending() }
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
    @inline(__always)
    func element(_ body: () throws -> Void) rethrows {
        if frame.pendingCount > 0 { takePending() }
        if frame.count > 0 { put(UInt8(ascii: ",")) }
        try body()
        frame.count += 1
    }

    /// A part that is written later, by whoever is handed it.
    func later(_ key: String?) -> CanonicalEncoder {
        if frame.pendingCount > 0 { takePending() }
        let part = CanonicalEncoder()
        pending.append((key, part))
        frame.pendingCount += 1
        return part
    }

    private func takePending() {
        let parts = pending.suffix(frame.pendingCount)
        pending.removeLast(frame.pendingCount)
        frame.pendingCount = 0
        for (key, part) in parts {
            part.finish()
            let take = { part.withBytes { self.put($0) } }
            if let key { member(key, take) } else { element(take) }
        }
    }

    private func finish() {
        if frame.pendingCount > 0 { takePending() }
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
        let first = frame.firstMember
        // Few and mostly in order: put each in its place.
        for index in (first + 1)..<members.count {
            let member = members[index]
            var place = index
            while place > first, precedes(member, members[place - 1]) {
                members[place] = members[place - 1]
                place -= 1
            }
            members[place] = member
        }
        // The sorted text is put together behind the object, and then takes its place.
        let body = frame.start + 1
        let length = count - body
        reserve(length)
        var place = bytes + count
        for index in first..<members.count {
            if index > first {
                place.pointee = UInt8(ascii: ",")
                place += 1
            }
            let member = members[index]
            memcpy(place, bytes + member.start, member.end - member.start)
            place += member.end - member.start
        }
        memcpy(bytes + body, bytes + count, length)
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

    @inline(__always)
    func put(_ byte: UInt8) {
        if count == capacity { reserve(1) }
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
        var rest = UInt64(value.magnitude)
        if value < 0 { put(UInt8(ascii: "-")) }
        var length = 1
        var limit: UInt64 = 10
        while length < 20, rest >= limit {
            length += 1
            limit = length < 20 ? limit * 10 : limit
        }
        reserve(length)
        var place = count + length
        count = place
        repeat {
            place -= 1
            bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
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
