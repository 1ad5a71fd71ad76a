// Glyphs into the cells of one row: the innermost loop of drawing.
//
// Unsafe code: `row` points to `columns` cells. Whoever makes a painter has clipped `from` and `to` to `0 ... columns`; below,
// a cell is written only at a column from `from` on and before `to`, and read only at a column of the row. Text is
// the UTF-8 of a `String`, which is valid: a lead byte of three is followed by two more.

struct RowPainter {
    let row: UnsafeMutablePointer<Cell>
    let columns: Int

    @inline(__always)
    func fill(from start: Int, to end: Int, with cell: Cell) {
        releaseHalves(from: start, to: end)
        for column in start..<end { row[column] = cell }
    }

    /// Writes glyphs into the cells `max(0, start) ..< end` and returns the column after the last one.
    @inline(__always)
    func paint(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, style: StylePair) -> Int {
        guard start >= 0, let text = bytes.baseAddress, bytes.count > 0 else {
            return paintAny(bytes, from: start, at: 0, to: end, style)
        }
        if start > 0, row[start].isContinuation { row[start &- 1] = .blank(row[start &- 1].style) }
        var column = start
        let painted = PlainText.paint(text, bytes.count, into: row, from: &column, to: end, style: style)
        if painted < bytes.count, column < end {
            return paintAny(bytes, from: column, at: painted, to: end, style)
        }
        releaseHalf(at: column)
        return column
    }

    /// The way for any text: goes on at column `start` with the byte at `offset`.
    @inline(never)
    private func paintAny(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, at offset: Int, to end: Int, _ style: StylePair
    ) -> Int {
        var scanner = GlyphScanner(bytes)
        scanner.position = offset
        var column = start
        while column < 0, let glyph = scanner.next() {
            column += glyph.width
            // The right half of a glyph that is cut by the left edge.
            if column > 0 { fill(from: 0, to: 1, with: .blank(style.blanks)) }
        }
        guard column >= 0, column < end, scanner.position < bytes.count else { return column }
        // Behind what the short path has painted, the half before is a new one.
        if offset == 0 { releaseHalves(from: column, to: column) }
        while column < end, let glyph = scanner.next() {
            let first = column
            column += glyph.width
            if column > end {
                column = end
                row[first] = .blank(style.blanks)
                break
            }
            row[first] = Self.cell(of: glyph, scanner.cluster, style)
            if glyph.width == 2 { row[first + 1] = .continuation(style.glyphs) }
        }
        releaseHalf(at: column)
        return column
    }

    /// Copies the cells of shaped text into the cells `max(0, start) ..< end` and returns the column after the last one.
    @inline(__always)
    func copy(_ text: UnsafeBufferPointer<Cell>, from start: Int, to end: Int, style: StylePair) -> Int {
        let hidden = start < 0 ? -start : 0
        let column = start &+ hidden
        let count = min(text.count &- hidden, end &- column)
        guard count > 0, let source = text.baseAddress.map({ $0 + hidden }) else {
            return start + max(0, min(text.count, end - start))
        }
        releaseHalves(from: column, to: column &+ count)
        let target = row + column
        let glyphs = Cell.styleBits(style.glyphs)
        var index = 0
        while index &+ 4 <= count {  // four cells at once
            let four = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD4<UInt32>.self)
            UnsafeMutableRawPointer(target + index).storeBytes(
                of: four | SIMD4(repeating: glyphs), as: SIMD4<UInt32>.self)
            index &+= 4
        }
        while index < count {
            target[index] = Cell(bits: source[index].bits | glyphs)
            index &+= 1
        }
        if style.blanks != style.glyphs {
            for index in 0..<count where target[index].isBlank { target[index] = .blank(style.blanks) }
        }
        // What is cut by an edge leaves a blank.
        if source[0].isContinuation { target[0] = .blank(style.blanks) }
        if hidden &+ count < text.count, source[count].isContinuation { target[count &- 1] = .blank(style.blanks) }
        return column &+ count
    }

    /// The first cell of a glyph; `cluster` is read only for one that is a cluster.
    @inline(__always)
    static func cell(of glyph: Glyph, _ cluster: @autoclosure () -> [UInt8], _ style: StylePair) -> Cell {
        if glyph.isCluster || glyph.scalar >= Cell.firstCluster { return pooledCell(of: glyph, cluster(), style) }
        if glyph.scalar == 0x20 { return .blank(style.blanks) }
        return Cell(glyph: glyph.scalar, style: style.glyphs, isDoubtful: glyph.isDoubtful)
    }

    /// The same for a glyph that a cell cannot hold itself.
    @inline(never)
    private static func pooledCell(of glyph: Glyph, _ cluster: [UInt8], _ style: StylePair) -> Cell {
        var text = cluster
        if !glyph.isCluster {
            text.removeAll()
            UTF8Writer.append(glyph.scalar, to: &text)
        }
        let number = ClusterPool.number(of: text).map { $0 + Cell.firstCluster }
        // Where the pool is full, the first scalar alone.
        let first = glyph.scalar < Cell.firstCluster ? glyph.scalar : Sanitiser.replacementCharacter
        return Cell(glyph: number ?? first, style: style.glyphs, isDoubtful: glyph.isDoubtful)
    }

    // MARK: Halves

    /// Blanks the halves that wide glyphs keep outside of `from ..< to` when that range is about to be overwritten.
    @inline(__always)
    private func releaseHalves(from start: Int, to end: Int) {
        if start > 0, row[start].isContinuation { row[start - 1] = .blank(row[start - 1].style) }
        if end > start { releaseHalf(at: end) }
    }

    /// Blanks a second half whose first one was overwritten.
    @inline(__always)
    private func releaseHalf(at column: Int) {
        if column < columns, row[column].isContinuation { row[column] = .blank(row[column].style) }
    }
}
