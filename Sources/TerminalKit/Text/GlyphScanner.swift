// Walks over text and yields what may stand in cells, one glyph at a time: the one door through which text from people and
// files reaches the screen (Sanitiser.swift says what it refuses). Measuring, cutting, wrapping and painting all use this
// walk, so that they can never disagree about a column. Letters of ASCII and ideographs take a short path; what may join
// its neighbours is read in GlyphScanner+Joining.swift.

/// What stands in one cell, or in two when wide.
struct Glyph {
    /// The scalar shown, or the first scalar of a cluster.
    var scalar: UInt32
    /// Columns: 1 or 2.
    var width: Int
    /// Whether the scanner's `cluster` holds the rest.
    var isCluster = false
    /// Whether terminals are known to disagree on the width.
    var isDoubtful = false
}

/// Reads glyphs from the UTF-8 of a `String`, which is valid by construction; no byte is checked again for that.
struct GlyphScanner {
    /// The most scalars in one glyph; a family of four with skin tones has 11.
    static let scalarLimit = 16
    /// The most combining marks in one glyph; living languages need at most 4 or 5 (Tibetan stacks).
    static let markLimit = 8

    let bytes: UnsafeBufferPointer<UInt8>
    /// The offset of the next glyph, in bytes.
    var position = 0
    /// The UTF-8 of the last glyph when that was a cluster.
    var cluster: [UInt8] = []
    private let fixedAmbiguousWidth: AmbiguousWidth?

    /// - Parameter ambiguous: The columns of ambiguous scalars; nil for those of the terminal in use.
    init(_ bytes: UnsafeBufferPointer<UInt8>, ambiguous: AmbiguousWidth? = nil) {
        self.bytes = bytes
        fixedAmbiguousWidth = ambiguous
    }

    /// The columns of ambiguous scalars in this walk.
    var ambiguousWidth: AmbiguousWidth { fixedAmbiguousWidth ?? DisplayWidth.ambiguous }

    /// The next glyph; nil at the end.
    @inline(__always)
    mutating func next() -> Glyph? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        if first &- 0x20 < 0x5F, !mayJoin(at: position + 1) {
            position += 1
            return Glyph(scalar: UInt32(first), width: 1)
        }
        if first & 0xF0 == 0xE0, !mayJoin(at: position + 3) {
            let scalar = GlyphScanner.decodeThree(bytes, at: position)
            if scalar &- 0x4E00 < 0x5200 || scalar &- 0x3400 < 0x19C0 {  // CJK unified ideographs, extension A
                position += 3
                return Glyph(scalar: scalar, width: 2)
            }
        }
        return nextOfAnyKind()
    }

    /// Passes over letters of ASCII that stand alone, and says how many there were; each takes one column.
    @inline(__always)
    mutating func skipLetters() -> Int {
        let start = position
        while position + 8 < bytes.count {
            // Eight bytes at once. Each must lie in 20 ..< 7F; the last is left when what follows is no ASCII.
            let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let low = (eight &- 0x2020_2020_2020_2020) & ~eight
            let high = eight &+ 0x0101_0101_0101_0101
            guard (eight | low | high) & 0x8080_8080_8080_8080 == 0, bytes[position + 8] < 0x80 else { break }
            position += 8
        }
        return position - start
    }

    /// Whether the scalar at `offset` may belong to the glyph before it. No scalar below U+0300 (lead byte CC) does, and
    /// none from U+4000 to U+9FFF (lead bytes E4 to E9).
    @inline(__always)
    func mayJoin(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let lead = bytes[offset]
        return lead >= 0xCC && lead &- 0xE4 > 5 && GlyphScanner.isNoPunctuation(bytes, at: offset)
    }

    /// False for most of what follows a letter or an ideograph in a row of a table: punctuation, lines, kana. Every scalar that
    /// joins is one for which this is true.
    @inline(never)
    private static func isNoPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        switch bytes[offset] {
        case 0xE2:
            let scalar = decodeThree(bytes, at: offset)
            return scalar == Sanitiser.zeroWidthJoiner || scalar &- 0x20D0 < 0x30 || scalar &- 0x2CE0 < 0x120
        case 0xE3:
            let scalar = decodeThree(bytes, at: offset)
            return scalar &- 0x302A < 6 || scalar &- 0x3099 < 2
        case 0xEF:
            let scalar = decodeThree(bytes, at: offset)
            return scalar &- 0xFE00 < 0x30 || scalar == 0xFB1E
        default: return true
        }
    }

    // MARK: UTF-8

    @inline(__always)
    private static func decodeThree(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
        UInt32(bytes[offset] & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
    }

    /// The scalar at `position`, and passes it.
    @inline(__always)
    mutating func decode() -> UInt32 {
        let first = bytes[position]
        let start = position
        if first < 0x80 {
            position += 1
            return UInt32(first)
        }
        if first < 0xE0 {
            position += 2
            return UInt32(first & 0x1F) << 6 | UInt32(bytes[start + 1] & 0x3F)
        }
        if first < 0xF0 {
            position += 3
            return GlyphScanner.decodeThree(bytes, at: start)
        }
        position += 4
        return UInt32(first & 0x07) << 18 | UInt32(bytes[start + 1] & 0x3F) << 12
            | UInt32(bytes[start + 2] & 0x3F) << 6 | UInt32(bytes[start + 3] & 0x3F)
    }

    /// The scalar at `position` without passing it.
    func peek() -> UInt32? {
        guard position < bytes.count else { return nil }
        var copy = self
        return copy.decode()
    }
}
