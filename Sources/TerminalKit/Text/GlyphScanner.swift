// Walks over text and yields what may stand in cells, one glyph at a time: the one door through which text from people and
// files reaches the screen (Sanitiser.swift says what it refuses). Measuring, cutting, wrapping and painting all use this
// walk, so that they can never disagree about a column. Letters of ASCII and ideographs take a short path; only a scalar
// that joins the one before it costs more.

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

    private let bytes: UnsafeBufferPointer<UInt8>
    /// The offset of the next glyph, in bytes.
    var position = 0
    /// The UTF-8 of the last glyph when that was a cluster.
    private(set) var cluster: [UInt8] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether nothing is left to read.
    var isAtEnd: Bool { position >= bytes.count }

    /// The next glyph; nil at the end.
    @inline(__always)
    mutating func next() -> Glyph? {
        guard position < bytes.count, let start = bytes.baseAddress else { return nil }
        let next = start + position
        let first = next[0]
        if first < 0x80 {
            if Self.isPlain(first), !mayJoin(at: position + 1) {
                position += 1
                return Glyph(scalar: UInt32(first), width: 1)
            }
        } else if Self.isPlainIdeograph(next, first), !mayJoin(at: position + 3) {
            position += 3
            return Glyph(scalar: Self.decodeThree(next), width: 2)
        }
        return nextOfAnyKind()
    }

    // MARK: The short path

    /// Whether a byte is a glyph of one column, unless something joins it: ASCII without controls.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    /// Whether there is a glyph of two columns, unless something joins it: a unified ideograph, from U+4E00 (E4 B8 80) to
    /// U+9FFF (E9 BF BF).
    @inline(__always)
    static func isPlainIdeograph(_ bytes: UnsafePointer<UInt8>, _ lead: UInt8) -> Bool {
        lead &- 0xE5 <= 4 || (lead == 0xE4 && bytes[1] >= 0xB8)
    }

    /// Whether the scalar that begins with a byte may belong to the glyph before it. No scalar below U+0300 (lead byte CC)
    /// does, and none from U+4000 to U+9FFF (lead bytes E4 to E9).
    @inline(__always)
    static func mayJoin(_ lead: UInt8) -> Bool { lead >= 0xCC && lead &- 0xE4 > 5 }

    @inline(__always)
    private func mayJoin(at offset: Int) -> Bool { offset < bytes.count && Self.mayJoin(bytes[offset]) }

    @inline(__always)
    static func decodeThree(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(bytes[0] & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
    }

    @inline(__always)
    private func decodeThree(at offset: Int) -> UInt32 {
        // A lead byte of three is followed by two more: the text is valid.
        bytes.baseAddress.map { Self.decodeThree($0 + offset) } ?? 0
    }

    // MARK: Everything else

    private mutating func nextOfAnyKind() -> Glyph {
        let scalar = decode()
        let kind = ScalarClass(scalar)
        switch kind {
        case .refused:
            if scalar == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            return Glyph(scalar: Sanitiser.replacement(of: scalar), width: 1)
        case .mark, .doubtfulMark:
            position -= GlyphScanner.length(of: scalar)
            let glyph = join(0x20, .narrow)  // a mark without a letter stands on a blank
            return glyph.isCluster ? glyph : Glyph(scalar: Sanitiser.replacementCharacter, width: 1)
        case .narrow, .wide, .pictograph, .widePictograph, .regional, .modifier, .ambiguous, .unassigned,
            .ambiguousPictograph:
            return join(scalar, kind)
        }
    }

    /// The glyph that starts with `base`, taking in everything after it that joins.
    private mutating func join(_ base: UInt32, _ kind: ScalarClass) -> Glyph {
        var glyph = Glyph(
            scalar: base, width: kind.width, isDoubtful: kind == .regional || kind == .unassigned || kind == .modifier)
        var last = kind  // the class of the last scalar that was not a mark
        var scalars = 1
        var marks = 0
        while mayJoin(at: position) {
            let start = position
            let scalar = decode()
            let joining = ScalarClass(scalar)
            var isTaken = true
            switch joining {
            case .mark where scalar == 0xFE0F && last.isNarrowPictograph,
                .mark where scalar == 0xFE0F && isKeycap(base) && scalars == 1 && peek() == 0x20E3:
                glyph.width = 2
                glyph.isDoubtful = true
            case .mark where scalar == 0xFE0E && last.isPictograph && scalars == 1:
                glyph.isDoubtful = true
            case .mark where scalar == 0xFE0E || scalar == 0xFE0F:
                isTaken = false  // selects nothing here
            case .mark, .doubtfulMark:
                marks += 1
                isTaken = marks <= GlyphScanner.markLimit
                glyph.isDoubtful = glyph.isDoubtful || joining == .doubtfulMark
            case .modifier where last.isPictograph:
                glyph.width = 2
                glyph.isDoubtful = true
                last = .modifier
            case .regional where last == .regional && scalars == 1:
                glyph.isDoubtful = true
            case .refused where scalar == Sanitiser.zeroWidthJoiner && (last.isPictograph || last == .modifier):
                let next = peek()
                guard let next, ScalarClass(next).isPictograph, scalars + 2 <= GlyphScanner.scalarLimit else {
                    position = start
                    return glyph
                }
                append(scalar, to: &glyph, scalars: &scalars)
                append(decode(), to: &glyph, scalars: &scalars)
                last = ScalarClass(next)
                glyph.width = 2
                glyph.isDoubtful = true
                continue
            case .refused, .narrow, .wide, .pictograph, .widePictograph, .regional, .modifier, .ambiguous,
                .unassigned, .ambiguousPictograph:
                position = start
                return glyph
            }
            if isTaken, scalars < GlyphScanner.scalarLimit {
                append(scalar, to: &glyph, scalars: &scalars)
            }
        }
        return glyph
    }

    private mutating func append(_ scalar: UInt32, to glyph: inout Glyph, scalars: inout Int) {
        if !glyph.isCluster {
            glyph.isCluster = true
            cluster.removeAll(keepingCapacity: true)
            UTF8Writer.append(glyph.scalar, to: &cluster)
        }
        UTF8Writer.append(scalar, to: &cluster)
        scalars += 1
    }

    private func isKeycap(_ base: UInt32) -> Bool {
        base == 0x23 || base == 0x2A || (0x30...0x39).contains(base)
    }

    /// The scalar at `position` without passing it.
    private func peek() -> UInt32? {
        guard position < bytes.count else { return nil }
        var copy = self
        return copy.decode()
    }

    private mutating func decode() -> UInt32 {
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
            return decodeThree(at: start)
        }
        position += 4
        return UInt32(first & 0x07) << 18 | UInt32(bytes[start + 1] & 0x3F) << 12
            | UInt32(bytes[start + 2] & 0x3F) << 6 | UInt32(bytes[start + 3] & 0x3F)
    }

    private static func length(of scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
}

extension ScalarClass {
    /// Whether the scalar may start an emoji sequence.
    fileprivate var isPictograph: Bool { isNarrowPictograph || self == .widePictograph }

    fileprivate var isNarrowPictograph: Bool { self == .pictograph || self == .ambiguousPictograph }
}
