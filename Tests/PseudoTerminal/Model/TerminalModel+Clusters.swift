// What a terminal does that reads clusters as a whole (private mode 2027, "grapheme clusters"; contour's specification): a
// character that continues the glyph just drawn goes into its cells, and may make it wide, but never wider than two.

extension TerminalModel {
    /// Whether a character continues the glyph that was drawn right before it. The segmentation is the standard library's.
    func joinsLastGlyph(_ scalar: Unicode.Scalar) -> Bool {
        // Nothing below U+0300 and no ideograph ever continues anything.
        guard clusters == .whole, scalar.value >= 0x300, !(0x3400...0x9FFF).contains(scalar.value) else { return false }
        guard let glyph = lastGlyph, !glyph.isBlank else { return false }
        var text = glyph.text
        text.unicodeScalars.append(scalar)
        return text.dropFirst().isEmpty
    }

    mutating func joinCluster(_ scalar: Unicode.Scalar) {
        lastPrinted = nil
        let row = cursor.row
        let start = grid.start(row: row, column: wrapIsPending ? cursor.column : cursor.column - 1)
        grid.join(scalar, row: row, column: start)
        // A pictograph that a variation selector or a skin tone makes an emoji; a flag; a keycap.
        let isWide = scalar.value == 0xFE0F || GlyphWidth.of(scalar) == 2 || scalar.isRegionalIndicator
        guard isWide, !grid.cell(column: start, row: row).isWide, start + 2 <= end else { return }
        grid.widen(row: row, column: start)
        wrapIsPending = start + 2 == end
        cursor.column = min(start + 2, end - 1)
    }

    /// The glyph before the cursor, if nothing has come since it was drawn.
    private var lastGlyph: ModelCell? {
        let column = wrapIsPending ? cursor.column : cursor.column - 1
        guard followsGlyph, column >= 0 else { return nil }
        return grid.cell(column: grid.start(row: cursor.row, column: column), row: cursor.row)
    }
}

extension Unicode.Scalar {
    fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
