// The short path of painting: letters of ASCII and common ideographs, as far as they go and fit. Nearly all text is made of
// them, so this is the innermost loop of drawing; eight letters are taken at a time where as many are left.
//
// Unsafe code: `text` is the UTF-8 of a `String` of `count` bytes, so a lead byte of three is followed by two more; `row` has at least
// `end` cells. Bytes are read and cells written below these ends only.

enum PlainText {
    /// Paints into the cells `column ..< end` of a row until the text or the room is used up, or something comes that is not
    /// plain, and returns how many bytes were painted. A glyph that the next scalar may join is left to others.
    @inline(__always)
    static func paint(
        _ text: UnsafePointer<UInt8>, _ count: Int, into row: UnsafeMutablePointer<Cell>, from column: inout Int,
        to end: Int, style: StylePair
    ) -> Int {
        let glyphs = Cell.continuation(style.glyphs).bits
        let blank = Cell.blank(style.blanks).bits
        let isUniform = style.blanks == style.glyphs
        let textEnd = text + count
        let cellsEnd = row + end
        var next = text
        var cell = row + column
        while next < textEnd, cell < cellsEnd {
            var lead = next[0]
            if GlyphScanner.isPlain(lead) {
                while isUniform, textEnd - next >= 8, cellsEnd - cell >= 8 {
                    let word = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
                    guard GlyphScanner.arePlain(word) else { break }
                    let letters = SIMD8<UInt32>(truncatingIfNeeded: unsafeBitCast(word, to: SIMD8<UInt8>.self))
                    UnsafeMutableRawPointer(cell).storeBytes(
                        of: letters | SIMD8(repeating: glyphs), as: SIMD8<UInt32>.self)
                    next += 8
                    cell += 8
                }
                while next < textEnd, cell < cellsEnd {
                    lead = next[0]
                    guard GlyphScanner.isPlain(lead) else { break }
                    cell[0] = Cell(bits: lead == 0x20 ? blank : glyphs | UInt32(lead))
                    next += 1
                    cell += 1
                }
                if next < textEnd, GlyphScanner.mayJoin(next[0]) {
                    (next, cell) = (next - 1, cell - 1)
                    break
                }
            } else if GlyphScanner.isPlainIdeograph(next), cellsEnd - cell >= 2 {
                repeat {
                    let scalar = GlyphScanner.decodeThree(next)
                    cell[0] = Cell(bits: glyphs | scalar)
                    cell[1] = Cell(bits: glyphs)
                    next += 3
                    cell += 2
                    guard next < textEnd, cellsEnd - cell >= 2 else { break }
                } while GlyphScanner.isPlainIdeograph(next)
                if next < textEnd, GlyphScanner.mayJoin(next[0]) {
                    (next, cell) = (next - 3, cell - 2)
                    break
                }
            } else {
                break
            }
        }
        column = cell - row
        return next - text
    }
}
