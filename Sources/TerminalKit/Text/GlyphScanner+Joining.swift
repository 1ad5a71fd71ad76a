// The long path of the scanner: what is refused, what joins the scalar before it, and which of the glyphs made so are in
// doubt. Clusters follow UAX #29 and UTS #51 only as far as something visible comes of it; a joiner, a selector or a tag
// that would change nothing is refused like any other invisible character.

extension GlyphScanner {
    @inline(never)
    mutating func nextOfAnyKind() -> Glyph {
        let start = position
        let scalar = decode()
        let kind = ScalarClass(scalar)
        switch kind {
        case .refused:
            if scalar == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            return replacement(of: scalar)
        case .selector:
            return replacement(of: scalar)
        case .mark, .doubtfulMark:
            position = start
            return join(0x20, .narrow)  // a mark without a letter stands on a blank
        case .narrow, .wide, .pictograph, .widePictograph, .regional, .modifier, .ambiguous, .doubtfulNarrow,
            .ambiguousPictograph, .doubtfulWide, .doubtfulAmbiguous:
            return mayJoin(at: position) ? join(scalar, kind) : glyph(scalar, kind)
        }
    }

    @inline(never)
    private func replacement(of scalar: UInt32) -> Glyph {
        let shown = Sanitiser.replacement(of: scalar)
        return glyph(shown, ScalarClass(shown))
    }

    /// A glyph of one scalar.
    @inline(__always)
    private func glyph(_ scalar: UInt32, _ kind: ScalarClass) -> Glyph {
        let ambiguous = kind.isAmbiguous ? ambiguousWidth : .narrow
        return Glyph(scalar: scalar, width: kind.width(ambiguous), isDoubtful: kind.isDoubtful(ambiguous))
    }

    /// The glyph that starts with `base`, taking in everything after it that joins.
    @inline(never)
    private mutating func join(_ base: UInt32, _ kind: ScalarClass) -> Glyph {
        var glyph = glyph(base, kind)
        var last = kind  // the class of the last scalar that was neither mark nor selector
        var isSelected = false  // whether a selector has followed `last`
        var scalars = 1
        var marks = 0
        while scalars < GlyphScanner.scalarLimit, mayJoin(at: position) {
            let start = position
            let scalar = decode()
            let joining = ScalarClass(scalar)
            switch joining {
            case .mark where marks < GlyphScanner.markLimit:
                marks += 1
            case .doubtfulMark where marks < GlyphScanner.markLimit:
                marks += 1
                glyph.isDoubtful = true
            case .selector
            where !isSelected && selects(scalar, base: base, last: last, isSecond: scalars == 1):
                isSelected = true
                glyph.isDoubtful = true
                if scalar == 0xFE0F { glyph.width = 2 }
            case .modifier where last.isPictograph:
                glyph.width = 2
                glyph.isDoubtful = true
                last = .modifier
            case .regional where last == .regional && scalars == 1:
                last = .modifier  // a third half is another flag's
            case .refused where scalar == Sanitiser.zeroWidthJoiner && (last.isPictograph || last == .modifier):
                guard let next = peek(), ScalarClass(next).isPictograph, scalars + 2 <= GlyphScanner.scalarLimit else {
                    position = start
                    return glyph
                }
                append(scalar, to: &glyph, scalars: &scalars)
                append(decode(), to: &glyph, scalars: &scalars)
                last = ScalarClass(next)
                isSelected = false
                glyph.width = 2
                glyph.isDoubtful = true
                continue
            case .refused, .narrow, .wide, .mark, .pictograph, .widePictograph, .regional, .modifier, .ambiguous,
                .doubtfulMark, .doubtfulNarrow, .ambiguousPictograph, .doubtfulWide, .doubtfulAmbiguous, .selector:
                position = start
                return glyph
            }
            append(scalar, to: &glyph, scalars: &scalars)
        }
        return glyph
    }

    /// Whether a variation selector has an effect at this place, by the sequences that are registered: emoji
    /// (emoji-variation-sequences.txt), ideographs (the Ideographic Variation Database and StandardizedVariants.txt) and
    /// Mongolian letters.
    private func selects(_ selector: UInt32, base: UInt32, last: ScalarClass, isSecond: Bool) -> Bool {
        switch selector {
        case 0xFE0F: last.isPictograph || isSecond && isKeycap(base) && peek() == 0x20E3
        case 0xFE0E: last.isPictograph && isSecond
        case 0x180B...0x180F: isSecond && (0x1800..<0x18B0).contains(base)
        case 0xFE00...0xFE02, 0xE0100...0xE01EF: isSecond && isIdeograph(base)
        default: false
        }
    }

    private func isKeycap(_ scalar: UInt32) -> Bool {
        scalar == 0x23 || scalar == 0x2A || (0x30...0x39).contains(scalar)
    }

    private func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xF900..<0xFB00, 0x20000..<0x3FFFE: true
        default: false
        }
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
}
