import Testing

@testable import TerminalKit

@Suite("Cell buffer")
struct CellBufferTests {
    private func screen(_ columns: Int = 10, _ rows: Int = 2) -> CellBuffer {
        CellBuffer(size: TerminalSize(columns: columns, rows: rows))
    }

    @Test("a cell is four bytes")
    func cellSize() { #expect(MemoryLayout<Cell>.stride == 4) }

    @Test("text is drawn where it is put, and the columns are counted")
    func put() {
        var screen = screen()
        #expect(screen.put("a中b", x: 1, y: 0, style: .plain.bold()) == 4)
        #expect(screen.text(row: 0) == " a中b")
        #expect(screen.plainText() == " a中b\n\n")
        #expect(screen.style(x: 3, y: 0) == .plain.bold())
        #expect(screen.style(x: 5, y: 0) == .plain)
    }

    @Test("text is clipped to its limit and to the screen; a cut wide glyph leaves a blank")
    func clipped() {
        var screen = screen()
        #expect(screen.put("中文字", x: 0, y: 0, style: .plain, width: 3) == 3)
        #expect(screen.text(row: 0) == "中")
        #expect(screen.put("中文字", x: 7, y: 1, style: .plain, width: 9) == 3)
        #expect(screen.text(row: 1) == "       中")
        #expect(screen.put("x", x: 0, y: 2, style: .plain) == 0)
        #expect(screen.put("x", x: 10, y: 0, style: .plain) == 0)
        #expect(screen.put("x", x: 0, y: 0, style: .plain, width: 0) == 0)
    }

    @Test("text that begins left of the screen is cut there")
    func leftOfScreen() {
        var screen = screen()
        screen.put("..........", x: 0, y: 0, style: .plain)
        #expect(screen.put("中a", x: -1, y: 0, style: .plain) == 3)
        #expect(screen.text(row: 0) == " a........")
        screen.put("abc", x: -9, y: 1, style: .plain)
        #expect(screen.text(row: 1).isEmpty)
    }

    @Test("overwriting half of a wide glyph blanks its other half")
    func overlap() {
        var screen = screen()
        screen.put("中文", x: 0, y: 0, style: .plain)
        screen.put("x", x: 1, y: 0, style: .plain)
        #expect(screen.text(row: 0) == " x文")
        screen.put("y", x: 2, y: 0, style: .plain)
        #expect(screen.text(row: 0) == " xy")
        screen.put("中文", x: 0, y: 1, style: .plain)
        screen.fill(Region(x: 1, y: 1, width: 2, height: 1), style: .plain)
        #expect(screen.text(row: 1).isEmpty)
        screen.put("中文", x: 0, y: 1, style: .plain)
        screen.put("字", x: 1, y: 1, style: .plain)
        #expect(screen.text(row: 1) == " 字")
    }

    @Test("no drawing by chance ever leaves half a glyph")
    func noHalves() {
        for seed in UInt64(1)...50 {
            var screen = screen(1 + Int(seed) % 20, 3)
            let operations = RandomOperations.make(
                seed: seed, size: screen.size, count: 300, texts: .doubtful, resizes: false)
            for operation in operations { operation.draw(on: &screen) }
            for y in 0..<3 {
                for x in 0..<screen.size.columns {
                    let isSecondHalf = screen.width(x: x, y: y) == 0
                    let followsWide = x > 0 && screen.width(x: x - 1, y: y) == 2
                    if isSecondHalf != followsWide { Issue.record("seed \(seed): half a glyph at (\(x), \(y))") }
                }
                #expect(screen.width(x: screen.size.columns - 1, y: y) != 2)
            }
        }
    }

    @Test("text that is cut ends in an ellipsis")
    func truncated() {
        var screen = screen()
        #expect(screen.putTruncated("abcdef", x: 0, y: 0, style: .plain, width: 4) == 4)
        #expect(screen.text(row: 0) == "abc…")
        #expect(screen.putTruncated("中文字", x: 0, y: 1, style: .plain, width: 4) == 3)
        #expect(screen.text(row: 1) == "中…")
        screen.clear()
        #expect(screen.putTruncated("中文", x: 0, y: 0, style: .plain, width: 4) == 4)
        #expect(screen.putTruncated("abcdef", x: 7, y: 1, style: .plain, width: 9) == 3)
        #expect(screen.plainText() == "中文\n       ab…\n")
        #expect(screen.putTruncated("字", x: 0, y: 0, style: .plain, width: 1) == 1)
        #expect(screen.text(row: 0) == "… 文")
    }

    @Test("a cluster is one glyph")
    func cluster() {
        var screen = screen()
        #expect(screen.put("👨‍👩‍👧‍👦e\u{301}🇨🇳", x: 0, y: 0, style: .plain) == 5)
        #expect(screen.cell(x: 0, y: 0).text == "👨‍👩‍👧‍👦")
        #expect(screen.cell(x: 2, y: 0).text == "e\u{301}")
        #expect(screen.text(row: 0) == "👨‍👩‍👧‍👦e\u{301}🇨🇳")
    }

    @Test("restyle keeps the text and changes both halves of a wide glyph")
    func restyle() {
        var screen = screen()
        screen.put("a中文", x: 0, y: 0, style: Style(foreground: .indexed(2)))
        screen.restyle(Region(x: 0, y: 0, width: 2, height: 9)) { $0.reverse() }
        #expect(screen.text(row: 0) == "a中文")
        #expect(screen.style(x: 2, y: 0) == Style(foreground: .indexed(2)).reverse())
        #expect(screen.style(x: 3, y: 0) == Style(foreground: .indexed(2)))
        #expect(screen.style(x: 0, y: 1) == .plain.reverse())
    }

    @Test("resizing and clearing leave blanks; an empty screen takes everything in silence")
    func resize() {
        var screen = screen()
        screen.put("abc", x: 0, y: 0, style: .plain)
        screen.resize(TerminalSize(columns: 3, rows: 1))
        #expect(screen.plainText() == "\n")
        screen.clear(style: .plain.reverse())
        #expect(screen.style(x: 2, y: 0) == .plain.reverse())
        screen.resize(TerminalSize(columns: -1, rows: 0))
        #expect(screen.put("abc", x: 0, y: 0, style: .plain) == 0)
        screen.fill(Region(x: 0, y: 0, width: 9, height: 9), style: .plain)
        #expect(screen.plainText().isEmpty)
    }

    @Test("a style over a base inherits what it leaves open")
    func over() {
        let base = Style(foreground: .indexed(7), background: .rgb(1, 2, 3), attributes: .bold)
        #expect(Style(foreground: .indexed(1)).over(base) == base.foreground(.indexed(1)))
        #expect(Style.plain.underline().over(base).attributes == [.bold, .underline])
    }
}
