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
        guard position < bytes.count, let start = bytes.baseAddress else { return nil }
        let next = start + position
        if GlyphScanner.isPlain(next[0]), !mayJoin(at: position + 1) {
            position += 1
            return Glyph(scalar: UInt32(next[0]), width: 1)
        }
        if GlyphScanner.isPlainIdeograph(next), !mayJoin(at: position + 3) {
            position += 3
            return Glyph(scalar: GlyphScanner.decodeThree(next), width: 2)
        }
        return nextOfAnyKind()
    }

    /// Passes over letters of ASCII that stand alone, and says how many there were; each takes one column.
    @inline(__always)
    mutating func skipLetters() -> Int {
        let start = position
        while position + 8 < bytes.count {
            // The last is left when what follows is no ASCII.
            let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
            guard GlyphScanner.arePlain(eight), bytes[position + 8] < 0x80 else { break }
            position += 8
        }
        return position - start
    }

    /// Whether the scalar at `offset` may belong to the glyph before it.
    @inline(__always)
    func mayJoin(at offset: Int) -> Bool {
        offset < bytes.count && GlyphScanner.mayJoin(bytes[offset]) && GlyphScanner.isInJoiningBlock(bytes, at: offset)
    }

    // MARK: What is plain

    /// Whether a byte is a glyph of one column, unless something joins it: ASCII without controls.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    /// The same of eight bytes at once: each lies above 1F and below 7F when none of these has its highest bit.
    @inline(__always)
    static func arePlain(_ eight: UInt64) -> Bool {
        let odd = (eight &- 0x2020_2020_2020_2020) | (eight &+ 0x0101_0101_0101_0101) | eight
        return odd & 0x8080_8080_8080_8080 == 0
    }

    /// Whether there is a glyph of two columns, unless something joins it: a unified ideograph, from U+4E00 (E4 B8 80) to
    /// U+9FFF (E9 BF BF).
    @inline(__always)
    static func isPlainIdeograph(_ bytes: UnsafePointer<UInt8>) -> Bool {
        bytes[0] &- 0xE5 <= 4 || (bytes[0] == 0xE4 && bytes[1] >= 0xB8)
    }

    /// Whether a scalar that begins with this byte may belong to the glyph before it. None below U+0300 (lead byte CC) does,
    /// and none from U+4000 to U+9FFF (lead bytes E4 to E9).
    @inline(__always)
    static func mayJoin(_ lead: UInt8) -> Bool { lead >= 0xCC && lead &- 0xE4 > 5 }

    /// Whether a scalar whose lead byte passes ``mayJoin(_:)`` lies in a block where any joins. That is asked of the lead bytes E2,
    /// E3 and EF only: most of what follows a letter or an ideograph in a row of a table begins with one of them, and joins
    /// nothing (punctuation, lines, kana, fullwidth forms).
    @inline(never)
    private static func isInJoiningBlock(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
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
    static func decodeThree(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(bytes[0] & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
    }

    @inline(__always)
    private static func decodeThree(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
        bytes.baseAddress.map { decodeThree($0 + offset) } ?? 0
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
