// One cell of the screen, in four bytes that compare as one integer: a glyph and the number of its style. A wide glyph sits in
// its first cell; the second cell is a continuation, with the same style and no glyph of its own. So the width of a glyph
// is not kept anywhere: who walks over a row counts one column for each cell.
//
// Small cells are why a frame is cheap: a screen of 200 by 60 is 48 KB, which stays in the processor's nearest cache while it is
// cleared, drawn and compared.

/// A cell: a glyph and the number of a style.
///
/// Layout, from the lowest bit: 19 bits glyph (0 for a continuation, a Unicode scalar of planes 0 to 3, or from 0x40000 on the
/// number of a cluster), 1 bit doubt, 12 bits style number. The planes above hold no glyphs but those of private use, which
/// are kept like clusters.
public struct Cell: Hashable, Sendable {
    let bits: UInt32

    @inline(__always)
    init(bits: UInt32) { self.bits = bits }

    @inline(__always)
    init(glyph: UInt32, style: StyleID, isDoubtful: Bool = false) {
        bits = glyph | (isDoubtful ? Self.doubt : 0) | UInt32(style) << Self.styleShift
    }

    /// A blank in a style.
    @inline(__always)
    static func blank(_ style: StyleID) -> Cell { Cell(glyph: 0x20, style: style) }

    /// The second half of a wide glyph.
    @inline(__always)
    static func continuation(_ style: StyleID) -> Cell { Cell(glyph: 0, style: style) }

    private static let glyphMask: UInt32 = 0x7_FFFF
    private static let doubt: UInt32 = 1 << 19
    private static let styleShift: UInt32 = 20
    /// The most styles that a cell can name.
    static let styleLimit = 1 << 12
    /// Glyphs from here on are clusters.
    static let firstCluster: UInt32 = 0x4_0000

    @inline(__always) var glyph: UInt32 { bits & Self.glyphMask }
    @inline(__always) var style: StyleID { StyleID(truncatingIfNeeded: bits >> Self.styleShift) }
    /// Whether terminals are known to disagree on the glyph's width.
    @inline(__always) var isDoubtful: Bool { bits & Self.doubt != 0 }
    /// Whether this is the second half of the wide glyph before it.
    @inline(__always) public var isContinuation: Bool { glyph == 0 }
    @inline(__always) var isBlank: Bool { glyph == 0x20 }
    @inline(__always) var isCluster: Bool { glyph >= Self.firstCluster }

    /// The same cell in another style.
    @inline(__always)
    func styled(_ style: StyleID) -> Cell {
        Cell(bits: bits & (Self.glyphMask | Self.doubt) | UInt32(style) << Self.styleShift)
    }

    /// What the cell shows; empty for the second half of a wide glyph.
    public var text: String {
        if isContinuation { return "" }
        if isCluster { return String(decoding: ClusterPool.text(glyph - Self.firstCluster), as: UTF8.self) }
        return Unicode.Scalar(glyph).map { String($0) } ?? ""
    }
}
