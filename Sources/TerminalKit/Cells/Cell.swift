// One cell of the screen, in eight bytes that compare as one integer: what is shown, in which style, how many columns it
// takes. A wide glyph sits in its first cell; the second cell has width 0 and no glyph of its own.

/// A cell: a glyph, the number of a style and a width.
///
/// Layout, from the lowest bit: 32 bits glyph (a Unicode scalar, or with bit 31 set the number of a cluster), 16 bits
/// style number, 8 bits width, 8 bits marks.
public struct Cell: Hashable, Sendable {
    var bits: UInt64

    @inline(__always)
    init(glyph: UInt32, style: StyleID, width: UInt8, isDoubtful: Bool = false) {
        bits = UInt64(glyph) | UInt64(style) << 32 | UInt64(width) << 48 | (isDoubtful ? Self.doubt : 0)
    }

    /// A blank in a style.
    @inline(__always)
    static func blank(_ style: StyleID) -> Cell { Cell(glyph: 0x20, style: style, width: 1) }

    /// The second half of a wide glyph.
    @inline(__always)
    static func continuation(_ style: StyleID) -> Cell { Cell(glyph: 0, style: style, width: 0) }

    private static let doubt: UInt64 = 1 << 56
    /// Set in a glyph that is the number of a cluster.
    static let clusterFlag: UInt32 = 1 << 31

    @inline(__always) var glyph: UInt32 { UInt32(truncatingIfNeeded: bits) }
    @inline(__always) var style: StyleID { StyleID(truncatingIfNeeded: bits >> 32) }
    /// Columns taken: 1, 2, or 0 for the second half of a wide glyph.
    @inline(__always) public var width: Int { Int(UInt8(truncatingIfNeeded: bits >> 48)) }
    /// Whether terminals are known to disagree on the glyph's width.
    @inline(__always) var isDoubtful: Bool { bits & Self.doubt != 0 }
    @inline(__always) var isContinuation: Bool { width == 0 }
    @inline(__always) var isBlank: Bool { glyph == 0x20 }

    /// The same cell in another style.
    @inline(__always)
    func styled(_ style: StyleID) -> Cell {
        var cell = self
        cell.bits = bits & ~(0xFFFF << 32) | UInt64(style) << 32
        return cell
    }

    /// What the cell shows; empty for the second half of a wide glyph.
    public var text: String {
        if isContinuation { return "" }
        if glyph & Self.clusterFlag != 0 {
            return String(decoding: ClusterPool.text(glyph & ~Self.clusterFlag), as: UTF8.self)
        }
        return Unicode.Scalar(glyph).map { String($0) } ?? ""
    }
}
